import type { BodyField } from "../contract/contract.js";

/** What stands at a path of a body (`error.code`, `errors[].code`), and how many objects on the way lack its last key. */
export function lookUp(
  body: unknown,
  path: string,
): { readonly values: unknown[]; readonly lacking: number } {
  let values: unknown[] = [body];
  let lacking = 0;
  for (const step of path.match(/\[\]|[^.[\]]+/g) ?? []) {
    lacking = 0;
    values = values.flatMap((value): unknown[] => {
      if (step === "[]") return Array.isArray(value) ? value : [];
      if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
      const found = Object.getOwnPropertyDescriptor(value, step);
      if (found === undefined) lacking += 1;
      return found === undefined ? [] : [found.value];
    });
  }
  return { values, lacking };
}

/** Whether a value has one of the types of a field. Where the schema does not say, any will do. */
export function hasType(value: unknown, { type }: Pick<BodyField, "type">): boolean {
  if (type.length === 0) return true;
  const actual = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return (
    type.includes(actual) || (actual === "number" && Number.isInteger(value) && type.includes("integer"))
  );
}
