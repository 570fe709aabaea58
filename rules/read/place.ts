import { type Body, bodies } from "./bodies.js";
import { type CodePath, codePaths } from "./code-paths.js";
import { type Node, toPointer } from "./node.js";
import type { Reading } from "./reading.js";
import { type ErrorResponse, errorResponses } from "./responses.js";
import { applicable, nameOf } from "./schemas.js";

/** The error schemas of a document and the property of theirs that holds the code. */
export interface ErrorPlace {
  /** Schemas that a body may reference, by `Node.id`. */
  readonly schemas: ReadonlyMap<string, Node>;
  /** Paths of the properties that hold codes, the main one first; empty where no error body has any. */
  readonly codes: readonly string[];
}

/** What a config or an options object says about the place. */
export interface PlaceOptions {
  /** Names of components, or pointers. */
  readonly schemas?: readonly string[];
  readonly code?: string;
}

interface Candidate {
  readonly node: Node;
  uses: number;
  readonly paths: ReturnType<typeof codePaths>;
}

/**
 * Finds the error schemas: the named ones, or else those that error responses of operations reference and that carry
 * the document's code. A list of codes in another property makes a schema an error schema too. What most error
 * responses reference is one even without a code.
 */
export function placeOfErrors(reading: Reading, options: PlaceOptions): ErrorPlace {
  return reading.keyed(findPlace, options);
}

function findPlace(reading: Reading, options: PlaceOptions): ErrorPlace {
  const candidates = reading.once(candidatesOf);
  const main = options.code ?? mainPath(candidates);
  if (options.schemas !== undefined && options.schemas.length > 0) {
    return { schemas: namedSchemas(reading, options.schemas), codes: main === null ? [] : [main] };
  }
  const schemas = new Map<string, Node>();
  const codes = new Set<string>(main === null ? [] : [main]);
  let carrying = 0;
  for (const [id, { node, uses, paths }] of candidates) {
    const carried = paths.filter(
      (each) => each.path === main || (options.code === undefined && isList(each)),
    );
    if (carried.length === 0) continue;
    schemas.set(id, node);
    carrying += uses;
    for (const { path } of carried) codes.add(path);
  }
  if (options.code === undefined) addCommonest(reading, schemas, candidates, carrying);
  return { schemas: withoutInline(schemas), codes: [...codes] };
}

function isList({ strength, isCode }: CodePath): boolean {
  return strength === "listed" && isCode;
}

/** Where no schema carries a code, all that are named like errors will do; where few do, the commonest one too. */
function addCommonest(
  reading: Reading,
  schemas: Map<string, Node>,
  candidates: ReadonlyMap<string, Candidate>,
  carrying: number,
): void {
  const named = [...candidates].filter(
    ([, { node }]) => node.parent === null && describesBody(reading, node),
  );
  const [commonest] = named.sort(([a, one], [b, other]) => other.uses - one.uses || (a < b ? -1 : 1));
  if (commonest === undefined || commonest[1].uses <= carrying) return;
  schemas.set(commonest[0], commonest[1].node);
  if (carrying > 0) return;
  for (const [id, { node }] of named) {
    if (/err|problem|fault|exception|fail/i.test(nameOf(node))) schemas.set(id, node);
  }
}

/** An empty schema, or one that leads only to itself, describes no body, whatever its name. */
function describesBody(reading: Reading, schema: Node): boolean {
  return [...applicable(reading, schema, true)].some(
    (part) => part.child("properties") !== null || part.child("items") !== null,
  );
}

/** Schemas that error responses reference, as they stand behind the references, and inline ones. */
function candidatesOf(reading: Reading): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  for (const response of reading.once(errorResponses)) {
    if (!response.uses.some(({ operation }) => operation.kind !== "callback")) continue;
    for (const node of referenced(reading, response)) {
      const known = found.get(node.id) ?? { node, uses: 0, paths: codePaths(reading, node) };
      known.uses += response.uses.length;
      found.set(node.id, known);
    }
  }
  return found;
}

function referenced(reading: Reading, response: ErrorResponse): Node[] {
  return bodies(reading, response.node).flatMap(({ schema }: Body) =>
    schema === null ? [] : heads(reading, schema),
  );
}

/** The first schemas behind the references of a body: through inline `allOf`, `oneOf` and `anyOf`; itself if inline. */
function heads(reading: Reading, schema: Node): Node[] {
  const target = reading.step(schema);
  if (target !== undefined) return target === null ? [] : [target];
  const found: Node[] = [];
  for (const part of applicable(reading, schema, true)) {
    if (part.value === schema.value) continue;
    if (part.parent === null) found.push(part);
  }
  return found.length > 0 ? found : [schema];
}

function mainPath(candidates: ReadonlyMap<string, Candidate>): string | null {
  const scores = new Map<string, number>();
  for (const { uses, paths } of candidates.values()) {
    for (const { path, strength, isCode } of paths) {
      const score = uses * (strength === "listed" ? 3 : 1) * (isCode ? 2 : 1);
      scores.set(path, (scores.get(path) ?? 0) + score);
    }
  }
  let best: string | null = null;
  for (const [path, score] of scores) {
    const leader = best === null ? -1 : (scores.get(best) ?? 0);
    if (score > leader || (score === leader && best !== null && path < best)) best = path;
  }
  return best;
}

/** Where error schemas have names, an inline copy of one is none. */
function withoutInline(schemas: Map<string, Node>): Map<string, Node> {
  const named = [...schemas].filter(([, node]) => node.parent === null);
  return named.length > 0 ? new Map(named) : schemas;
}

function namedSchemas(reading: Reading, names: readonly string[]): Map<string, Node> {
  const found = new Map<string, Node>();
  const containers = [reading.root.at("components", "schemas"), reading.root.child("definitions")];
  for (const container of containers) {
    for (const [name, node] of container?.children() ?? []) {
      if (names.includes(name) || names.includes(toPointer(node.path()))) found.set(node.id, node);
    }
  }
  for (const [id, { node }] of reading.once(candidatesOf)) {
    if (names.includes(nameOf(node)) || names.some((name) => isPlace(node, name))) found.set(id, node);
  }
  return found;
}

function isPlace(node: Node, name: string): boolean {
  if (!name.includes("#")) return node.file === name || node.file.endsWith(`/${name}`);
  const [file = "", pointer = ""] = [name.slice(0, name.indexOf("#")), name.slice(name.indexOf("#"))];
  const inFile = file === "" || node.file === file || node.file.endsWith(`/${file}`);
  return inFile && pointer === toPointer(node.path());
}
