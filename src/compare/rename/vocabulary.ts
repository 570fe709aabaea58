import type { Name } from "./name.js";
import { failureWords } from "./synonyms.js";

/** How much each word says in these catalogs: one that stands in every code says nothing of any. */
export class Vocabulary {
  readonly #count = new Map<string, number>();

  constructor(names: Iterable<Name>) {
    for (const name of names) {
      for (const word of new Set(name.words)) this.#count.set(word, (this.#count.get(word) ?? 0) + 1);
    }
  }

  count(word: string): number {
    return this.#count.get(word) ?? 0;
  }

  weight(words: readonly string[]): number {
    let sum = 0;
    for (const word of words) {
      const common = 1 + Math.log(Math.max(1, this.count(word) - 1));
      sum += (failureWords.has(word) ? 0.5 : 1) / common;
    }
    return sum;
  }
}
