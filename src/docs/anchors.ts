import { createHash } from "node:crypto";
import { byCodePoint } from "../contract/record.js";
import { byVersion } from "./versions.js";

/** A code that needs an anchor. */
export interface Claim {
  readonly catalog: string;
  readonly code: string;
  /** The version that released it first; null: not released. */
  readonly since: string | null;
}

/** Longer ones are cut and told apart by a hash. */
const longest = 80;

/**
 * Gives every code an anchor: `sandbox_not_found` has `sandbox-not-found`. Of codes that would share one, the code that
 * was released first keeps it; all others carry a hash of themselves, which depends on nothing else. So an anchor that
 * stands in a released page never goes to another code. `claims` come catalog by catalog, the main one first.
 */
export function anchors(claims: readonly Claim[]): (catalog: string, code: string) => string {
  const catalogs = [...new Set(claims.map(({ catalog }) => catalog))];
  const rank = new Map(catalogs.map((catalog, at) => [catalog, at]));
  const order = [...claims].sort(
    (a, b) =>
      (rank.get(a.catalog) ?? 0) - (rank.get(b.catalog) ?? 0) ||
      bySince(a.since, b.since) ||
      byCodePoint(a.code, b.code),
  );
  const given = new Map<string, string>();
  const taken = new Set<string>();
  const late: Claim[] = [];
  for (const claim of order) {
    const plain = slug(claim.code);
    if (plain === null || taken.has(plain)) late.push(claim);
    else give(claim, plain);
  }
  for (const claim of late) {
    let hash = hashOf(key(claim.catalog, claim.code));
    const stem = [...words(claim.code)].slice(0, longest).join("").replace(/-+$/, "") || "code";
    let length = 6;
    for (; taken.has(`${stem}-${hash.slice(0, length)}`); length++) {
      // Codes may be made to take every beginning of a hash.
      if (length === hash.length) hash += hashOf(hash);
    }
    give(claim, `${stem}-${hash.slice(0, length)}`);
  }
  return (catalog, code) => given.get(key(catalog, code)) ?? "";

  function give({ catalog, code }: Claim, anchor: string): void {
    taken.add(anchor);
    given.set(key(catalog, code), anchor);
  }
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function key(catalog: string, code: string): string {
  return JSON.stringify([catalog, code]);
}

function bySince(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return byVersion(a, b);
}

/** Letters and digits of any script in lower case, all else one hyphen: what GitHub, MDX and HTML take as it is. */
function words(code: string): string {
  return code
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}

/** Null where a hash is needed whatever else there is. */
function slug(code: string): string | null {
  const plain = words(code);
  return plain === "" || plain.length > longest ? null : plain;
}
