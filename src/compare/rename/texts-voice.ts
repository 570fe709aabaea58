import type { Code } from "../../contract/contract.js";
import { numberWords, textLikeness, textWords } from "./texts.js";
import type { Voice } from "./voice.js";

interface Text {
  readonly words: Uint32Array;
  readonly key: string;
}

interface Texts {
  readonly description: Text | null;
  readonly messages: readonly Text[];
}

/** Each message of one code is compared with each of another; more of them say no more. */
const mostMessages = 50;

/** Evidence from what the documents say of codes: descriptions and the messages of examples. */
export class Wordings {
  readonly #texts = new Map<Code | undefined, Texts>();
  readonly #uses = new Map<string, Set<string>>();

  constructor(sides: readonly Iterable<Code>[]) {
    const numbers = new Map<string, number>();
    const text = (value: string): Text => {
      const words = textWords(value);
      return { words: numberWords(words, numbers), key: words.join(" ") };
    };
    for (const codes of sides) {
      for (const code of codes) {
        const texts = {
          description: code.description === null ? null : text(code.description),
          messages: code.messages.map(text),
        };
        this.#texts.set(code, texts);
        const all = texts.description === null ? texts.messages : [texts.description, ...texts.messages];
        for (const { key } of all)
          this.#uses.set(key, (this.#uses.get(key) ?? new Set<string>()).add(code.code));
      }
    }
  }

  /** Keys under which codes with the same text are found. */
  keysOf(code: Code | undefined): string[] {
    const texts = this.#texts.get(code);
    if (texts === undefined) return [];
    const all = texts.description === null ? texts.messages : [texts.description, ...texts.messages];
    return all.filter((one) => one.words.length >= 3).map((one) => one.key);
  }

  voices(from: Code | undefined, to: Code | undefined): Voice[] {
    const a = this.#texts.get(from);
    const b = this.#texts.get(to);
    if (a === undefined || b === undefined) return [];
    const voices: Voice[] = [];
    if (a.description !== null && b.description !== null) {
      const weight = this.#weigh(a.description, b.description);
      voices.push({ weight, says: weight >= 0.6 ? "same description" : "similar description" });
    }
    let best = 0;
    for (const one of a.messages.slice(0, mostMessages))
      for (const other of b.messages.slice(0, mostMessages)) best = Math.max(best, this.#weigh(one, other));
    voices.push({ weight: best * 0.85, says: best >= 0.6 ? "same message" : "similar message" });
    return voices;
  }

  /** Is the text the same, and of no other code? */
  sharesOwnText(from: Code | undefined, to: Code | undefined): boolean {
    return this.voices(from, to).some((voice) => voice.weight >= 0.6);
  }

  #weigh(a: Text, b: Text): number {
    const like = textLikeness(a.words, b.words);
    if (like < 0.65) return 0;
    // A sentence that several codes have ("Bad request.") is no mark of any of them.
    const shared = Math.max(this.#uses.get(a.key)?.size ?? 1, this.#uses.get(b.key)?.size ?? 1);
    const limit = a.key === b.key ? 2 : 1;
    const own = shared > limit ? 0.25 : 1;
    const long = Math.min(a.words.length, b.words.length) >= 5 ? 1 : 0.7;
    return own * long * (like > 0.95 ? 0.75 : like >= 0.8 ? 0.5 : 0.3);
  }
}
