import { isObject, type Node } from "./node.js";
import type { Reading } from "./reading.js";

/** What of a value does not fit its schema, and where in the value. */
export interface Misfit {
  readonly path: readonly string[];
  readonly message: string;
}

/** Schemas visited for one value: recursion through shared schemas must end. */
const MOST = 20_000;

/** Schemas visited for all values of a document. */
const MOST_IN_ALL = 2_000_000;

/** What is left of the visits; where nothing is, no further value is judged. */
export function visitsLeft(_reading: Reading): { count: number } {
  return { count: MOST_IN_ALL };
}

/**
 * The first thing in a value that does not fit a schema; null if all does. It knows the parts of JSON Schema that say
 * something about an error body: types, enum, const, required, properties, items, bounds, allOf, anyOf, oneOf.
 * `oneOf` is met by one match or more, patterns and formats are not tried.
 */
export function misfit(reading: Reading, value: unknown, schema: Node): Misfit | null {
  return new Validation(reading).first(value, schema, [], 0);
}

class Validation {
  readonly #reading: Reading;
  #visited = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  first(value: unknown, schema: Node, path: readonly string[], depth: number): Misfit | null {
    this.#visited += 1;
    this.#reading.once(visitsLeft).count -= 1;
    if (this.#visited > MOST || depth > 50 || !isObject(schema.value)) return null;
    const target = this.#reading.step(schema);
    if (target !== undefined) {
      const misfit = target === null ? null : this.first(value, target, path, depth + 1);
      if (misfit !== null || !this.#reading.siblingsCount) return misfit;
    }
    return (
      own(value, schema.value, path) ??
      this.#members(value, schema, path, depth) ??
      this.#combined(value, schema, path, depth)
    );
  }

  #members(value: unknown, schema: Node, path: readonly string[], depth: number): Misfit | null {
    if (Array.isArray(value)) {
      const items = schema.child("items");
      return items === null
        ? null
        : firstOf(value, (each, index) => this.first(each, items, [...path, String(index)], depth + 1));
    }
    if (!isObject(value)) return null;
    return firstOf(Object.keys(value), (name) => {
      const property = schema.at("properties", name);
      if (property !== null) return this.first(value[name], property, [...path, name], depth + 1);
      const additional = schema.child("additionalProperties");
      if (additional === null || schema.child("patternProperties") !== null) return null;
      if (additional.value === false)
        return { path: [...path, name], message: `has no property ${name} in its schema` };
      return this.first(value[name], additional, [...path, name], depth + 1);
    });
  }

  #combined(value: unknown, schema: Node, path: readonly string[], depth: number): Misfit | null {
    for (const [, part] of schema.child("allOf")?.children() ?? []) {
      const misfit = this.first(value, part, path, depth + 1);
      if (misfit !== null) return misfit;
    }
    for (const keyword of ["oneOf", "anyOf"]) {
      const misfits: Misfit[] = [];
      let fits = false;
      for (const [, part] of schema.child(keyword)?.children() ?? []) {
        const misfit = this.first(value, part, path, depth + 1);
        fits = misfit === null;
        if (misfit === null) break;
        misfits.push(misfit);
      }
      const [only] = misfits;
      if (fits || only === undefined) continue;
      return misfits.length === 1
        ? only
        : { path, message: `fits none of the ${misfits.length} schemas of ${keyword}` };
    }
    return null;
  }
}

/** What a schema says of a value by itself, without looking into it. */
function own(
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Misfit | null {
  const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
  const mayBeNull = schema.nullable === true || schema["x-nullable"] === true;
  if (value === null && mayBeNull) return null;
  if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
    return { path, message: `is ${typeName(value)} where ${types.join(" or ")} is declared` };
  }
  if (Array.isArray(schema.enum) && !schema.enum.some((each) => isSame(each, value))) {
    return { path, message: `is ${shown(value)}, which is not in the enum` };
  }
  if ("const" in schema && !isSame(schema.const, value)) {
    return { path, message: `is ${shown(value)} where only ${shown(schema.const)} is allowed` };
  }
  if (isObject(value) && Array.isArray(schema.required)) {
    const missing = schema.required.find((name) => typeof name === "string" && !Object.hasOwn(value, name));
    if (missing !== undefined) return { path, message: `lacks the required ${missing}` };
  }
  return outOfBounds(value, schema, path);
}

function outOfBounds(
  value: unknown,
  schema: Readonly<Record<string, unknown>>,
  path: readonly string[],
): Misfit | null {
  const [size, low, high] =
    typeof value === "string"
      ? [[...value].length, schema.minLength, schema.maxLength]
      : Array.isArray(value)
        ? [value.length, schema.minItems, schema.maxItems]
        : [value, schema.minimum, schema.maximum];
  if (typeof size !== "number") return null;
  if (typeof low === "number" && size < low) return { path, message: `is below the minimum of ${low}` };
  if (typeof high === "number" && size > high) return { path, message: `is above the maximum of ${high}` };
  return null;
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === "integer") return Number.isInteger(value);
  return typeName(value) === type || (type === "file" && typeof value === "string");
}

function typeName(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function firstOf<T>(list: readonly T[], find: (item: T, index: number) => Misfit | null): Misfit | null {
  for (const [index, item] of list.entries()) {
    const found = find(item, index);
    if (found !== null) return found;
  }
  return null;
}
