import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import type { Origin } from "../contract/report.js";
import { fitsChange, fitsFinding, isFor } from "./accept.js";
import { changeFingerprint, findingFingerprint, leaves, leavingCodes } from "./fingerprint.js";
import type { JudgeBase } from "./types.js";

/**
 * Tells what the branch did from what was there before it. A change counts as the base's only if the base shows all of
 * it: the same identity, and nothing that the branch made larger. What the base had accepted and the branch no longer
 * accepts is the branch's.
 */
export class Origins {
  readonly #spec: string;
  readonly #base: JudgeBase | null;
  readonly #changes = new Map<string, Change>();
  readonly #findings: ReadonlySet<string>;

  constructor(spec: string, base: JudgeBase | null) {
    this.#spec = spec;
    this.#base = base;
    for (const change of base?.changes ?? []) {
      this.#changes.set(changeFingerprint(spec, change), change);
      for (const code of leavingCodes(change)) {
        const alone: Change = { ...change, kind: "code-removed", code };
        this.#changes.set(changeFingerprint(spec, alone), alone);
      }
    }
    this.#findings = new Set(base?.findings.map((finding) => findingFingerprint(spec, finding)));
  }

  ofChange(change: Change, accepted: boolean, contract: Contract): Origin {
    const before = this.#changes.get(changeFingerprint(this.#spec, change));
    if (this.#base === null || before === undefined || !coversAllOf(before, change)) return "branch";
    return !accepted && this.#accepted((acceptance) => fitsChange(acceptance, change, contract))
      ? "branch"
      : "base";
  }

  ofFinding(finding: Pick<Finding, "rule" | "at">, accepted: boolean): Origin {
    if (this.#base === null || !this.#findings.has(findingFingerprint(this.#spec, finding))) return "branch";
    return !accepted && this.#accepted((acceptance) => fitsFinding(acceptance, finding)) ? "branch" : "base";
  }

  #accepted(fits: (acceptance: JudgeBase["acceptances"][number]) => boolean): boolean {
    return (this.#base?.acceptances ?? []).some(
      (acceptance) => isFor(acceptance, this.#spec) && fits(acceptance),
    );
  }
}

function coversAllOf(before: Change, after: Change): boolean {
  if (leaves(after)) return true;
  const within = (part: readonly string[], whole: readonly string[]) => {
    const set = new Set(whole);
    return part.every((item) => set.has(item));
  };
  return (
    within(after.statuses, before.statuses) &&
    within(after.operations, before.operations) &&
    within(after.codes, before.codes) &&
    after.before === before.before &&
    after.after === before.after
  );
}
