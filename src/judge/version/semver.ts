import SemVer from "semver/classes/semver.js";
import compareVersions from "semver/functions/compare.js";
import parse from "semver/functions/parse.js";
import { longestVersion, type Scheme } from "./scheme.js";

/**
 * Semantic versions (semver.org 2.0.0) as specs write them: also with a leading `v`, and short, as in `1.0`. Build
 * metadata says nothing. A prerelease covers what its full version covers.
 */
export const semverScheme: Scheme = {
  reads: (version) => read(version) !== null,

  compare(a, b) {
    const [left, right] = [read(a), read(b)];
    return left === null || right === null ? null : compareVersions(left, right);
  },

  required(released, bump, stable) {
    const from = stable ?? released;
    const version = read(from);
    if (version === null) return from;
    const below1 = version.major === 0;
    const counts = below1 ? (bump === "major" ? "minor" : "patch") : bump;
    const required = new SemVer(version.version).inc(counts);
    const current = read(released);
    // A prerelease of a large enough version: the next prerelease will do, and anything lower was passed already.
    if (current !== null && current.compareMain(required) >= 0) {
      return like(released, current.inc("prerelease"));
    }
    return like(from, required);
  },

  covers(declared, required) {
    const [left, right] = [read(declared), read(required)];
    return left !== null && right !== null && left.compareMain(right) >= 0;
  },
};

export function isPrerelease(version: string): boolean {
  return (read(version)?.prerelease.length ?? 0) > 0;
}

const short = /^(v?)(\d+)\.(\d+)((?:[-+].*)?)$/i;

function read(version: string): SemVer | null {
  if (version.length > longestVersion) return null;
  return parse(version.trim().replace(/^v/i, "").replace(short, "$2.$3.0$4"));
}

/** Written as the other: with its `v`, and short where it is and nothing is lost. */
function like(other: string, version: SemVer): string {
  const prefix = /^v/i.exec(other)?.[0] ?? "";
  const full = version.patch === 0 && version.prerelease.length === 0;
  return prefix + (full && short.test(other) ? `${version.major}.${version.minor}` : version.version);
}
