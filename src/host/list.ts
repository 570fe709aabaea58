import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Problem } from "../contract/problem.js";
import { readProblem } from "./file-problems.js";

/** Folders that hold no sources of the project. */
const skipped = new Set([".git", "node_modules"]);

/**
 * Regular files below a folder of the root, root-relative with `/`, sorted by code point. Links are not followed.
 * A folder that is not there has no files.
 *
 * @throws Problem `too-many-files` beyond `limit`, so that nothing is left out in silence
 */
export async function listFiles(root: string, folder: string, limit = 100_000): Promise<string[]> {
  const found: string[] = [];
  const pending = [folder.replace(/\/+$/, "")];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const entry of await entries(root, next)) {
      const path = next === "" ? entry.name : `${next}/${entry.name}`;
      if (entry.isDirectory() && !skipped.has(entry.name)) pending.push(path);
      else if (entry.isFile()) found.push(path);
    }
    if (found.length + pending.length > limit) {
      throw new Problem(
        "too-many-files",
        `more than ${limit} files below ${folder || "the root"}`,
        "name the specs on the command line or in errlock.yaml.",
      );
    }
  }
  return found.sort();
}

async function entries(root: string, folder: string): Promise<Dirent[]> {
  try {
    return await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    const problem = readProblem(folder || ".", error);
    if (problem.code === "file-missing") return [];
    throw problem;
  }
}
