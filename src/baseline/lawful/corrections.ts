import type { Baseline } from "../../contract/baseline.js";
import { type Span, type Unlawful, unlawful } from "./span.js";

/** Corrections are kept like tombstones; new ones belong to the new versions. */
export function checkCorrections(before: Baseline, after: Baseline, span: Span): Unlawful[] {
  const kept = before.corrected.every(
    (entry, index) => JSON.stringify(entry) === JSON.stringify(after.corrected[index]),
  );
  const fresh = after.corrected.slice(before.corrected.length);
  return [
    ...(kept ? [] : [unlawful("corrected", "a correction of an earlier release was changed or dropped")]),
    ...fresh
      .filter(({ version }) => !span.contains(version))
      .map(({ version }) =>
        unlawful("corrected", `a new correction is of ${version}, not of the new version`),
      ),
  ];
}
