import type { VersionScheme } from "../../contract/policy.js";
import { compareVersions } from "../../judge/version.js";

/** A difference that no release makes: where in the baseline, and in words. */
export interface Unlawful {
  readonly at: string;
  readonly message: string;
}

export function unlawful(at: string, what: string): Unlawful {
  return { at, message: `The baseline is no lawful successor: ${what}.` };
}

/** The versions that a step may have released: after the old one, up to the new one. */
export interface Span {
  readonly scheme: VersionScheme;
  contains(version: string): boolean;
}

/** Versions in no order are all but the old one. */
export function between(before: string, after: string, scheme: VersionScheme): Span {
  return {
    scheme,
    contains(version) {
      if (version === before) return false;
      if (version === after || scheme === "none") return true;
      const isLater = (compareVersions(version, before, scheme) ?? 0) > 0;
      return isLater && (compareVersions(version, after, scheme) ?? 1) <= 0;
    },
  };
}
