import type { Baseline } from "../contract/baseline.js";
import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import type { Policy } from "../contract/policy.js";
import { judgingRules } from "../judge/findings.js";
import { schemeOf } from "../judge/version.js";
import { toContract } from "./contract.js";
import { checkCatalogs } from "./lawful/catalogs.js";
import { checkCorrections } from "./lawful/corrections.js";
import { checkKnown } from "./lawful/known.js";
import { between, type Unlawful } from "./lawful/span.js";
import { checkSpec } from "./lawful/spec.js";
import { checkUnreleased } from "./lawful/unreleased.js";
import { checkVersion } from "./lawful/version.js";
import { partedBaseline } from "./parted.js";

export interface StepContext {
  /** The policy of the base. */
  readonly policy: Policy;
  /** ISO date. */
  readonly now: string;
}

/**
 * Whether a baseline is a lawful successor of another: equal but for known findings that are gone, or what one or more
 * releases made of it. Every difference that no release makes is a `baseline-edited` finding that names it.
 *
 * @param contract the spec as it was in the commit that wrote `after`; null where that is not at hand, and then what
 *   only it can tell is not judged
 * @returns nothing for a lawful step
 */
export function checkStep(
  before: Baseline,
  after: Baseline,
  contract: Contract | null,
  context: StepContext,
): Finding[] {
  const span = between(before.version, after.version, schemeOf(context.policy, before));
  const found: Unlawful[] = checkKnown(before, after);
  if (after.version === before.version) {
    found.push(...checkUnreleased(before, after));
  } else {
    found.push(
      ...checkVersion(before, after, contract, context, span),
      ...checkCatalogs(partedBaseline(before, toContract(after)), after, span),
      ...checkCorrections(before, after, span),
      ...(contract === null ? [] : checkSpec(after, contract, context.policy)),
    );
  }
  return found.map(({ at, message }) => ({
    rule: "baseline-edited",
    level: judgingRules["baseline-edited"].level,
    at,
    message,
    cause: null,
    location: null,
  }));
}
