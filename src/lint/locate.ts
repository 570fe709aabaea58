import type { Node } from "../../rules/read/node.js";
import type { Location } from "../contract/location.js";
import { LazyLocation } from "../spec/lazy-location.js";
import type { Spec } from "../spec/spec.js";

/** Where a node stands in its file: a scalar itself, any other value at the key that names it, which is the line Spectral reports. */
export function locate(spec: Spec, node: Node): Location {
  const isScalar = typeof node.value !== "object" || node.value === null;
  // An item of a list, and a whole document, have no key.
  return new LazyLocation(node.site, (site) => spec.locate(site, isScalar ? "value" : "key"));
}
