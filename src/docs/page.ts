import type { Openness, OperationStatus } from "../contract/contract.js";

/** The catalog page of one spec, before it takes a form. Everything is in the order in which it is read. */
export interface Page {
  /** The spec's path, as the page names its source; null: unknown. */
  readonly spec: string | null;
  /** The API's name (`info.title`). */
  readonly api: string | null;
  /** The version that the spec declares. */
  readonly version: string | null;
  /** The version of the baseline: what was released last. */
  readonly baseline: string | null;
  /** What a reader must know first, a paragraph each; codes and names stand in backticks. */
  readonly introduction: readonly string[];
  readonly catalogs: readonly PageCatalog[];
}

export interface PageCatalog {
  readonly name: string;
  readonly open: Openness;
  readonly normative: boolean;
  /** Where every code is in a single group without a name, the spec knows no groups. */
  readonly groups: readonly PageGroup[];
  /** Sorted by code point. */
  readonly retired: readonly PageCode[];
  /** What happened to every code, also to those that left before there was a baseline. Sorted by code point. */
  readonly lives: readonly Life[];
  /** Error responses of every operation, in the order of the spec. */
  readonly operations: readonly PageOperation[];
}

export interface PageGroup {
  readonly name: string | null;
  readonly codes: readonly PageCode[];
}

export type Lifecycle = "active" | "unreleased" | "deprecated" | "retired";

export interface PageCode {
  readonly code: string;
  /** Fragment of the address; it never changes once it was published in a release. */
  readonly anchor: string;
  readonly description: string;
  /** The spec maintains no description: this one follows from the identifier. */
  readonly derived: boolean;
  /** What the examples of the spec say to a person when it comes; a few at most. */
  readonly messages: readonly string[];
  readonly lifecycle: Lifecycle;
  /** Empty: not said. */
  readonly statuses: readonly string[];
  readonly retryable: boolean | null;
  /** The version that released it first. */
  readonly since: string | null;
  /** The version that brought it back after it was retired. */
  readonly reintroduced: string | null;
  readonly deprecated: { readonly since: string | null; readonly sunset: string | null } | null;
  readonly retired: { readonly version: string; readonly reason: string } | null;
  readonly replacedBy: readonly CodeLink[];
  readonly basis: Basis;
  /** Operations that can answer with it, with the statuses; empty for `any` and `unknown`. */
  readonly operations: readonly PageReach[];
  /** Operations whose examples show it. */
  readonly shownIn: readonly PageReach[];
}

/**
 * How it is known which operations can answer with a code. `narrowed`: their schemas let only some codes pass. `status`: they
 * declare a status that the code comes with. `any`: nothing is said. `unknown`: no operation carries it.
 */
export type Basis = "narrowed" | "status" | "any" | "unknown";

export interface CodeLink {
  readonly code: string;
  /** Null where the code is not on the page. */
  readonly anchor: string | null;
}

export interface PageReach {
  readonly operation: string;
  readonly statuses: readonly string[];
}

export interface PageOperation {
  readonly operation: string;
  readonly responses: readonly {
    readonly status: string;
    /** The response is not narrowed: any code that may come with the status. */
    readonly any: boolean;
    /** What it can carry, in the order of the catalog; empty where that is the whole catalog. */
    readonly codes: readonly string[];
    /** What its examples show. */
    readonly shown: readonly string[];
  }[];
}

export type LifeStepKind = "born" | "deprecated" | "undeprecated" | "renamed" | "retired" | "returned";

export interface LifeStep {
  readonly kind: LifeStepKind;
  /** The release in which it happened; with a history, the version that was declared then. */
  readonly version: string | null;
  /** ISO date, from a history. */
  readonly date: string | null;
  /** New names, where it was renamed or replaced. */
  readonly to: readonly string[];
}

export interface Life {
  readonly code: string;
  readonly anchor: string | null;
  /** Oldest first; empty for a code that no release has. */
  readonly steps: readonly LifeStep[];
}

/** Statuses by operation, from pairs. Keeps the order in which operations come; statuses are sorted. */
export function reachOf(pairs: Iterable<OperationStatus>): PageReach[] {
  const found = new Map<string, Set<string>>();
  for (const { operation, status } of pairs) {
    const statuses = found.get(operation) ?? new Set();
    found.set(operation, statuses.add(status));
  }
  return [...found].map(([operation, statuses]) => ({ operation, statuses: [...statuses].sort() }));
}

/** Every name that operations with their statuses are listed with. */
export function namesOf(reach: readonly PageReach[]): string[] {
  return reach.flatMap(({ operation, statuses }) => [operation, ...statuses]);
}
