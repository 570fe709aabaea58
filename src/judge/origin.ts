import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import type { Acceptance } from "../contract/policy.js";
import type { Origin } from "../contract/report.js";
import { byCode, fitsChange, isExpired, isFor } from "./accept.js";
import { changeOrigins } from "./against/origin.js";
import { findingFingerprint } from "./fingerprint.js";
import type { JudgedBy } from "./types.js";
import { schemeOf } from "./version.js";

/**
 * Tells what the branch did from what was there before it. What the base had accepted and the branch no longer accepts
 * is the branch's. Without a base all is the branch's.
 */
export class Origins {
  readonly #spec: string;
  readonly #ofChange: (change: Change) => Origin;
  readonly #findings: ReadonlySet<string>;
  /** Rules and places. */
  readonly #acceptedFindings = new Set<string>();
  readonly #accepted: (code: string | null) => readonly Acceptance[];

  constructor({ spec, base, now, policy, baseline }: JudgedBy) {
    const scheme = schemeOf(policy, baseline);
    this.#spec = spec;
    this.#ofChange = changeOrigins(base?.changes ?? []);
    // What ended meanwhile accepts nothing at the base either.
    const accepted = (base?.acceptances ?? []).filter(
      (acceptance) => isFor(acceptance, spec) && !isExpired(acceptance, now, base?.version ?? null, scheme),
    );
    this.#accepted = byCode(accepted);
    for (const { kind, code, at } of accepted)
      if (code === null || code === (at ?? code)) this.#acceptedFindings.add(keyOf(kind, at ?? code));
    this.#findings = new Set(base?.findings.map((finding) => findingFingerprint(spec, finding)));
  }

  ofChange(change: Change, accepted: boolean, contract: Contract): Origin {
    if (this.#ofChange(change) === "branch") return "branch";
    const hadAccepted = this.#accepted(change.code).some((entry) => fitsChange(entry, change, contract));
    return !accepted && hadAccepted ? "branch" : "base";
  }

  ofFinding(finding: Pick<Finding, "rule" | "at">, accepted: boolean): Origin {
    if (this.#findings.size === 0) return "branch";
    if (!this.#findings.has(findingFingerprint(this.#spec, finding))) return "branch";
    return !accepted && this.#acceptedFindings.has(keyOf(finding.rule, finding.at)) ? "branch" : "base";
  }
}

function keyOf(rule: string | null, at: string | null): string {
  return JSON.stringify([rule, at]);
}
