import { isChangeKind } from "../compare/kinds.js";
import type { Baseline } from "../contract/baseline.js";
import type { Contract } from "../contract/contract.js";
import { type Acceptance, locksExamples, type Policy } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { isFor } from "../judge/accept.js";
import { isRetiredNow, isSpentOnceMerged } from "../judge/acceptances.js";
import type { Verdict, VerdictChange, VerdictFinding } from "../judge/judge.js";
import { changelogOf } from "./changelog.js";
import { nextBaseline, type Step } from "./next.js";
import { correctionsOf, departures, remainingKnown } from "./record-of.js";
import { countStep, type StepCounts } from "./step.js";
import { formatBaseline } from "./write.js";

export interface ReleaseInput {
  readonly baseline: Baseline;
  readonly contract: Contract;
  /** The verdict on this contract against this baseline, judged without a base. */
  readonly verdict: Verdict;
  readonly acceptances: readonly Acceptance[];
  readonly policy: Policy;
  /** ISO date. */
  readonly now: string;
  /** `--as`: the name of the release, for the scheme `none`. */
  readonly as: string | null;
}

export type Release =
  | {
      readonly state: "released";
      readonly baseline: Baseline;
      /** Markdown for the release notes. */
      readonly changelog: string;
      readonly counts: StepCounts;
      /** Acceptances that did their work for this spec. One may still be at work for another spec of the config. */
      readonly used: readonly Acceptance[];
    }
  | {
      /** There is nothing to release. The baseline may still hold fewer known findings. */
      readonly state: "unchanged";
      readonly baseline: Baseline;
      readonly used: readonly Acceptance[];
    }
  | {
      readonly state: "refused";
      readonly code: "not-accepted" | "version-too-small" | "version-pending";
      readonly message: string;
      readonly hint: string;
      readonly changes: readonly VerdictChange[];
      readonly findings: readonly VerdictFinding[];
    };

/**
 * The release step: what the baseline becomes when this contract is released. It refuses what nobody accepted and a
 * version that does not cover what changed. Released once, the same contract gives `unchanged`.
 *
 * @throws Problem `usage` when `--as` is missing, stands where the spec's version counts, or names a version that is
 *   taken
 */
export function release(input: ReleaseInput): Release {
  const { baseline, verdict, as } = input;
  const refusal = refusalOf(input);
  if (refusal !== null) return refusal;
  const { scheme, state, declared } = verdict.version;
  if (scheme !== "none" && as !== null) {
    throw new Problem(
      "usage",
      `the release is named by the version that the spec declares (${declared}), not by --as.`,
      "Leave --as out, or set `version: { scheme: none }` for this spec in the config.",
    );
  }
  const version = scheme === "none" ? (as ?? baseline.version) : state === "none" ? null : declared;
  const next = nextBaseline(baseline, input.contract, stepOf(input, version ?? baseline.version));
  if (version === null) return unchanged(input);
  if (version === baseline.version) {
    if (formatBaseline(next) === formatBaseline({ ...baseline, known: next.known })) return unchanged(input);
    throw new Problem(
      "usage",
      as === null
        ? `there is something to release, and versions of this spec are in no order.`
        : `${as} is the name of the release that the baseline holds.`,
      as === null ? "Name the release with `--as NAME`." : "Name the release with another `--as NAME`.",
    );
  }
  return {
    state: "released",
    baseline: next,
    changelog: changelogOf(version, input.now, verdict.changes, next),
    counts: countStep(baseline, next),
    used: usedBy(input, next),
  };
}

function stepOf({ baseline, verdict, acceptances, policy }: ReleaseInput, version: string): Step {
  const { spec, changes, findings } = verdict;
  return {
    version,
    scheme: verdict.version.scheme,
    examples: locksExamples(policy),
    departure: departures(baseline, spec, changes, acceptances),
    known: remainingKnown(baseline, findings, policy),
    corrected: correctionsOf(changes, version),
  };
}

function unchanged(input: ReleaseInput): Release {
  const { baseline, verdict, policy } = input;
  const known = remainingKnown(baseline, verdict.findings, policy);
  return { state: "unchanged", baseline: { ...baseline, known }, used: usedBy(input, baseline) };
}

/** Findings that come with changes: a release settles them too. */
const settled = new Set(["deprecation-skipped", "sunset-too-soon"]);

function usedBy({ acceptances, verdict, baseline }: ReleaseInput, next: Baseline): Acceptance[] {
  const released = next.version !== baseline.version;
  return acceptances.filter((acceptance) => {
    if (!isFor(acceptance, verdict.spec)) return false;
    const { kind } = acceptance;
    const ofChange = kind === null || isChangeKind(kind) || settled.has(kind);
    if (verdict.fitting.has(acceptance)) return released && ofChange;
    return isRetiredNow(acceptance, { baseline: next }) || (released && isSpentOnceMerged(acceptance));
  });
}

function refusalOf({ verdict }: ReleaseInput): (Release & { state: "refused" }) | null {
  const fails = ({ level, accepted }: Pick<VerdictChange, "level" | "accepted">) =>
    level === "error" && accepted === null;
  const changes = verdict.changes.filter(fails);
  const findings = verdict.findings.filter((finding) => fails(finding) && settled.has(finding.rule));
  const refused = { state: "refused", changes, findings } as const;
  const count = changes.length + findings.length;
  if (count > 0) {
    const message = `${count} ${count === 1 ? "change is" : "changes are"} not accepted, so there is no release.`;
    const hint = "Undo them, or accept each with the command that `errlock check` prints.";
    return { ...refused, code: "not-accepted", message, hint };
  }
  const { state, baseline, declared, required } = verdict.version;
  const hint = `Set info.version to ${required ?? baseline} or higher, or let --bump do it.`;
  if (state === "pending") {
    const message = `the spec still declares ${declared}, the version of the baseline.`;
    return { ...refused, code: "version-pending", message, hint };
  }
  const version = verdict.findings.find(
    ({ rule }) => rule === "version-too-small" || rule === "version-lowered",
  );
  return version === undefined
    ? null
    : { ...refused, code: "version-too-small", message: version.message, hint, findings: [version] };
}
