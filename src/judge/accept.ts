import type { DeclaredRename } from "../compare/rename/declared.js";
import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import type { Acceptance, VersionScheme } from "../contract/policy.js";
import { byCodePoint } from "../contract/record.js";
import type { AcceptedBy } from "../contract/report.js";
import { leaves, leavingKinds, placeOf } from "./fingerprint.js";
import { compareVersions } from "./version.js";

/** Whether an acceptance is meant for a spec. */
export function isFor(acceptance: Acceptance, spec: string): boolean {
  return acceptance.spec === null || acceptance.spec === spec;
}

/**
 * Whether an acceptance fits a change. Without a kind it accepts that its code leaves. Removed and renamed are the
 * same to it, but what it says a code became must be in the spec.
 */
export function fitsChange(acceptance: Acceptance, change: Change, contract: Contract): boolean {
  if (acceptance.catalog !== null && acceptance.catalog !== change.catalog) return false;
  if (acceptance.at !== null && acceptance.at !== placeOf(change)) return false;
  if (acceptance.code !== change.code) return false;
  if (leaves(change)) {
    return (
      (acceptance.kind === null || leavingKinds.has(acceptance.kind)) && namesWhatIs(acceptance, contract)
    );
  }
  if (acceptance.kind !== change.kind) return false;
  // There are no wildcards: where neither code nor catalog tells the change from others, its place must.
  return acceptance.at !== null || placeOf(change) === "";
}

/** Whether all that an acceptance says a code became is in the spec. */
export function namesWhatIs({ to }: Acceptance, contract: Contract): boolean {
  return to.every((code) => codesOf(contract).has(code));
}

const codeSets = new WeakMap<Contract, ReadonlySet<string>>();

/** Asked for every acceptance, so that each contract is looked through once. */
function codesOf(contract: Contract): ReadonlySet<string> {
  const known = codeSets.get(contract);
  if (known !== undefined) return known;
  const codes = new Set(contract.catalogs.flatMap((catalog) => catalog.codes.map(({ code }) => code)));
  codeSets.set(contract, codes);
  return codes;
}

/** Acceptances by the code that they name, so that many changes find theirs among many. */
export function byCode(acceptances: readonly Acceptance[]): (code: string | null) => readonly Acceptance[] {
  const index = new Map<string | null, Acceptance[]>();
  for (const acceptance of acceptances) {
    const entries = index.get(acceptance.code);
    if (entries === undefined) index.set(acceptance.code, [acceptance]);
    else entries.push(acceptance);
  }
  return (code) => index.get(code) ?? [];
}

/**
 * Whether an acceptance is past its end: the day after its date, or once the spec declares a higher version than it
 * names. An end that cannot be compared has come: nothing is accepted for ever by mistake.
 */
export function isExpired(
  { until }: Acceptance,
  now: string,
  declared: string | null,
  scheme: VersionScheme,
): boolean {
  if (until === null) return false;
  if (/^\d{4}-\d{2}-\d{2}$/.test(until)) return now > until;
  if (until === declared) return false;
  const order = declared === null ? null : compareVersions(declared, until, scheme);
  return order === null || order > 0;
}

export function acceptedBy(acceptance: Acceptance, isNew: boolean): AcceptedBy {
  const { reason, owner, until, correction } = acceptance;
  return { reason, owner, until, correction, new: isNew };
}

/** Whether the base has no such acceptance: not one that says the same, word for word. */
export function isNew(acceptance: Acceptance, base: readonly Acceptance[] | null): boolean {
  if (base === null) return false;
  const known = saidSets.get(base) ?? new Set(base.map(said));
  saidSets.set(base, known);
  return !known.has(said(acceptance));
}

const saidSets = new WeakMap<readonly Acceptance[], ReadonlySet<string>>();

function said({ location: _, ...rest }: Acceptance): string {
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => byCodePoint(a, b)));
}

/**
 * What acceptances say codes became, for `compare`: facts that outrank pairing. Only what is accepted now, and names
 * codes that the spec has.
 */
export function declaredRenames(
  acceptances: readonly Acceptance[],
  { spec, contract, now, scheme }: { spec: string; contract: Contract; now: string; scheme: VersionScheme },
): DeclaredRename[] {
  const renames: DeclaredRename[] = [];
  for (const acceptance of acceptances) {
    const { code, to } = acceptance;
    if (code === null || to.length === 0 || !isFor(acceptance, spec)) continue;
    if (isExpired(acceptance, now, contract.version, scheme) || !namesWhatIs(acceptance, contract)) continue;
    renames.push({ from: code, to, catalog: acceptance.catalog });
  }
  return renames;
}
