import { compare } from "../../compare/compare.js";
import type { Baseline, Correction } from "../../contract/baseline.js";
import type { Bump, Change } from "../../contract/change.js";
import type { Contract } from "../../contract/contract.js";
import type { Policy } from "../../contract/policy.js";
import { leavingCodes, leavingKinds, placeOf } from "../../judge/fingerprint.js";
import { lawfulBecause } from "../../judge/lawful-exit.js";
import { weigh } from "../../judge/levels.js";
import { requiredVersion, stableOf, versionState } from "../../judge/version.js";
import { requiredBumpOf } from "../../judge/version-verdict.js";
import { toContract } from "../contract.js";
import { type Span, type Unlawful, unlawful } from "./span.js";

/** The version is higher, is the one that the spec declares, and covers what changed. */
export function checkVersion(
  before: Baseline,
  after: Baseline,
  contract: Contract | null,
  { policy, now }: { readonly policy: Policy; readonly now: string },
  span: Span,
): Unlawful[] {
  const found: Unlawful[] = [];
  const { scheme } = span;
  if (after.scheme !== before.scheme) found.push(unlawful("scheme", "the scheme of the versions changed"));
  if (contract !== null && scheme !== "none" && contract.version !== after.version) {
    const declared = contract.version === null ? "which declares none" : `which declares ${contract.version}`;
    found.push(unlawful("version", `the version ${after.version} is not that of the spec, ${declared}`));
  }
  if (!stables(before, after, span).includes(after.stable)) {
    found.push(unlawful("stable", `the last full version is given as ${after.stable ?? "nothing"}`));
  }
  const fresh = policy.corrections === "allow" ? after.corrected.slice(before.corrected.length) : [];
  const isCorrected = correctedBy(fresh);
  const bumps = compare(toContract(before), toContract(after)).map((change) => {
    const { bump } = weigh(change.kind, policy.changes);
    const free = lawfulBecause(change, before, now, scheme) === "unstable";
    const corrected = bump !== "none" && isCorrected(change);
    return { kind: change.kind, bump: free ? "none" : corrected ? "patch" : bump } satisfies {
      bump: Bump;
      kind: string;
    };
  });
  const bump = requiredBumpOf(bumps);
  const state = versionState(before, after.version, bump, scheme);
  if (state === "none" || state === "covered") return found;
  const required = requiredVersion(before, bump, scheme) ?? before.version;
  const message =
    state === "too-small"
      ? `the version ${after.version} does not cover what changed since ${before.version}: at least ${required} does`
      : `the version ${after.version} is not higher than ${before.version}`;
  return [...found, unlawful("version", message)];
}

/** Of several releases at once, a change may be called otherwise than the corrections that make it up. */
function correctedBy(corrections: readonly Correction[]): (change: Change) => boolean {
  const key = (catalog: string | null, ...what: readonly string[]) => JSON.stringify([catalog, ...what]);
  const leaving = new Set<string>();
  const codes = new Set<string>();
  const places = new Set<string>();
  const fields = new Set<string>();
  for (const { kind, catalog = null, code, at = "" } of corrections) {
    if (leavingKinds.has(kind)) leaving.add(code === undefined ? key(catalog) : key(catalog, code));
    if (code !== undefined) codes.add(key(catalog, code));
    places.add(key(catalog, kind, at));
    if (kind.startsWith("body-field-")) fields.add(key(catalog, at));
  }
  return (change) => {
    const { catalog, code, kind, field } = change;
    const left = leavingCodes(change);
    if (left.length > 0)
      return leaving.has(key(catalog)) || left.every((gone) => leaving.has(key(catalog, gone)));
    if (code !== null) return codes.has(key(catalog, code));
    const place = placeOf(change);
    return places.has(key(catalog, kind, place)) || (field !== null && fields.has(key(catalog, place)));
  };
}

/** What may stand as `stable`: of several releases at once, also a full version that lies between. */
function stables(before: Baseline, after: Baseline, span: Span): readonly (string | undefined)[] {
  const expected = stableOf(before, after.version, span.scheme);
  const { stable } = after;
  if (stable === undefined || stableOf({ version: stable }, after.version, span.scheme) !== stable)
    return [expected];
  return span.contains(stable) ? [expected, stable] : [expected];
}
