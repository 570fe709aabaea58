import type { Site } from "../contract/location.js";
import type { Node } from "../spec/spec.js";
import { anyFields, type Field, type Fields, noFields, stepOf } from "./fields.js";
import { listValues, nothing } from "./own-values.js";
import { readDiscriminator } from "./shapes/discriminator.js";
import { readOneOf } from "./shapes/one-of.js";
import type { ValueList, Values } from "./values.js";
import { child, elements } from "./walk/node.js";

/** Reads a schema inside of another one; `fuel` and `owner` are those of the outer one where they are left out. */
export type Step = (schema: Node, fuel?: number, owner?: Site | null) => Fields;

/** `oneOf` or `anyOf` of a schema: what any of its branches lets pass. Branches of one value each are one list. */
export function branches(schema: Node, key: "oneOf" | "anyOf", step: Step): Fields {
  const all = elements(child(schema, key)).map((node) => ({ schema: node, fields: step(node) }));
  const telling = all.filter(({ fields }) => fields.self !== nothing);
  const joined = anyFields(telling.map(({ fields }) => fields));
  const types = new Set(joined.self.types);
  if (types.size > 0 && telling.length < all.length) types.add("null");
  const { self } = joined;
  if (self.lists.length === 0)
    return types.size === self.types.size ? joined : { ...joined, self: { ...self, types } };
  const list = readOneOf(
    schema,
    telling.map((branch) => ({ schema: branch.schema, values: branch.fields.self })),
  );
  return {
    ...joined,
    self: { ...self, types, lists: list === null ? self.lists : merged(list, self) },
  };
}

/** The list of a `oneOf` in place of the branches that it is made of. */
function merged(list: ValueList, { lists }: Values): ValueList[] {
  const own = new Set(list.values.map(({ site }) => site));
  return [
    list,
    ...lists.filter(({ values }) => values.length === 0 || !values.every(({ site }) => own.has(site))),
  ];
}

/** The field that a discriminator's mapping gives values to. */
export function mapped(schema: Node, owner: Site | null): Fields {
  const found = readDiscriminator(schema);
  if (found === null) return noFields;
  const values = listValues(found.list, schema);
  const field: Field = { values, required: false, owners: owner === null ? [] : [owner] };
  return { ...noFields, inside: new Map([[stepOf(found.property), field]]) };
}
