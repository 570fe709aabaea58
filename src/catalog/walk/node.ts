import type { Site } from "../../contract/location.js";
import { Problem } from "../../contract/problem.js";
import { appendToken } from "../../spec/pointer.js";
import type { Node, Structure } from "../../spec/spec.js";

export type Mapping = Readonly<Record<string, unknown>>;

export function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The mapping itself, or an empty one: for reading keys of what may be anything. */
export function mapping(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

/** A text without the space around it; null for a blank one and for what is no text. */
export function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

/** One step into a node. Where there is nothing, the value is undefined and the place is the node's own. */
export function child(node: Node, key: string | number): Node {
  const value = Array.isArray(node.value)
    ? node.value[Number(key)]
    : isMapping(node.value) && Object.hasOwn(node.value, key)
      ? node.value[key]
      : undefined;
  if (value === undefined) return { value, site: node.site };
  return { value, site: { file: node.site.file, pointer: appendToken(node.site.pointer, key) } };
}

/** Entries of a mapping as nodes, in the order of the document; none for anything else. */
export function entries(node: Node): [string, Node][] {
  return isMapping(node.value) ? Object.keys(node.value).map((key) => [key, child(node, key)]) : [];
}

/** Elements of a list as nodes; none for anything else. */
export function elements(node: Node): Node[] {
  return Array.isArray(node.value) ? node.value.map((_, index) => child(node, index)) : [];
}

/** The `$ref` of a node; null where it has none. */
export function refOf(node: Node): string | null {
  const ref = mapping(node.value).$ref;
  return typeof ref === "string" ? ref : null;
}

/** Follows a chain of `$ref`s to the first node that is none, or to the Problem that ends it. */
export function resolve(spec: Structure, node: Node): Node | Problem {
  if (refOf(node) === null) return node;
  const seen = new Set<unknown>();
  let current = node;
  for (let ref = refOf(current); ref !== null; ref = refOf(current)) {
    if (seen.has(current.value)) return cyclic(ref, current);
    seen.add(current.value);
    const next = spec.follow(ref, current.site.file, current.site.pointer);
    if (next instanceof Problem) return next;
    current = next;
  }
  return current;
}

function cyclic(ref: string, node: Node): Problem {
  return new Problem(
    "ref-cyclic",
    `\`$ref: ${ref}\` at ${node.site.file}${node.site.pointer} leads back to itself`,
    "let the chain of `$ref`s end in a schema or response.",
    { file: node.site.file },
  );
}

/** A place as one text, to know it again by. */
export function siteKey({ file, pointer }: Site): string {
  return `${file}${pointer}`;
}
