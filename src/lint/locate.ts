import type { Node } from "../../rules/read/node.js";
import type { Location, Site } from "../contract/location.js";
import type { Spec } from "../spec/spec.js";

/**
 * Where nodes stand in their files, in the order given: a scalar or an item of a list itself, any other value at the
 * key that names it, which is the line Spectral reports.
 */
export function locate(spec: Spec, nodes: readonly Node[]): Location[] {
  const places = nodes.map((node) => ({ site: node.site, part: partOf(node) }));
  const located = new Map<Site, Location>();
  for (const part of ["key", "value"] as const) {
    const sites = places.filter((place) => place.part === part).map(({ site }) => site);
    for (const [index, location] of spec.locateAll(sites, part).entries()) {
      const site = sites[index];
      if (site !== undefined) located.set(site, location);
    }
  }
  return places.map(({ site }) => located.get(site) ?? spec.locate(site));
}

function partOf(node: Node): "key" | "value" {
  const isScalar = typeof node.value !== "object" || node.value === null;
  return isScalar || node.pointer === "#" || (/^\d+$/.test(node.key) && Array.isArray(node.parent?.value))
    ? "value"
    : "key";
}
