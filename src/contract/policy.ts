import type { Bump, ChangeKind, Level } from "./change.js";
import type { Location } from "./location.js";

export type VersionScheme = "semver" | "date" | "integer" | "none";

/** `errors:` of a spec in the config: only where discovery needs help. */
export interface ErrorsSetting {
  readonly schemas?: readonly string[];
  readonly code?: string;
  readonly examples?: "ignore" | "lock";
}

/** A level, or a level with the rule's options. */
export type RuleSetting = Level | readonly [Level, Readonly<Record<string, unknown>>];

export type ChangeSetting = Level | { readonly level?: Level; readonly bump?: Bump };

export interface DeprecationPolicy {
  /** A code must be deprecated in a released baseline before it may leave. */
  readonly required: boolean;
  /** Days between deprecation and sunset; 0: no window. */
  readonly windowDays: number;
  /** It may leave only when its sunset has passed. */
  readonly pastSunset: boolean;
}

/** A reviewed statement in the config that one change or finding is intended. */
export interface Acceptance {
  readonly kind: string | null;
  readonly code: string | null;
  readonly to: readonly string[];
  readonly at: string | null;
  /** The spec it is for; null: the only one, or any. */
  readonly spec: string | null;
  readonly reason: string;
  readonly owner: string | null;
  /** An ISO date or a version. */
  readonly until: string | null;
  readonly correction: boolean;
  readonly catalog: string | null;
  /** Where it stands in the config. */
  readonly location: Location | null;
}

export interface Limits {
  readonly bytes: number;
  readonly depth: number;
  readonly nodes: number;
  readonly aliases: number;
  readonly files: number;
  readonly refs: number;
  readonly codes: number;
  /** Operations and their responses in one spec, those behind references counted each time. */
  readonly responses: number;
  /** Characters of a catalog's codes and their descriptions. */
  readonly text: number;
  /** Bytes of one recorded response: a line of NDJSON. */
  readonly exchange: number;
  /** Findings of the rules in one spec. */
  readonly findings: number;
  /** Characters of the operations, statuses and codes that changes or a page name, each time, and 32 for each name. */
  readonly places: number;
  /** Milliseconds for one spec. */
  readonly time: number;
  /** Codes, operations, changes and findings of all specs of a run. */
  readonly run: number;
  /** Milliseconds after which a run begins no further spec. */
  readonly runTime: number;
  /** Milliseconds of processor time for the rules of a user's rulesets over 4 MB of one spec. */
  readonly ruleset: number;
  /** Of one file of a consumer: a larger one is no source that people keep, and skipped. */
  readonly consumerBytes: number;
  /** Files below the root that globs of consumers choose from. */
  readonly consumerFiles: number;
  /** Steps that the patterns of all consumers take over their files. */
  readonly patternSteps: number;
}

/** What judges one spec: the config with its defaults, for this spec. */
export interface Policy {
  readonly errors: ErrorsSetting | "none" | null;
  readonly scheme: VersionScheme | null;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly changes: Readonly<Partial<Record<ChangeKind, ChangeSetting>>>;
  readonly deprecation: DeprecationPolicy;
  readonly corrections: "allow" | "forbid";
}

/** Does the config lock codes that stand in examples alone? */
export function locksExamples({ errors }: Policy): boolean {
  return errors !== "none" && errors?.examples === "lock";
}
