import { type Baseline, type BaselineCatalog, catalogNamed } from "../contract/baseline.js";
import type { Change } from "../contract/change.js";
import type { VersionScheme } from "../contract/policy.js";
import { leavingCodes } from "./fingerprint.js";
import { compareVersions } from "./version.js";

/**
 * Why a change may be although nobody accepted it. `sunset`: the baseline holds the code as deprecated, and the sunset
 * in the baseline has come. `unstable`: the code was never in a full release, the baseline is a prerelease.
 */
export function lawfulBecause(
  change: Change,
  baseline: Baseline,
  now: string,
  scheme: VersionScheme,
): "sunset" | "unstable" | null {
  const catalog = catalogNamed(baseline, change.catalog);
  if (catalog === null) return null;
  const leaving = leavingCodes(change);
  const codes = leaving.length > 0 || change.code === null ? leaving : [change.code];
  if (codes.length === 0) return null;
  if (codes.every((code) => isUnstable(code, catalog, baseline.stable, scheme))) return "unstable";
  const past = (code: string) =>
    isUnstable(code, catalog, baseline.stable, scheme) || isPastSunset(code, catalog, now);
  return leaving.length > 0 && leaving.every(past) ? "sunset" : null;
}

/** Whether the baseline holds a code as deprecated with a sunset that has come: from that day on it may be gone. */
export function isPastSunset(code: string, catalog: BaselineCatalog, now: string): boolean {
  const entry = catalog.codes[code];
  return entry?.deprecated !== undefined && entry.sunset !== undefined && now >= entry.sunset;
}

/** Whether a code, alive or retired, is younger than the last full version. */
function isUnstable(
  code: string,
  catalog: BaselineCatalog,
  stable: string | undefined,
  scheme: VersionScheme,
): boolean {
  if (stable === undefined) return false;
  const alive = catalog.codes[code];
  const born = alive?.reintroduced ?? alive?.since ?? catalog.retired[code]?.since;
  return born !== undefined && (compareVersions(born, stable, scheme) ?? 0) > 0;
}
