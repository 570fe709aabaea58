import { appendFile } from "node:fs/promises";
import { writeProblem } from "./file-problems.js";

/** Adds text to the end of a file that others write to as well. Throws a Problem when it cannot. */
export async function append(file: string, text: string): Promise<void> {
  try {
    await appendFile(file, text, "utf8");
  } catch (error) {
    throw writeProblem(file, error);
  }
}
