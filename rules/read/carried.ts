import { bodies } from "./bodies.js";
import { type Catalog, propertiesAt } from "./catalogs.js";
import type { Node } from "./node.js";
import type { Reading } from "./reading.js";
import { applicable } from "./schemas.js";
import { valuesOf } from "./values.js";

/**
 * Codes that a response says it carries: those to which its schemas narrow the catalog. Null where they leave it
 * whole.
 */
export function carriedCodes(reading: Reading, response: Node, catalog: Catalog): ReadonlySet<string> | null {
  const carried = new Set<string>();
  for (const { schema } of bodies(reading, response)) {
    const codes = schema === null ? null : narrowed(reading, schema, catalog, 0);
    if (codes === null) return null;
    for (const code of codes) carried.add(code);
  }
  return carried.size === 0 || carried.size >= catalog.codes.size ? null : carried;
}

function narrowed(
  reading: Reading,
  schema: Node,
  catalog: Catalog,
  depth: number,
): ReadonlySet<string> | null {
  let codes: ReadonlySet<string> | null = null;
  for (const part of depth > 8 ? [] : applicable(reading, schema, false)) {
    for (const admitted of [ownCodes(reading, part, catalog), alternatives(reading, part, catalog, depth)]) {
      if (admitted !== null) codes = codes === null ? admitted : intersect(codes, admitted);
    }
  }
  return codes;
}

/** The codes that a schema's own property admits, without what its `allOf` and `$ref` add. */
function ownCodes(reading: Reading, part: Node, catalog: Catalog): ReadonlySet<string> | null {
  const [first = ""] = catalog.name.split(/[.[]/);
  if (part.at("properties", first) === null && !catalog.name.startsWith("[]")) return null;
  const lists = propertiesAt(reading, part, catalog.name).map(
    (property) => valuesOf(reading, property).lists,
  );
  const codes = lists.flat().flatMap((list) => list.codes.map(({ code }) => code));
  return codes.length === 0 ? null : new Set(codes);
}

function alternatives(
  reading: Reading,
  part: Node,
  catalog: Catalog,
  depth: number,
): ReadonlySet<string> | null {
  for (const keyword of ["oneOf", "anyOf"]) {
    const branches = [...(part.child(keyword)?.children() ?? [])];
    const sets = branches.map(([, branch]) => narrowed(reading, branch, catalog, depth + 1));
    if (sets.length > 0 && !sets.includes(null)) return new Set(sets.flatMap((set) => [...(set ?? [])]));
  }
  return null;
}

function intersect(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter((code) => b.has(code)));
}
