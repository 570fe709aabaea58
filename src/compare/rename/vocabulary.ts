import type { Swap } from "./difference.js";
import type { Name } from "./name.js";
import { fillers, states } from "./states.js";

/** Below this many codes, words that all of them have are no mark of a namespace. */
const manyCodes = 8;
/** The share of all codes that words of a namespace stand in. */
const nearlyAll = 0.9;

/** How much each word says in these catalogs: one that stands in every code says nothing of any. */
export class Vocabulary {
  readonly #codes: number;
  readonly #count = new Map<string, number>();
  readonly #before = new Map<string, number>();
  readonly #after: ReadonlySet<string>;

  constructor(before: readonly Name[], after: readonly Name[]) {
    const names = new Map([...before, ...after].map((name) => [name.code, name]));
    this.#codes = names.size;
    for (const name of names.values()) {
      for (const word of new Set(name.words)) this.#count.set(word, (this.#count.get(word) ?? 0) + 1);
    }
    for (const word of before.flatMap((name) => name.words)) {
      this.#before.set(word, (this.#before.get(word) ?? 0) + 1);
    }
    this.#after = new Set(after.flatMap((name) => name.words));
  }

  /** Words that several codes said and none does any more, for words that none said before: a word was replaced. */
  isReplaced({ from, to }: Swap): boolean {
    if (from.length === 0 || to.length === 0) return false;
    if (from.some((word) => (this.#before.get(word) ?? 0) < 2)) return false;
    return !from.some((word) => this.#after.has(word)) && !to.some((word) => this.#before.has(word));
  }

  /** Words that are still in use, for words that were in use before: two things that live side by side. */
  liveSideBySide({ from, to }: Swap): boolean {
    if (from.length === 0 || to.length === 0) return false;
    return from.every((word) => this.#after.has(word)) && to.every((word) => this.#before.has(word));
  }

  count(word: string): number {
    return this.#count.get(word) ?? 0;
  }

  weight(words: readonly string[]): number {
    let sum = 0;
    for (const word of words) {
      if (this.#isNamespace(word)) continue;
      const common = 1 + Math.log(Math.max(1, this.count(word) - 1));
      sum += (states.has(word) || fillers.has(word) ? 0.3 : 1) / common;
    }
    return sum;
  }

  /** A word of all codes, as of the address that problem types share, tells none of them from another. */
  #isNamespace(word: string): boolean {
    return this.#codes >= manyCodes && this.count(word) >= nearlyAll * this.#codes;
  }
}
