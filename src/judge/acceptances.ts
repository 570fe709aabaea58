import { type Baseline, catalogNamed } from "../contract/baseline.js";
import { remember } from "../contract/memo.js";
import type { Acceptance } from "../contract/policy.js";
import { isExpired, isFor, isNew, namesWhatIs } from "./accept.js";
import { type JudgingRuleId, judgingRules } from "./findings.js";
import { findingFingerprint } from "./fingerprint.js";
import type { JudgeBase, JudgedBy, Verdict, VerdictFinding } from "./types.js";

/** One spec of a run, as judged. */
export interface JudgedSpec {
  readonly input: JudgedBy;
  readonly verdict: Verdict;
}

export interface AcceptanceFinding {
  /** The spec of the run whose report shows it. */
  readonly spec: string;
  readonly finding: VerdictFinding;
}

/** Kinds that show only against a branch's base. Once they are in the base there is nothing left for them to fit. */
const againstBase: ReadonlySet<string | null> = new Set([
  "policy-loosened",
  "policy-changed",
  "baseline-edited",
  "baseline-removed",
  "error-response-removed",
  "operation-code-removed",
  "operation-code-added",
  "code-unreachable",
  "code-reordered",
  "description-changed",
  "group-changed",
]);

/** Whether an acceptance is of a kind that only a branch can show: merged, it has done its work. */
export function isSpentOnceMerged({ kind }: Pick<Acceptance, "kind">): boolean {
  return againstBase.has(kind);
}

/** Whether an acceptance was merged and has done its work: what a later branch does at the same place is another thing. */
export function isSpent(acceptance: Acceptance, base: Pick<JudgeBase, "acceptances"> | null): boolean {
  return isSpentOnceMerged(acceptance) && base !== null && !isNew(acceptance, base.acceptances);
}

/**
 * Acceptances that fit nothing (stale) or are past their end (expired), over all specs of a run.
 *
 * @param acceptances all of the config
 * @param complete whether the run judged every spec of the config; if not, what may be meant for another is left alone
 */
export function judgeAcceptances(
  acceptances: readonly Acceptance[],
  specs: readonly JudgedSpec[],
  complete: boolean,
): AcceptanceFinding[] {
  const found: AcceptanceFinding[] = [];
  const named = new Map<string, JudgedSpec[]>();
  const fitting = new Map<Acceptance, JudgedSpec[]>();
  for (const judged of specs) {
    remember(named, judged.input.spec, () => []).push(judged);
    for (const acceptance of judged.verdict.fitting) remember(fitting, acceptance, () => []).push(judged);
  }
  const retiring = retiringSpecs(specs);
  for (const acceptance of acceptances) {
    const meant = acceptance.spec === null ? specs : (named.get(acceptance.spec) ?? []);
    const fits = fitting.get(acceptance) ?? [];
    const shown = (fits[0] ?? meant[0] ?? (complete ? specs[0] : undefined))?.input;
    if (shown === undefined) continue;
    const isPast = ({ input, verdict }: JudgedSpec) =>
      isExpired(acceptance, input.now, input.contract.version, verdict.version.scheme);
    if (fits.length === 0) {
      const mayBeMeantElsewhere = acceptance.spec === null && !complete;
      const isMerged = isSpentOnceMerged(acceptance) && !isNew(acceptance, shown.base?.acceptances ?? null);
      if (mayBeMeantElsewhere || isMerged) continue;
      found.push({ spec: shown.spec, finding: stale(acceptance, meant, retiring, shown) });
    } else if (fits.every(isPast)) {
      found.push({ spec: shown.spec, finding: expired(acceptance, shown) });
    }
  }
  return found;
}

/** The specs whose baseline's own release retired a code, found when the first is asked for. */
function retiringSpecs(specs: readonly JudgedSpec[]): (code: string | null) => readonly JudgedSpec[] {
  let byCode: Map<string, JudgedSpec[]> | null = null;
  return (code) => {
    if (byCode === null) {
      byCode = new Map();
      for (const judged of specs)
        for (const retired of retiredNow(judged.input.baseline))
          remember(byCode, retired, () => []).push(judged);
    }
    return byCode.get(code ?? "") ?? [];
  };
}

