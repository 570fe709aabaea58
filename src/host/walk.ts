import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { Problem } from "../contract/problem.js";
import { readProblem } from "./file-problems.js";
import { type Ignore, parseIgnore } from "./ignore.js";
import { shrunk } from "./read.js";

export interface Walked {
  /** Root-relative with `/`, sorted by code point within each folder. */
  readonly files: readonly string[];
  /** Whether there were more files than `limit`. */
  readonly limited: boolean;
  /** Folders whose files are not known, because they or their `.gitignore` could not be read. */
  readonly unread: ReadonlyMap<string, Problem>;
}

interface Folder {
  readonly path: string;
  readonly ignores: readonly { readonly base: string; readonly ignore: Ignore }[];
}

/** Comparisons of files with rules of `.gitignore`s: so many for each file that there may be, and for each that is there. */
const comparisonsPerFile = 25;
const leastComparisons = 4_000_000;
/** Bytes of a `.gitignore`. */
const longestIgnore = 1_000_000;

/**
 * The files of a tree that git would not ignore, by every `.gitignore` in it. Links are not followed; `.git` and
 * `node_modules` are left out.
 *
 * @throws Problem where they have too many rules for so many files
 */
export function walkFiles(root: string, limit: number): Walked {
  const files: string[] = [];
  const unread = new Map<string, Problem>();
  const pending: Folder[] = [{ path: "", ignores: [] }];
  let left = Math.max(leastComparisons, comparisonsPerFile * limit);
  const spend = (comparisons: number) => {
    left -= comparisons;
    if (left < 0) throw tooManyRules();
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { entries, ignore, problem } = look(root, next.path, spend);
    if (problem !== null) unread.set(next.path, problem);
    const ignores = ignore === null ? next.ignores : [{ base: next.path, ignore }, ...next.ignores];
    const folders: Folder[] = [];
    left += comparisonsPerFile * entries.length;
    for (const entry of entries) {
      const path = next.path === "" ? entry.name : `${next.path}/${entry.name}`;
      const isFolder = entry.isDirectory();
      if (!isFolder && !entry.isFile()) continue;
      if (isFolder && (entry.name === ".git" || entry.name === "node_modules")) continue;
      if (isIgnored(path, isFolder, ignores)) continue;
      if (isFolder) folders.push({ path, ignores });
      else files.push(path);
    }
    pending.push(...folders.reverse());
    if (files.length > limit) return { files: files.slice(0, limit), limited: true, unread };
  }
  return { files, limited: false, unread };
}

function isIgnored(path: string, isFolder: boolean, ignores: Folder["ignores"]): boolean {
  for (const { base, ignore } of ignores) {
    const said = ignore(base === "" ? path : path.slice(base.length + 1), isFolder);
    if (said !== null) return said;
  }
  return false;
}

function tooManyRules(): Problem {
  return new Problem(
    "too-many-rules",
    "the `.gitignore`s have too many rules for the files below the root",
    "name the consumers' files in errlock.yaml without globs, or raise `limits.consumerFiles` there.",
  );
}

function tooLong(file: string, size: number): Problem {
  return new Problem(
    "file-too-large",
    `the file has ${size} bytes, more than the ${longestIgnore} that a \`.gitignore\` may have`,
    "name the consumers' files in errlock.yaml without globs.",
    { file },
  );
}

interface Look {
  readonly entries: readonly Dirent[];
  readonly ignore: Ignore | null;
  readonly problem: Problem | null;
}

/** What stands in a folder. One that was removed meanwhile has nothing. */
function look(root: string, path: string, spend: (comparisons: number) => void): Look {
  let entries: Dirent[] = [];
  let reading = path || ".";
  try {
    entries = readdirSync(join(root, path), { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    if (!entries.some((entry) => entry.name === ".gitignore" && entry.isFile()))
      return { entries, ignore: null, problem: null };
    reading = join(path, ".gitignore");
    const { size } = statSync(join(root, reading));
    if (size > longestIgnore) return { entries, ignore: null, problem: tooLong(reading, size) };
    const text = readFileSync(join(root, reading), "utf8");
    return { entries, ignore: parseIgnore(text, spend), problem: null };
  } catch (error) {
    const problem = readProblem(reading, error);
    return { entries, ignore: null, problem: problem.code === "file-missing" ? null : problem };
  }
}

/**
 * Reads a file that `walkFiles` gave, without following a link that was put in its place. At most `limit` bytes and
 * one more, by which it is seen that there are more; null where it is no file any more. One after the other is faster
 * here than many at once: the files are small, and what they cost is the way to another thread.
 *
 * @throws Problem where it is there and cannot be read
 */
export function readWalked(root: string, path: string, limit: number): Uint8Array | null {
  let file: number | null = null;
  try {
    file = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const stats = fstatSync(file);
    if (!stats.isFile()) return null;
    const content = new Uint8Array(Math.min(stats.size, limit + 1));
    let length = 0;
    while (length < content.byteLength) {
      const read = readSync(file, content, length, content.byteLength - length, null);
      if (read === 0) throw shrunk(path, length, stats.size);
      length += read;
    }
    return content;
  } catch (error) {
    const problem = readProblem(path, error);
    if (gone.has(problem.code)) return null;
    throw problem;
  } finally {
    if (file !== null) close(file);
  }
}

/** Removed, or replaced by a link, since it was listed. */
const gone = new Set(["file-missing", "outside-root"]);

/** What was read is read, whatever comes of closing. */
function close(file: number): void {
  try {
    closeSync(file);
  } catch {}
}
