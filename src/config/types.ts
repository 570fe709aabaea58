import type { ChangeKind } from "../contract/change.js";
import type { Location } from "../contract/location.js";
import type {
  Acceptance,
  ChangeSetting,
  DeprecationPolicy,
  ErrorsSetting,
  Limits,
  RuleSetting,
  VersionScheme,
} from "../contract/policy.js";

/** What `errlock.yaml` says. All paths are root-relative, whatever folder the config stands in. */
export interface Config {
  /** Root-relative path of the config. */
  readonly file: string;
  /** Null: the config names none, the usual places are searched. */
  readonly specs: readonly SpecSetting[] | null;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly changes: Readonly<Partial<Record<ChangeKind, ChangeSetting>>>;
  readonly deprecation: DeprecationPolicy;
  readonly corrections: "allow" | "forbid";
  /** One for each code: an entry with `codes` gives several. */
  readonly accept: readonly Acceptance[];
  readonly consumers: readonly Consumer[];
  /** More Spectral rulesets, root-relative, or `errlock/ruleset`. */
  readonly ruleset: readonly string[];
  /** Only what the config sets. */
  readonly limits: Partial<Limits>;
}

export interface SpecSetting {
  /** Root-relative path or glob. */
  readonly spec: string;
  /** Root-relative path of its baseline, where that is not the usual one. */
  readonly baseline: string | null;
  readonly errors: ErrorsSetting | "none" | null;
  readonly scheme: VersionScheme | null;
  readonly rules: Readonly<Record<string, RuleSetting>>;
  readonly location: Location;
}

/** How codes stand in the files of a consumer. */
export const consumerPresets = [
  "typescript",
  "javascript",
  "python",
  "go",
  "rust",
  "java",
  "kotlin",
  "csharp",
  "ruby",
  "php",
  "json",
  "yaml",
  "toml",
  "tsv",
  "csv",
  "markdown",
] as const;
export type ConsumerPreset = (typeof consumerPresets)[number];

/** Files that name codes. */
export interface Consumer {
  readonly name: string;
  /** Root-relative paths or globs. */
  readonly files: readonly string[];
  /** Null: by the files' endings. */
  readonly as: ConsumerPreset | null;
  /** A regular expression whose first group is a code. */
  readonly pattern: string | null;
  /** Whether it claims to name every code of the catalog. */
  readonly complete: boolean;
  readonly ignore: readonly { readonly codes: readonly string[]; readonly reason: string }[];
  /** The spec whose codes it names; null: any. Root-relative. */
  readonly spec: string | null;
  readonly location: Location;
}
