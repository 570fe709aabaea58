import type { Places } from "../contract/places.js";

/** Names by their numbers in sorted order, and the lists that are made of them. */
export class Numbered {
  readonly #names: readonly string[];
  readonly #places: Places;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #lists = new WeakMap<ReadonlySet<number>, readonly string[]>();

  /**
   * @param names sorted
   * @param places counts the lists that are made
   */
  constructor(names: readonly string[], places: Places) {
    this.#names = names;
    this.#places = places;
    this.#numbers = new Map(names.map((name, number) => [name, number]));
  }

  numberOf(name: string): number {
    return this.#numbers.get(name) ?? 0;
  }

  /**
   * The names in any of the sets, sorted. Beside a set that holds all others they cost nothing: it has one list.
   *
   * @throws Problem where all lists together name too many places
   */
  union(sets: readonly ReadonlySet<number>[]): readonly string[] {
    const [most, ...others] = sets.toSorted((a, b) => b.size - a.size);
    if (most === undefined) return [];
    const more = new Set<number>();
    for (const other of others) {
      this.#places.addLooks(other.size);
      for (const number of other) if (!most.has(number)) more.add(number);
    }
    if (more.size > 0) return this.#list([...most, ...more]);
    const known = this.#lists.get(most) ?? this.#list([...most]);
    this.#lists.set(most, known);
    return known;
  }

  #list(numbers: readonly number[]): readonly string[] {
    const list = Array.from(Uint32Array.from(numbers).sort(), (number) => this.#names[number] ?? "");
    this.#places.add(list);
    return list;
  }
}
