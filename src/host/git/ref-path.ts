import { posix } from "node:path";

/** `REF:path` as git writes it: a file in a commit. */
export interface RefPath {
  readonly ref: string;
  /** From the root, normalized. It may begin with `..` where the text says so; no commit has such a file. */
  readonly path: string;
}

/**
 * Reads an operand of `diff`: null where it means a file of the work tree. A single letter before `:` is a drive, what
 * begins like a URL is none of git's, and a file that exists wins over a ref. As git has it, a path that begins with `./`
 * or `../` counts from the working directory.
 *
 * @param folder the working directory, from the root; empty for the root itself
 */
export function parseRefPath(
  operand: string,
  exists: (file: string) => boolean,
  folder = "",
): RefPath | null {
  const colon = operand.indexOf(":");
  const ref = operand.slice(0, colon);
  const path = operand.slice(colon + 1);
  if (colon < 1 || path === "" || path.startsWith("//")) return null;
  if (/^[A-Za-z]$/.test(ref) || exists(operand)) return null;
  return { ref, path: posix.normalize(/^\.\.?\//.test(path) ? posix.join(folder, path) : path) };
}
