import { basename, dirname } from "node:path";
import { Problem } from "../contract/problem.js";
import { createFileSource } from "../host/files.js";

/**
 * How a generated file differs from what would be written now; null: it does not. Line ends do not count.
 *
 * @throws Problem for a file that cannot be read
 */
export async function staleness(file: string, text: string): Promise<"missing" | "out of date" | null> {
  const name = basename(file);
  const content = (await createFileSource(dirname(file)).read([name])).get(name);
  if (content === undefined) return "missing";
  if (content instanceof Problem) {
    if (content.code === "file-missing") return "missing";
    throw content;
  }
  return lines(new TextDecoder().decode(content)) === lines(text) ? null : "out of date";
}

function lines(text: string): string {
  return text.replaceAll("\r\n", "\n");
}
