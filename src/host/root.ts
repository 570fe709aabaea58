import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { Problem } from "../contract/problem.js";

/** The git toplevel around a folder, else the folder itself. A worktree or submodule (`.git` is a file) counts. */
export function findRoot(cwd: string): string {
  const start = resolve(cwd);
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return start;
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
