import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { Problem } from "../contract/problem.js";
import { readProblem } from "./file-problems.js";
import { readToEnd, shrunk } from "./read.js";

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
  try {
    const file = await open(path);
    return (await readToEnd(file, size, name).finally(() => file.close())).toString("utf8");
  } catch (error) {
    throw readProblem(name, error);
  }
}

/**
 * The lines of a file one after the other, in memory that does not grow with it. A line of more than `limit` characters
 * is given as null.
 *
 * @throws Problem where it cannot be read
 */
export async function* readLines(path: string, name: string, limit: number): AsyncGenerator<string | null> {
  const size = await sizeOf(path, name);
  const stream = createReadStream(path, { encoding: "utf8" });
  let line: string | null = "";
  try {
    for await (const chunk of stream) {
      const [head = "", ...rest] = String(chunk).split("\n");
      line = extend(line, head, limit);
      for (const next of rest) {
        yield line;
        line = extend("", next, limit);
      }
    }
  } catch (error) {
    throw readProblem(name, error);
  }
  if (stream.bytesRead < size) throw shrunk(name, stream.bytesRead, size);
  if (line !== "") yield line;
}

function extend(line: string | null, more: string, limit: number): string | null {
  return line === null || line.length + more.length > limit ? null : line + more;
}

async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw readProblem(name, error);
  });
  if (!found.isFile())
    throw new Problem("file-unreadable", "this is no file", "name a HAR or NDJSON file.", { file: name });
  return found.size;
}
