import { beforeAll, describe, expect, test } from "vitest";
import { changeMessage } from "../../src/compare/message.js";
import type { Change } from "../../src/contract/change.js";
import { changesOf, corpus, type Label, type Pair, readCorpus } from "./corpus.js";

/** Renames in the pairs that no label names, judged by us from the diffs. */
const judged: Readonly<Record<string, string>> = {
  "UNAVAILABLE -> SERVICE_UNAVAILABLE":
    "the enum that came with the examples says so; corrected six weeks later",
  "UNSUPPORTED_DEVICE_IDENTIFIERS -> UNSUPPORTED_IDENTIFIER":
    "the replay of a labelled commit in another file",
};

/** Labelled renames that are not found, with the reason. */
const missed: Readonly<Record<string, string>> = {
  "UNIDENTIFIABLE_PHONE_NUMBER -> MISSING_IDENTIFIER":
    "no word, text or place in common, among six that left and seven that came; the message asks",
};

const arrow = (from: string, to: string) => `${from} -> ${to}`;

function renamesOf(changes: readonly Change[]): string[] {
  return changes.flatMap((change) =>
    change.kind === "code-renamed" ? change.to.map((to) => arrow(change.code ?? "", to)) : [],
  );
}

function labelled(labels: readonly Label[]): string[] {
  return labels
    .filter(({ label }) => /^(rename|typo|prefix|re-case|split|merge)/.test(label))
    .flatMap((label) =>
      label.label.startsWith("split")
        ? label.new.map((to) => arrow(label.old[0] ?? "", to))
        : label.old.map((from, index) => arrow(from, label.new[index] ?? "")),
    );
}

describe.skipIf(corpus === undefined)("the corpus of real commits (skipped where it is absent)", () => {
  const root = corpus ?? "";
  const pairs = corpus === undefined ? [] : readCorpus<Pair[]>(root, "pairs/INDEX.json");
  const labels = corpus === undefined ? [] : readCorpus<Label[]>(root, "labels.json");
  const ofCommit = (pair: Pair) =>
    labels.filter((label) => label.repo === pair.repo && pair.commit.startsWith(label.commit));

  const replayed = new Map<Pair, Change[]>();
  const changesIn = (pair: Pair) => replayed.get(pair) ?? [];
  beforeAll(async () => {
    for (const pair of pairs) replayed.set(pair, await changesOf(root, pair));
  }, 120_000);

  test("labelled renames are found, and no others are invented", () => {
    const found = new Set<string>();
    const invented: string[] = [];
    const known = new Set(labelled(labels));
    for (const pair of pairs) {
      for (const rename of renamesOf(changesIn(pair))) {
        if (known.has(rename) || judged[rename] !== undefined) found.add(`${pair.repo} ${rename}`);
        else invented.push(`${pair.dir}: ${rename}`);
      }
    }
    const wanted = new Set(
      pairs.flatMap((pair) => labelled(ofCommit(pair)).map((rename) => `${pair.repo} ${rename}`)),
    );
    const absent = [...wanted].filter((rename) => !found.has(rename));
    expect(invented).toEqual([]);
    expect(absent.map((rename) => rename.replace(/^\S+ /, ""))).toEqual(Object.keys(missed));
    expect((wanted.size - absent.length) / wanted.size).toBeGreaterThanOrEqual(0.85);
    expect(found.size / (found.size + invented.length)).toBeGreaterThanOrEqual(0.95);
  });

  test("every code that a person saw leave is reported, once", () => {
    for (const pair of pairs) {
      const changes = changesIn(pair);
      const left = changes.flatMap(({ kind, code, codes }) =>
        kind === "catalog-removed"
          ? codes
          : kind === "code-removed" || kind === "code-renamed"
            ? [code ?? ""]
            : [],
      );
      expect(new Set(left).size, pair.dir).toBe(left.length);
      for (const label of ofCommit(pair)) {
        if (!label.label.startsWith("removal") || label.old.some((code) => code.includes("{{"))) continue;
        expect(left, `${pair.dir}: ${label.label}`).toEqual(expect.arrayContaining([...label.old]));
      }
    }
  });

  test("what a person judged to be a removal is not called a rename", () => {
    for (const pair of pairs) {
      const renamed = changesIn(pair).filter((change) => change.kind === "code-renamed");
      for (const label of ofCommit(pair)) {
        if (!label.label.startsWith("removal")) continue;
        const wrong = renamed.filter((change) => label.old.includes(change.code ?? ""));
        expect(wrong.map(changeMessage), pair.dir).toEqual([]);
      }
    }
  });
});
