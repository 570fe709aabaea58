import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import type { Acceptance } from "../contract/policy.js";
import type { Origin } from "../contract/report.js";
import { byIdentity, byRule, fitsChange, isExpired, isFor } from "./accept.js";
import { changeOrigins } from "./against/origin.js";
import { findingFingerprint } from "./fingerprint.js";
import type { JudgedBy } from "./types.js";
import { schemeOf } from "./version.js";

const none: readonly Acceptance[] = [];

/**
 * Tells what the branch did from what was there before it. What the base had accepted and the branch no longer accepts
 * is the branch's. Without a base all is the branch's.
 */
export class Origins {
  readonly #spec: string;
  readonly #ofChange: (change: Change) => Origin;
  readonly #findings: ReadonlySet<string>;
  readonly #acceptedFindings: (rule: string, at: string) => readonly Acceptance[];
  readonly #acceptedChanges: (change: Change) => readonly Acceptance[];
  /** Whether one of the base was meant for the spec, and accepts yet: what ended meanwhile accepts nothing there either. */
  readonly #isInForce: (acceptance: Acceptance) => boolean;

  constructor({ spec, base, now, policy, baseline }: JudgedBy) {
    const scheme = schemeOf(policy, baseline);
    this.#spec = spec;
    this.#ofChange = changeOrigins(base?.changes ?? []);
    this.#acceptedChanges = byIdentity(base?.acceptances ?? none);
    this.#acceptedFindings = byRule(base?.acceptances ?? none);
    this.#isInForce = (acceptance) =>
      isFor(acceptance, spec) && !isExpired(acceptance, now, base?.version ?? null, scheme);
    this.#findings = new Set(base?.findings.map((finding) => findingFingerprint(spec, finding)));
  }

  ofChange(change: Change, accepted: boolean, contract: Contract): Origin {
    if (this.#ofChange(change) === "branch") return "branch";
    const hadAccepted = this.#acceptedChanges(change).some(
      (entry) => this.#isInForce(entry) && fitsChange(entry, change, contract),
    );
    return !accepted && hadAccepted ? "branch" : "base";
  }

  ofFinding(finding: Pick<Finding, "rule" | "at">, accepted: boolean): Origin {
    if (this.#findings.size === 0) return "branch";
    if (!this.#findings.has(findingFingerprint(this.#spec, finding))) return "branch";
    const hadAccepted = this.#acceptedFindings(finding.rule, finding.at).some(
      (entry) => (entry.code === null || entry.code === finding.at) && this.#isInForce(entry),
    );
    return !accepted && hadAccepted ? "branch" : "base";
  }
}
