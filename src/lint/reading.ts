import { fromPointer, type Node, toPointer } from "../../rules/read/node.js";
import { Reading } from "../../rules/read/reading.js";
import type { Location, Site } from "../contract/location.js";
import { Problem } from "../contract/problem.js";
import type { Spec } from "../spec/spec.js";

/** A spec as the rules read it: one parse, references followed by the spec itself. */
export function readingOf(spec: Spec): Reading {
  return new Reading(spec.root.data, spec.file, (ref, file) => {
    const target = spec.follow(ref, file);
    if (target instanceof Problem) return null;
    const path = fromPointer(target.site.pointer);
    return path === null ? null : { value: target.value, file: target.site.file, path };
  });
}

/**
 * Where nodes stand in their files, in the order given: a scalar or an item of a list itself, any other value at the
 * key that names it, which is the line Spectral reports.
 */
export function locate(spec: Spec, nodes: readonly Node[]): Location[] {
  const places = nodes.map((node) => ({ site: siteOf(node), part: partOf(node) }));
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

function siteOf(node: Node): Site {
  return { file: node.file, pointer: toPointer(node.path()) };
}

function partOf(node: Node): "key" | "value" {
  const isScalar = typeof node.value !== "object" || node.value === null;
  return isScalar || node.path().length === 0 || (/^\d+$/.test(node.key) && Array.isArray(node.parent?.value))
    ? "value"
    : "key";
}
