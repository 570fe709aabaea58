import type { DeclaredRename } from "../compare/rename/declared.js";
import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import { remember } from "../contract/memo.js";
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

const codeIndices = new WeakMap<readonly Acceptance[], Map<string | null, Acceptance[]>>();

/** Acceptances by the code that they name, so that many codes of many specs find theirs among many. */
export function byCode(acceptances: readonly Acceptance[]): (code: string | null) => readonly Acceptance[] {
  const known = codeIndices.get(acceptances);
  const index = known ?? new Map<string | null, Acceptance[]>();
  if (known === undefined) {
    codeIndices.set(acceptances, index);
    for (const acceptance of acceptances) remember(index, acceptance.code, () => []).push(acceptance);
  }
  return (code) => index.get(code) ?? [];
}

type Meant = (change: Change) => readonly Acceptance[];
const meantIndices = new WeakMap<readonly Acceptance[], Meant>();

/** Acceptances by the code, catalog and place that they name: those that may fit a change, in the order of the config. */
export function byIdentity(acceptances: readonly Acceptance[]): Meant {
  const known = meantIndices.get(acceptances);
  if (known !== undefined) return known;
  const index = new Map<string, Acceptance[]>();
  const keyOf = (code: string | null, catalog: string | null, at: string | null) =>
    JSON.stringify([code, catalog, at]);
  const order = new Map<Acceptance, number>();
  for (const acceptance of acceptances) {
    const { code, catalog, at } = acceptance;
    order.set(acceptance, order.size);
    remember(index, keyOf(code, catalog, at), () => []).push(acceptance);
  }
  const meant: Meant = (change) => {
    if (index.size === 0) return acceptances;
    const places = [null, placeOf(change)];
    const catalogs = change.catalog === null ? [null] : [null, change.catalog];
    return catalogs
      .flatMap((catalog) => places.flatMap((at) => index.get(keyOf(change.code, catalog, at)) ?? []))
      .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  };
  meantIndices.set(acceptances, meant);
  return meant;
}

type Places = Map<string, Acceptance[]>;
const ruleIndices = new WeakMap<readonly Acceptance[], Map<string, Places>>();

/** Acceptances of findings by rule and place, so that many findings of many specs find theirs among many. */
export function byRule(
  acceptances: readonly Acceptance[],
): (rule: string, at: string) => readonly Acceptance[] {
  const known = ruleIndices.get(acceptances);
  const index = known ?? new Map<string, Places>();
  if (known === undefined) {
    ruleIndices.set(acceptances, index);
    for (const acceptance of acceptances) {
      const place = acceptance.at ?? acceptance.code;
      if (acceptance.kind === null || place === null) continue;
      const places = remember(index, acceptance.kind, (): Places => new Map());
      remember(places, place, () => []).push(acceptance);
    }
  }
  return (rule, at) => index.get(rule)?.get(at) ?? [];
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

/** What a verdict keeps of the acceptance that a change or finding fits. */
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
