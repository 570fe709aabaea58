import type { Operation } from "../../contract/contract.js";
import { remember } from "../../contract/memo.js";
import type { Places } from "../../contract/places.js";
import { sorted } from "../../contract/record.js";
import type { Loss } from "./responses.js";
import type { Survivors } from "./survivors.js";

/** Code to the operations (of the new contract, by their old id where they lost it) that lost or gained it. */
export interface OperationCodes {
  /** Codes that the same operations lost in the same responses have one list of them. */
  readonly lost: ReadonlyMap<string, readonly Loss[]>;
  /** Codes that the same operations gained have one list of them. */
  readonly gained: ReadonlyMap<string, readonly Operation[]>;
  /** Operations that could return no code of the catalog before, with the codes that they gained: the same ones together. */
  readonly wholes: readonly Whole[];
}

export interface Whole {
  readonly codes: readonly string[];
  readonly operations: readonly Operation[];
}

type Sets = readonly ReadonlySet<string>[];

/** What operations lost and gained that share their lists. */
interface Difference {
  readonly id: number;
  /** The lists before. */
  readonly all: Sets;
  readonly lost: readonly string[];
  readonly gained: readonly string[];
  readonly isWhole: boolean;
  readonly losses: Loss[];
}

/**
 * Which codes of one catalog left or entered the sets of operations that both contracts have. What a lost response took
 * along is said by that response. Operations that share their lists share the answer.
 */
export function operationCodes(
  losses: readonly Loss[],
  survivors: Survivors,
  places: Places,
): OperationCodes {
  const differences = differencesOf(losses, survivors, places);
  const wholes = new Map<string, { codes: readonly string[]; operations: Operation[] }>();
  const lost = new Map<string, Difference[]>();
  const gained = new Map<string, Difference[]>();
  for (const difference of differences) {
    for (const code of difference.lost) remember(lost, code, () => []).push(difference);
    if (difference.isWhole) {
      places.add(difference.gained);
      const codes = sorted(difference.gained);
      const whole = remember(wholes, codes.join("\n"), () => ({ codes, operations: [] }));
      for (const { after } of difference.losses) whole.operations.push(after);
    } else for (const code of difference.gained) remember(gained, code, () => []).push(difference);
  }
  const order = new Map(losses.map((loss, index) => [loss, index]));
  const place = (loss: Loss) => order.get(loss) ?? 0;
  const together = (found: readonly Difference[]) => {
    const all = found.flatMap((difference) => difference.losses).sort((a, b) => place(a) - place(b));
    places.add(all.map(({ before }) => before.id));
    return all;
  };
  return {
    lost: shared(lost, together, (code, { all }) => {
      places.addLooks(all.length);
      return all.map((set) => Number(set.has(code))).join("");
    }),
    gained: shared(
      gained,
      (found) => together(found).map(({ after }) => after),
      () => "",
    ),
    wholes: [...wholes.values()],
  };
}

function differencesOf(losses: readonly Loss[], survivors: Survivors, places: Places): Difference[] {
  const { before, after } = survivors.pair;
  const missing = new Missing(places);
  const name = new SetNames();
  const differences = new Map<string, Difference>();
  for (const loss of losses) {
    const all = setsOf(loss.before, before.catalog.name, []);
    const now = setsOf(loss.after, after.catalog.name, []);
    const staying = setsOf(loss.before, before.catalog.name, [...loss.removed, ...loss.bare]);
    const key = `${name.of(all)}|${name.of(staying)}|${name.of(now)}`;
    const difference = remember(differences, key, () => {
      const gained = gainedCodes(missing.of(now, all), all, survivors);
      return {
        id: differences.size,
        all,
        lost: missing.of(staying, now).filter((code) => survivors.kept.has(code)),
        gained,
        isWhole: all.length === 0 && gained.length > 1,
        losses: [],
      };
    });
    difference.losses.push(loss);
  }
  return [...differences.values()];
}

/** What each code is given, made once for all codes of the same differences that have the same mark in them. */
function shared<Value>(
  codes: ReadonlyMap<string, readonly Difference[]>,
  make: (differences: readonly Difference[]) => Value,
  mark: (code: string, difference: Difference) => string,
): Map<string, Value> {
  const made = new Map<string, Value>();
  const given = new Map<string, Value>();
  for (const [code, differences] of codes) {
    const key = differences.map((difference) => `${difference.id}:${mark(code, difference)}`).join();
    given.set(
      code,
      remember(made, key, () => make(differences)),
    );
  }
  return given;
}

/** Codes of lists that are in none of other lists. */
class Missing {
  readonly #places: Places;
  readonly #apart = new Map<ReadonlySet<string>, Map<ReadonlySet<string>, readonly string[]>>();

  constructor(places: Places) {
    this.#places = places;
  }

  /** A list is held against the one at its place and the largest: what neither has is little, mostly, and sought in all. */
  of(sets: Sets, others: Sets): string[] {
    const largest = others.reduce((most, set) => (set.size > most.size ? set : most), nothing);
    const found = new Set<string>();
    for (const [index, set] of sets.entries()) {
      const rest = this.#without(set, largest);
      const same = rest.length === 0 ? rest : this.#without(set, others[index] ?? largest);
      for (const code of same.length < rest.length ? same : rest) {
        this.#places.addLooks(others.length + 1);
        if (!has(others, code)) found.add(code);
      }
    }
    return [...found];
  }

  #without(set: ReadonlySet<string>, other: ReadonlySet<string>): readonly string[] {
    const known = remember(this.#apart, set, () => new Map());
    return remember(known, other, () => {
      this.#places.addLooks(set.size);
      return [...set].filter((code) => !other.has(code));
    });
  }
}

const nothing: ReadonlySet<string> = new Set();

/** A code that an operation returns instead of one that was renamed to it is not new there. */
function gainedCodes(missing: readonly string[], before: Sets, survivors: Survivors): string[] {
  return missing.filter(
    (code) =>
      survivors.kept.has(code) && !(survivors.oldNames.get(code) ?? []).some((old) => has(before, old)),
  );
}

function setsOf(operation: Operation, catalog: string, without: Loss["removed"]): ReadonlySet<string>[] {
  const sets = new Set<ReadonlySet<string>>();
  for (const response of operation.responses) {
    const codes = response.codes.get(catalog);
    if (codes !== undefined && !without.includes(response)) sets.add(codes);
  }
  return [...sets];
}

function has(sets: Sets, code: string): boolean {
  return sets.some((set) => set.has(code));
}

/** Short names for sets by identity, so that combinations of them can be a key. */
class SetNames {
  readonly #names = new Map<ReadonlySet<string>, number>();

  of(sets: Sets): string {
    return sets.map((set) => remember(this.#names, set, () => this.#names.size)).join();
  }
}
