import picomatch from "picomatch";
import type { Consumer } from "../config/config.js";
import type { Snippet } from "../contract/location.js";
import { remember } from "../contract/memo.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import { byCodePoint } from "../contract/record.js";
import { judgeConsumer } from "../scan/consumer.js";
import { presetOf } from "../scan/languages.js";
import type { Mention, Reading } from "../scan/mention.js";
import { mayBeCode, namedCodes } from "../scan/named.js";
import { compileFinder } from "../scan/pattern.js";
import { readCandidates } from "../scan/read.js";
import type { ConsumerReport, ScanReport } from "../scan/report.js";
import { type Sieve, sieveFor } from "../scan/sieve.js";
import { type SkipReason, skipReason } from "../scan/skip.js";
import { type NamedSpec, type Vocabulary, vocabularyOf } from "../scan/vocabulary.js";
import { Lines } from "../spec/lines.js";
import type { ConsumerFiles } from "./consumer-files.js";
import {
  missingFile,
  noFile,
  tooManySteps,
  tooManyTexts,
  tooOften,
  unknownSpec,
} from "./consumer-problems.js";

/** A consumer that could not be read: a check that checks nothing must not pass. */
export interface UnreadConsumer {
  readonly consumer: Consumer;
  readonly problem: Problem;
}

export interface Scanned extends ScanReport {
  readonly unread: readonly UnreadConsumer[];
}

/**
 * Reads the consumers of a config, and compares what they name with the catalogs of their specs. A consumer of no spec
 * in particular is held against all of them, and reported under the first; one of a spec that is not among them is left
 * alone.
 *
 * @param known all specs that there are, read or not; null where others may be
 * @returns beside what was found, the consumers that have no file (`consumer-missing`), none that can be read
 *   (`consumer-unread`), a pattern that is refused or takes too much
 *   (`consumer-pattern`), a spec that is not known (`consumer-spec`), or
 *   too many files to choose from
 */
export async function scanConsumers(
  files: ConsumerFiles,
  consumers: readonly Consumer[],
  { specs, known }: { readonly specs: readonly NamedSpec[]; readonly known: readonly string[] | null },
): Promise<Scanned> {
  const reports: ConsumerReport[] = [];
  const unread: UnreadConsumer[] = [];
  const mentioned = new Set<string>();
  const vocabularies = new Map<string, Vocabulary>();
  const sieves = new Map<Vocabulary, Sieve>();
  let left = files.steps;
  const reads = { read: new Set<string>(), left: files.again };
  const nameless = new Map<Sieve, Set<string>>();
  const spend = (consumer: Consumer) => (steps: number) => {
    left -= steps;
    if (left < 0) throw tooManySteps(consumer, files.steps);
  };
  for (const consumer of consumers) {
    const own = specs.filter(({ spec }) => consumer.spec === null || spec === consumer.spec);
    const [first] = own;
    if (first === undefined) {
      if (consumer.spec !== null && known?.includes(consumer.spec) === false)
        unread.push({ consumer, problem: unknownSpec(consumer, known) });
      continue;
    }
    const key = consumer.spec ?? "";
    const vocabulary = remember(vocabularies, key, () => vocabularyOf(own));
    const sieve = remember(sieves, vocabulary, () => sieveFor(vocabulary.codes.keys()));
    try {
      const { readings, skipped } = await readFiles(consumer, files, {
        find: finderOf(consumer, spend(consumer)),
        vocabulary,
        sieve,
        nameless: remember(nameless, sieve, () => new Set()),
        reads,
      });
      const mentions = namedCodes(readings, vocabulary);
      for (const { code } of mentions) mentioned.add(code);
      reports.push({
        name: consumer.name,
        spec: first.spec,
        files: readings.map(({ file }) => file),
        skipped,
        named: countCodes(mentions),
        ...withSnippets(judgeConsumer(consumer, mentions, vocabulary), readings),
      });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      unread.push({ consumer, problem });
    }
  }
  const unmentioned = vocabularyOf(specs).present.filter((code) => !mentioned.has(code));
  return { consumers: reports, unmentioned: reports.length === 0 ? [] : unmentioned, unread };
}

function withSnippets(judged: ReturnType<typeof judgeConsumer>, readings: readonly Reading[]) {
  const texts = new Map(readings.map(({ file, text }) => [file, text]));
  const lines = new Map<string, Lines>();
  const findings = judged.findings.map((finding) => {
    const [first] = finding.mentions;
    const text = first === undefined ? undefined : texts.get(first.file);
    return {
      ...finding,
      snippet:
        first === undefined || text === undefined
          ? null
          : snippetAt(
              remember(lines, first.file, () => new Lines(text)),
              first.line,
            ),
    };
  });
  return { ...judged, findings };
}

/** Lines shown before and after a place. */
const around = 2;

function snippetAt(lines: Lines, line: number): Snippet {
  const firstLine = Math.max(1, line - around);
  const last = Math.min(lines.count, line + around);
  return {
    firstLine,
    lines: Array.from({ length: last - firstLine + 1 }, (_, at) => lines.line(firstLine + at)),
  };
}

function countCodes(mentions: readonly Mention[]): number {
  return new Set(mentions.map(({ code }) => code)).size;
}

interface ReadFiles {
  readonly readings: Reading[];
  readonly skipped: Partial<Record<SkipReason, number>>;
}

interface Means {
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

async function readFiles(
  consumer: Consumer,
  files: ConsumerFiles,
  { sieve, find, vocabulary, nameless, reads }: Means,
): Promise<ReadFiles> {
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

type Finder = (file: string, text: string) => Reading["candidates"];

function finderOf({ pattern, as, name, location }: Consumer, spend: (steps: number) => void): Finder {
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
