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

/** Looks for fields that a body lacks. The objects that fields stand in are looked up once for all of them. */
export function lackOf(body: unknown): (steps: readonly string[]) => boolean {
  const parents = new Map<string, object[]>();
  return (steps) => {
    const [way, key] = [steps.slice(0, -1), steps.at(-1)];
    if (key === undefined || key === "[]") return false;
    const objects = remember(parents, way.join("."), () => lookUp(body, way).filter(isObject));
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
