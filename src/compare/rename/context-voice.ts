import type { Code } from "../../contract/contract.js";
import { sorted } from "../../contract/record.js";
import { type CatalogPair, type Side, shows } from "../catalogs.js";
import { list } from "../words.js";
import type { Voice } from "./voice.js";

/** What surrounds the two codes: their statuses, operations and group. */
export interface Context {
  readonly voice: Voice;
  /** Below 1 where the surroundings speak against the pair. */
  readonly factor: number;
  /** Both have the same statuses and operations, which most codes have not. */
  readonly own: boolean;
}

interface Surroundings {
  readonly statuses: readonly string[];
  readonly operations: readonly string[];
  readonly group: string | null;
}

/** Surroundings never make two codes one, dozens share them; they support what else is said, or speak against it. */
export class Contexts {
  readonly #pair: CatalogPair;
  /** Operations that both sides have, by their names on either. One that came or left says nothing of codes. */
  readonly #shared: ReadonlyMap<string, string>;
  readonly #surroundings = new Map<Side, Map<string, Surroundings>>();
  /** Lists of places are shared by codes in the same responses, so what was found of two lists is kept. */
  readonly #relations = new WeakMap<readonly string[], WeakMap<readonly string[], Relation>>();
  readonly #keys = new WeakMap<readonly string[], string>();
  readonly #told = new WeakMap<readonly string[], ReadonlySet<string>>();
  /** The statuses and operations that most old codes have; null where they differ. */
  #crowd: string | null | undefined;

  constructor(pair: CatalogPair) {
    this.#pair = pair;
    this.#shared = pair.operations.names;
  }

  of(from: string, to: string): Context {
    const a = this.#around(this.#pair.before, from);
    const b = this.#around(this.#pair.after, to);
    const same: string[] = [];
    let weight = 0;
    let factor = 1;
    if (a.group !== null && b.group !== null) {
      if (a.group === b.group) {
        same.push("group");
        weight += 0.05;
      } else factor *= 0.85;
    }
    const [statuses, operations] = [
      this.#relation(a.statuses, b.statuses),
      this.#relation(a.operations, b.operations, this.#shared),
    ];
    for (const [what, like] of [["statuses", statuses] as const, ["operations", operations] as const]) {
      if (like === "equal") {
        same.push(what);
        weight += 0.1;
      } else if (like === "disjoint") factor *= 0.65;
    }
    return {
      voice: { weight, says: same.length === 0 ? null : `same ${list(same)}` },
      factor,
      own: statuses === "equal" && operations === "equal" && !this.#isCommon(a),
    };
  }

  #around(side: Side, code: string): Surroundings {
    const known = this.#surroundings.get(side) ?? new Map<string, Surroundings>();
    this.#surroundings.set(side, known);
    let found = known.get(code);
    if (found === undefined) {
      found = surroundings(side, code);
      known.set(code, found);
    }
    return found;
  }

  /** Do more than half of the old codes have these statuses and operations? */
  #isCommon(place: Surroundings): boolean {
    const { before } = this.#pair;
    if (this.#crowd === undefined) {
      const count = new Map<string, number>();
      for (const code of before.codes.keys()) {
        const key = this.#keyOf(this.#around(before, code));
        count.set(key, (count.get(key) ?? 0) + 1);
      }
      this.#crowd = [...count].find(([, codes]) => codes * 2 > before.codes.size)?.[0] ?? null;
    }
    return this.#crowd === this.#keyOf(place);
  }

  #keyOf({ statuses, operations }: Surroundings): string {
    const [a, b] = [statuses, operations].map((places) => {
      const key = this.#keys.get(places) ?? places.join("\n");
      this.#keys.set(places, key);
      return key;
    });
    return `${a}\n\n${b}`;
  }

  #relation(a: readonly string[], b: readonly string[], names?: ReadonlyMap<string, string>): Relation {
    const row = this.#relations.get(a) ?? new WeakMap<readonly string[], Relation>();
    this.#relations.set(a, row);
    let found = row.get(b);
    if (found === undefined) {
      found =
        a.length === 0 || b.length === 0 ? "unknown" : relation(this.#tell(a, names), this.#tell(b, names));
      row.set(b, found);
    }
    return found;
  }

  /** @param names what is not in it is left out */
  #tell(list: readonly string[], names?: ReadonlyMap<string, string>): ReadonlySet<string> {
    const told =
      this.#told.get(list) ??
      new Set(names === undefined ? list : list.flatMap((item) => names.get(item) ?? []));
    this.#told.set(list, told);
    return told;
  }
}

/** The name for constants (`x-enum-varnames`) that stayed while the value changed. */
export function constantVoice(before: Code | undefined, after: Code | undefined): Voice | null {
  const same = before?.name != null && before.name === after?.name;
  return same ? { weight: 0.85, says: `same constant name \`${before.name}\`` } : null;
}

function surroundings(side: Side, code: string): Surroundings {
  const said = side.codes.get(code);
  const place = shows(side, code);
  const shown = said?.shownIn ?? [];
  const seen = place.statuses.length > 0;
  return {
    statuses: seen ? place.statuses : sorted(shown.map((one) => one.status)),
    operations: seen ? place.operations : sorted(shown.map((one) => one.operation)),
    group: said?.group ?? null,
  };
}

type Relation = "equal" | "disjoint" | "some" | "unknown";

function relation(a: ReadonlySet<string>, b: ReadonlySet<string>): Relation {
  // Where both stand only in places that the other side has not, places may have new names.
  if (a.size === 0 && b.size === 0) return "unknown";
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of few) if (many.has(item)) shared++;
  if (shared === 0) return "disjoint";
  return shared === a.size && shared === b.size ? "equal" : "some";
}
