import { remember } from "../../src/contract/memo.js";
import { type Entries, isObject, type Node } from "./node.js";
import type { Reading } from "./reading.js";

/** What of a value does not fit its schema, and where in the value. */
export interface Misfit {
  readonly path: readonly string[];
  readonly message: string;
}

/** Schemas visited for one value: recursion through shared schemas must end. */
const MOST = 20_000;

/** What a visit costs of all visits for a document, in values of it. */
const COST = 5;

/** Keys of a value and names in a schema's lists that cost as much as one more visit. */
const FREE = 10;

/** What is left of the visits; where nothing is, no further value is judged. */
export function visitsLeft({ limits }: Reading): { count: number } {
  return { count: Math.floor(limits.nodes / COST) };
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
  readonly #texts = new Map<unknown, string>();
  readonly #lengths = new Map<string, number>();
  #visited = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  first(value: unknown, schema: Node, path: readonly string[], depth: number): Misfit | null {
    this.#spend(1);
    if (this.#visited > MOST || depth > 50 || !isObject(schema.value)) return null;
    this.#spend(Math.floor(sizeOf(value, schema.value) / FREE));
    const target = this.#reading.step(schema);
    if (target !== undefined) {
      const misfit = target === null ? null : this.first(value, target, path, depth + 1);
      if (misfit !== null || !this.#reading.siblingsCount) return misfit;
    }
    return (
      this.#own(value, schema.value, path) ??
      this.#members(value, schema, path, depth) ??
      this.#combined(value, schema, path, depth)
    );
  }

  #spend(visits: number): void {
    this.#visited += visits;
    this.#reading.once(visitsLeft).count -= visits;
  }

  #members(value: unknown, schema: Node, path: readonly string[], depth: number): Misfit | null {
    if (Array.isArray(value)) {
      const items = schema.child("items");
      return items === null
        ? null
        : firstOf(value, (each, index) => this.first(each, items, [...path, String(index)], depth + 1));
    }
    if (!isObject(value)) return null;
    const properties = schema.child("properties");
    const additional =
      schema.child("patternProperties") === null ? schema.child("additionalProperties") : null;
    return firstOf(Object.keys(value), (name) => {
      const property = properties?.child(name) ?? null;
      if (property !== null) return this.first(value[name], property, [...path, name], depth + 1);
      if (additional === null) return null;
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

  /** What a schema says of a value by itself, without looking into it. */
  #own(value: unknown, schema: Entries, path: readonly string[]): Misfit | null {
    const types = Array.isArray(schema.type) ? schema.type : schema.type === undefined ? [] : [schema.type];
    const mayBeNull = schema.nullable === true || schema["x-nullable"] === true;
    if (value === null && mayBeNull) return null;
    if (types.length > 0 && !types.some((type) => isOfType(value, type))) {
      return { path, message: `is ${typeName(value)} where ${types.join(" or ")} is declared` };
    }
    if (Array.isArray(schema.enum) && !this.#reading.of(textsOf, schema.enum).has(this.#textOf(value))) {
      return { path, message: `is ${this.#shown(value)}, which is not in the enum` };
    }
    if ("const" in schema && this.#textOf(schema.const) !== this.#textOf(value)) {
      return { path, message: `is ${this.#shown(value)} where only ${this.#shown(schema.const)} is allowed` };
    }
    if (isObject(value) && Array.isArray(schema.required)) {
      const missing = schema.required.find((name) => typeof name === "string" && !Object.hasOwn(value, name));
      if (missing !== undefined) return { path, message: `lacks the required ${missing}` };
    }
    return this.#outOfBounds(value, schema, path);
  }

  #outOfBounds(value: unknown, schema: Entries, path: readonly string[]): Misfit | null {
    const [low, high] =
      typeof value === "string"
        ? [schema.minLength, schema.maxLength]
        : Array.isArray(value)
          ? [schema.minItems, schema.maxItems]
          : [schema.minimum, schema.maximum];
    if (typeof low !== "number" && typeof high !== "number") return null;
    const size =
      typeof value === "string" ? this.#lengthOf(value) : Array.isArray(value) ? value.length : value;
    if (typeof size !== "number") return null;
    if (typeof low === "number" && size < low) return { path, message: `is below the minimum of ${low}` };
    if (typeof high === "number" && size > high) return { path, message: `is above the maximum of ${high}` };
    return null;
  }

  #textOf(value: unknown): string {
    return remember(this.#texts, value, () => JSON.stringify(value));
  }

  #lengthOf(text: string): number {
    return remember(this.#lengths, text, () => [...text].length);
  }

  #shown(value: unknown): string {
    const text = this.#textOf(value);
    return text.length > 60 ? `${text.slice(0, 59)}…` : text;
  }
}

/** How much there is to look through in a value and a schema, beside what is visited. */
function sizeOf(value: unknown, { type, required }: Entries): number {
  const keys = isObject(value) ? Object.keys(value).length : 0;
  const types = Array.isArray(type) ? type.length : 0;
  return keys + types + (Array.isArray(required) ? required.length : 0);
}

function textsOf(_reading: Reading, values: readonly unknown[]): ReadonlySet<string> {
  return new Set(values.map((value) => JSON.stringify(value)));
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === "integer") return Number.isInteger(value);
  return typeName(value) === type || (type === "file" && typeof value === "string");
}

function typeName(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

function firstOf<T>(list: readonly T[], find: (item: T, index: number) => Misfit | null): Misfit | null {
  for (const [index, item] of list.entries()) {
    const found = find(item, index);
    if (found !== null) return found;
  }
  return null;
}
