import type { Site } from "../contract/location.js";
import { anything, both, either, type Values } from "./values.js";

/** A field of a body: what it may hold, and the error schemas that declare it. */
export interface Field {
  readonly values: Values;
  readonly required: boolean;
  /** The nearest named schemas that declare it; empty where it is declared inline. */
  readonly owners: readonly Site[];
}

/** What a schema says about a value and everything inside it, by path: `code`, `error.code`, `errors[].code`. */
export interface Fields {
  readonly self: Values;
  readonly inside: ReadonlyMap<string, Field>;
  /** Names of own properties that must be there, also of those that another branch declares. */
  readonly required: ReadonlySet<string>;
}

export const noFields: Fields = { self: anything, inside: new Map(), required: new Set() };

/** Both hold (`allOf`, keywords side by side). */
export function allFields(a: Fields, b: Fields): Fields {
  if (a === noFields) return b;
  if (b === noFields) return a;
  const required = b.required.size === 0 ? a.required : new Set([...a.required, ...b.required]);
  const inside = new Map(a.inside);
  for (const [path, field] of b.inside) {
    const other = inside.get(path);
    inside.set(path, other === undefined ? field : bothFields(other, field));
  }
  for (const [path, field] of inside) {
    if (!field.required && required.has(path)) inside.set(path, { ...field, required: true });
  }
  return { self: both(a.self, b.self), inside, required };
}

/** One of them holds (`oneOf`, `anyOf`, `if`). What only some have is not required. */
export function anyFields(all: readonly Fields[], join: (a: Values, b: Values) => Values = either): Fields {
  const [first, ...rest] = all;
  if (first === undefined) return noFields;
  if (rest.length === 0) return first;
  const inside = new Map<string, Field>();
  const seen = new Map<string, number>();
  for (const { inside: fields } of all) {
    for (const [path, field] of fields) {
      const other = inside.get(path);
      inside.set(path, other === undefined ? field : eitherField(other, field));
      seen.set(path, (seen.get(path) ?? 0) + 1);
    }
  }
  for (const [path, field] of inside) {
    if (field.required && seen.get(path) !== all.length) inside.set(path, { ...field, required: false });
  }
  return {
    self: rest.reduce((self, fields) => join(self, fields.self), first.self),
    inside,
    required: new Set([...first.required].filter((name) => rest.every(({ required }) => required.has(name)))),
  };
}

function bothFields(a: Field, b: Field): Field {
  return { values: both(a.values, b.values), required: a.required || b.required, owners: owners(a, b) };
}

function eitherField(a: Field, b: Field): Field {
  return { values: either(a.values, b.values), required: a.required && b.required, owners: owners(a, b) };
}

function owners(a: Field, b: Field): readonly Site[] {
  return b.owners.length === 0 ? a.owners : [...new Set([...a.owners, ...b.owners])];
}

/** Everything under a conditional keyword adds, and never narrows. */
export function conditionally(fields: Fields): Fields {
  const inside = new Map<string, Field>();
  for (const [path, field] of fields.inside) {
    inside.set(path, { ...field, required: false, values: { ...field.values, conditional: true } });
  }
  return { self: { ...fields.self, conditional: true }, inside, required: new Set() };
}

/** `error` and `code` give `error.code`; `errors` and `[].code` give `errors[].code`. */
export function joinPath(head: string, rest: string): string {
  return head === "" || rest.startsWith("[") ? head + rest : `${head}.${rest}`;
}
