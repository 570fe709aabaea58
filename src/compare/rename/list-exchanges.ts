import type { Side } from "../catalogs.js";
import { gapsBetween, isSorted } from "./alignment.js";
import type { Exchange } from "./exchange.js";
import { listsOf } from "./places.js";

/**
 * What left and came in the lists of the documents. Where one code left between two that stayed and one came, that is
 * likely one code; at the end of a list, where codes are appended, less so; in a sorted list the place follows from the
 * name and says next to nothing.
 */
export function listExchanges(before: Side, after: Side): Exchange[] {
  const old = listsOf(before.catalog.codes);
  const fresh = listsOf(after.catalog.codes);
  const exchanges: Exchange[] = [];
  let matched = false;
  for (const [list, codes] of old) {
    const now = fresh.get(list);
    if (now === undefined) continue;
    matched = true;
    exchanges.push(...inList(codes, now, /\/examples?(?:\/|$)/.test(list) ? "the example" : "the list"));
  }
  // The one list moved: what is left is its order.
  if (matched || old.size > 1 || fresh.size > 1) return exchanges;
  return inList([...before.codes.keys()], [...after.codes.keys()], "the list");
}

function inList(before: readonly string[], after: readonly string[], place: string): Exchange[] {
  const sorted = isSorted(before) && isSorted(after);
  return gapsBetween(before, after).map(({ left, came, inner }) => {
    const whole = before.length === left.length;
    const weight = sorted ? 0.05 : inner || whole ? 0.5 : 0.3;
    return { left, came, whole, weight, rows: !sorted && left.length === came.length, place, kind: "list" };
  });
}
