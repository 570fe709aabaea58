import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import { Places, type PlacesLimit } from "../contract/places.js";
import { compareBodies } from "./body.js";
import { matchCatalogs } from "./catalogs.js";
import { byKindAndPlace } from "./change.js";
import { catalogRemoved, codeAdded } from "./codes.js";
import { compareCodes } from "./compare-codes.js";
import { compareLives } from "./lifecycle.js";
import { compareLists } from "./lists.js";
import type { Survivors } from "./operations/survivors.js";
import { compareOperations } from "./operations.js";
import { withParted } from "./parted.js";
import type { DeclaredRename } from "./rename/declared.js";
import { compareStatuses } from "./statuses.js";

export interface CompareOptions {
  /** What reviewed acceptances say that codes became (`to`): facts, they outrank pairing. */
  readonly declared?: readonly DeclaredRename[];
  /** Compare catalogs that stand only in examples too (`examples: lock`). */
  readonly examples?: boolean;
  /** How many places the changes may name; unlimited where it is not given. */
  readonly places?: PlacesLimit;
}

/**
 * The changes between two contracts: complete, folded, each said once, in a stable order. Either may come from a
 * baseline, which holds no operations, wording and order; what one side does not say is not compared.
 *
 * @throws Problem where the changes would name too many places
 */
export function compare(released: Contract, after: Contract, options: CompareOptions = {}): Change[] {
  const { examples = false, places: limit = null } = options;
  const places = new Places("changes", limit);
  const before = withParted(released, after, places);
  const match = matchCatalogs(before, after, examples, places);
  const ordered = before.operations !== null && after.operations !== null;
  const rest = new Map(after.catalogs.map((catalog) => [catalog.name, catalog]));
  const said: Change[] = match.gone.flatMap((side) => catalogRemoved(side, rest.get(side.catalog.name)));
  const survivors: Survivors[] = [];
  for (const pair of match.pairs) {
    const codes = compareCodes(pair, match, ordered, options.declared ?? []);
    const { changes } = codes;
    const kept = [...codes.kept];
    survivors.push(codes);
    said.push(...changes, ...compareLists(pair, ordered, kept));
    said.push(...compareStatuses(pair, kept), ...compareLives(pair, kept));
  }
  for (const side of match.fresh) said.push(...[...side.codes.keys()].map((code) => codeAdded(side, code)));
  said.push(
    ...compareBodies(before, after, match.pairs),
    ...compareOperations(before, after, survivors, said, match.operations, places),
  );
  const named = new Places("changes", limit);
  for (const { operations, statuses, codes } of said)
    for (const names of [operations, statuses, codes]) named.add(names);
  return said.sort(byKindAndPlace);
}
