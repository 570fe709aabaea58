import { unlink } from "node:fs/promises";
import { removeProblem } from "./file-problems.js";

/** Removes a file. Throws a Problem where that cannot be done. */
export async function removeFile(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    throw removeProblem(file, error);
  }
}
