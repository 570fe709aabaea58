import type { RenameHow } from "../../contract/change.js";
import { quote } from "../words.js";
import { contrary, otherFailure, otherNumber } from "./contrary.js";
import { type Difference, differenceOf, type Swap } from "./difference.js";
import type { Name } from "./name.js";
import { isShortFor, isSpellingOf, isVariantOf } from "./spelling.js";
import { labels } from "./states.js";
import { synonymous } from "./synonyms.js";
import type { Vocabulary } from "./vocabulary.js";
import type { Voice } from "./voice.js";

/** What the two strings alone say of a pair. */
export interface Likeness {
  readonly how: RenameHow;
  readonly voice: Voice;
  readonly difference: Difference;
  /** They look alike and are not: they differ in a number, are contraries, or say another failure of the same thing. */
  readonly barred: "number" | "contrary" | "failure" | null;
  /** Share of their words, by weight, that both have. */
  readonly overlap: number;
  /** Both are structured (`err:data:not_found`) and end in the same part. */
  readonly sameLeaf: boolean;
}

export function likeness(a: Name, b: Name, vocabulary: Vocabulary): Likeness {
  const diff = differenceOf(a.parts, b.parts);
  const shared = vocabulary.weight(diff.common);
  const all = vocabulary.weight(a.words) + vocabulary.weight(b.words);
  const overlap = all === 0 ? 0 : (2 * shared) / all;
  const barred = barrier(a, b, diff);
  const sameLeaf = a.leaf !== null && a.leaf === b.leaf;
  const say = (how: RenameHow, weight: number, says: string | null): Likeness => ({
    how,
    voice: { weight, says },
    difference: diff,
    barred,
    overlap,
    sameLeaf,
  });
  if (!a.isReadable || !b.isReadable) return say("other", 0, null);
  if (a.key === b.key) {
    return a.code.toLowerCase() === b.code.toLowerCase()
      ? say("case", 0.98, "only the case differs")
      : say("separator", 0.97, "the same words in another style");
  }
  const leaf = () => {
    const own = Math.min(1, vocabulary.weight(a.parts.at(-1) ?? []));
    return say("prefix", 0.25 + 0.3 * own, `both end in ${quote(a.leaf ?? "")}`);
  };
  if (barred !== null) return barred === "number" && sameLeaf ? leaf() : say(howOf(diff), 0, null);
  if (misspelt(diff)) return say("typo", 0.9, "a spelling corrected");
  const { from, to } = diff.rest;
  if (from.length === 0 && to.length === 0) return say("token", 0.85, "the same words in another order");
  if (
    Math.min(a.key.length, b.key.length) >= 12 &&
    isSpellingOf(a.key, b.key, 1) &&
    a.words.length !== b.words.length
  ) {
    return say("typo", 0.75, "almost the same letters");
  }
  const same = synonyms(a, b, diff);
  if (same !== null) {
    const says = `${quote(same.from.join("_"))} and ${quote(same.to.join("_"))} mean the same`;
    return overlap > 0 ? say("token", 0.7, says) : say("other", 0.6, says);
  }
  const forms = pairForms(diff.rest);
  if (forms.from.length === 0 && forms.to.length === 0) {
    return say("token", 0.75, `${quote(from.join("_"))} and ${quote(to.join("_"))} are forms of one word`);
  }
  if (forms.from.length < from.length && synonymous(forms.from, forms.to)) {
    return say("token", 0.7, `${quote(from.join("_"))} and ${quote(to.join("_"))} mean the same`);
  }
  if (sameLeaf) return leaf();
  const near = all === 0 ? 0 : Math.max(overlap, 1 - vocabulary.weight([...forms.from, ...forms.to]) / all);
  const says = diff.common.length === 0 ? null : `both say ${quote(diff.common.join("_"))}`;
  if (forms.from.length === 0 || forms.to.length === 0) {
    const label = [...forms.from, ...forms.to].every((word) => labels.has(word));
    return say(howOf(diff), label ? 0.65 : 0.2 + 0.45 * near, says);
  }
  const weight = Math.max(0.8 * near ** 1.5, sameFailure(from, to) ? 0.25 : 0);
  return say(howOf(diff), weight, says);
}

/** Marks of two or three letters (`us`, `eu`; `usd`, `eur`) stand for different things, as numbers do. */
function otherMark({ from, to }: Swap): boolean {
  return from.length > 0 && to.length > 0 && [...from, ...to].every((word) => word.length <= 3);
}

/** One of the names is a bare failure (`not_found`), and the other says the same failure of something. */
function sameFailure(from: readonly string[], to: readonly string[]): boolean {
  const says = (phrase: readonly string[], words: readonly string[]) =>
    words.some((_, start) => [1, 2, 3].some((size) => synonymous(words.slice(start, start + size), phrase)));
  return says(from, to) || says(to, from);
}

/** Takes away the words that have a form or synonym on the other side. */
function pairForms({ from, to }: Swap): Swap {
  const left = [...to];
  const rest = from.filter((word) => {
    const index = left.findIndex((other) => isSameWord(word, other));
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
  return { from: rest, to: left };
}

function isSameWord(a: string, b: string): boolean {
  return (
    isVariantOf(a, b) || isSpellingOf(a, b, 2) || synonymous([a], [b]) || isShortFor(a, b) || bothPlural(a, b)
  );
}

/** `params` and `parameters`: what means the same of one thing does so of several. */
function bothPlural(a: string, b: string): boolean {
  return a.endsWith("s") && b.endsWith("s") && synonymous([a.slice(0, -1)], [b.slice(0, -1)]);
}

function barrier(a: Name, b: Name, diff: Difference): Likeness["barred"] {
  if (synonyms(a, b, diff) !== null) return otherNumber(a, b) ? "number" : null;
  if (contrary(diff)) return "contrary";
  if (otherNumber(a, b) || otherMark(diff.rest)) return "number";
  return otherFailure(a, b, diff) ? "failure" : null;
}

/** The phrases of two names that mean the same, all that differs between them; null where there are none. */
function synonyms(a: Name, b: Name, { rest, stretch }: Difference): Swap | null {
  const phrases = [rest, stretch, { from: a.words, to: b.words }];
  // What both begin with is no part of a stretch: `too_big`, `too_large`.
  if (a.words.includes("too")) phrases.push({ from: ["too", ...stretch.from], to: ["too", ...stretch.to] });
  return phrases.find(({ from, to }) => synonymous(from, to)) ?? null;
}

/** All words that differ are spellings of each other, one by one. */
function misspelt({ swaps }: Difference): boolean {
  return swaps.every((swap) => isSpellingOf(swap.from.join(""), swap.to.join(""), 2));
}

/** Words added or dropped at an end are a prefix change; anything else a swap of words. */
function howOf({ swaps, common }: Difference): RenameHow {
  if (common.length === 0) return "other";
  const [swap] = swaps;
  return swaps.length === 1 && swap !== undefined && isOneSided(swap) ? "prefix" : "token";
}

function isOneSided(swap: Swap): boolean {
  return swap.from.length === 0 || swap.to.length === 0;
}
