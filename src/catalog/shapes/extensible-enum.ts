import type { Node } from "../../spec/spec.js";
import { readNotes } from "../annotations.js";
import type { ValueList } from "../values.js";
import { child, elements, mapping } from "../walk/node.js";
import { makeList } from "./list.js";

/** `x-extensible-enum: [a, b]` (Zalando's guidelines): a list that may grow. */
export function readExtensibleEnum(schema: Node): ValueList | null {
  const items = elements(child(schema, "x-extensible-enum"));
  return items.length === 0 ? null : makeList("extensible-enum", schema, items, readNotes(schema));
}

/** Marked as a list that may grow, whatever form it has. */
export function isExtensible(schema: Node): boolean {
  const keys = mapping(schema.value);
  return keys["x-extensible-enum"] !== undefined || mapping(keys["x-ms-enum"]).modelAsString === true;
}
