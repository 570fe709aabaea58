import { isObject, type Node } from "./node.js";
import type { Reading } from "./reading.js";
import { applicable, properties } from "./schemas.js";

/** The steps of a path: `errors[].code` has `errors`, `[]` and `code`; `*` stands for any name. */
export function stepsOf(path: string): string[] {
  return path.split(".").flatMap((part) => part.split(/(?=\[\])/));
}

/** What one step leads to inside a schema, in all that applies to it. */
export function declared(reading: Reading, schema: Node, step: string): readonly Node[] {
  if (step !== "[]" && step !== "*") return properties(reading, schema, step);
  return applicable(reading, schema).flatMap((part) => members(part, step));
}

function members(schema: Node, step: "[]" | "*"): Node[] {
  const listed = (key: string) => [...(schema.child(key)?.children() ?? [])].map(([, node]) => node);
  const found =
    step === "[]"
      ? [...listed("prefixItems"), schema.child("items"), schema.child("contains")]
      : [...listed("patternProperties"), schema.child("additionalProperties")];
  return found.filter((node) => node !== null);
}

/** What a value holds at a path: a code, or several in a list. */
export function valuesAt(value: unknown, path: string): unknown[] {
  let values: unknown[] = [value];
  for (const step of stepsOf(path)) {
    values = values.flatMap((each) => {
      if (step === "[]") return Array.isArray(each) ? each : [];
      if (!isObject(each)) return [];
      if (step === "*") return Object.values(each);
      return Object.hasOwn(each, step) ? [each[step]] : [];
    });
  }
  return values;
}
