import type { Node } from "../../spec/spec.js";
import { readNotes } from "../annotations.js";
import type { ValueList } from "../values.js";
import { child, elements } from "../walk/node.js";
import { makeList } from "./list.js";

/** `enum: [a, b]`: the list as JSON Schema writes it. */
export function readEnum(schema: Node): ValueList | null {
  const items = elements(child(schema, "enum"));
  return items.length === 0 ? null : makeList("enum", schema, items, readNotes(schema));
}
