import type { Acceptance } from "../../contract/policy.js";

/** The acceptances of a branch that its base has not, or not so. */
export function newAcceptances(
  base: readonly Acceptance[],
  branch: readonly Acceptance[],
): ReadonlySet<Acceptance> {
  const key = ({ location: _, ...said }: Acceptance) =>
    JSON.stringify(Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)));
  const known = new Set(base.map(key));
  return new Set(branch.filter((acceptance) => !known.has(key(acceptance))));
}
