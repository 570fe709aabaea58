import type { Node } from "../../spec/spec.js";
import { readNotes } from "../annotations.js";
import type { ValueList } from "../values.js";
import { child, elements, isMapping, type Mapping, mapping } from "../walk/node.js";
import { makeList } from "./list.js";

/** Extensions that hold a list that may grow: of Zalando's guidelines, and of the UK's Open Banking. */
const growing = ["x-extensible-enum", "x-namespaced-enum"] as const;

/** Extensions that stand in for `enum`, so that no generator closes the list. Beside one they only describe it. */
const inPlaceOfEnum = ["x-enum", "x-known-values"] as const;

/** All extensions that hold a list. */
export const extensibleLists: readonly string[] = [...growing, ...inPlaceOfEnum];

/** `x-extensible-enum: [a, b]`: a list that may grow. */
export function readExtensibleEnum(schema: Node): ValueList | null {
  const items = listsIn(mapping(schema.value)).flatMap((extension) => elements(child(schema, extension)));
  return items.length === 0 ? null : makeList("extensible-enum", schema, items, readNotes(schema));
}

/** Marked as a list that may grow, whatever form it has. */
export function isExtensible(schema: Node): boolean {
  const keys = mapping(schema.value);
  return (
    listsIn(keys).some((extension) => keys[extension] !== undefined && keys[extension] !== false) ||
    keys["x-speakeasy-unknown-values"] === "allow" ||
    mapping(keys["x-ms-enum"]).modelAsString === true
  );
}

function listsIn(keys: Mapping): readonly string[] {
  if (keys.enum !== undefined || keys.const !== undefined) return growing;
  return [...growing, ...inPlaceOfEnum.filter((extension) => isPlain(keys[extension]))];
}

/** No table of what an editor shows. */
function isPlain(list: unknown): boolean {
  return Array.isArray(list) && !list.some(isMapping);
}
