import type { BodyField } from "../contract/contract.js";
import { remember } from "../contract/memo.js";

/** The steps of a path: keys, and `[]` for the items of a list. */
export function stepsOf(path: string): readonly string[] {
  return path.match(/\[\]|[^.[\]]+/g) ?? [];
}

/** What stands at a path of a body (`error.code`, `errors[].code`). */
export function lookUp(body: unknown, steps: readonly string[]): unknown[] {
  let values: unknown[] = [body];
  for (const step of steps) {
    values = values.flatMap((value): unknown[] => {
      if (step === "[]") return Array.isArray(value) ? value : [];
      const found = isObject(value) ? Object.getOwnPropertyDescriptor(value, step) : undefined;
      return found === undefined ? [] : [found.value];
    });
  }
  return values;
}

/** A field that objects must have. Fields of the same objects share the steps to them. */
export interface RequiredField {
  readonly field: string;
  readonly way: readonly string[];
  readonly key: string;
}

/** By their paths. The items of a list are no field that could be missing. */
export function requiredFields(paths: readonly string[]): RequiredField[] {
  const ways = new Map<string, readonly string[]>();
  return paths.flatMap((field) => {
    const way = stepsOf(field).slice(0, -1);
    const key = stepsOf(field).at(-1);
    if (key === undefined || key === "[]") return [];
    return { field, way: remember(ways, way.join("."), () => way), key };
  });
}

/** Looks for fields that a body lacks. The objects that fields stand in are looked up once for all of them. */
export function lackOf(body: unknown): (field: RequiredField) => boolean {
  const parents = new Map<readonly string[], object[]>();
  return ({ way, key }) => {
    const objects = remember(parents, way, () => lookUp(body, way).filter(isObject));
    return objects.some((each) => !Object.hasOwn(each, key));
  };
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value has one of the types of a field. Where the schema does not say, any will do. */
export function hasType(value: unknown, { type }: Pick<BodyField, "type">): boolean {
  if (type.length === 0) return true;
  const actual = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return (
    type.includes(actual) || (actual === "number" && Number.isInteger(value) && type.includes("integer"))
  );
}
