import type { Node } from "../../spec/spec.js";
import { readNotes } from "../annotations.js";
import type { ValueList } from "../values.js";
import { child } from "../walk/node.js";
import { makeList } from "./list.js";

/** `const: a`: a list of one, often one per response or per branch. */
export function readConst(schema: Node): ValueList | null {
  const value = child(schema, "const");
  return value.value === undefined ? null : makeList("const", schema, [value], readNotes(schema));
}
