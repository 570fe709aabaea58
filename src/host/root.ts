import { statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Problem } from "../contract/problem.js";
import { readProblem } from "./file-problems.js";

/**
 * The git toplevel around a folder, else the folder itself. A worktree or submodule (`.git` is a file) counts.
 *
 * @throws Problem where the system does not tell: another root would have another config
 */
export function findRoot(cwd: string): string {
  const start = resolve(cwd);
  for (let folder = start; ; folder = dirname(folder)) {
    if (isThere(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return start;
  }
}

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    const problem = readProblem(path, error);
    if (problem.code === "file-missing") return false;
    throw problem;
  }
}

/** The folder that a user named as the root. @throws Problem `root-missing` where it is none */
export function namedRoot(path: string, cwd: string): string {
  const root = resolve(cwd, path);
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory() === true) return root;
  throw new Problem(
    "root-missing",
    `there is no folder ${root}`,
    "name the folder of the repository with `--root DIR`.",
  );
}
