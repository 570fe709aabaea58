import { fitsStatus } from "../catalog/carried.js";
import type { Catalog, Code, Operation, OperationStatus } from "../contract/contract.js";
import { type Basis, type PageOperation, type PageReach, reachOf } from "./page.js";

/** From which operations the codes of one catalog can come. */
export interface Reach {
  readonly operations: readonly PageOperation[];
  of(code: Code): { readonly basis: Basis; readonly operations: readonly PageReach[] };
}

/** Responses that carry a code, by how much they say about it. */
interface Carrying {
  readonly narrowed: OperationStatus[];
  readonly status: OperationStatus[];
  readonly rest: OperationStatus[];
}

/**
 * Reads from the responses which codes they can carry. A response whose schema lets every code pass that may come with its
 * status says nothing about a single code but by that status, and `default` not even that.
 */
export function reachIn(catalog: Catalog, operations: readonly Operation[]): Reach {
  const order = new Map(catalog.codes.map(({ code }, at) => [code, at]));
  const possible = new Map<string, number>();
  const lists = new Map<ReadonlySet<string>, string[]>();
  const found = new Map<string, Carrying>();
  const shown = shownBy(catalog);

  const pages = operations.flatMap(({ id, responses }): PageOperation[] => {
    const carrying = responses.flatMap(({ status, codes: carried }) => {
      const set = carried.get(catalog.name);
      if (set === undefined || set.size === 0) return [];
      const any = set.size > 1 && set.size === countPossible(status);
      const list = inOrder(set);
      const means = any ? (status === "default" ? "rest" : "status") : "narrowed";
      for (const code of list) carryingOf(code)[means].push({ operation: id, status });
      const codes = set.size === catalog.codes.length ? [] : list;
      return [{ status, any, codes, shown: shown.get(key(id, status)) ?? [] }];
    });
    return carrying.length === 0 ? [] : [{ operation: id, responses: carrying }];
  });

  return {
    operations: pages,
    of({ code, statuses }) {
      const { narrowed, status, rest } = carryingOf(code);
      if (narrowed.length > 0) return { basis: "narrowed", operations: reachOf(narrowed) };
      if (status.length + rest.length === 0) return { basis: "unknown", operations: [] };
      if (statuses.length === 0) return { basis: "any", operations: [] };
      return { basis: "status", operations: reachOf(status.length > 0 ? status : rest) };
    },
  };

  function carryingOf(code: string): Carrying {
    const known = found.get(code) ?? { narrowed: [], status: [], rest: [] };
    found.set(code, known);
    return known;
  }

  function countPossible(status: string): number {
    const known = possible.get(status);
    if (known !== undefined) return known;
    const fitting = catalog.codes.filter(
      ({ statuses }) => statuses.length === 0 || statuses.some((own) => fitsStatus(own, status)),
    );
    possible.set(status, fitting.length);
    return fitting.length;
  }

  function inOrder(set: ReadonlySet<string>): string[] {
    const known = lists.get(set);
    if (known !== undefined) return known;
    const list = [...set].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    lists.set(set, list);
    return list;
  }
}

/** Which codes the examples of every response show. */
function shownBy({ codes }: Catalog): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { code, shownIn } of codes) {
    for (const { operation, status } of shownIn) {
      const list = found.get(key(operation, status)) ?? [];
      found.set(key(operation, status), list);
      list.push(code);
    }
  }
  return found;
}

function key(operation: string, status: string): string {
  return JSON.stringify([operation, status]);
}
