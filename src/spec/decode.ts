import type { Problem } from "../contract/problem.js";
import { problemAt, specProblem } from "./problems.js";

/**
 * Bytes of a file as text, without its byte order mark: UTF-8, or UTF-16 with a mark.
 * Throws a Problem for what is no text: invalid UTF-8 (with the line), NUL bytes, Git LFS pointers, nothing at all.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const text = decode(bytes, file);
  const nul = text.indexOf("\0");
  if (nul >= 0)
    throw problemAt("binary", file, text, nul, "this is a binary file: it holds a NUL character.");
  if (text.startsWith("version https://git-lfs.github.com/spec/")) {
    throw specProblem("lfs-pointer", file, "this is a Git LFS pointer, not the file that it stands for.");
  }
  if (!/\S/.test(text)) throw specProblem("empty-file", file, "the file is empty.");
  return text;
}

function decode(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return strictly("utf-16le", bytes, file);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return strictly("utf-16be", bytes, file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    if (bytes.subarray(0, 8000).includes(0)) {
      throw specProblem("binary", file, "this is a binary file: it holds a NUL character.");
    }
    throw invalidUtf8(bytes, file, cause);
  }
}

function strictly(encoding: string, bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw specProblem(
      "invalid-encoding",
      file,
      `the file starts like ${encoding.toUpperCase()} and is not.`,
      { cause },
    );
  }
}

/** The replacement character shows where the first wrong byte is: text before it decodes alike in both modes. */
function invalidUtf8(bytes: Uint8Array, file: string, cause: unknown): Problem {
  const lenient = new TextDecoder("utf-8").decode(bytes);
  const written = new TextEncoder().encode(lenient);
  const offset = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let at = 0;
  while (written[at] === bytes[at + offset]) at++;
  const before = new TextDecoder("utf-8").decode(written.subarray(0, at)).replace(/\ufffd$/, "");
  return problemAt("invalid-encoding", file, lenient, before.length, "the file is not valid UTF-8 here.", {
    cause,
  });
}