function stale(
  acceptance: Acceptance,
  meant: readonly JudgedSpec[],
  retiring: (code: string | null) => readonly JudgedSpec[],
  shown: JudgedBy,
): VerdictFinding {
  const retired = retiring(acceptance.code).find(
    ({ input }) => isFor(acceptance, input.spec) && isRetiredNow(acceptance, input),
  );
  if (retired !== undefined) {
    const { version } = retired.input.baseline;
    const message = `The acceptance of ${nameOf(acceptance)} has done its work: the code is retired in ${version}.`;
    return finding("acceptance-stale", acceptance, message, "errlock baseline update", shown);
  }
  const missing =
    acceptance.to.length === 0
      ? undefined
      : meant.find(({ input }) => !namesWhatIs(acceptance, input.contract));
  const why =
    meant.length === 0
      ? `no spec is ${acceptance.spec}`
      : missing !== undefined
        ? `not all of ${acceptance.to.map((code) => `\`${code}\``).join(", ")} is in the spec`
        : "nothing there has changed";
  const message = `The acceptance of ${nameOf(acceptance)} fits nothing: ${why}.`;
  return finding("acceptance-stale", acceptance, message, "errlock accept --prune", shown);
}

function expired(acceptance: Acceptance, shown: JudgedBy): VerdictFinding {
  const message = `The acceptance of ${nameOf(acceptance)} ended with ${acceptance.until}, and accepts nothing any more.`;
  return finding("acceptance-expired", acceptance, message, "errlock accept --prune", shown);
}

function finding(
  rule: JudgingRuleId,
  acceptance: Acceptance,
  message: string,
  remedy: string,
  { spec, base }: JudgedBy,
): VerdictFinding {
  const at = identityOf(acceptance);
  return {
    rule,
    level: judgingRules[rule].level,
    // An end that came is nobody's doing, and what the base has is judged there; only what fits no more is the branch's.
    origin:
      rule === "acceptance-expired" && base !== null && !isNew(acceptance, base.acceptances)
        ? "base"
        : "branch",
    at,
    accepted: null,
    known: false,
    message,
    cause: null,
    remedy: [remedy],
    fingerprint: findingFingerprint(spec, { rule, at }),
    location: acceptance.location,
    site: null,
  };
}

/** Whether the code of an acceptance was retired by the very release that the baseline holds. */
export function isRetiredNow(acceptance: Acceptance, { baseline }: Pick<JudgedBy, "baseline">): boolean {
  const { code, catalog } = acceptance;
  if (code === null) return false;
  return catalog === null
    ? retiredNow(baseline).has(code)
    : catalogNamed(baseline, catalog)?.retired[code]?.retired === baseline.version;
}

const retiredSets = new WeakMap<Baseline, ReadonlySet<string>>();

/** Asked for every acceptance, so that each baseline is looked through once. */
function retiredNow(baseline: Baseline): ReadonlySet<string> {
  const known = retiredSets.get(baseline);
  if (known !== undefined) return known;
  const codes = new Set<string>();
  for (const { retired } of [baseline.main, ...Object.values(baseline.catalogs)]) {
    for (const [code, tombstone] of Object.entries(retired))
      if (tombstone.retired === baseline.version) codes.add(code);
  }
  retiredSets.set(baseline, codes);
  return codes;
}

function identityOf({ spec, catalog, kind, code, at }: Acceptance): string {
  return [spec, catalog, kind, code, at].filter((part) => part !== null).join(" ");
}

function nameOf(acceptance: Acceptance): string {
  const { kind, code, at } = acceptance;
  const what = code === null ? (kind ?? "") : `\`${code}\`${kind === null ? "" : ` (${kind})`}`;
  return at === null ? what : `${what} at ${at}`;
}
