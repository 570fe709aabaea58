import { type Baseline, type Correction, catalogNamed } from "../contract/baseline.js";
import type { Acceptance, Policy } from "../contract/policy.js";
import { byCode, isFor } from "../judge/accept.js";
import { leavingCodes, leavingKinds, placeOf } from "../judge/fingerprint.js";
import type { VerdictChange, VerdictFinding } from "../judge/judge.js";
import type { Departure } from "./next.js";

/**
 * Why each code left: the reason that was reviewed, else what made it lawful. Levels change the build, never this
 * record. What replaced it is told only where somebody said so: an accepted `to`, or `replacedBy` in the spec.
 */
export function departures(
  baseline: Baseline,
  spec: string,
  changes: readonly VerdictChange[],
  acceptances: readonly Acceptance[],
): (catalog: string, code: string) => Departure {
  const left = new Map<string, VerdictChange>();
  for (const change of changes) {
    for (const code of leavingCodes(change)) left.set(JSON.stringify([change.catalog, code]), change);
  }
  const meant = byCode(acceptances);
  return (catalog, code) => {
    const change = left.get(JSON.stringify([catalog, code]));
    const accepted = meant(code).find(
      (acceptance) =>
        (acceptance.catalog ?? catalog) === catalog &&
        (acceptance.kind === null || leavingKinds.has(acceptance.kind)) &&
        isFor(acceptance, spec),
    );
    const entry = catalogNamed(baseline, catalog)?.codes[code];
    const declared = change?.how === "declared" ? change.to : [];
    const names = accepted !== undefined && accepted.to.length > 0 ? accepted.to : declared;
    const replacedBy = names.length > 1 ? names : (names[0] ?? entry?.replacedBy);
    return {
      reason: reasonOf(change, accepted, baseline, entry?.sunset),
      ...(replacedBy !== undefined && { replacedBy }),
    };
  };
}

function reasonOf(
  change: VerdictChange | undefined,
  accepted: Acceptance | undefined,
  baseline: Baseline,
  sunset: string | undefined,
): string {
  if (change?.accepted) return accepted?.reason ?? change.accepted.reason;
  if (change?.lawful === "sunset" && sunset !== undefined) return `its sunset, ${sunset}, had come`;
  if (change?.lawful === "unstable")
    return `it was never in a full release (the last one was ${baseline.stable})`;
  return change === undefined ? "no longer in the spec" : `nobody was asked: the level was ${change.level}`;
}

/** The accepted corrections among the changes, for the record. */
export function correctionsOf(changes: readonly VerdictChange[], version: string): Correction[] {
  return changes.flatMap((change) => {
    if (!change.accepted?.correction) return [];
    const at = placeOf(change);
    return {
      version,
      kind: change.kind,
      ...(change.catalog !== null && { catalog: change.catalog }),
      ...(change.code !== null && { code: change.code }),
      ...(at !== "" && { at }),
      reason: change.accepted.reason,
    };
  });
}

/** Known findings that are still there. A rule that is off finds nothing, which says nothing. */
export function remainingKnown(
  baseline: Baseline,
  findings: readonly VerdictFinding[],
  policy: Policy,
): Baseline["known"] {
  const found = new Set(findings.map(({ rule, at }) => JSON.stringify([rule, at])));
  const entries = Object.entries(baseline.known).map(([rule, places]): [string, readonly string[]] => {
    const setting = policy.rules[rule];
    const isOff = setting === "off" || (Array.isArray(setting) && setting[0] === "off");
    return [rule, isOff ? places : places.filter((at) => found.has(JSON.stringify([rule, at])))];
  });
  return Object.fromEntries(entries.filter(([, places]) => places.length > 0));
}
