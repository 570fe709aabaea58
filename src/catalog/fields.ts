import type { Site } from "../contract/location.js";
import { type Apart, alternatives, nothingApart, stillApart } from "./apart.js";
import { anything, every, some, union, type Values } from "./values.js";

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
  /** Which of them never stand in one body, because they belong to different branches. */
  readonly apart: Apart;
}

export const noFields: Fields = {
  self: anything,
  inside: new Map(),
  required: new Set(),
  apart: nothingApart,
};

/** All of them hold (`allOf`, keywords side by side). What any of them requires is required. */
export function allFields(all: readonly Fields[]): Fields {
  const telling = all.filter((fields) => fields !== noFields);
  const [first] = telling;
  if (first === undefined || telling.length === 1) return first ?? noFields;
  const required = union(telling.map((fields) => fields.required));
  const inside = new Map<string, Field>();
  for (const [path, fields] of byPath(telling)) {
    inside.set(path, {
      values: every(fields.map(({ values }) => values)),
      required: required.has(path) || fields.some((field) => field.required),
      owners: ownersOf(fields),
    });
  }
  return { self: every(telling.map(({ self }) => self)), inside, required, apart: stillApart(telling) };
}

/** Any of them holds (`oneOf`, `anyOf`). What only some of them have is not required. */
export function anyFields(all: readonly Fields[]): Fields {
  const [first] = all;
  if (first === undefined || all.length === 1) return first ?? noFields;
  const inside = new Map<string, Field>();
  for (const [path, fields] of byPath(all)) {
    inside.set(path, {
      values: some(fields.map(({ values }) => values)),
      required: fields.length === all.length && fields.every((field) => field.required),
      owners: ownersOf(fields),
    });
  }
  const required = [...first.required].filter((name) => all.every((fields) => fields.required.has(name)));
  return {
    self: some(all.map(({ self }) => self)),
    inside,
    required: new Set(required),
    apart: alternatives(all),
  };
}

/** What stands under a conditional keyword adds, and never narrows. */
export function conditionally(fields: Fields): Fields {
  if (fields === noFields) return noFields;
  const inside = new Map<string, Field>();
  for (const [path, field] of fields.inside) {
    inside.set(path, { ...field, required: false, values: { ...field.values, conditional: true } });
  }
  return { ...fields, self: { ...fields.self, conditional: true }, inside, required: new Set() };
}

function byPath(all: readonly Fields[]): Map<string, Field[]> {
  const fields = new Map<string, Field[]>();
  for (const { inside } of all) {
    for (const [path, field] of inside) {
      const found = fields.get(path);
      if (found === undefined) fields.set(path, [field]);
      else found.push(field);
    }
  }
  return fields;
}

function ownersOf(fields: readonly Field[]): readonly Site[] {
  const [first] = fields;
  return first !== undefined && fields.length === 1
    ? first.owners
    : [...new Set(fields.flatMap(({ owners }) => owners))];
}

/** A property's name as a step of a path: in quotes where it could be taken for several steps, or for none. */
export function stepOf(name: string): string {
  return /^[^.[\]*"]+$/.test(name) ? name : JSON.stringify(name);
}

/** The steps of a path, as `stepOf` wrote them, each with the `[]` behind it. */
export function stepsOf(path: string): string[] {
  return path.match(/("([^"\\]|\\.)*"|[^."])+/g) ?? [];
}

/** `error` and `code` give `error.code`; `errors` and `[].code` give `errors[].code`. */
export function joinPath(head: string, rest: string): string {
  return head === "" || rest.startsWith("[") ? head + rest : `${head}.${rest}`;
}
