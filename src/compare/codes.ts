import type { Change } from "../contract/change.js";
import type { Catalog } from "../contract/contract.js";
import type { Site } from "../contract/location.js";
import { sorted } from "../contract/record.js";
import type { CatalogMatch, CatalogPair, Side } from "./catalogs.js";
import { shows } from "./catalogs.js";
import { change } from "./change.js";

/** The list of a catalog: where to look for a code that it lost. */
export function listSite(side: Side): Site | null {
  const [pointer] = side.catalog.pointers;
  if (pointer === undefined) return null;
  const hash = pointer.indexOf("#");
  const file = hash > 0 ? pointer.slice(0, hash) : side.catalog.codes[0]?.sites[0]?.file;
  return file === undefined ? null : { file, pointer: pointer.slice(Math.max(hash, 0)) };
}

/** Where a side declares a code first; null for one that stands nowhere, as in a baseline. */
export function codeSite(side: Side, code: string): Site | null {
  return side.codes.get(code)?.sites[0] ?? null;
}

/**
 * A catalog that is gone, with its codes folded in. Empty when it had none: then nothing left.
 *
 * @param rest what the new contract has of that name: examples
 */
export function catalogRemoved(gone: Side, rest: Catalog | undefined): Change[] {
  if (gone.codes.size === 0) return [];
  const codes = sorted(gone.codes.keys());
  const places = codes.map((code) => shows(gone, code));
  return [
    change("catalog-removed", {
      catalog: gone.catalog.name,
      codes,
      operations: sorted([...new Set(places.map((place) => place.operations))].flat()),
      statuses: sorted([...new Set(places.map((place) => place.statuses))].flat()),
      after: rest === undefined ? null : "examples",
      site: rest?.codes[0]?.sites[0] ?? null,
      beforeSite: listSite(gone),
    }),
  ];
}

/** A code that left its catalog. Where another catalog lists it now, that is said: to clients of this one it is gone. */
export function codeRemoved(pair: CatalogPair, code: string, match: CatalogMatch): Change {
  return change("code-removed", {
    catalog: pair.before.catalog.name,
    code,
    ...shows(pair.before, code),
    after: match.catalogOf(code),
    site: listSite(pair.after),
    beforeSite: codeSite(pair.before, code),
  });
}

/** A code that only the new contract has, with where it shows there. */
export function codeAdded(side: Side, code: string): Change {
  return change("code-added", {
    catalog: side.catalog.name,
    code,
    ...shows(side, code),
    site: codeSite(side, code),
  });
}

/** A code that is there again, although the baseline has it as retired. */
export function codeReintroduced(pair: CatalogPair, code: string): Change {
  const tombstone = pair.before.catalog.retired[code];
  return change("code-reintroduced", {
    catalog: pair.before.catalog.name,
    code,
    ...shows(pair.after, code),
    before: tombstone === undefined ? null : `retired in ${tombstone.retired}`,
    site: codeSite(pair.after, code),
  });
}
