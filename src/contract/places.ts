import { Problem } from "./problem.js";

/** How much a spec may have a report or page name, and whose spec it is. */
export interface PlacesLimit {
  readonly limit: number;
  readonly file: string;
}

/** What a name costs beside its characters: a line of its own. */
const perName = 32;
/** What it costs to look at one that is not named in the end. */
const perLook = 16;

/** Counts the operations, statuses and codes that are named: two long lists may have a product beyond all measure. */
export class Places {
  readonly #who: string;
  readonly #limit: PlacesLimit | null;
  readonly #sizes = new WeakMap<readonly string[], number>();
  #size = 0;

  /**
   * @param who names them, as a message begins: `changes`
   * @param limit null: none
   */
  constructor(who: string, limit: PlacesLimit | null) {
    this.#who = who;
    this.#limit = limit;
  }

  /** @throws Problem `too-many-places` */
  add(names: readonly string[]): void {
    this.#add(this.#limit === null ? 0 : this.#sizeOf(names));
  }

  /** So many were looked at. @throws Problem `too-many-places` */
  addLooks(count: number): void {
    this.#add(count * perLook);
  }

  #add(size: number): void {
    if (this.#limit === null) return;
    const { limit, file } = this.#limit;
    this.#size += size;
    if (this.#size <= limit) return;
    throw new Problem(
      "too-many-places",
      `${this.#who} name operations, statuses and codes so often that their names have more than ${limit} characters.`,
      "raise `limits.places` in the config if you trust the spec.",
      { file },
    );
  }

  /** Lists that are shared are measured once. */
  #sizeOf(names: readonly string[]): number {
    if (names.length < 2) return perName + (names[0]?.length ?? 0);
    let size = this.#sizes.get(names);
    if (size === undefined) {
      size = names.reduce((sum, name) => sum + name.length + perName, 0);
      this.#sizes.set(names, size);
    }
    return size;
  }
}
