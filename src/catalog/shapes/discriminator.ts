import type { Node } from "../../spec/spec.js";
import type { ValueList } from "../values.js";
import { child, entries, mapping, text } from "../walk/node.js";
import { makeList } from "./list.js";

/**
 * `discriminator: { propertyName: code, mapping: { a: …, b: … } }`: the keys of the mapping are values of the
 * property (OpenAPI 3.x, Discriminator Object). Without a mapping the values are names of schemas, no codes.
 */
export function readDiscriminator(schema: Node): { property: string; list: ValueList } | null {
  const discriminator = child(schema, "discriminator");
  if (discriminator.value === undefined) return null;
  const property = text(mapping(discriminator.value).propertyName);
  const at = child(discriminator, "mapping");
  const keys = entries(at).map(([key, { site }]) => ({ value: key, site }));
  const list = makeList("discriminator", at, keys, () => ({}));
  return property === null || list === null ? null : { property, list };
}
