import type { FileHandle } from "node:fs/promises";
import { fileProblem } from "./file-problems.js";

/**
 * All bytes of a file that was found to have `size` of them. A system may give fewer than were asked for at once; a
 * file that ends before its size is being written to, and half of it must not be judged. One of size 0 is read until it
 * ends: some file systems do not tell sizes.
 *
 * @throws Problem `file-changed`
 */
export async function readToEnd(file: FileHandle, size: number, name: string): Promise<Buffer> {
  if (size === 0) return file.readFile();
  const content = Buffer.allocUnsafeSlow(size);
  for (let length = 0; length < size; ) {
    const { bytesRead } = await file.read(content, length, size - length, null);
    if (bytesRead === 0) throw shrunk(name, length, size);
    length += bytesRead;
  }
  return content;
}

/** A file had fewer bytes than it was found to have. */
export function shrunk(name: string, read: number, size: number) {
  return fileProblem(
    "file-changed",
    name,
    `the file changed while it was read: it had ${size} bytes, and ended after ${read}.`,
  );
}
