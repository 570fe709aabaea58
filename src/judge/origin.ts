import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import type { Acceptance } from "../contract/policy.js";
import type { Origin } from "../contract/report.js";
import { fitsChange, fitsFinding, isFor } from "./accept.js";
import { changeOrigins } from "./against/origin.js";
import { findingFingerprint } from "./fingerprint.js";
import type { JudgeBase } from "./types.js";

/**
 * Tells what the branch did from what was there before it. What the base had accepted and the branch no longer accepts
 * is the branch's. Without a base all is the branch's.
 */
export class Origins {
  readonly #spec: string;
  readonly #base: JudgeBase | null;
  readonly #ofChange: (change: Change) => Origin;
  readonly #findings: ReadonlySet<string>;

  constructor(spec: string, base: JudgeBase | null) {
    this.#spec = spec;
    this.#base = base;
    this.#ofChange = changeOrigins(base?.changes ?? []);
    this.#findings = new Set(base?.findings.map((finding) => findingFingerprint(spec, finding)));
  }

  ofChange(change: Change, accepted: boolean, contract: Contract): Origin {
    if (this.#base === null || this.#ofChange(change) === "branch") return "branch";
    return !accepted && this.#hadAccepted((acceptance) => fitsChange(acceptance, change, contract))
      ? "branch"
      : "base";
  }

  ofFinding(finding: Pick<Finding, "rule" | "at">, accepted: boolean): Origin {
    if (!this.#findings.has(findingFingerprint(this.#spec, finding))) return "branch";
    return !accepted && this.#hadAccepted((acceptance) => fitsFinding(acceptance, finding))
      ? "branch"
      : "base";
  }

  #hadAccepted(fits: (acceptance: Acceptance) => boolean): boolean {
    const accepted = this.#base?.acceptances ?? [];
    return accepted.some((acceptance) => isFor(acceptance, this.#spec) && fits(acceptance));
  }
}
