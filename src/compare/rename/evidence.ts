import type { RenameHow } from "../../contract/change.js";
import type { Code } from "../../contract/contract.js";
import type { CatalogPair, Side } from "../catalogs.js";
import { quote } from "../words.js";
import { Contexts, constantVoice } from "./context-voice.js";
import { type Likeness, likeness } from "./likeness.js";
import { type Name, parseName } from "./name.js";
import { type Pattern, Patterns, patternVoice } from "./patterns.js";
import { Places } from "./places-voice.js";
import { Wordings } from "./texts-voice.js";
import { Vocabulary } from "./vocabulary.js";
import { together, type Voice } from "./voice.js";

/** All that speaks for one pair, weighed. */
export interface Weighed {
  readonly from: string;
  readonly to: string;
  readonly confidence: number;
  readonly how: RenameHow;
  readonly pattern: Pattern | null;
  readonly voices: readonly Voice[];
  readonly likeness: Likeness;
}

/**
 * A number in a name that many codes changed alike (`v1`, now `v2`) is one decision; once or twice it is two things,
 * unless it stands in an address, and what is behind that stayed.
 */
const numberPattern = { inName: 3, inAddress: 2 };

/** Everything the two sides hold that can tell whether one code became another. */
export class Evidence {
  readonly pair: CatalogPair;
  readonly places: Places;
  readonly wordings: Wordings;
  readonly patterns = new Patterns();
  readonly #contexts: Contexts;
  readonly #vocabulary: Vocabulary;
  readonly #names = new Map<string, Name>();
  readonly #likeness = new Map<string, Likeness>();

  constructor(pair: CatalogPair, ordered: boolean) {
    this.pair = pair;
    const names = (side: Side) => [...side.codes.keys()].map((code) => this.name(code));
    this.#vocabulary = new Vocabulary(names(pair.before), names(pair.after));
    this.places = new Places(pair, ordered);
    this.#contexts = new Contexts(pair);
    this.wordings = new Wordings([pair.before.codes.values(), pair.after.codes.values()]);
  }

  name(code: string): Name {
    let name = this.#names.get(code);
    if (name === undefined) {
      name = parseName(code);
      this.#names.set(code, name);
    }
    return name;
  }

  likeness(from: string, to: string): Likeness {
    const key = `${from}\n${to}`;
    let like = this.#likeness.get(key);
    if (like === undefined) {
      like = likeness(this.name(from), this.name(to), this.#vocabulary);
      this.#likeness.set(key, like);
    }
    return like;
  }

  /** @param only this pair is all that left and all that came */
  weigh(from: string, to: string, only: boolean): Weighed {
    const like = this.likeness(from, to);
    const pattern = this.patterns.of(like.difference);
    const before = this.pair.before.codes.get(from);
    const after = this.pair.after.codes.get(to);
    const voices: Voice[] = [like.voice];
    if (pattern !== null) voices.push(patternVoice(pattern, this.#explained(like, pattern)));
    const place = this.places.voice(from, to);
    if (place !== null) voices.push(place);
    const constant = constantVoice(before, after);
    if (constant !== null) voices.push(constant);
    voices.push(...this.wordings.voices(before, after));
    const swapped = like.difference.common.length === 0 ? null : like.difference.rest;
    if (pattern !== null && swapped !== null && this.#vocabulary.isReplaced(swapped)) {
      voices.push({ weight: 0.4, says: `no code says ${quote(swapped.from.join("_"))} any more` });
    }
    // Of two spellings or synonyms one is enough, whatever other codes say.
    const alive = swapped !== null && like.voice.weight < 0.6 && this.#vocabulary.liveSideBySide(swapped);
    const context = this.#contexts.of(from, to);
    voices.push(context.voice);
    if (only && (like.overlap >= 0.4 || (context.own && (place?.weight ?? 0) >= 0.25))) {
      const says = "the only code that left, and the only one that came";
      voices.push({ weight: Math.max(0.1 + 0.25 * like.overlap, context.own ? 0.2 : 0), says });
    }
    const heard = voices.filter((voice) => voice.weight > 0);
    return {
      from,
      to,
      confidence:
        constant === null && this.#isBarred(like, before, after, pattern)
          ? 0
          : Math.min(0.99, together(heard) * context.factor * (alive ? 0.85 : 1)),
      how: like.how,
      pattern,
      voices: heard,
      likeness: like,
    };
  }

  #isBarred(
    like: Likeness,
    before: Code | undefined,
    after: Code | undefined,
    pattern: Pattern | null,
  ): boolean {
    switch (like.barred) {
      case null:
        return false;
      case "contrary":
        return true;
      case "number":
        return (
          (pattern?.support ?? 0) < numberPattern[like.sameLeaf ? "inAddress" : "inName"] &&
          !this.wordings.sharesOwnText(before, after)
        );
      case "failure":
        return !this.wordings.sharesOwnText(before, after);
    }
  }

  /** The share of what differs that the pattern accounts for, by weight of words. */
  #explained({ difference }: Likeness, pattern: Pattern): number {
    const all = difference.swaps.map((swap) => ({
      weight: this.#vocabulary.weight(swap.from) + this.#vocabulary.weight(swap.to),
      same: swap.from.join("_") === pattern.from && swap.to.join("_") === pattern.to,
    }));
    const rest = all.filter((swap) => !swap.same).reduce((sum, swap) => sum + swap.weight, 0);
    const common = 2 * this.#vocabulary.weight(difference.common);
    return rest === 0 ? 1 : common / (common + rest);
  }
}
