import { type Baseline, toContract } from "../baseline/format.js";
import { compare } from "../compare/compare.js";
import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import { locksExamples } from "../contract/policy.js";
import { declaredRenames } from "../judge/accept.js";
import { joinChanges } from "../judge/against/origin.js";
import { retell } from "../judge/against/retell.js";
import { type JudgeBase, type JudgeInput, judge, type Verdict, type VerdictFinding } from "../judge/judge.js";
import { schemeOf } from "../judge/version.js";
import { lostReferences } from "../lint/lost-references.js";
import { lintSpec } from "./lint-spec.js";
import { hasLockedCodes, noCodes, type Reading, readSpec } from "./read.js";
import type { Entry, Workspace } from "./workspace.js";

/** One spec, judged. */
export interface JudgedEntry {
  readonly entry: Entry;
  readonly reading: Reading;
  readonly input: JudgeInput;
  readonly verdict: Verdict;
  /** Null: the base has no such spec, or none that tells enough; undefined: judged without a base. */
  readonly base: BaseReading | null | undefined;
}

/** The spec at the base of the branch, as it stood there. */
export interface BaseReading {
  readonly entry: Entry;
  readonly reading: Reading;
  readonly workspace: Workspace;
  /** Its own baseline; null where it has none. */
  readonly baseline: Baseline | null;
  /** It is HEAD: what it has counts all the same. */
  readonly isHead: boolean;
}

export interface JudgeContext {
  readonly workspace: Workspace;
  /** Whose config lints and limits: the base's with `--against`, else the workspace itself. */
  readonly policy: Workspace;
  /** Findings that come from elsewhere: policy, baselines, consumers. */
  readonly findings: readonly Finding[];
  /** Reads the base, given the spec itself; null where it has no such spec. Left out where there is no base. */
  readonly readBase?: (reading: Reading) => Promise<BaseReading | null>;
  /** The ref that the base was found by. */
  readonly against?: string;
}

/**
 * Judges one spec against its baseline.
 *
 * @throws Problem where it cannot be judged
 */
export async function judgeEntry(
  entry: Entry,
  baseline: Baseline,
  { workspace, policy, findings, readBase, against }: JudgeContext,
): Promise<JudgedEntry> {
  const reading = await readSpec(entry, baseline, { ...workspace, limits: policy.limits });
  const { contract } = reading.extraction;
  const none = entry.policy.errors === "none" || baseline.errors === "none";
  if (!none && countCodes(baseline) === 0 && !hasLockedCodes(reading, entry.policy))
    throw noCodes(reading, entry);
  const base = await readBase?.(reading);
  const acceptances = workspace.config?.accept ?? [];
  const scheme = schemeOf(entry.policy, baseline);
  const options = {
    places: { limit: policy.limits.places, file: entry.spec },
    examples: locksExamples(entry.policy),
    declared: declaredRenames(acceptances, { spec: entry.spec, contract, now: workspace.now, scheme }),
  };
  const released = toContract(baseline);
  const fromBaseline = compare(released, contract, options);
  const fromMergeBase = base ? compare(contractOf(base), contract, options) : [];
  const found = await lintSpec(reading, entry, baseline, policy);
  const lost = lostReferences(reading, fromMergeBase, found, entry.policy, policy.limits);
  const input: JudgeInput = {
    spec: entry.spec,
    severalSpecs: workspace.entries.length > 1 || workspace.baselines.size > 1,
    baseline,
    contract,
    changes: joinChanges(retell(fromBaseline, fromMergeBase), fromMergeBase),
    findings: [...found, ...lost, ...findings],
    policy: entry.policy,
    acceptances,
    now: workspace.now,
    base: base === undefined ? null : await judgeBase(base, baseline, policy, options),
    ...(against !== undefined && { against }),
  };
  return { entry, reading, input, verdict: judge(input), base };
}

function contractOf({ reading }: BaseReading): Contract {
  return reading.extraction.contract;
}

/**
 * What the base itself shows against its own baseline: where the branch has released, whatever the spec became after
 * that is the branch's, also where it is as it was before.
 */
async function judgeBase(
  base: BaseReading | null,
  baseline: Baseline,
  { config }: Workspace,
  options: Parameters<typeof compare>[2],
): Promise<JudgeBase> {
  const acceptances = config?.accept ?? [];
  if (base === null || base.isHead)
    return { version: null, released: null, changes: [], findings: [], acceptances };
  const { entry, reading, workspace } = base;
  const own = base.baseline ?? baseline;
  const changes: readonly Change[] = compare(toContract(own), contractOf(base), options);
  return {
    version: contractOf(base).version,
    released: own.version,
    changes,
    findings: await lintSpec(reading, entry, baseline, workspace),
    acceptances,
  };
}

function countCodes(baseline: Baseline): number {
  return toContract(baseline).catalogs.reduce((sum, { codes }) => sum + codes.length, 0);
}

/** Weighs findings where there is nothing to compare: what is known or accepted does not fail. */
export function judgeFindingsAlone(
  entry: Entry,
  workspace: Workspace,
  given: Pick<JudgeInput, "baseline" | "contract" | "findings" | "against"> & { readonly base?: JudgeBase },
): readonly VerdictFinding[] {
  const { findings } = judge({
    base: null,
    ...given,
    spec: entry.spec,
    severalSpecs: workspace.entries.length > 1,
    changes: [],
    policy: entry.policy,
    acceptances: workspace.config?.accept ?? [],
    now: workspace.now,
  });
  const rules = new Set(given.findings.map(({ rule }) => rule));
  return findings.filter(({ rule }) => rules.has(rule));
}
