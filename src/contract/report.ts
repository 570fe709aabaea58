import type { Bump, Change, Level } from "./change.js";
import type { Openness } from "./contract.js";
import type { Location, Snippet } from "./location.js";
import type { VersionScheme } from "./policy.js";

/**
 * What every format of `check`, `lint` and `diff` is made from. `-f json` prints it without the members that
 * exist for people only (`snippet`, `remedy` stays).
 */
export interface Report {
  readonly format: 1;
  readonly tool: { readonly name: "errlock"; readonly version: string };
  readonly command: "check" | "lint" | "diff" | "scan";
  readonly now: string;
  readonly result: "pass" | "fail" | "error";
  /** Why nothing could be judged: a broken config, no spec, no such ref. Null where the specs tell for themselves. */
  readonly error: SpecError | null;
  readonly against: { readonly ref: string; readonly commit: string } | null;
  readonly specs: readonly SpecReport[];
  readonly summary: Summary;
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly accepted: number;
  readonly known: number;
  /** Changes and findings whose level is off. */
  readonly hidden: number;
  /** Errors, warnings and infos that were there before the branch. */
  readonly base: number;
}

export interface SpecReport {
  readonly spec: string;
  readonly error: SpecError | null;
  readonly baseline: { readonly path: string; readonly version: string } | null;
  readonly catalogs: readonly CatalogSummary[];
  /** Number of operations the document has. */
  readonly operations: number;
  readonly version: VersionVerdict | null;
  readonly changes: readonly JudgedChange[];
  readonly findings: readonly JudgedFinding[];
  /** Things to say aloud that are neither change nor finding: "this branch releases 2.0.0: 3 added, 1 retired". */
  readonly notes: readonly string[];
}

export interface SpecError {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly location: Location | { readonly file: string } | null;
}

export interface CatalogSummary {
  readonly name: string;
  readonly codes: number;
  readonly open: Openness;
  readonly normative: boolean;
  readonly errorSchemas: readonly string[];
  readonly pointers: readonly string[];
}

export type VersionState = "none" | "pending" | "covered" | "too-small" | "lowered";

export interface VersionVerdict {
  readonly scheme: VersionScheme;
  readonly baseline: string;
  readonly declared: string | null;
  /** The lowest version that covers the required bump; null with scheme `none`, or where nothing changed. */
  readonly required: string | null;
  readonly requiredBump: Bump;
  readonly state: VersionState;
}

export type Origin = "branch" | "base";

/** How a change or finding was accepted. */
export interface AcceptedBy {
  readonly reason: string;
  readonly owner: string | null;
  readonly until: string | null;
  readonly correction: boolean;
  /** With `--against`: the acceptance itself comes with the branch. */
  readonly new: boolean;
}

export interface JudgedChange extends Omit<Change, "site" | "beforeSite"> {
  readonly level: Level;
  readonly bump: Bump;
  readonly origin: Origin;
  readonly accepted: AcceptedBy | null;
  readonly message: string;
  /** Commands or YAML that would make it lawful; empty where nothing needs to be done. */
  readonly remedy: readonly string[];
  readonly fingerprint: string;
  readonly location: Location | null;
  readonly snippet: Snippet | null;
}

export interface JudgedFinding {
  readonly rule: string;
  readonly level: Level;
  readonly origin: Origin;
  readonly at: string;
  readonly accepted: AcceptedBy | null;
  readonly known: boolean;
  readonly message: string;
  readonly cause: string | null;
  readonly remedy: readonly string[];
  readonly fingerprint: string;
  readonly location: Location | null;
  readonly snippet: Snippet | null;
}
