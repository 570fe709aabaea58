import type { Code } from "../../contract/contract.js";
import type { Site } from "../../contract/location.js";

/** Codes in the order in which one list of a document holds them. */
export type Lists = ReadonlyMap<string, readonly string[]>;

const element = /^(.*)\/(?:enum|oneOf|anyOf|allOf|prefixItems|x-[^/]+)\/(\d+)(?:\/.*)?$/;
const innerList = /^(.*\/(?:oneOf|anyOf|prefixItems))\/(\d+)(\/.*)$/;

/**
 * The lists of a catalog, named by where they stand, so that the same list can be found in the other document. A place
 * outside any list (`…/examples/NotFound/value/code`) is a list of one.
 *
 * Indices under `oneOf` shift when an entry is added, so the names never hold the index of an element.
 */
export function listsOf(codes: Iterable<Code>): Lists {
  const lists = new Map<string, { code: string; index: number }[]>();
  for (const { code, sites } of codes) {
    for (const site of sites) {
      const { list, index } = placeOf(site);
      const known = lists.get(list);
      if (known === undefined) lists.set(list, [{ code, index }]);
      else known.push({ code, index });
    }
  }
  const ordered = new Map<string, string[]>();
  for (const [list, entries] of lists) {
    entries.sort((a, b) => a.index - b.index);
    ordered.set(list, [...new Set(entries.map((entry) => entry.code))]);
  }
  return ordered;
}

function placeOf({ file, pointer }: Site): { list: string; index: number } {
  // `…/oneOf/3/properties/code/enum/0`: the entry of the outer list is the place, the inner list has one element.
  const inner = pointer.endsWith("/enum/0") || pointer.endsWith("/const") ? innerList.exec(pointer) : null;
  if (inner !== null) return { list: `${file}${inner[1]}/*${inner[3]}`, index: Number(inner[2]) };
  const match = element.exec(pointer);
  if (match === null) return { list: `${file}${pointer}`, index: 0 };
  return { list: `${file}${match[1]}`, index: Number(match[2]) };
}
