import type { RenameHow } from "../../contract/change.js";
import { remember } from "../../contract/memo.js";
import { byCodePoint } from "../../contract/record.js";
import type { CatalogPair } from "../catalogs.js";
import { assign, type Edge } from "./assign.js";
import { candidates, crowd } from "./candidates.js";
import { type DeclaredRename, declaredRenames } from "./declared.js";
import { Evidence, type Weighed } from "./evidence.js";
import { findMerges, findSplits } from "./many.js";

/**
 * From this confidence on a pair is called a rename. Below it stays a removal and an addition: a wrong pairing costs
 * more than a missing one, and which of the two it is never decides a build.
 */
export const renameThreshold = 0.6;

/** From here on a pair is worth a question ("Did it become …?"). */
const questionThreshold = 0.45;

/** Two pairings closer than this are a choice between them, not a recognition. */
export const clearMargin = 0.1;

export interface Rename {
  readonly from: string;
  readonly to: readonly string[];
  readonly how: RenameHow;
  readonly confidence: number;
  readonly pattern: { readonly from: string; readonly to: string } | null;
  readonly evidence: readonly string[];
}

export interface Renames {
  readonly renames: ReadonlyMap<string, Rename>;
  /** Removed code to the code that it may have become. */
  readonly questions: ReadonlyMap<string, string>;
}

export interface RenameInput {
  readonly pair: CatalogPair;
  readonly removed: readonly string[];
  /** Codes that came; a retired one that is back is no new name. */
  readonly added: readonly string[];
  /** Whether both sides know the order of their codes. */
  readonly ordered: boolean;
  readonly declared: readonly DeclaredRename[];
}

/** Which removed codes live on under other names: one assignment over all that left and all that came. */
export function findRenames(input: RenameInput): Renames {
  const renames = new Map(declaredRenames(input).map((rename) => [rename.from, rename]));
  const taken = new Set([...renames.values()].flatMap((rename) => rename.to));
  const removed = input.removed.filter((code) => !renames.has(code)).sort(byCodePoint);
  const added = input.added.filter((code) => !taken.has(code)).sort(byCodePoint);
  const questions = new Map<string, string>();
  if (removed.length === 0) return { renames, questions };

  const evidence = new Evidence(input.pair, input.ordered);
  const weighed = weighAll(evidence, removed, added);
  const matched = match(weighed);
  for (const rename of findSplits(evidence, matched, weighed, added)) renames.set(rename.from, rename);
  for (const rename of findMerges(evidence, matched, weighed, removed)) {
    if (!renames.has(rename.from)) renames.set(rename.from, rename);
  }
  const split = new Set([...renames.values()].flatMap((rename) => rename.to));
  for (const one of matched) {
    if (renames.has(one.from) || split.has(one.to)) continue;
    if (one.confidence >= renameThreshold) renames.set(one.from, toRename(one));
  }
  const used = new Set([...renames.values()].flatMap((rename) => rename.to));
  for (const one of [...weighed].sort((a, b) => b.confidence - a.confidence)) {
    if (renames.has(one.from) || questions.has(one.from)) continue;
    if (used.has(one.to)) continue;
    questions.set(one.from, one.to);
    used.add(one.to);
  }
  return { renames, questions };
}

function weighAll(evidence: Evidence, removed: readonly string[], added: readonly string[]): Weighed[] {
  const byWording = new Map<string, string[]>();
  for (const code of added) {
    for (const key of evidence.wordings.keysOf(evidence.pair.after.codes.get(code))) {
      remember(byWording, key, () => []).push(code);
    }
  }
  const pairs = candidates(
    removed.map((code) => evidence.name(code)),
    added.map((code) => evidence.name(code)),
    (code) => {
      const texts = evidence.wordings.keysOf(evidence.pair.before.codes.get(code));
      const same = texts.map((key) => byWording.get(key) ?? []).filter(({ length }) => length <= crowd);
      return [...same.flat(), ...evidence.places.targetsOf(code)];
    },
  ).map(([row, column]) => [removed[row] ?? "", added[column] ?? ""] as const);
  for (const [from, to] of pairs) evidence.patterns.add(from, to, evidence.likeness(from, to).difference);
  const only = removed.length === 1 && added.length === 1;
  return pairs
    .map(([from, to]) => evidence.weigh(from, to, only))
    .filter((one) => one.confidence >= questionThreshold);
}

/** The best assignment, each pair with its confidence lowered where another assignment is about as good. */
function match(weighed: readonly Weighed[]): Weighed[] {
  const rows = numbered(weighed.map((one) => one.from));
  const columns = numbered(weighed.map((one) => one.to));
  const at = new Map(weighed.map((one) => [`${one.from}\n${one.to}`, one]));
  const edges: Edge[] = weighed.map((one) => ({
    row: rows.get(one.from) ?? 0,
    column: columns.get(one.to) ?? 0,
    worth: -Math.log(1 - one.confidence),
  }));
  const assigned = assign(edges);
  const chosen = weighed.filter((one) => assigned.get(rows.get(one.from) ?? 0) === columns.get(one.to));
  const partner = new Map(chosen.map((one) => [one.from, one.to]));
  const reverse = new Map(chosen.map((one) => [one.to, one.from]));
  const worth = (from: string | undefined, to: string | undefined) =>
    at.get(`${from}\n${to}`)?.confidence ?? 0;
  const margin = new Map<string, number>();
  for (const other of weighed) {
    const to = partner.get(other.from);
    const from = reverse.get(other.to);
    if (to === other.to) continue;
    // What is lost by taking this pair instead, and what the two left over would be worth.
    const now = worth(other.from, to) + worth(from, other.to);
    const instead = other.confidence + worth(from, to);
    for (const code of [other.from, from]) {
      if (code !== undefined) margin.set(code, Math.min(margin.get(code) ?? 1, now - instead));
    }
  }
  return chosen.map((one) => {
    const clear = Math.min(1, Math.max(0, margin.get(one.from) ?? 1) / clearMargin);
    return { ...one, confidence: one.confidence * (0.6 + 0.4 * clear) };
  });
}

function numbered(texts: readonly string[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const text of texts) if (!map.has(text)) map.set(text, map.size);
  return map;
}

export function toRename(one: Weighed, how = one.how, to: readonly string[] = [one.to]): Rename {
  return {
    from: one.from,
    to,
    how,
    confidence: round(one.confidence),
    pattern: one.pattern === null ? null : { from: one.pattern.from, to: one.pattern.to },
    evidence: phrases(one),
  };
}

function phrases(one: Weighed): string[] {
  return [...one.voices].sort((a, b) => b.weight - a.weight).flatMap((voice) => voice.says ?? []);
}

export function round(confidence: number): number {
  return Math.round(confidence * 100) / 100;
}
