import type { Consumer } from "../config/config.js";
import type { Snippet } from "../contract/location.js";
import { remember } from "../contract/memo.js";
import { Problem } from "../contract/problem.js";
import { judgeConsumer } from "../scan/consumer.js";
import type { Mention, Reading } from "../scan/mention.js";
import { namedCodes } from "../scan/named.js";
import type { ConsumerReport, ScanReport } from "../scan/report.js";
import { type Sieve, sieveFor } from "../scan/sieve.js";
import { type NamedSpec, type Vocabulary, vocabularyOf } from "../scan/vocabulary.js";
import { Lines } from "../spec/lines.js";
import type { ConsumerFiles } from "./consumer-files.js";
import { tooManySteps, unknownSpec } from "./consumer-problems.js";
import { finderOf, readConsumer } from "./read-consumer.js";

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
 *   (`consumer-unread`), a pattern that is refused or takes too much (`consumer-pattern`), a spec that is not known
 *   (`consumer-spec`), or too many files to choose from
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
      const { readings, skipped } = await readConsumer(consumer, files, {
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
