import type { Operation } from "../../contract/contract.js";
import { sorted } from "../change.js";
import type { Loss } from "./responses.js";
import type { Survivors } from "./survivors.js";

/** Code to the operations (of the new contract, by their old id where they lost it) that lost or gained it. */
export interface OperationCodes {
  readonly lost: Map<string, Loss[]>;
  readonly gained: Map<string, Operation[]>;
  /** Operations that could return no code of the catalog before, with the codes that they gained: the same ones together. */
  readonly wholes: readonly Whole[];
}

export interface Whole {
  readonly codes: readonly string[];
  readonly operations: readonly Operation[];
}

type Sets = readonly ReadonlySet<string>[];

/**
 * Which codes of one catalog left or entered the sets of operations that both contracts have. What a lost response took
 * along is said by that response. Operations that share their lists share the answer.
 */
export function operationCodes(losses: readonly Loss[], survivors: Survivors): OperationCodes {
  const lost = new Map<string, Loss[]>();
  const gained = new Map<string, Operation[]>();
  const wholes = new Map<string, { codes: readonly string[]; operations: Operation[] }>();
  const name = new SetNames();
  const differences = new Map<string, { lost: string[]; gained: string[] }>();
  for (const loss of losses) {
    const all = setsOf(loss.before, survivors.pair.before.catalog.name, []);
    const after = setsOf(loss.after, survivors.pair.after.catalog.name, []);
    const staying = setsOf(loss.before, survivors.pair.before.catalog.name, [...loss.removed, ...loss.bare]);
    const key = `${name.of(all)}|${name.of(staying)}|${name.of(after)}`;
    let difference = differences.get(key);
    if (difference === undefined) {
      difference = { lost: lostCodes(staying, after, survivors), gained: gainedCodes(all, after, survivors) };
      differences.set(key, difference);
    }
    for (const code of difference.lost) append(lost, code, loss);
    if (all.length === 0 && difference.gained.length > 1) {
      const codes = sorted(difference.gained);
      const whole = wholes.get(codes.join("\n")) ?? { codes, operations: [] };
      whole.operations.push(loss.after);
      wholes.set(codes.join("\n"), whole);
    } else for (const code of difference.gained) append(gained, code, loss.after);
  }
  return { lost, gained, wholes: [...wholes.values()] };
}

function lostCodes(before: Sets, after: Sets, survivors: Survivors): string[] {
  return [...union(before)].filter((code) => survivors.kept.has(code) && !has(after, code));
}

/** A code that an operation returns instead of one that was renamed to it is not new there. */
function gainedCodes(before: Sets, after: Sets, survivors: Survivors): string[] {
  return [...union(after)].filter(
    (code) =>
      survivors.kept.has(code) &&
      !has(before, code) &&
      !(survivors.oldNames.get(code) ?? []).some((old) => has(before, old)),
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

function union(sets: Sets): Set<string> {
  const codes = new Set<string>();
  for (const set of sets) for (const code of set) codes.add(code);
  return codes;
}

/** Short names for sets by identity, so that combinations of them can be a key. */
class SetNames {
  readonly #names = new Map<ReadonlySet<string>, number>();

  of(sets: Sets): string {
    return sets.map((set) => this.#name(set)).join();
  }

  #name(set: ReadonlySet<string>): number {
    const known = this.#names.get(set);
    if (known !== undefined) return known;
    this.#names.set(set, this.#names.size);
    return this.#names.size - 1;
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
