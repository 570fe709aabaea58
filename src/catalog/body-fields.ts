import type { BodyField } from "../contract/contract.js";
import { sorted } from "./assemble.js";
import type { Body } from "./bodies.js";

const deepest = 3;

/**
 * The fields of the error bodies. Of several, all fields stand there, and those that all of them require are required.
 * `path` is the main catalog's: bodies count that carry it.
 */
export function bodyFields(bodies: readonly Body[], path: string): Record<string, BodyField> {
  const errors = [...new Set(bodies)].filter(({ fields }) => fields.inside.has(path));
  const types = new Map<string, Set<string>>();
  const required = new Map<string, number>();
  for (const { fields } of errors) {
    for (const [name, field] of fields.inside) {
      if (name.split(".").length > deepest || /[\]*]$/.test(name)) continue;
      const known = types.get(name) ?? new Set();
      for (const type of field.values.types) known.add(type);
      types.set(name, known);
      if (field.required) required.set(name, (required.get(name) ?? 0) + 1);
    }
  }
  return Object.fromEntries(
    sorted(types.keys()).map((name) => [
      name,
      { type: sorted(types.get(name) ?? []), required: required.get(name) === errors.length },
    ]),
  );
}
