import type { Side } from "../catalogs.js";
import { gapsBetween, isSorted } from "./alignment.js";
import { type Lists, listsOf } from "./places.js";
import type { Voice } from "./voice.js";

/** What one list says of a pair: how strongly, and in which kind of place. */
interface Sighting {
  readonly weight: number;
  readonly place: string;
}

/** In which gaps a code left or came, to recognise one that became several and several that became one. */
export interface Exchange {
  readonly left: readonly string[];
  readonly came: readonly string[];
  /** No other code was in the list: it is the list of one response, or one example. */
  readonly whole: boolean;
}

/**
 * Evidence from where codes stand. Two codes that left and came in the same gap of the same list, alone, are likely one;
 * several in one gap say little; in a sorted list the place follows from the name and says next to nothing.
 */
export class Places {
  readonly #sightings = new Map<string, Map<string, Sighting[]>>();
  readonly #lists = new Map<string, number>();
  readonly exchanges: Exchange[] = [];

  /** @param ordered whether both sides know the order of their codes; a baseline does not */
  constructor(before: Side, after: Side, ordered: boolean) {
    if (!ordered) return;
    const old = listsOf(before.catalog.codes);
    const fresh = listsOf(after.catalog.codes);
    let matched = false;
    for (const [list, codes] of old) {
      const now = fresh.get(list);
      if (now === undefined) continue;
      matched = true;
      this.#compare(codes, now, list);
    }
    if (!matched) this.#compareOrder(before, after, old, fresh);
  }

  /** The lists moved: what is left is the order of the whole catalog. */
  #compareOrder(before: Side, after: Side, old: Lists, fresh: Lists): void {
    if (old.size > 1 || fresh.size > 1) return;
    this.#compare([...before.codes.keys()], [...after.codes.keys()], "");
  }

  #compare(before: readonly string[], after: readonly string[], list: string): void {
    const sorted = isSorted(before) && isSorted(after);
    for (const gap of gapsBetween(before, after)) {
      const whole = before.length === gap.left.length && after.length === gap.came.length;
      this.exchanges.push({ left: gap.left, came: gap.came, whole });
      const size = Math.max(gap.left.length, gap.came.length);
      for (const code of [...gap.left, ...gap.came]) this.#lists.set(code, (this.#lists.get(code) ?? 0) + 1);
      for (const [index, code] of gap.left.entries()) {
        for (const [other, to] of gap.came.entries()) {
          const weight = sorted
            ? 0.05
            : weigh(size, index === other && gap.left.length === gap.came.length, gap.inner || whole);
          this.#note(code, to, { weight, place: placeWords(list) });
        }
      }
    }
  }

  #note(from: string, to: string, sighting: Sighting): void {
    let row = this.#sightings.get(from);
    if (row === undefined) {
      row = new Map();
      this.#sightings.set(from, row);
    }
    const seen = row.get(to);
    if (seen === undefined) row.set(to, [sighting]);
    else seen.push(sighting);
  }

  /** Codes that came where this one left. */
  targetsOf(code: string): Iterable<string> {
    return this.#sightings.get(code)?.keys() ?? [];
  }

  voice(from: string, to: string): Voice | null {
    const seen = this.#sightings.get(from)?.get(to);
    if (seen === undefined) return null;
    const [best, ...others] = [...seen].sort((a, b) => b.weight - a.weight);
    if (best === undefined) return null;
    const doubt = others.reduce((left, one) => left * (1 - 0.25 * one.weight), 1 - best.weight);
    const everywhere = seen.length / Math.max(this.#lists.get(from) ?? 1, this.#lists.get(to) ?? 1);
    const weight = Math.min(0.8, 1 - doubt) * (0.4 + 0.6 * everywhere);
    return { weight, says: best.weight >= 0.25 ? `same place in ${best.place}` : null };
  }
}

function weigh(size: number, sameRow: boolean, inner: boolean): number {
  if (size === 1) return inner ? 0.55 : 0.35;
  if (sameRow) return size === 2 ? 0.35 : size === 3 ? 0.28 : 0.2;
  return 0.08;
}

function placeWords(list: string): string {
  return /\/examples?(?:\/|$)/.test(list) ? "the example" : "the list";
}
