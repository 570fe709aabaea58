import { constants } from "node:fs";
import { type FileHandle, open, realpath } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { Problem } from "../contract/problem.js";
import type { Source } from "../spec/spec.js";
import { fileProblem, readProblem } from "./file-problems.js";
import { isInside } from "./inside.js";
import { readToEnd } from "./read.js";

export { withLock } from "./lock.js";
export { findRoot } from "./root.js";
export { writeAtomically } from "./write.js";

/** Files open at once: enough to keep the disk busy, far below what systems allow a process. */
const atOnce = 32;

/**
 * The work tree as a source. Nothing outside of `root` is read: paths with `..`, absolute ones and symlinks that lead
 * out of it are Problems, and so is what is no regular file (a pipe would never end). Throws a Problem where the root
 * itself cannot be looked up.
 */
export function createFileSource(root: string): Source {
  return {
    now: () => performance.now(),
    async read(paths, bytes = Number.POSITIVE_INFINITY) {
      const top = await realpath(root).catch((error: unknown) => {
        throw readProblem(root, error);
      });
      const contents = new Map<string, Uint8Array | Problem>();
      let left = bytes;
      for (let start = 0; start < paths.length; start += atOnce) {
        const batch = paths.slice(start, start + atOnce);
        const read = await Promise.all(batch.map((path) => readInside(top, path, left)));
        for (const [index, path] of batch.entries()) {
          const content = read[index];
          if (!content) continue;
          if (!(content instanceof Problem)) left -= content.byteLength;
          contents.set(path, left < 0 ? tooLarge(path, bytes) : content);
        }
      }
      return contents;
    },
  };
}

async function readInside(top: string, path: string, bytes: number): Promise<Uint8Array | Problem> {
  if (path.includes("\0") || isAbsolute(path) || !isInside(top, resolve(top, path))) {
    return fileProblem("outside-root", path, "the path leaves the root.");
  }
  try {
    const target = await realpath(join(top, path));
    if (!isInside(top, target))
      return fileProblem("outside-root", path, "a symbolic link leads out of the root.");
    // A link that is put there after the check is not followed; a pipe does not block.
    const file = await open(target, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      return await readRegular(file, path, bytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    return readProblem(path, error);
  }
}

async function readRegular(file: FileHandle, path: string, bytes: number): Promise<Uint8Array | Problem> {
  const stats = await file.stat();
  if (stats.isDirectory()) return fileProblem("is-directory", path, "this is a folder, not a file.");
  if (!stats.isFile())
    return fileProblem("not-a-file", path, "this is a pipe, a socket or a device, not a file.");
  if (stats.size > bytes) return tooLarge(path, bytes);
  return readToEnd(file, stats.size, path);
}

function tooLarge(path: string, bytes: number): Problem {
  return fileProblem("too-large", path, `the file exceeds the limit of ${bytes} bytes.`);
}
