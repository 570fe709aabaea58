import type { Reader } from "../tree/reader.js";
import { readPath } from "./paths.js";
import { type Consumer, consumerPresets } from "./types.js";

const keys = ["name", "files", "as", "pattern", "complete", "ignore", "spec"] as const;

/**
 * Reads `consumers` of a config.
 *
 * @param folder root-relative folder of the config, from which its paths count
 * @throws Problem `config-shape`, as for a name that two consumers have
 */
export function readConsumers(reader: Reader, folder: string): Consumer[] {
  const names = new Set<string>();
  return reader.list((entry) => {
    const { name, files, as, pattern, complete, ignore, spec } = entry.members(keys);
    if (name === undefined) throw entry.problem("has no `name`");
    if (files === undefined) throw entry.problem("names no `files`");
    if (as !== undefined && pattern !== undefined) throw pattern.problem("has no meaning beside `as`");
    const consumer: Consumer = {
      name: name.name(),
      files: files.isList() ? files.list((file) => readPath(file, folder)) : [readPath(files, folder)],
      as: as === undefined ? null : as.oneOf(consumerPresets),
      pattern: pattern === undefined ? null : readPattern(pattern),
      complete: complete === undefined ? false : complete.boolean(),
      ignore: ignore === undefined ? [] : ignore.list(readIgnore),
      spec: spec === undefined ? null : readPath(spec, folder),
      location: entry.location(),
    };
    if (consumer.files.length === 0) throw files.problem("names no file");
    if (names.has(consumer.name)) throw name.problem("names two consumers alike");
    names.add(consumer.name);
    return consumer;
  });
}

function readPattern(reader: Reader): string {
  const pattern = reader.name();
  if (pattern.length > 500) throw reader.problem("is longer than 500 characters");
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    throw reader.problem(
      `is no regular expression: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return pattern;
}

function readIgnore(entry: Reader): Consumer["ignore"][number] {
  const { code, codes, reason } = entry.members(["code", "codes", "reason"]);
  if ((code === undefined) === (codes === undefined)) throw entry.problem("must have `code` or `codes`");
  if (reason === undefined) throw entry.problem("has no `reason`");
  const names = code === undefined ? (codes?.list((item) => item.word()) ?? []) : [code.word()];
  return { codes: names, reason: reason.name() };
}
