import type { Operation } from "../contract/contract.js";
import { sorted } from "./change.js";

/** Where a code shows: the operations that can return it and the statuses it can come with. Sorted. */
export interface Presence {
  readonly operations: readonly string[];
  readonly statuses: readonly string[];
}

const nowhere: Presence = { operations: [], statuses: [] };

/**
 * Where the codes of one catalog show. Sets of codes are shared between responses (one list behind thousands of
 * them), so each distinct set is looked at once, and codes in the same sets share one answer.
 */
export class PresenceIndex {
  readonly #places: { operations: string[]; statuses: string[] }[] = [];
  readonly #setsOf = new Map<string, number[]>();
  readonly #answers = new Map<string, Presence>();

  constructor(operations: readonly Operation[] | null, catalog: string) {
    const ids = new Map<ReadonlySet<string>, number>();
    for (const operation of operations ?? []) {
      for (const response of operation.responses) {
        const codes = response.codes.get(catalog);
        if (codes === undefined) continue;
        let id = ids.get(codes);
        if (id === undefined) {
          id = this.#places.push({ operations: [], statuses: [] }) - 1;
          ids.set(codes, id);
          for (const code of codes) append(this.#setsOf, code, id);
        }
        this.#places[id]?.operations.push(operation.id);
        this.#places[id]?.statuses.push(response.status);
      }
    }
  }

  has(code: string): boolean {
    return this.#setsOf.has(code);
  }

  of(code: string): Presence {
    const sets = this.#setsOf.get(code);
    if (sets === undefined) return nowhere;
    const key = sets.join();
    let answer = this.#answers.get(key);
    if (answer === undefined) {
      answer = {
        operations: sorted(sets.flatMap((id) => this.#places[id]?.operations ?? [])),
        statuses: sorted(sets.flatMap((id) => this.#places[id]?.statuses ?? [])),
      };
      this.#answers.set(key, answer);
    }
    return answer;
  }
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
