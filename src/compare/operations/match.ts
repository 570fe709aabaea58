import type { Operation } from "../../contract/contract.js";
import { remember } from "../../contract/memo.js";

/** An operation that both contracts have. */
export interface OperationPair {
  readonly before: Operation;
  readonly after: Operation;
}

/** Which operation is which: by method and path; names of path parameters are no part of the path. */
export class OperationMatch {
  readonly pairs: readonly OperationPair[];
  readonly gone: readonly Operation[];
  #indexes: Record<keyof OperationPair, Index> | null = null;
  #names: ReadonlyMap<string, string> | null = null;

  constructor(before: readonly Operation[], after: readonly Operation[]) {
    const exact = new Map(after.map((operation) => [operation.id, operation]));
    const pairs: OperationPair[] = [];
    const rest: Operation[] = [];
    for (const operation of before) {
      const same = exact.get(operation.id);
      if (same === undefined) {
        rest.push(operation);
      } else {
        pairs.push({ before: operation, after: same });
        exact.delete(operation.id);
      }
    }
    const byShape = new Map([...exact.values()].map((operation) => [shape(operation.id), operation]));
    const gone: Operation[] = [];
    for (const operation of rest) {
      const same = byShape.get(shape(operation.id));
      if (same === undefined) {
        gone.push(operation);
      } else {
        pairs.push({ before: operation, after: same });
        byShape.delete(shape(operation.id));
      }
    }
    this.pairs = pairs;
    this.gone = gone;
  }

  /** The names of the pairs, old and new, with the old one of each. */
  get names(): ReadonlyMap<string, string> {
    this.#names ??= new Map(
      this.pairs.flatMap(({ before, after }) => [
        [after.id, before.id] as const,
        [before.id, before.id] as const,
      ]),
    );
    return this.#names;
  }

  /** The numbers of the pairs that carry codes of a catalog, on either side: of many catalogs each has its own. */
  carrying(catalogs: Readonly<Record<keyof OperationPair, string>>): Set<number> {
    return this.#union((index, side) => index.byCatalog.get(catalogs[side]));
  }

  /** The numbers of the pairs that have one of the names, on either side. */
  named(names: Readonly<Record<keyof OperationPair, readonly string[]>>): Set<number> {
    return this.#union((index, side) => names[side].flatMap((name) => index.byName.get(name) ?? []));
  }

  #union(find: (index: Index, side: keyof OperationPair) => Iterable<number> | undefined): Set<number> {
    this.#indexes ??= {
      before: indexOf(this.pairs.map(({ before }) => before)),
      after: indexOf(this.pairs.map(({ after }) => after)),
    };
    const { before, after } = this.#indexes;
    return new Set([...(find(before, "before") ?? []), ...(find(after, "after") ?? [])]);
  }
}

interface Index {
  readonly byCatalog: ReadonlyMap<string, ReadonlySet<number>>;
  readonly byName: ReadonlyMap<string, number>;
}

function indexOf(operations: readonly Operation[]): Index {
  const byCatalog = new Map<string, Set<number>>();
  for (const [number, { responses }] of operations.entries()) {
    for (const { codes } of responses)
      for (const name of codes.keys()) remember(byCatalog, name, () => new Set()).add(number);
  }
  return { byCatalog, byName: new Map(operations.map(({ id }, number) => [id, number])) };
}

function shape(id: string): string {
  return id.replace(/\{[^{}]*\}/g, "{}");
}
