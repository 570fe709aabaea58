import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "./file-problems.js";

/**
 * Makes a folder and those above it that are missing. Node's own `recursive` never ends where the system refuses to
 * make a folder with ENOENT though the one above it is there, as in `/proc`.
 *
 * @throws the system's error
 */
export async function makeFolder(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  if (dirname(folder) !== folder) await makeFolder(dirname(folder));
  await mkdir(folder).catch((error: unknown) => {
    // Another run may have made it meanwhile; what else stands there is told by whoever writes into it.
    if (systemCode(error) !== "EEXIST") throw error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    if (systemCode(error) === "ENOENT") return false;
    throw error;
  }
}
