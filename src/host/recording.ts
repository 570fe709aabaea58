import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { Problem } from "../contract/problem.js";

/** A file that a command line names, as text. @throws Problem where it cannot be read, or is larger than `limit` bytes */
export async function readWhole(path: string, name: string, limit: number): Promise<string> {
  const size = await sizeOf(path, name);
  if (size > limit) {
    throw new Problem(
      "file-too-large",
      `the file has ${size} bytes, more than the limit of ${limit}`,
      "raise `limits.bytes` in errlock.yaml, or give it as NDJSON, which is read line by line.",
      { file: name },
    );
  }
  return readFile(path, "utf8");
}

/**
 * The lines of a file one after the other, in memory that does not grow with it. A line of more than `limit` characters
 * is given as null.
 *
 * @throws Problem where it cannot be read
 */
export async function* readLines(path: string, name: string, limit: number): AsyncGenerator<string | null> {
  await sizeOf(path, name);
  let line: string | null = "";
  for await (const chunk of createReadStream(path, { encoding: "utf8" })) {
    const [head = "", ...rest] = String(chunk).split("\n");
    line = extend(line, head, limit);
    for (const next of rest) {
      yield line;
      line = extend("", next, limit);
    }
  }
  if (line !== "") yield line;
}

function extend(line: string | null, more: string, limit: number): string | null {
  return line === null || line.length + more.length > limit ? null : line + more;
}

async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Problem(
      "file-unreadable",
      "the file could not be read",
      "check its path.",
      { file: name },
      { cause: error },
    );
  });
  if (!found.isFile())
    throw new Problem("file-unreadable", "this is no file", "name a HAR or NDJSON file.", { file: name });
  return found.size;
}
