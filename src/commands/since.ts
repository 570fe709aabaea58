import { type Baseline, catalogNamed } from "../contract/baseline.js";

/** Looks up the version that a code came with, in a baseline. */
export function sinceIn(baseline: Baseline | null): (catalog: string, code: string) => string | null {
  return (catalog, code) =>
    baseline === null ? null : (catalogNamed(baseline, catalog)?.codes[code]?.since ?? null);
}
