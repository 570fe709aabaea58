import type { Node } from "../spec/spec.js";
import type { Notes } from "./shapes/list.js";
import type { ValueNotes } from "./values.js";
import { isMapping, type Mapping, mapping, text } from "./walk/node.js";

/** Extensions that hold one text per value: a list in the order of `enum`, or a map from value to text. */
const texts: readonly (readonly [keyof Pick<ValueNotes, "description" | "name">, readonly string[]])[] = [
  [
    "name",
    ["x-enum-varnames", "x-enum-varNames", "x-enumNames", "x-enum-names", "enumNames", "x-speakeasy-enums"],
  ],
  [
    "description",
    [
      "x-enum-descriptions",
      "x-enumDescriptions",
      "x-enum-description",
      "x-enum-value-descriptions",
      "x-enum-comments",
      "x-google-enum-descriptions",
      "enumDescriptions",
      "markdownEnumDescriptions",
      "x-speakeasy-enum-descriptions",
    ],
  ],
];

/** Extensions that name the deprecated values. */
const deprecations = ["x-enum-deprecated", "x-deprecated-enum", "x-deprecated"] as const;

/** Extensions that hold an object per value: in a list, where it names its value under one of `valueKeys`, or in a map. */
const objects = ["x-enum-elements", "x-enum-values", "x-fern-enum"] as const;
const known: ReadonlySet<string> = new Set([
  ...texts.flatMap(([, extensions]) => extensions),
  ...objects,
  ...deprecations,
  "x-ms-enum",
  "x-error-codes",
]);
const valueKeys = ["value", "code", "id", "name"] as const;

const noNotes: Notes = () => ({});

/** Reads what a schema's extensions say about the values of its list. An empty text says nothing. */
export function readNotes(schema: Node): Notes {
  const keys = mapping(schema.value);
  if (!hasNotes(schema)) return noNotes;
  const elements = byValue(
    [...objects.map((key) => keys[key]), mapping(keys["x-ms-enum"]).values].flatMap(toElements),
  );
  const deprecated = deprecatedIn(keys);
  const own = mapping(keys["x-error-codes"]);
  return (code, index) => ({
    ...textNotes(keys, code, index),
    ...elementNotes(elements.get(code), code),
    ...(deprecated(code, index) && { deprecated: true }),
    ...ownNotes(Object.hasOwn(own, code) ? mapping(own[code]) : {}),
  });
}

/** Does a schema say anything about single values? For `$ref`s with siblings. */
export function hasNotes(schema: Node): boolean {
  return Object.keys(mapping(schema.value)).some((key) => known.has(key));
}

function toElements(held: unknown): readonly unknown[] {
  if (Array.isArray(held)) return held;
  return Object.entries(mapping(held)).map(([value, element]) => ({ ...mapping(element), value }));
}

function textNotes(keys: Mapping, code: string, index: number): ValueNotes {
  const notes: { description?: string; name?: string } = {};
  for (const [note, extensions] of texts) {
    for (const extension of extensions) {
      const held = keys[extension];
      const said = Array.isArray(held) ? text(held[index]) : byKey(mapping(held), [code, notes.name]);
      if (said !== null) notes[note] ??= said;
    }
  }
  return notes;
}

/** Maps have the value as their key, or its name (`x-enum-comments`). */
function byKey(held: Mapping, keys: readonly (string | undefined)[]): string | null {
  const key = keys.find((one) => one !== undefined && Object.hasOwn(held, one));
  return key === undefined ? null : text(held[key]);
}

/** The first object of each value, under whatever key it names it. */
function byValue(elements: readonly unknown[]): ReadonlyMap<string, Mapping> {
  const found = new Map<string, Mapping>();
  for (const element of elements.map(mapping)) {
    for (const key of valueKeys) {
      const value = element[key] === undefined ? undefined : String(element[key]);
      if (value !== undefined && !found.has(value)) found.set(value, element);
    }
  }
  return found;
}

function elementNotes(element: Mapping | undefined, code: string): ValueNotes {
  if (element === undefined) return {};
  const [description, name] = [text(element.description), text(element.name)];
  return {
    ...(description !== null && { description }),
    ...(name !== null && name !== code && { name }),
    ...(element.deprecated === true && { deprecated: true }),
  };
}

/** A list of values, a list of flags in the order of `enum`, or a map. */
function deprecatedIn(keys: Mapping): (code: string, index: number) => boolean {
  const held = deprecations.map((key) => keys[key]).find((value) => value !== undefined);
  if (Array.isArray(held)) {
    const named = new Set<unknown>(held);
    return (code, index) => named.has(code) || held[index] === true;
  }
  return (code) => isMapping(held) && Object.hasOwn(held, code) && held[code] !== false;
}

function ownNotes(keys: Mapping): ValueNotes {
  const said: Record<string, string> = {};
  for (const key of ["description", "name", "group", "sunset", "since"]) {
    const value = typeof keys[key] === "number" ? String(keys[key]) : text(keys[key]);
    if (value !== null) said[key] = value;
  }
  const replacedBy = text(Array.isArray(keys.replacedBy) ? keys.replacedBy[0] : keys.replacedBy);
  return {
    ...said,
    ...(replacedBy !== null && { replacedBy }),
    // A code with a sunset or a successor is on its way out, whether or not that is repeated.
    ...((keys.deprecated === true || said.sunset !== undefined) && { deprecated: true }),
    ...(typeof keys.retryable === "boolean" && { retryable: keys.retryable }),
    ...(Array.isArray(keys.statuses) && { statuses: keys.statuses.map(String) }),
  };
}
