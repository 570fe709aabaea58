import type { Change } from "../contract/change.js";
import type { CatalogPair } from "./catalogs.js";
import { change } from "./change.js";
import { listSite } from "./codes.js";

/** What changed of a list as such: whether other codes may come, and its order. */
export function compareLists(pair: CatalogPair, ordered: boolean, kept: readonly string[]): Change[] {
  const before = pair.before.catalog;
  const after = pair.after.catalog;
  // Examples never close a list, so they say nothing of its openness.
  if (!before.normative || !after.normative) return [];
  const said = { catalog: before.name, site: listSite(pair.after), beforeSite: listSite(pair.before) };
  const changes: Change[] = [];
  if ((before.open === "closed") !== (after.open === "closed")) {
    const kind = before.open === "closed" ? "catalog-opened" : "catalog-closed";
    changes.push(change(kind, { ...said, before: before.open, after: after.open }));
  }
  if (ordered && reordered(pair, kept)) changes.push(change("code-reordered", said));
  return changes;
}

/** Do the shared codes stand in another order? Additions in between change no order. */
function reordered(pair: CatalogPair, kept: readonly string[]): boolean {
  const place = new Map([...pair.after.codes.keys()].map((code, index) => [code, index]));
  let last = -1;
  for (const code of kept) {
    const index = place.get(code) ?? -1;
    if (index < last) return true;
    last = index;
  }
  return false;
}
