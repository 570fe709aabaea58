import { Problem } from "../contract/problem.js";
import type { Node, Structure } from "../spec/spec.js";
import { messageNames } from "./context.js";
import { child, elements, entries, mapping, resolve, text } from "./walk/node.js";
import { bodyExamples, bodySchemas, namedExamples } from "./walk/openapi.js";

/** A code as an example of a body shows it. */
export interface Shown {
  readonly path: string;
  readonly value: Node;
  /** The text that comes with it. */
  readonly message: string | null;
}

/** Levels of properties that are looked into. */
const deepest = 5;
/** Schemas of one body that are looked into for examples; they prove nothing, so more are not worth the time. */
const mostSchemas = 200;

/** Bodies that stand as examples in a response, or in the schemas of its bodies. */
export function examplesOf(spec: Structure, response: Node): Node[] {
  const seen = new Set<unknown>();
  return [...bodyExamples(spec, response), ...bodySchemas(spec, response).flatMap(ofSchema)];

  function ofSchema(schema: Node): Node[] {
    const target = resolve(spec, schema);
    if (target instanceof Problem || seen.has(target.value) || seen.size > mostSchemas) return [];
    seen.add(target.value);
    const found = [child(target, "example"), ...namedExamples(spec, child(target, "examples"))];
    for (const key of ["allOf", "oneOf", "anyOf"]) {
      const list = child(target, key);
      const length = Array.isArray(list.value) ? list.value.length : 0;
      for (let index = 0; index < length && seen.size <= mostSchemas; index++)
        for (const example of ofSchema(child(list, index))) found.push(example);
    }
    return found;
  }
}

/** Every string and number in an example, by path, with the message beside it. `wanted` tells which paths matter. */
export function shownIn(example: Node, wanted: (path: string) => boolean): Shown[] {
  const found: Shown[] = [];
  const visit = (node: Node, path: string, beside: Node | null, levels: number): void => {
    if (typeof node.value === "string" || typeof node.value === "number") {
      if (wanted(path)) found.push({ path, value: node, message: messageBeside(beside, node.value) });
    } else if (levels > 0) {
      for (const item of elements(node)) visit(item, `${path}[]`, beside, levels - 1);
      for (const [key, value] of entries(node))
        visit(value, path === "" ? key : `${path}.${key}`, node, levels - 1);
    }
  };
  visit(example, "", null, deepest);
  return found;
}

function messageBeside(owner: Node | null, code: unknown): string | null {
  const keys = mapping(owner?.value);
  return messageNames.map((name) => text(keys[name])).find((said) => said !== null && said !== code) ?? null;
}
