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
 * The lines of a file one after the other, in memory that does not grow with it.
 *
 * @throws Problem where it cannot be read, or a line has more than `limit` characters
 */
export async function* readLines(path: string, name: string, limit: number): AsyncGenerator<string> {
  const size = await sizeOf(path, name);
  const stream = createReadStream(path, { encoding: "utf8" });
  let line = "";
  let number = 1;
  const extend = (more: string) => {
    if (line.length + more.length > limit) throw tooLong(name, number, limit);
    line += more;
  };
  try {
    for await (const chunk of stream) {
      const [head = "", ...rest] = String(chunk).split("\n");
      extend(head);
      for (const next of rest) {
        yield line;
        line = "";
        number++;
        extend(next);
      }
    }
  } catch (error) {
    throw error instanceof Problem ? error : readProblem(name, error);
  }
  if (stream.bytesRead < size) throw shrunk(name, stream.bytesRead, size);
  if (line !== "") yield line;
}

function tooLong(file: string, number: number, limit: number): Problem {
  return new Problem(
    "too-large",
    `line ${number} of the recording has more than ${limit} characters`,
    "raise `limits.exchange` in the config if you trust the file.",
    { file },
  );
}

async function sizeOf(path: string, name: string): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw readProblem(name, error);
  });
  if (!found.isFile())
    throw new Problem("file-unreadable", "this is no file", "name a HAR or NDJSON file.", { file: name });
  return found.size;
}
