import type { Site } from "./location.js";

export type ChangeKind =
  | "code-removed"
  | "code-renamed"
  | "code-reintroduced"
  | "catalog-removed"
  | "code-status-removed"
  | "body-field-removed"
  | "body-field-optional"
  | "body-field-type-changed"
  | "code-sunset-shortened"
  | "catalog-opened"
  | "code-added"
  | "code-deprecated"
  | "code-status-added"
  | "body-field-added"
  | "body-field-required"
  | "catalog-closed"
  | "code-undeprecated"
  | "description-changed"
  | "group-changed"
  | "error-response-removed"
  | "operation-code-removed"
  | "code-unreachable"
  | "operation-code-added"
  | "code-reordered";

export type Level = "error" | "warn" | "info" | "off";
export type Bump = "major" | "minor" | "patch" | "none";

/** How a rename was recognised. `declared`: `replacedBy` in the spec, or `to` in an acceptance. */
export type RenameHow =
  | "typo"
  | "case"
  | "separator"
  | "prefix"
  | "token"
  | "merge"
  | "split"
  | "declared"
  | "other";

/** One difference between two contracts. What it does to the build (level, bump) is judged later. */
export interface Change {
  readonly kind: ChangeKind;
  /** The catalog's name; null for changes of the body's shape and of responses. */
  readonly catalog: string | null;
  /** The code that changed; null where the change is not of one code. */
  readonly code: string | null;
  /** New names of a renamed code (a split has several). */
  readonly to: readonly string[];
  readonly how: RenameHow | null;
  /** 0 to 1, two decimals. Null unless renamed. */
  readonly confidence: number | null;
  /** The tokens that many renames share, so that reports can fold them. */
  readonly pattern: { readonly from: string; readonly to: string } | null;
  readonly evidence: readonly string[];
  /** Statuses and operations it shows in, sorted. */
  readonly statuses: readonly string[];
  readonly operations: readonly string[];
  /** Path of the body field for `body-*`; otherwise null. */
  readonly field: string | null;
  /** What it was and what it is, as words (`string`, `2026-01-01`, `closed`); null where that says nothing. */
  readonly before: string | null;
  readonly after: string | null;
  /** Codes folded in (`catalog-removed`), sorted by code point. */
  readonly codes: readonly string[];
  /** A code that may be what a removed one became, with too little evidence to say so. */
  readonly candidate: string | null;
  /** Where to look: in the new document; a removed code is located at the catalog that lost it. */
  readonly site: Site | null;
  /** Where it stood in the old document, if that is at hand. */
  readonly beforeSite: Site | null;
}
