import type { Bump } from "../contract/change.js";
import type { Policy, VersionScheme } from "../contract/policy.js";
import type { VersionState } from "../contract/report.js";
import { dateScheme } from "./version/date.js";
import { integerScheme } from "./version/integer.js";
import type { Scheme } from "./version/scheme.js";
import { isPrerelease, semverScheme } from "./version/semver.js";

/** In the order in which a version is tried: `2026.03.01` is a date rather than a semver. */
const schemes = {
  date: dateScheme,
  integer: integerScheme,
  semver: semverScheme,
} satisfies Record<Exclude<VersionScheme, "none">, Scheme>;

/** The scheme that a version is written in; `none` where it is in no order (`wip`) or missing. */
export function detectScheme(version: string | null): VersionScheme {
  if (version === null) return "none";
  const names = Object.keys(schemes) as (keyof typeof schemes)[];
  return names.find((name) => schemes[name].reads(version)) ?? "none";
}

/** The scheme that judges a spec: what the config says, what the baseline remembers, else as its version is written. */
export function schemeOf(
  policy: Pick<Policy, "scheme">,
  baseline: Released & { scheme?: "none" },
): VersionScheme {
  return policy.scheme ?? baseline.scheme ?? detectScheme(baseline.version);
}

/** Order of two versions: below 0, 0 or above 0. Null where there is none: scheme `none`, or no version of the scheme. */
export function compareVersions(a: string, b: string, scheme: VersionScheme): number | null {
  return scheme === "none" ? null : schemes[scheme].compare(a, b);
}

/** What was released: a baseline, or as much of one as versions need. */
export interface Released {
  readonly version: string;
  /** The last full version, where `version` is a prerelease. */
  readonly stable?: string;
}

/**
 * The lowest version that covers a bump, written like the released one. Null where nothing is required or the scheme
 * has no order.
 */
export function requiredVersion(released: Released, bump: Bump, scheme: VersionScheme): string | null {
  if (bump === "none" || scheme === "none" || !schemes[scheme].reads(released.version)) return null;
  return schemes[scheme].required(released.version, bump, released.stable ?? null);
}

/**
 * How the version that the spec declares stands to what was released.
 *
 * `none`: no order, or nothing to release. `pending`: still the released version, though something changed. `covered`,
 * `too-small`: higher, and covers the bump or not. `lowered`: lower than what was released, or gone.
 */
export function versionState(
  released: Released,
  declared: string | null,
  bump: Bump,
  scheme: VersionScheme,
): VersionState {
  if (scheme === "none") return "none";
  if (declared === released.version) return bump === "none" ? "none" : "pending";
  if (declared === null) return "lowered";
  const order = schemes[scheme].compare(declared, released.version);
  // What cannot be compared has not been shown to cover anything.
  if (order === null) return "too-small";
  if (order < 0) return "lowered";
  if (order === 0) return bump === "none" ? "none" : "pending";
  const required = requiredVersion(released, bump, scheme);
  return required === null || schemes[scheme].covers(declared, required) ? "covered" : "too-small";
}

/**
 * The version to write into the spec for a release: the required one, or, with dates, today where that is later.
 *
 * @param today ISO date
 */
export function suggestedVersion(
  released: Released,
  bump: Bump,
  scheme: VersionScheme,
  today: string,
): string | null {
  const required = requiredVersion(released, bump, scheme);
  if (required === null || scheme !== "date") return required;
  const like = todayLike(required, today);
  return (compareVersions(like, required, scheme) ?? 0) > 0 ? like : required;
}

function todayLike(version: string, today: string): string {
  const separator = /\d{4}([-./]?)/.exec(version)?.[1] ?? "-";
  const parts = today.split("-");
  const kept = version.replace(/\D/g, "").length === 6 ? 2 : 3;
  return (/^v/i.exec(version)?.[0] ?? "") + parts.slice(0, kept).join(separator);
}

/** The `stable` of a baseline that follows `released` with this version: nothing unless it is a prerelease. */
export function stableOf(released: Released, version: string, scheme: VersionScheme): string | undefined {
  if (scheme !== "semver" || !isPrerelease(version)) return undefined;
  return isPrerelease(released.version) ? released.stable : released.version;
}

const sizes: readonly Bump[] = ["none", "patch", "minor", "major"];

/** The largest of some bumps; `none` of none. */
export function largestBump(bumps: Iterable<Bump>): Bump {
  let largest = 0;
  for (const bump of bumps) largest = Math.max(largest, sizes.indexOf(bump));
  return sizes[largest] ?? "none";
}
