import type { Node } from "../../spec/spec.js";
import { readNotes } from "../annotations.js";
import type { ValueList } from "../values.js";
import { child, elements, mapping } from "../walk/node.js";
import { makeList } from "./list.js";

/** Extensions that hold a list that may grow: of Zalando's guidelines, and of the UK's Open Banking. */
const lists = ["x-extensible-enum", "x-namespaced-enum"] as const;

/** `x-extensible-enum: [a, b]`: a list that may grow. */
export function readExtensibleEnum(schema: Node): ValueList | null {
  const items = lists.flatMap((extension) => elements(child(schema, extension)));
  return items.length === 0 ? null : makeList("extensible-enum", schema, items, readNotes(schema));
}

/** Marked as a list that may grow, whatever form it has. */
export function isExtensible(schema: Node): boolean {
  const keys = mapping(schema.value);
  return (
    lists.some((extension) => keys[extension] !== undefined && keys[extension] !== false) ||
    keys["x-speakeasy-unknown-values"] === "allow" ||
    mapping(keys["x-ms-enum"]).modelAsString === true
  );
}
