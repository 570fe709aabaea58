import type { Node } from "../../rules/read/node.js";
import type { Location } from "../contract/location.js";
import { LazyLocation } from "../spec/lazy-location.js";
import type { Spec } from "../spec/spec.js";

/**
 * Where a node stands in its file: a scalar or an item of a list itself, any other value at the key that names it,
 * which is the line Spectral reports.
 */
export function locate(spec: Spec, node: Node): Location {
  const part = partOf(node);
  return new LazyLocation(node.site, (site) => spec.locate(site, part));
}

function partOf(node: Node): "key" | "value" {
  const isScalar = typeof node.value !== "object" || node.value === null;
  return isScalar || node.pointer === "#" || (/^\d+$/.test(node.key) && Array.isArray(node.parent?.value))
    ? "value"
    : "key";
}
