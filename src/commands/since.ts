import type { Baseline } from "../baseline/format.js";
import type { BaselineCatalog } from "../contract/baseline.js";

/** Looks up the version that a code came with, in a baseline. */
export function sinceIn(baseline: Baseline | null): (catalog: string, code: string) => string | null {
  return (name, code) => {
    if (baseline === null || baseline.errors === "none") return null;
    const catalog: BaselineCatalog | undefined =
      name === baseline.errors.code ? baseline.main : baseline.catalogs[name];
    return catalog?.codes[code]?.since ?? null;
  };
}
