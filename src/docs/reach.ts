import { fitsStatus } from "../catalog/carried.js";
import type { Catalog, Code, Operation, OperationStatus } from "../contract/contract.js";
import { type PageOperation, type PageReach, reachOf } from "./page.js";

/** From which operations the codes of one catalog can come. */
export interface Reach {
  readonly operations: readonly PageOperation[];
  of(code: Code): { readonly anywhere: boolean; readonly operations: readonly PageReach[] };
}

/**
 * Reads from the responses which codes they can carry. A response whose schema lets every code pass that may come with
 * its status says nothing about a single code; a code that only such responses carry, and that names no statuses itself,
 * can come from anywhere.
 */
export function reachIn(catalog: Catalog, operations: readonly Operation[]): Reach {
  const order = new Map(catalog.codes.map(({ code }, at) => [code, at]));
  const possible = new Map<string, number>();
  const sorted = new Map<ReadonlySet<string>, string[]>();
  const found = new Map<string, OperationStatus[]>();
  const narrowed = new Set<string>();
  const shown = shownBy(catalog);

  const pages = operations.flatMap(({ id, responses }): PageOperation[] => {
    const carrying = responses.flatMap(({ status, codes: carried }) => {
      const set = carried.get(catalog.name);
      if (set === undefined || set.size === 0) return [];
      const any = set.size === countPossible(status);
      const list = inOrder(set);
      for (const code of list) {
        const pairs = found.get(code) ?? [];
        found.set(code, pairs);
        pairs.push({ operation: id, status });
        if (!any) narrowed.add(code);
      }
      const codes = set.size === catalog.codes.length ? [] : list;
      return [{ status, any, codes, shown: shown.get(key(id, status)) ?? [] }];
    });
    return carrying.length === 0 ? [] : [{ operation: id, responses: carrying }];
  });

  return {
    operations: pages,
    of(code) {
      const pairs = found.get(code.code) ?? [];
      const anywhere = pairs.length > 0 && code.statuses.length === 0 && !narrowed.has(code.code);
      return { anywhere, operations: anywhere ? [] : reachOf(pairs) };
    },
  };

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
    const known = sorted.get(set);
    if (known !== undefined) return known;
    const list = [...set].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    sorted.set(set, list);
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
