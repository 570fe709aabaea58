import type { Operation } from "../contract/contract.js";
import { remember } from "../contract/memo.js";
import type { Places } from "../contract/places.js";
import { sorted } from "../contract/record.js";
import { Numbered } from "./numbered.js";

/** Where a code shows: the operations that can return it and the statuses it can come with. Sorted. */
export interface Presence {
  readonly operations: readonly string[];
  readonly statuses: readonly string[];
}

/** Responses that carry one set of codes: the numbers of their operations and statuses. */
interface Carriers {
  readonly operations: Set<number>;
  readonly statuses: Set<number>;
}

/** The names of all operations and statuses of a contract. */
interface Names {
  readonly operations: Numbered;
  readonly statuses: Numbered;
}

const nowhere: Presence = { operations: [], statuses: [] };

/**
 * Where the codes of one catalog show. Sets of codes are shared between responses (one list behind thousands of
 * them), so each distinct set is looked at once, and codes in the same sets share one answer.
 */
export class PresenceIndex {
  readonly #names: Names;
  readonly #carriers: Carriers[] = [];
  readonly #ids = new Map<ReadonlySet<string>, number>();
  readonly #setsOf = new Map<string, number[]>();
  readonly #answers = new Map<string, Presence>();

  constructor(names: Names) {
    this.#names = names;
  }

  /** A response that carries the codes. */
  add(codes: ReadonlySet<string>, operation: string, status: string): void {
    const id = remember(this.#ids, codes, () => this.#addSet(codes));
    this.#carriers[id]?.operations.add(this.#names.operations.numberOf(operation));
    this.#carriers[id]?.statuses.add(this.#names.statuses.numberOf(status));
  }

  #addSet(codes: ReadonlySet<string>): number {
    const id = this.#carriers.push({ operations: new Set(), statuses: new Set() }) - 1;
    for (const code of codes) remember(this.#setsOf, code, () => []).push(id);
    return id;
  }

  has(code: string): boolean {
    return this.#setsOf.has(code);
  }

  /** @throws Problem where the answers together name too many places */
  of(code: string): Presence {
    const sets = this.#setsOf.get(code);
    if (sets === undefined) return nowhere;
    return remember(this.#answers, sets.join(), () => {
      const carriers = sets.flatMap((id) => this.#carriers[id] ?? []);
      return {
        operations: this.#names.operations.union(carriers.map(({ operations }) => operations)),
        statuses: this.#names.statuses.union(carriers.map(({ statuses }) => statuses)),
      };
    });
  }
}

/** Finds where the codes of a catalog show, for all catalogs of a contract. */
export function presences(
  operations: readonly Operation[],
  places: Places,
): (catalog: string) => PresenceIndex {
  const statuses = operations.flatMap(({ responses }) => responses.map(({ status }) => status));
  const names: Names = {
    operations: new Numbered(sorted(operations.map(({ id }) => id)), places),
    statuses: new Numbered(sorted(statuses), places),
  };
  const found = new Map<string, PresenceIndex>();
  const indexOf = (catalog: string) => remember(found, catalog, () => new PresenceIndex(names));
  for (const { id, responses } of operations) {
    for (const { status, codes } of responses) {
      for (const [catalog, set] of codes) indexOf(catalog).add(set, id, status);
    }
  }
  return indexOf;
}
