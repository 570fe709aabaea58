import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import { type CatalogPair, matchCatalogs } from "./catalogs.js";
import { byKindAndPlace } from "./change.js";
import { catalogRemoved, codeAdded, codeReintroduced, codeRemoved } from "./codes.js";

export interface CompareOptions {
  /** Old code to its new codes, as reviewed acceptances say (`to`): facts, they outrank pairing. */
  readonly declared?: ReadonlyMap<string, readonly string[]>;
  /** Compare catalogs that stand only in examples too (`examples: lock`). */
  readonly examples?: boolean;
}

/**
 * The changes between two contracts: complete, folded, each said once, in a stable order. Either may come from a
 * baseline, which holds no operations, wording and order; what one side does not say is not compared.
 */
export function compare(before: Contract, after: Contract, options: CompareOptions = {}): Change[] {
  const match = matchCatalogs(before, after, options.examples ?? false);
  return [
    ...match.gone.flatMap(catalogRemoved),
    ...match.pairs.flatMap(compareCodes),
    ...match.fresh.flatMap((side) => [...side.codes.keys()].map((code) => codeAdded(side, code))),
  ].sort(byKindAndPlace);
}

function compareCodes(pair: CatalogPair): Change[] {
  const removed = [...pair.before.codes.keys()].filter((code) => !pair.after.codes.has(code));
  const added = [...pair.after.codes.keys()].filter((code) => !pair.before.codes.has(code));
  const { retired } = pair.before.catalog;
  return [
    ...removed.map((code) => codeRemoved(pair, code)),
    ...added.map((code) =>
      Object.hasOwn(retired, code) ? codeReintroduced(pair, code) : codeAdded(pair.after, code),
    ),
  ];
}
