import type { SpecSetting } from "../../config/config.js";
import type { ErrorsSetting } from "../../contract/policy.js";
import { type Difference, differ } from "./difference.js";

/** The settings of one spec on both sides; null where the config has no entry for it. */
export function differInSpec(
  spec: string,
  base: SpecSetting | null,
  branch: SpecSetting | null,
): Difference[] {
  const location = branch?.location ?? null;
  const scheme = [base?.scheme ?? null, branch?.scheme ?? null] as const;
  return [
    ...differ(`${spec} baseline`, base?.baseline ?? null, branch?.baseline ?? null, true, location),
    ...differ(`${spec} version.scheme`, ...scheme, scheme[0] !== "none", location),
    ...differInErrors(`${spec} errors`, base?.errors ?? null, branch?.errors ?? null, location),
  ];
}

/** `none` promises that there are no codes, so taking it back lets nothing pass. */
function differInErrors(
  at: string,
  base: ErrorsSetting | "none" | null,
  branch: ErrorsSetting | "none" | null,
  location: Difference["location"],
): Difference[] {
  if (base === "none" || branch === "none") return differ(at, base, branch, branch === "none", location);
  return [
    ...differ(`${at}.schemas`, sorted(base?.schemas), sorted(branch?.schemas), true, location),
    ...differ(`${at}.code`, base?.code, branch?.code, true, location),
    ...differ(
      `${at}.examples`,
      base?.examples ?? "ignore",
      branch?.examples ?? "ignore",
      base?.examples === "lock",
      location,
    ),
  ];
}

function sorted(names: readonly string[] | undefined): readonly string[] | undefined {
  return names?.toSorted();
}
