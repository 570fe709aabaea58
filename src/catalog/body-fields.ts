import type { BodyField } from "../contract/contract.js";
import { sorted } from "../contract/record.js";
import { splitPath } from "./candidates.js";
import { type Fields, stepsOf } from "./fields.js";
import type { Group } from "./merge.js";
import { isContainer, isErrorish } from "./words/names.js";

/**
 * The fields of the error bodies, by path: beside the code, inside of what stands beside it, and, where the body is
 * nothing but the error, on the way to it. Of several bodies all fields stand there, and those that all require are
 * required. One whose schema is empty says nothing of any field.
 */
export function bodyFields({ bodies, paths }: Group): Record<string, BodyField> {
  const types = new Map<string, Set<string>>();
  const required = new Map<string, number>();
  const errors = [...new Set(bodies.map(({ body }) => body))].filter(({ fields }) => fields.inside.size > 0);
  for (const { fields } of errors) {
    const belongs = paths.filter((path) => fields.inside.has(path)).map(belongsTo);
    for (const [name, field] of fields.inside) {
      if (/[\]*]$/.test(name) || !belongs.some((test) => test(name))) continue;
      const known = types.get(name) ?? new Set();
      for (const type of field.values.types) known.add(type);
      types.set(name, known);
      if (field.required && isInObject(fields, name)) required.set(name, (required.get(name) ?? 0) + 1);
    }
  }
  return Object.fromEntries(
    sorted(types.keys()).map((name) => [
      name,
      { type: sorted(types.get(name) ?? []), required: required.get(name) === errors.length },
    ]),
  );
}

/**
 * Is what a field stands in an object and nothing else? Of the body itself and of what a list holds no type is kept, so
 * that its being null, or anything else that has no fields, shows in the fields.
 */
function isInObject({ self, inside }: Fields, name: string): boolean {
  const { parent } = splitPath(name);
  if (parent !== "" && !/[\]*]$/.test(parent)) return true;
  const { types } = parent === "" ? self : (inside.get(parent)?.values ?? self);
  return [...types].every((type) => type === "object");
}

/** Which fields are part of the error that has its code at this path. */
function belongsTo(path: string): (name: string) => boolean {
  const { parent } = splitPath(path);
  const holders = stepsOf(parent);
  const pure = holders.every((holder) => isErrorish(bare(holder)));
  return (name) => {
    const segments = stepsOf(name);
    const inParent = holders.every((holder, index) => segments[index] === holder);
    if (inParent) return segments.slice(holders.length, -1).every((segment) => isContainer(bare(segment)));
    const onTheWay = holders
      .slice(0, segments.length)
      .every((holder, index) => bare(holder) === bare(segments[index] ?? ""));
    return onTheWay || (pure && segments.length === 1);
  };
}

function bare(segment: string): string {
  return segment.replace(/\[\]/g, "");
}
