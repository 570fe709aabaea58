import type { Baseline } from "../contract/baseline.js";
import type { Change } from "../contract/change.js";
import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import type { Site } from "../contract/location.js";
import type { Acceptance, Policy } from "../contract/policy.js";
import type { JudgedChange, JudgedFinding, VersionVerdict } from "../contract/report.js";

/** All that the verdict on one spec depends on. */
export interface JudgeInput {
  /** Root-relative path of the spec. */
  readonly spec: string;
  /** Whether the config has several specs, so that commands must name this one. */
  readonly severalSpecs: boolean;
  readonly baseline: Baseline;
  readonly contract: Contract;
  /** From the baseline to the contract; and, with `--against`, what the baseline does not hold. */
  readonly changes: readonly Change[];
  /** From lint, with their levels set, and from comparing policies and baselines. */
  readonly findings: readonly Finding[];
  readonly policy: Policy;
  readonly acceptances: readonly Acceptance[];
  /** False where no acceptance counts, so that no command that writes one is offered. */
  readonly acceptable?: boolean;
  /** ISO date. */
  readonly now: string;
  /** What was there before the branch; null without `--against`. */
  readonly base: JudgeBase | null;
  /** The ref that `base` was found by, for the commands that need it again. */
  readonly against?: string;
}

/** What a verdict depends on, but for the findings, which it tells itself. */
export type JudgedBy = Omit<JudgeInput, "findings">;

/** The merge base, judged by its own baseline and the same policy. */
export interface JudgeBase {
  /** Version that its spec declares. */
  readonly version: string | null;
  /** Version of its baseline. */
  readonly released: string | null;
  readonly changes: readonly Change[];
  readonly findings: readonly Finding[];
  readonly acceptances: readonly Acceptance[];
}

/** A judged change that the caller still locates. */
export interface VerdictChange extends Omit<JudgedChange, "location" | "snippet"> {
  readonly site: Site | null;
  readonly beforeSite: Site | null;
  /** Why it may be although nobody accepted it; null where it may not, or was accepted. */
  readonly lawful: "sunset" | "unstable" | null;
}

/** A judged finding that the caller still locates: by `location` if there is one, else by `site`. */
export interface VerdictFinding extends Omit<JudgedFinding, "snippet"> {
  readonly site: Site | null;
}

export interface Verdict {
  readonly spec: string;
  readonly changes: readonly VerdictChange[];
  readonly findings: readonly VerdictFinding[];
  readonly version: VersionVerdict;
  readonly notes: readonly string[];
  /** Acceptances that fit something here, also where they are past their end. */
  readonly fitting: ReadonlySet<Acceptance>;
}
