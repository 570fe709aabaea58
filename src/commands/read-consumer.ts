import picomatch from "picomatch";
import type { Consumer } from "../config/config.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import { byCodePoint } from "../contract/record.js";
import { presetOf } from "../scan/languages.js";
import type { Reading } from "../scan/mention.js";
import { mayBeCode } from "../scan/named.js";
import { compileFinder } from "../scan/pattern.js";
import { readCandidates } from "../scan/read.js";
import type { Sieve } from "../scan/sieve.js";
import { type SkipReason, skipReason } from "../scan/skip.js";
import type { Vocabulary } from "../scan/vocabulary.js";
import type { ConsumerFiles } from "./consumer-files.js";
import { missingFile, noFile, tooManyTexts, tooOften } from "./consumer-problems.js";

/** What was read of a consumer. */
export interface ConsumerReading {
  readonly readings: Reading[];
  readonly skipped: Partial<Record<SkipReason, number>>;
}

export interface Means {
  readonly find: Finder;
  readonly vocabulary: Vocabulary;
  readonly sieve: Sieve;
  /** Files that were seen to name no code. */
  readonly nameless: Set<string>;
  /** Files that were read closely, and how much may still be read again, or looked at in them. */
  readonly reads: { readonly read: Set<string>; left: number };
}

/** Globs that are matched, bytes that are read, and texts that are looked at in the time that a small file takes. */
const [matchesPerFile, bytesPerFile, textsPerFile] = [100, 1000, 4];

/** Reads a consumer's files, and finds in them what may be codes. @throws Problem where none can be read, or too much must be */
export async function readConsumer(
  consumer: Consumer,
  files: ConsumerFiles,
  { sieve, find, vocabulary, nameless, reads }: Means,
): Promise<ConsumerReading> {
  const skipped: Partial<Record<SkipReason, number>> = {};
  const readings: Reading[] = [];
  const again = (amount: number) => {
    reads.left -= amount;
    if (reads.left < 0) throw tooOften(consumer, files.again);
  };
  again(0);
  const { named, globbed, matches } = await filesOf(consumer, files);
  again(matches / matchesPerFile);
  const contents = await files.named(named);
  for (const file of [...named, ...globbed].sort(byCodePoint)) {
    if (consumer.pattern === null && !contents.has(file) && nameless.has(file)) {
      readings.push({ file, text: "", candidates: [] });
      continue;
    }
    const content = contents.get(file) ?? (await files.listed(file));
    if (content instanceof MachineFailure) throw content;
    if (content instanceof Problem) throw missingFile(consumer, content);
    const reason = content === null ? "unreadable" : skipReason(content, files.largest);
    // A file that the config names is meant, whoever wrote it.
    const isMeant = contents.has(file) && (reason === "generated" || reason === "minified");
    if (content === null || (reason !== null && !isMeant)) {
      skipped[reason ?? "unreadable"] = (skipped[reason ?? "unreadable"] ?? 0) + 1;
      continue;
    }
    // Of the many files of a glob only those are read closely that name a code of the catalog.
    if (consumer.pattern === null && !contents.has(file) && !sieve.mayName(content)) {
      nameless.add(file);
      readings.push({ file, text: "", candidates: [] });
      continue;
    }
    if (reads.read.has(file)) again(4 + content.byteLength / bytesPerFile);
    reads.read.add(file);
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(content);
    const found = find(file, text);
    reads.left -= found.length / textsPerFile;
    if (reads.left < 0) throw tooManyTexts(consumer, files.again);
    readings.push({ file, text, candidates: found.filter((each) => mayBeCode(each, vocabulary)) });
  }
  if (readings.length === 0) throw noFile(consumer, skipped);
  return { readings, skipped };
}

export type Finder = (file: string, text: string) => Reading["candidates"];

/** How codes are looked for: by the preset of the file, or by the pattern. @throws Problem where that is refused */
export function finderOf({ pattern, as, name, location }: Consumer, spend: (steps: number) => void): Finder {
  if (pattern === null) {
    return (file, text) => {
      const preset = as ?? presetOf(file);
      return preset === null ? [] : readCandidates(text, preset);
    };
  }
  try {
    const find = compileFinder(pattern, spend);
    return (_, text) => find(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Problem(
      "consumer-pattern",
      `the pattern of consumer ${name} is refused: ${error.message}`,
      "patterns are matched in linear time: without backreferences, lookaround and named groups.",
      location,
    );
  }
}

/** Files by name, which are there whatever git ignores, and files by glob. */
async function filesOf(
  { files }: Consumer,
  { list }: ConsumerFiles,
): Promise<{ named: string[]; globbed: string[]; matches: number }> {
  const wanted = files.filter((file) => !file.startsWith("!"));
  const excluded = files.filter((file) => file.startsWith("!")).map((file) => picomatch(file.slice(1)));
  const isLeft = (file: string) => !excluded.some((matches) => matches(file));
  const globs = wanted.filter((file) => picomatch.scan(file).isGlob);
  const named = [...new Set(wanted.filter((file) => !picomatch.scan(file).isGlob))].filter(isLeft);
  if (globs.length === 0) return { named, globbed: [], matches: 0 };
  const matches = picomatch(globs);
  const taken = new Set(named);
  const { files: all, unread } = await list();
  for (const [folder, problem] of unread) {
    if (globs.some((glob) => mayReach(glob, folder))) throw problem;
  }
  const globbed = all.filter((file) => matches(file) && isLeft(file) && !taken.has(file));
  return { named, globbed, matches: all.length * files.length };
}

/** Could a glob match a file below a folder? In doubt it could. */
function mayReach(glob: string, folder: string): boolean {
  if (folder === "") return true;
  const { base } = picomatch.scan(glob);
  const [from, at] = [base === "" || base === "." ? "" : `${base}/`, `${folder}/`];
  if (!at.startsWith(from) && !from.startsWith(at)) return false;
  return /\*\*|[{(]/.test(glob) || glob.split("/").length > folder.split("/").length;
}
