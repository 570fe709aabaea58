import { partedCatalogs } from "../compare/parted.js";
import { type Baseline, catalogNamed } from "../contract/baseline.js";
import type { Contract } from "../contract/contract.js";
import { Places } from "../contract/places.js";
import { record } from "../contract/record.js";
import { toContract } from "./contract.js";

/** A baseline with a catalog more for each field that had a part in one of its catalogs and has a list of its own now. */
export function partedBaseline(before: Baseline, after: Contract): Baseline {
  const parted = partedCatalogs(toContract(before), after, new Places("changes", null));
  if (parted.size === 0) return before;
  const more = [...parted].flatMap(([name, host]) => {
    const catalog = catalogNamed(before, host.name);
    return catalog === null ? [] : [[name, catalog] as const];
  });
  return { ...before, catalogs: record([...Object.entries(before.catalogs), ...more]) };
}
