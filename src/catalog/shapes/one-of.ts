import type { Node } from "../../spec/spec.js";
import { readNotes } from "../annotations.js";
import type { Value, ValueList, Values } from "../values.js";
import { mapping, text } from "../walk/node.js";

/** A branch of `oneOf` or `anyOf`: its schema as written, and what it lets pass. */
export interface Branch {
  readonly schema: Node;
  readonly values: Values;
}

/**
 * `oneOf: [{ const: a, title, description, deprecated }, …]`: branches of one value each are together one list.
 * Gives null for fewer than two such branches.
 */
export function readOneOf(schema: Node, branches: readonly Branch[]): ValueList | null {
  const notes = readNotes(schema);
  const single = branches.flatMap((branch) => {
    const value = onlyValue(branch.values);
    return value === null ? [] : [{ ...branch, value }];
  });
  if (single.length < 2) return null;
  const values = new Map<string, Value>();
  const repeats: Value[] = [];
  for (const [index, { schema: branch, value }] of single.entries()) {
    const own = { ...value.notes, ...notes(value.code, index), ...branchNotes(branch) };
    if (values.has(value.code)) repeats.push(value);
    else values.set(value.code, { ...value, notes: own });
  }
  const odd = single.flatMap(({ values }) => values.lists.flatMap((list) => list.odd));
  return { site: schema.site, shape: "one-of", values: [...values.values()], odd, repeats };
}

function onlyValue(values: Values): Value | null {
  const [list, second] = values.lists;
  const [value, more] = list?.values ?? [];
  return second === undefined && more === undefined && value !== undefined ? value : null;
}

function branchNotes(schema: Node): Value["notes"] {
  const { title, description, deprecated } = mapping(schema.value);
  const [name, said] = [text(title), text(description)];
  return {
    ...(name !== null && { name }),
    ...(said !== null && { description: said }),
    ...(deprecated === true && { deprecated }),
  };
}
