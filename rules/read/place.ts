import { calling } from "../../src/catalog/called.js";
import { namedSchemas } from "../../src/catalog/shapes/registry.js";
import { isUnlisted } from "../../src/catalog/unlisted.js";
import { bodies } from "./bodies.js";
import { discovery } from "./discovery.js";
import type { Node } from "./node.js";
import type { PlaceOptions } from "./place-options.js";
import type { Reading } from "./reading.js";
import { type ErrorResponse, errorResponses } from "./responses.js";
import { applicable, nameOf } from "./schemas.js";

/** The error schemas of a document and the property of theirs that holds the code. */
export interface ErrorPlace {
  /** Schemas that a body may reference, by `Node.id`. */
  readonly schemas: ReadonlyMap<string, Node>;
  /** Paths of the properties that hold codes, the main one first; empty where no error body has any. */
  readonly codes: readonly string[];
  /** The one that is there without a code, beside others that have one, because most responses reference it. */
  readonly commonest: Node | null;
}

interface Candidate {
  readonly node: Node;
  uses: number;
}

/**
 * Finds the error schemas: the named ones, or else those that error responses of operations reference and that carry
 * one of the document's codes. What most error responses reference is one even without a code.
 */
export function placeOfErrors(reading: Reading, options: PlaceOptions): ErrorPlace {
  return reading.keyed(findPlace, options);
}

function findPlace(reading: Reading, options: PlaceOptions): ErrorPlace {
  const codes = discovery(reading, options).paths;
  const candidates = reading.once(candidatesOf);
  if (options.schemas !== undefined)
    return { schemas: called(reading, options.schemas), codes, commonest: null };
  const schemas = new Map<string, Node>();
  let carrying = 0;
  for (const [id, { node, uses }] of candidates) {
    if (!carries(reading, node, codes)) continue;
    schemas.set(id, node);
    carrying += uses;
  }
  const added = options.code === undefined ? addCommonest(reading, schemas, candidates, carrying) : null;
  return { schemas: withoutInline(schemas), codes, commonest: carrying > 0 ? added : null };
}

/** Has a body with this schema a code at one of the paths? */
function carries(reading: Reading, { value, site }: Node, paths: readonly string[]): boolean {
  if (paths.length === 0) return false;
  const { inside } = reading.survey.bodies.readSchema({ value, site }).fields;
  const holdsCodes = (path: string): boolean => {
    const field = inside.get(path);
    return field !== undefined && (field.values.lists.length > 0 || isUnlisted(field));
  };
  if (paths.length <= inside.size) return paths.some(holdsCodes);
  const wanted = reading.of(asSet, paths);
  return [...inside.keys()].some((path) => wanted.has(path) && holdsCodes(path));
}

function asSet(_reading: Reading, paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths);
}

/** Where no schema carries a code, all that are named like errors will do; where few do, the commonest one too. */
function addCommonest(
  reading: Reading,
  schemas: Map<string, Node>,
  candidates: ReadonlyMap<string, Candidate>,
  carrying: number,
): Node | null {
  const named = [...candidates].filter(
    ([, { node }]) => node.parent === null && describesBody(reading, node),
  );
  const [commonest] = named.sort(([a, one], [b, other]) => other.uses - one.uses || (a < b ? -1 : 1));
  if (commonest === undefined || commonest[1].uses <= carrying) return null;
  const [first, { node: added }] = commonest;
  schemas.set(first, added);
  if (carrying > 0) return added;
  for (const [id, { node }] of named) {
    if (/err|problem|fault|exception|fail/i.test(nameOf(node))) schemas.set(id, node);
  }
  return added;
}

/** An empty schema, or one that leads only to itself, describes no body, whatever its name. */
function describesBody(reading: Reading, schema: Node): boolean {
  return applicable(reading, schema).some(
    (part) => part.child("properties") !== null || part.child("items") !== null,
  );
}

/** Schemas that error responses reference, as they stand behind the references, and inline ones. */
function candidatesOf(reading: Reading): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  for (const response of reading.once(errorResponses)) {
    if (!response.uses.some(({ operation }) => operation.kind !== "callback")) continue;
    for (const node of referenced(reading, response)) {
      const known = found.get(node.id) ?? { node, uses: 0 };
      known.uses += response.uses.length;
      found.set(node.id, known);
    }
  }
  return found;
}

function referenced(reading: Reading, response: ErrorResponse): Node[] {
  return bodies(reading, response.node).flatMap(({ schema }) =>
    schema === null ? [] : heads(reading, schema),
  );
}

/** The first schemas behind the references of a body: through inline `allOf`, `oneOf` and `anyOf`; itself if inline. */
function heads(reading: Reading, schema: Node): Node[] {
  const target = reading.step(schema);
  if (target !== undefined) return target === null ? [] : [target];
  const found = applicable(reading, schema).filter((part) => part.parent === null);
  return found.length > 0 ? found : [schema];
}

/** Where error schemas have names, an inline copy of one is none. */
function withoutInline(schemas: Map<string, Node>): Map<string, Node> {
  const named = [...schemas].filter(([, node]) => node.parent === null);
  return named.length > 0 ? new Map(named) : schemas;
}

function called(reading: Reading, names: readonly string[]): Map<string, Node> {
  const { root } = reading;
  const isCalled = calling(names, root.file);
  const components = namedSchemas({ value: root.value, site: root.site });
  const nodes = [
    ...components.map(([, { site }]) => reading.nodeAt(site)),
    ...[...reading.once(candidatesOf).values()].map(({ node }) => node),
  ];
  return new Map(nodes.filter(({ site }) => isCalled(site)).map((node) => [node.id, node]));
}
