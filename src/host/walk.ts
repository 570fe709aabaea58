import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from "node:fs";
import { join } from "node:path";
import { type Ignore, parseIgnore } from "./ignore.js";

export interface Walked {
  /** Root-relative with `/`, sorted by code point within each folder. */
  readonly files: readonly string[];
  /** Symbolic links that were not followed. */
  readonly links: number;
  /** Whether there were more files than `limit`. */
  readonly limited: boolean;
}

interface Folder {
  readonly path: string;
  readonly ignores: readonly { readonly base: string; readonly ignore: Ignore }[];
}

/**
 * The files of a tree that git would not ignore, by every `.gitignore` in it. Links are not followed and counted;
 * `.git` and `node_modules` are left out. What cannot be listed has no files.
 */
export function walkFiles(root: string, limit: number): Walked {
  const files: string[] = [];
  let links = 0;
  const pending: Folder[] = [{ path: "", ignores: [] }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const entries = entriesOf(join(root, next.path));
    const own = entries.some((entry) => entry.name === ".gitignore" && entry.isFile())
      ? readText(join(root, next.path, ".gitignore"))
      : null;
    const ignores =
      own === null ? next.ignores : [{ base: next.path, ignore: parseIgnore(own) }, ...next.ignores];
    const folders: Folder[] = [];
    for (const entry of entries) {
      const path = next.path === "" ? entry.name : `${next.path}/${entry.name}`;
      const isFolder = entry.isDirectory();
      if (entry.isSymbolicLink()) links += 1;
      else if (!isFolder && !entry.isFile()) continue;
      else if (isFolder && (entry.name === ".git" || entry.name === "node_modules")) continue;
      else if (isIgnored(path, isFolder, ignores)) continue;
      else if (isFolder) folders.push({ path, ignores });
      else files.push(path);
    }
    pending.push(...folders.reverse());
    if (files.length > limit) return { files: files.slice(0, limit), links, limited: true };
  }
  return { files, links, limited: false };
}

function isIgnored(path: string, isFolder: boolean, ignores: Folder["ignores"]): boolean {
  for (const { base, ignore } of ignores) {
    const said = ignore(base === "" ? path : path.slice(base.length + 1), isFolder);
    if (said !== null) return said;
  }
  return false;
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/**
 * Reads a file that `walkFiles` gave, without following a link that was put in its place. At most `limit` bytes and
 * one more, by which it is seen that there are more; null where it cannot be read. One after the other is faster here
 * than many at once: the files are small, and what they cost is the way to another thread.
 */
export function readWalked(root: string, path: string, limit: number): Uint8Array | null {
  let file: number;
  try {
    file = openSync(join(root, path), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return null;
    const content = new Uint8Array(Math.min(stats.size, limit + 1));
    let length = 0;
    while (length < content.byteLength) {
      const read = readSync(file, content, length, content.byteLength - length, null);
      if (read === 0) break;
      length += read;
    }
    return content.subarray(0, length);
  } catch {
    return null;
  } finally {
    closeSync(file);
  }
}
