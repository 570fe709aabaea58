import type { BodyField, ErrorPlace, Openness, Tombstone } from "./contract.js";

/** The newest format of the file that this version reads and writes. */
export const baselineFormat = 1;

/** The contract of the last release, as committed under `baselines/`. Records have no prototype: any code is a safe key. */
export interface Baseline {
  readonly format: typeof baselineFormat;
  /** The version that was released. */
  readonly version: string;
  /** The last full version, where `version` is a prerelease. */
  readonly stable?: string;
  /** `none` where a release was named by `--as`, though the name looks like a version of a scheme. */
  readonly scheme?: "none";
  /** Where the codes are found, decided once by `init`. `none`: the spec says that it has no codes. */
  readonly errors: ErrorPlace | "none";
  /** The main catalog. */
  readonly main: BaselineCatalog;
  readonly body: Readonly<Record<string, BodyField>>;
  /** Further catalogs, by name. */
  readonly catalogs: Readonly<Record<string, BaselineCatalog>>;
  /** Findings that were there when errlock came: rule to places. They may only become fewer. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** Corrections of all releases, oldest first: why a version was allowed to be smaller than its changes. */
  readonly corrected: readonly Correction[];
}

export interface BaselineCatalog {
  readonly open: Openness;
  readonly codes: Readonly<Record<string, BaselineCode>>;
  readonly retired: Readonly<Record<string, Tombstone>>;
}

/** The catalog of a baseline by its name; null where it has none so named. */
export function catalogNamed(baseline: Baseline, name: string | null): BaselineCatalog | null {
  if (baseline.errors !== "none" && baseline.errors.code === name) return baseline.main;
  return name === null ? null : (baseline.catalogs[name] ?? null);
}

/** A code of a released contract. */
export interface BaselineCode {
  /** The version that released it first. */
  readonly since: string;
  /** The version that released its deprecation; `true` where that is not known. */
  readonly deprecated?: string | true;
  /** ISO date from which it may be gone. */
  readonly sunset?: string;
  readonly replacedBy?: string;
  readonly statuses?: readonly string[];
  /** The version that brought it back after it was retired. */
  readonly reintroduced?: string;
  /** Its earlier lives, oldest first: no tombstone is ever dropped. */
  readonly past?: readonly Tombstone[];
}

/** An accepted correction: the spec says since this version what the server always did. */
export interface Correction {
  readonly version: string;
  readonly kind: string;
  readonly catalog?: string;
  readonly code?: string;
  readonly at?: string;
  readonly reason: string;
}
