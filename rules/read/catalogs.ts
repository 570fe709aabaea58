import { bodies } from "./bodies.js";
import type { Node } from "./node.js";
import { type PlaceOptions, placeOfErrors } from "./place.js";
import type { Reading } from "./reading.js";
import { errorResponses } from "./responses.js";
import { applicable, nameOf } from "./schemas.js";
import { type Code, type CodeList, valuesOf } from "./values.js";

/** The codes behind one property of the error bodies. */
export interface Catalog {
  /** The path of the property. */
  readonly name: string;
  /** Declarations of the property that list no values and are not open on purpose. */
  readonly unlisted: readonly Node[];
  /** Each list once, in the order of the document. */
  readonly lists: readonly CodeList[];
  /** By code: where it is declared first. */
  readonly codes: ReadonlyMap<string, Code>;
  readonly open: boolean;
}

/** The document's catalogs; those behind a property of error bodies, or a list known by its name alone. */
export function catalogs(reading: Reading, options: PlaceOptions): readonly Catalog[] {
  return reading.keyed(findCatalogs, options);
}

function findCatalogs(reading: Reading, options: PlaceOptions): readonly Catalog[] {
  const place = placeOfErrors(reading, options);
  const bodySchemas = reading.once(errorBodies);
  const found = place.codes.map((name) => {
    const properties = new Map<string, Node>();
    for (const schema of [...place.schemas.values(), ...bodySchemas]) {
      for (const node of propertiesAt(reading, schema, name)) properties.set(node.id, node);
    }
    return catalogOf(reading, name, [...properties.values()]);
  });
  const some = found.filter(({ lists, unlisted }) => lists.length + unlisted.length > 0);
  return some.length > 0 || bodySchemas.length > 0 ? some : known(reading);
}

/** Schemas of the bodies of error responses, each once. */
function errorBodies(reading: Reading): readonly Node[] {
  const found = new Map<string, Node>();
  for (const { node, uses } of reading.once(errorResponses)) {
    if (!uses.some(({ operation }) => operation.kind !== "callback")) continue;
    for (const { schema } of bodies(reading, node)) {
      const target = schema === null ? null : (reading.step(schema) ?? schema);
      if (target !== null) found.set(target.id, target);
    }
  }
  return [...found.values()];
}

/** All declarations of the property at a path (`errors[].code`) in what applies to a schema. */
export function propertiesAt(reading: Reading, schema: Node, path: string): Node[] {
  let nodes: Node[] = [schema];
  for (const name of path.split(".").flatMap((part) => part.split(/(?=\[\])/))) {
    const next = new Map<unknown, Node>();
    for (const node of nodes) {
      for (const part of applicable(reading, node, true)) {
        const inner = name === "[]" ? part.child("items") : part.at("properties", name);
        if (inner !== null) next.set(inner.value, inner);
      }
    }
    nodes = [...next.values()];
  }
  return nodes;
}

function catalogOf(reading: Reading, name: string, properties: readonly Node[]): Catalog {
  const lists = new Map<string, CodeList>();
  const unlisted: Node[] = [];
  let open = false;
  for (const property of properties) {
    const values = valuesOf(reading, property);
    open ||= values.open;
    if (values.lists.length === 0 && !values.open) unlisted.push(property);
    for (const list of values.lists) lists.set(list.node.id, list);
  }
  const codes = new Map<string, Code>();
  for (const { codes: listed } of lists.values()) {
    for (const code of listed) {
      const known = codes.get(code.code);
      if (known === undefined || (known.notes === null && code.notes !== null)) codes.set(code.code, code);
    }
  }
  return { name, unlisted, lists: [...lists.values()], codes, open };
}

/** Where no response declares a body at all, an unmistakable name is enough. */
function known(reading: Reading): readonly Catalog[] {
  const found: Catalog[] = [];
  for (const container of [reading.root.at("components", "schemas"), reading.root.child("definitions")]) {
    for (const [name, schema] of container?.children() ?? []) {
      if (
        !/^(\w*_)?errors?_?codes?(_?(enum|list|type))?$/i.test(name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_"))
      )
        continue;
      const catalog = catalogOf(reading, nameOf(schema), [schema]);
      if (catalog.codes.size > 0) found.push({ ...catalog, unlisted: [] });
    }
  }
  return found;
}
