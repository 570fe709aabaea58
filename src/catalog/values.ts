import type { Openness, Shape } from "../contract/contract.js";
import type { Site } from "../contract/location.js";

/** One value of a list of codes, with what the document keeps about it. */
export interface Value {
  readonly code: string;
  readonly site: Site;
  /** What the parser read: a number for `code: 1001`. */
  readonly type: "string" | "number";
  readonly notes: ValueNotes;
}

/** What a document keeps about a code besides its name; every key optional. */
export interface ValueNotes {
  readonly description?: string;
  readonly name?: string;
  readonly group?: string;
  readonly deprecated?: boolean;
  readonly sunset?: string;
  readonly since?: string;
  readonly replacedBy?: string;
  readonly retryable?: boolean;
  readonly statuses?: readonly string[];
  readonly messages?: readonly string[];
}

/** A value in a list of codes that is none: not a string, or a placeholder. */
export interface OddValue {
  readonly value: unknown;
  readonly site: Site;
  readonly why: "not-string" | "placeholder";
}

/** A list of values as it stands in the document. */
export interface ValueList {
  readonly site: Site;
  readonly shape: Shape;
  readonly values: readonly Value[];
  readonly odd: readonly OddValue[];
}

/** What a schema lets a value be, as far as codes are concerned. */
export interface Values {
  /** The lists found behind it, whole. */
  readonly lists: readonly ValueList[];
  /** The values that pass; null where no list limits them. */
  readonly allowed: ReadonlySet<string> | null;
  /** May be any other string or number, too. */
  readonly free: boolean;
  readonly open: Openness;
  /** Holds under a condition (`then`, `else`) only, so it adds to others instead of narrowing them. */
  readonly conditional: boolean;
  /** JSON Schema types, where said. */
  readonly types: ReadonlySet<string>;
  /** Examples of a single value, with their place. */
  readonly examples: readonly { readonly value: unknown; readonly site: Site }[];
}

const none: ReadonlySet<string> = new Set();

/** A schema that says nothing. */
export const anything: Values = {
  lists: [],
  allowed: null,
  free: true,
  open: "closed",
  conditional: false,
  types: none,
  examples: [],
};

const opennesses: readonly Openness[] = ["closed", "extensible", "open"];

export function mostOpen(...all: readonly Openness[]): Openness {
  return opennesses[Math.max(0, ...all.map((open) => opennesses.indexOf(open)))] ?? "closed";
}

/** What must satisfy both (`allOf`, keywords side by side, `$ref` with siblings). */
export function both(a: Values, b: Values): Values {
  if (a === anything) return b;
  if (b === anything) return a;
  return {
    lists: unite(a.lists, b.lists),
    allowed: narrow(a, b),
    free: a.free && b.free,
    open: mostOpen(a.open, b.open),
    conditional: a.conditional && b.conditional,
    types: meet(a.types, b.types),
    examples: unite(a.examples, b.examples),
  };
}

/** What may satisfy either (`oneOf`, `anyOf`, media types of one response). */
export function either(a: Values, b: Values): Values {
  return {
    lists: unite(a.lists, b.lists),
    allowed: join(a.allowed, b.allowed),
    free: a.free || b.free,
    open: mostOpen(a.open, b.open),
    conditional: a.conditional && b.conditional,
    types: join(a.types, b.types) ?? none,
    examples: unite(a.examples, b.examples),
  };
}

function narrow(a: Values, b: Values): ReadonlySet<string> | null {
  if (a.allowed === null || b.allowed === null) return a.allowed ?? b.allowed;
  if (a.conditional && b.conditional) return join(a.allowed, b.allowed);
  if (a.conditional) return b.allowed;
  if (b.conditional) return a.allowed;
  const common = meet(a.allowed, b.allowed);
  // Lists that exclude each other let nothing pass; whoever writes that means the narrower one.
  return common.size > 0 ? common : a.allowed.size < b.allowed.size ? a.allowed : b.allowed;
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (a.size === 0 || a === b) return b;
  if (b.size === 0) return a;
  return new Set([...a].filter((value) => b.has(value)));
}

function join(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): ReadonlySet<string> | null {
  if (a === null || b === null || a === b) return a ?? b;
  if (b.size === 0) return a;
  return new Set([...a, ...b]);
}

function unite<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  if (b.length === 0 || a === b) return a;
  return a.length === 0 ? b : [...new Set([...a, ...b])];
}
