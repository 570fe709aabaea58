import type { Openness, Shape } from "../contract/contract.js";
import type { Site } from "../contract/location.js";
import { remember } from "../contract/memo.js";

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
  /** Where it lists a value again that it had already. */
  readonly repeats: readonly Pick<Value, "code" | "site">[];
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

const opennesses: readonly Openness[] = ["extensible", "open"];

/** `open` if any is, else `extensible` if any is, else `closed`. */
export function mostOpen(all: Iterable<Openness>): Openness {
  const found = new Set(all);
  return opennesses.findLast((open) => found.has(open)) ?? "closed";
}

/** What must satisfy all (`allOf`, keywords side by side, `$ref` with siblings). */
export function every(all: readonly Values[]): Values {
  const telling = all.filter((values) => values !== anything);
  const [first, ...rest] = telling;
  if (first === undefined) return anything;
  if (rest.length === 0) return first;
  return {
    lists: unite(telling.map(({ lists }) => lists)),
    allowed: rest.reduce<Limited>(narrow, first).allowed,
    free: telling.every(({ free }) => free),
    open: mostOpen(telling.map(({ open }) => open)),
    conditional: telling.every(({ conditional }) => conditional),
    types: rest.reduce((types, values) => meet(types, values.types), first.types),
    examples: unite(telling.map(({ examples }) => examples)),
  };
}

/** What may satisfy any (`oneOf`, `anyOf`, media types of one response). */
export function some(all: readonly Values[]): Values {
  const [first = anything, ...rest] = all;
  if (rest.length === 0) return first;
  const limited = all.map(({ allowed }) => allowed).filter((allowed) => allowed !== null);
  const lists = unite(all.map((values) => values.lists));
  const free = all.some((values) => values.free);
  const open = mostOpen(all.map((values) => values.open));
  return {
    lists,
    allowed: limited.length === 0 ? null : union(limited),
    free,
    // A list with another value beside it that may be any string is open.
    open: open === "closed" && free && lists.length > 0 ? "open" : open,
    conditional: all.every(({ conditional }) => conditional),
    types: union(all.map(({ types }) => types)),
    examples: unite(all.map(({ examples }) => examples)),
  };
}

type Limited = Pick<Values, "allowed" | "conditional">;

function narrow(a: Limited, b: Limited): Limited {
  const conditional = a.conditional && b.conditional;
  if (a.allowed === null || b.allowed === null) return { allowed: a.allowed ?? b.allowed, conditional };
  if (conditional) return { allowed: union([a.allowed, b.allowed]), conditional };
  if (a.conditional) return { allowed: b.allowed, conditional };
  if (b.conditional) return { allowed: a.allowed, conditional };
  const common = meet(a.allowed, b.allowed);
  // Lists that exclude each other let nothing pass; whoever writes that means the narrower one.
  const meant = common.size > 0 ? common : a.allowed.size < b.allowed.size ? a.allowed : b.allowed;
  return { allowed: meant, conditional };
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  if (a.size === 0 || a === b) return b;
  if (b.size === 0) return a;
  return new Set([...a].filter((value) => b.has(value)));
}

/** What is in any of the sets. Where all are one set it is that set itself, so that many responses share it. */
export function union(sets: readonly ReadonlySet<string>[]): ReadonlySet<string> {
  const [first = none, ...rest] = sets.filter(({ size }) => size > 0);
  if (rest.every((set) => set === first)) return first;
  const all = new Set(first);
  for (const set of rest) for (const value of set) all.add(value);
  return all;
}

function unite<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...rest] = lists;
  if (rest.every((list) => list === first)) return first;
  const all = new Set(first);
  for (const list of rest) for (const item of list) all.add(item);
  return [...all];
}

/** The codes of some lists, in their order. */
export function codesIn(lists: readonly ValueList[]): Set<string> {
  return new Set(lists.flatMap(({ values }) => values.map(({ code }) => code)));
}

/** The values of some lists by their code: a code may stand in several. */
export function valuesByCode(lists: readonly ValueList[]): Map<string, Value[]> {
  const found = new Map<string, Value[]>();
  for (const { values } of lists) {
    for (const value of values) remember(found, value.code, () => []).push(value);
  }
  return found;
}
