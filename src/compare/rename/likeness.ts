import type { RenameHow } from "../../contract/change.js";
import { contrary, otherNumber } from "./contrary.js";
import { type Difference, difference, type Swap } from "./difference.js";
import type { Name } from "./name.js";
import { isSpellingOf, isVariantOf } from "./spelling.js";
import { synonymous } from "./synonyms.js";
import type { Vocabulary } from "./vocabulary.js";
import type { Voice } from "./voice.js";

/** What the two strings alone say of a pair. */
export interface Likeness {
  readonly how: RenameHow;
  readonly voice: Voice;
  readonly difference: Difference;
  /** The names differ in a number, or one is the contrary of the other: they look alike and are not. */
  readonly barred: "number" | "contrary" | null;
  /** Share of their words, by weight, that both have. */
  readonly overlap: number;
}

export function likeness(a: Name, b: Name, vocabulary: Vocabulary): Likeness {
  const diff = difference(a.words, b.words);
  const shared = vocabulary.weight(diff.common);
  const all = vocabulary.weight(a.words) + vocabulary.weight(b.words);
  const overlap = all === 0 ? 0 : (2 * shared) / all;
  const barred = contrary(diff) ? "contrary" : otherNumber(a, b) ? "number" : null;
  const say = (how: RenameHow, weight: number, says: string | null): Likeness => ({
    how,
    voice: { weight, says },
    difference: diff,
    barred,
    overlap,
  });
  if (!a.hasLetters || !b.hasLetters) return say("other", 0, null);
  if (a.key === b.key) {
    return a.code.toLowerCase() === b.code.toLowerCase()
      ? say("case", 0.98, "only the case differs")
      : say("separator", 0.97, "the same words in another style");
  }
  if (barred === "contrary") return say("other", 0, null);
  if (barred === "number") return say(howOf(diff), 0, null);
  if (isSpellingOf(a.key, b.key, 1) || misspelt(diff)) return say("typo", 0.9, "a spelling corrected");
  const { from, to } = diff.rest;
  if (from.length === 0 && to.length === 0) return say("token", 0.85, "the same words in another order");
  if (isSpellingOf(from.join(""), to.join(""), 1)) return say("typo", 0.75, "almost the same words");
  if (from.length === to.length && from.every((word, index) => isSameWord(word, to[index] ?? ""))) {
    return say("token", 0.75, `\`${from.join("_")}\` and \`${to.join("_")}\` are forms of one word`);
  }
  if (synonymous(from, to)) {
    return say(
      overlap > 0 ? "token" : "other",
      overlap > 0 ? 0.7 : 0.6,
      `\`${from.join("_")}\` and \`${to.join("_")}\` mean the same`,
    );
  }
  if (a.leaf !== null && a.leaf === b.leaf && a.leaf !== a.code.toLowerCase()) {
    return say("prefix", 0.5, `both end in \`${a.leaf}\``);
  }
  const says = diff.common.length === 0 ? null : sharedWords(diff.common);
  if (from.length === 0 || to.length === 0) return say(howOf(diff), 0.2 + 0.45 * overlap, says);
  return say(howOf(diff), 0.8 * overlap ** 1.5, says);
}

function sharedWords(words: readonly string[]): string {
  return `both say \`${words.join("_")}\``;
}

function isSameWord(a: string, b: string): boolean {
  return isVariantOf(a, b) || isSpellingOf(a, b, 1) || synonymous([a], [b]);
}

/** All words that differ are spellings of each other, one by one. */
function misspelt({ swaps }: Difference): boolean {
  return swaps.every((swap) => isSpellingOf(swap.from.join(""), swap.to.join(""), 2));
}

/** Words added or dropped at an end are a prefix change; anything else a swap of words. */
export function howOf({ swaps, common }: Difference): RenameHow {
  if (common.length === 0) return "other";
  const [swap] = swaps;
  return swaps.length === 1 && swap !== undefined && isOneSided(swap) ? "prefix" : "token";
}

function isOneSided(swap: Swap): boolean {
  return swap.from.length === 0 || swap.to.length === 0;
}
