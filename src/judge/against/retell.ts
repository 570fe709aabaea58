import type { Change } from "../../contract/change.js";

const key = ({ catalog, code }: Pick<Change, "catalog" | "code">) => JSON.stringify([catalog, code]);

/**
 * Tells the changes from a baseline with what two documents know better: a baseline holds neither order nor wording nor
 * places, so what it shows as removed and added may be a rename, and it cannot say where a removed code stood.
 *
 * @param fromBaseline changes from the baseline to the branch's contract
 * @param fromMergeBase changes from the merge base's contract to the branch's
 */
export function retell(fromBaseline: readonly Change[], fromMergeBase: readonly Change[]): Change[] {
  const better = new Map(fromMergeBase.map((change) => [key(change), change]));
  const addedThere = new Set(fromMergeBase.filter(({ kind }) => kind === "code-added").map(key));
  const became = new Set<string>();
  const told = fromBaseline.map((change) => {
    const other = change.code === null ? undefined : better.get(key(change));
    if (change.kind !== "code-removed" && change.kind !== "code-renamed") return change;
    if (other?.kind === "code-removed") return { ...change, beforeSite: other.beforeSite };
    if (other?.kind !== "code-renamed") return change;
    for (const code of other.to) became.add(key({ catalog: change.catalog, code }));
    return { ...other, statuses: change.statuses };
  });
  return told.filter(
    (change) => change.kind !== "code-added" || !became.has(key(change)) || addedThere.has(key(change)),
  );
}
