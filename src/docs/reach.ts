import { fitsStatus } from "../catalog/carried.js";
import type { Catalog, Code, Operation } from "../contract/contract.js";
import { remember } from "../contract/memo.js";
import type { Places } from "../contract/places.js";
import { type Basis, namesOf, type PageOperation, type PageReach, reachOf } from "./page.js";

/** From which operations the codes of one catalog can come. Codes with the same answer share it. */
export interface Reach {
  readonly operations: readonly PageOperation[];
  of(code: Code): { readonly basis: Basis; readonly operations: readonly PageReach[] };
}

/** A response: which operation it belongs to, by number, and its status. */
type Place = readonly [operation: number, status: string];

/** Responses that carry one set of codes, by how much they say about a single one. */
interface Use {
  readonly id: number;
  readonly codes: readonly string[];
  readonly narrowed: Place[];
  readonly status: Place[];
  readonly rest: Place[];
}

/**
 * Reads from the responses which codes they can carry. A response whose schema lets every code pass that may come with its
 * status says nothing about a single code but by that status, and `default` not even that.
 *
 * @param named counts what the answers name
 */
export function reachIn(catalog: Catalog, operations: readonly Operation[], named: Places): Reach {
  const order = new Map(catalog.codes.map(({ code }, at) => [code, at]));
  const possible = new Map<string, number>();
  const uses = new Map<ReadonlySet<string>, Use>();
  const distinct = new Map<string, Use>();
  const shown = shownBy(catalog);

  const pages = operations.flatMap(({ id, responses }, at): PageOperation[] => {
    const carrying = responses.flatMap(({ status, codes: carried }) => {
      const set = carried.get(catalog.name);
      if (set === undefined || set.size === 0) return [];
      const any = set.size > 1 && set.size === countPossible(status);
      const use = useOf(set);
      use[any ? (status === "default" ? "rest" : "status") : "narrowed"].push([at, status]);
      const codes = set.size === catalog.codes.length ? [] : use.codes;
      return [{ status, any, codes, shown: shown.get(key(id, status)) ?? [] }];
    });
    return carrying.length === 0 ? [] : [{ operation: id, responses: carrying }];
  });

  const usesOf = new Map<string, Use[]>();
  for (const use of distinct.values()) {
    for (const code of use.codes) remember(usesOf, code, () => []).push(use);
  }
  const answers = new Map<string, ReturnType<Reach["of"]>>();

  return {
    operations: pages,
    of({ code, statuses }) {
      const own = usesOf.get(code) ?? [];
      const same = `${statuses.length > 0} ${own.map(({ id }) => id).join()}`;
      const known = answers.get(same) ?? answer(own, statuses.length > 0);
      answers.set(same, known);
      return known;
    },
  };

  function answer(own: readonly Use[], saysStatus: boolean): ReturnType<Reach["of"]> {
    if (own.length === 0) return { basis: "unknown", operations: [] };
    const narrowed = own.flatMap((use) => use.narrowed);
    const status = own.flatMap((use) => use.status);
    const places =
      narrowed.length > 0 ? narrowed : status.length > 0 ? status : own.flatMap((use) => use.rest);
    named.addLooks(places.length);
    const found = new Set(places.map(([at]) => at));
    const everywhere = found.size === pages.length && pages.length > 1;
    if (everywhere || (narrowed.length === 0 && !saysStatus)) return { basis: "any", operations: [] };
    const sorted = [...places].sort(([a], [b]) => a - b);
    const pairs = sorted.map(([at, status]) => ({ operation: operations[at]?.id ?? "", status }));
    const reach = reachOf(pairs);
    named.add(namesOf(reach));
    return { basis: narrowed.length > 0 ? "narrowed" : "status", operations: reach };
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

  function useOf(set: ReadonlySet<string>): Use {
    const known = uses.get(set);
    if (known !== undefined) return known;
    const codes = [...set].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const same = JSON.stringify(codes);
    const use = distinct.get(same) ?? { id: distinct.size, codes, narrowed: [], status: [], rest: [] };
    distinct.set(same, use);
    uses.set(set, use);
    return use;
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
