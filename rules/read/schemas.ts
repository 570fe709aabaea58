import { isObject, type Node } from "./node.js";
import type { Reading } from "./reading.js";

/** A schema nested deeper than this says nothing about an error body. */
const DEEPEST = 24;

/** Schemas looked at for one question: a walk over shared schemas must end. */
const MOST = 5000;

/**
 * A schema and everything that may hold together with it: what its `$ref`s and `allOf` lead to, and the alternatives of
 * `oneOf` and `anyOf`. Each once.
 */
export function* applicable(reading: Reading, schema: Node): Generator<Node> {
  const seen = new Set<unknown>();
  const waiting: [Node, number][] = [[schema, 0]];
  for (let next = waiting.pop(); next !== undefined && seen.size < MOST; next = waiting.pop()) {
    const [node, depth] = next;
    if (!isObject(node.value) || seen.has(node.value) || depth > DEEPEST) continue;
    seen.add(node.value);
    const inner: Node[] = [];
    const target = reading.step(node);
    if (target !== undefined && target !== null) inner.push(target);
    if (target === undefined || reading.siblingsCount) {
      yield node;
      for (const keyword of ["allOf", "oneOf", "anyOf"]) {
        for (const [, part] of node.child(keyword)?.children() ?? []) inner.push(part);
      }
    }
    for (const part of inner.reverse()) waiting.push([part, depth + 1]);
  }
}

/** All declarations of a property, in everything that applies. */
export function properties(reading: Reading, schema: Node, name: string): Node[] {
  const found: Node[] = [];
  for (const part of applicable(reading, schema)) {
    const property = part.at("properties", name);
    if (property !== null) found.push(property);
  }
  return found;
}

/** JSON Schema types that a schema names, itself or through `$ref` and `allOf`; empty where it names none. */
export function typesOf(reading: Reading, schema: Node): Set<string> {
  const types = new Set<string>();
  for (const part of applicable(reading, schema)) {
    const type = part.child("type")?.value;
    for (const name of Array.isArray(type) ? type : [type]) if (typeof name === "string") types.add(name);
  }
  return types;
}

/** The words a schema is known by: `Foo` for `#/components/schemas/Foo`, a file's name for a whole file. */
export function nameOf(node: Node): string {
  const path = node.path();
  return path.at(-1) ?? (node.file.split("/").at(-1) ?? node.file).replace(/\.(ya?ml|json)$/i, "");
}
