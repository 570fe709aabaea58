import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The git toplevel around a folder, else the folder itself. A worktree or submodule (`.git` is a file) counts. */
export function findRoot(cwd: string): string {
  const start = resolve(cwd);
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, ".git"))) return folder;
    if (dirname(folder) === folder) return start;
  }
}
