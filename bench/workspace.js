// Folders to measure in: every one a repository of its own, outside of the work tree.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const repo = resolve(dirname(fileURLToPath(import.meta.url)), "..");
export const errlock = [process.execPath, join(repo, "dist", "main.js")];

const corpus = process.env.ERRLOCK_CORPUS ?? resolve(repo, "..", "shared", "corpus");

/** A public spec of the corpus; null where the corpus is not there. */
export function fromCorpus(path) {
  const file = join(corpus, path);
  return existsSync(file) ? file : null;
}

export function scratch() {
  return mkdtempSync(join(tmpdir(), "errlock-bench-"));
}

/**
 * A repository with files and a baseline for each of the specs.
 *
 * @param {Record<string, { copy: string } | { text: string }>} files
 * @param {string[]} specs
 */
export function createRepository(folder, files, specs) {
  mkdirSync(folder, { recursive: true });
  git(folder, "init", "-q");
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    if ("copy" in content) copyFileSync(content.copy, join(folder, path));
    else writeFileSync(join(folder, path), content.text);
  }
  if (specs.length > 0) execFileSync(errlock[0], [errlock[1], "baseline", "init", ...specs], { cwd: folder });
  return folder;
}

export function git(folder, ...args) {
  execFileSync("git", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
}
