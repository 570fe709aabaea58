import { remember } from "../../contract/memo.js";

/** Words of a description or message, to compare wording. */
export function textWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The same numbers for the same words, sorted, so that two texts can be compared in one walk through both. */
export function numberWords(words: readonly string[], numbers: Map<string, number>): Uint32Array {
  return Uint32Array.from(words, (word) => remember(numbers, word, () => numbers.size)).sort();
}

/**
 * Share of words that two texts have in common (Dice), 1 for the same words. Texts under three words say nothing.
 *
 * @param a numbers of words, sorted
 */
export function textLikeness(a: Uint32Array, b: Uint32Array): number {
  if (Math.min(a.length, b.length) < 3) return 0;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return (2 * shared) / (a.length + b.length);
}
