import type { Finding } from "../contract/finding.js";
import type { Acceptance } from "../contract/policy.js";
import { acceptedBy, byRule, isExpired, isFor, isNew } from "./accept.js";
import { isSpent } from "./acceptances.js";
import type { Judgement } from "./deprecation.js";
import { isJudgingRule, judgingRules } from "./findings.js";
import { findingFingerprint } from "./fingerprint.js";
import { reaches } from "./levels.js";
import { Origins } from "./origin.js";
import { acceptFinding } from "./remedy.js";
import type { JudgedBy, VerdictFinding } from "./types.js";
import { schemeOf } from "./version.js";

export interface JudgedFindings {
  readonly findings: readonly VerdictFinding[];
  readonly fitting: ReadonlySet<Acceptance>;
}

/** Weighs each finding: known since `init`, accepted, and who made it. */
export function judgeFindings(input: JudgedBy, findings: readonly Finding[]): JudgedFindings {
  const fitting = new Set<Acceptance>();
  const origins = new Origins(input);
  const scheme = schemeOf(input.policy, input.baseline);
  const known = new Map(
    Object.entries(input.baseline.known).map(([rule, places]) => [rule, new Set(places)]),
  );
  const meant = byRule(input.acceptances);
  const accepting = (finding: Finding): Acceptance | null => {
    if (isJudgingRule(finding.rule) && !judgingRules[finding.rule].acceptable) return null;
    const fit = meant(finding.rule, finding.at).filter((acceptance) => isFor(acceptance, input.spec));
    for (const acceptance of fit) fitting.add(acceptance);
    return (
      fit.find(
        (acceptance) =>
          !isExpired(acceptance, input.now, input.contract.version, scheme) &&
          !isSpent(acceptance, input.base),
      ) ?? null
    );
  };
  const judged = findings.map((finding): VerdictFinding => {
    const acceptance = accepting(finding);
    const isKnown = known.get(finding.rule)?.has(finding.at) ?? false;
    const fingerprint = findingFingerprint(input.spec, finding);
    const failing = acceptance === null && !isKnown && reaches(finding.level, "warn");
    const naming = { spec: input.severalSpecs ? input.spec : null, catalog: null, against: input.against };
    const isOpenToAcceptance = !isJudgingRule(finding.rule) || judgingRules[finding.rule].acceptable;
    const { rule, level, at, message, cause, location } = finding;
    // Every member by its name: a spread with members behind it costs V8 ten times as much, and there may be many
    return {
      rule,
      level,
      at,
      message,
      cause,
      location,
      origin: origins.ofFinding(finding, acceptance !== null || isKnown),
      accepted:
        acceptance === null
          ? null
          : acceptedBy(acceptance, isNew(acceptance, input.base?.acceptances ?? null)),
      known: isKnown,
      remedy:
        failing && isOpenToAcceptance ? [acceptFinding(finding.rule, finding.at, naming, fingerprint)] : [],
      fingerprint,
      site: null,
    };
  });
  return { findings: judged, fitting };
}

/** A judgement as a finding that nobody has weighed yet. */
export function toFinding({ rule, at, message }: Judgement): Finding {
  return { rule, level: judgingRules[rule].level, at, message, cause: null, location: null };
}
