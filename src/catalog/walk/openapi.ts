import type { Site } from "../../contract/location.js";
import { Problem } from "../../contract/problem.js";
import type { Node, Spec, Structure } from "../../spec/spec.js";
import { child, elements, entries, isMapping, mapping, resolve, text } from "./node.js";

/** A response of an operation that is not 2xx and not 1xx. */
export interface WalkedResponse {
  readonly status: string;
  /** Where it stands in the operation. */
  readonly site: Site;
  /** What it is, after its `$ref`s; null where they lead nowhere. */
  readonly response: Node | null;
}

export interface WalkedOperation {
  /** `GET /v1/sandboxes/{id}`, `webhook POST name`, or `callback POST …` where the client is the server. */
  readonly id: string;
  readonly kind: "path" | "webhook" | "callback";
  readonly site: Site;
  readonly node: Node;
  readonly responses: readonly WalkedResponse[];
}

const methods: ReadonlySet<string> = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "query",
]);

/** A status that says the request did not simply succeed: 3xx, 4xx, 5xx, their ranges, and `default`. */
function isErrorStatus(status: string): boolean {
  return status === "default" || /^[3-5](\d\d|XX)$/i.test(status);
}

/** The major versions that are read, by the word at the root that names one. */
const majors = { openapi: "3", swagger: "2" } as const;

/**
 * A document of another version may keep its errors elsewhere: without a look at them nothing can be said of it.
 *
 * @throws Problem `unknown-version`
 */
export function refuseUnknownVersion(spec: Spec): void {
  for (const [word, major] of Object.entries(majors)) {
    const declared = child({ value: spec.root.data, site: { file: spec.file, pointer: "#" } }, word);
    const [, number = major] = /^\D{0,9}(\d{1,9})/.exec(String(declared.value)) ?? [];
    if (number === major) continue;
    throw new Problem(
      "unknown-version",
      `${number} is no version of \`${word}\` that errlock knows`,
      "it reads OpenAPI 3.0 to 3.2, Swagger 2.0, and JSON Schema.",
      spec.locate(declared.site),
    );
  }
}

/**
 * All operations of `paths`, `webhooks` and `x-webhooks` (OpenAPI 2.0 to 3.2), and those of their callbacks, with
 * their error responses. `$ref`s of path items and responses are followed; those that lead nowhere are told.
 *
 * @param most operations and responses: few path items that many paths refer to are many all the same
 * @throws Problem `too-many-responses`
 */
export function walkOperations(
  spec: Structure,
  unresolved: (problem: Problem, site: Site) => void,
  most: number,
): WalkedOperation[] {
  const root: Node = { value: spec.root.data, site: { file: spec.file, pointer: "#" } };
  const found: WalkedOperation[] = [];
  let walked = 0;
  const follow = (node: Node): Node | null => {
    const target = resolve(spec, node);
    if (!(target instanceof Problem)) return target;
    unresolved(target, node.site);
    return null;
  };
  for (const [path, item] of parts(child(root, "paths"))) {
    if (!path.startsWith("x-")) walkItem(item, path, "path");
  }
  for (const key of ["webhooks", "x-webhooks"]) {
    for (const [name, item] of parts(child(root, key))) walkItem(item, name, "webhook");
  }
  return found;

  /** Entries of a mapping that may stand elsewhere: many specs split `paths`, operations and `responses` into files. */
  function parts(node: Node): [string, Node][] {
    const target = follow(node);
    return target === null ? [] : entries(target);
  }

  function spend(count: number): void {
    walked += count;
    if (walked <= most) return;
    throw new Problem(
      "too-many-responses",
      `the spec has more than ${most} operations and responses, those behind references counted each time.`,
      "raise `limits.responses` in the config if you trust the file.",
      { file: spec.file },
    );
  }

  function walkItem(item: Node, name: string, kind: WalkedOperation["kind"]): void {
    const target = follow(item);
    // Next to a `$ref` a path item may have operations of its own; they win over those that it refers to.
    const nodes = target === null ? [item] : [target, item];
    for (const [method, operation] of new Map(nodes.flatMap(operationsOf))) {
      walkOperation(operation, method, name, kind);
    }
  }

  function walkOperation(written: Node, method: string, name: string, kind: WalkedOperation["kind"]): void {
    const id = `${kind === "path" ? "" : `${kind} `}${method} ${name}`;
    const node = follow(written);
    if (node === null) return;
    const declared = parts(child(node, "responses"));
    spend(1 + declared.length);
    const responses = declared
      .filter(([status]) => isErrorStatus(status))
      .map(([status, response]) => ({ status, site: response.site, response: follow(response) }));
    found.push({ id, kind, site: node.site, node, responses });
    // Callbacks of callbacks say nothing about the server, and could go in circles.
    if (kind === "callback") return;
    for (const [, callback] of entries(child(node, "callbacks"))) {
      const target = follow(callback);
      if (target === null) continue;
      for (const [expression, item] of entries(target)) walkItem(item, expression, "callback");
    }
  }
}

function operationsOf(item: Node): [string, Node][] {
  const standard = entries(item)
    .filter(([key, { value }]) => methods.has(key) && isMapping(value))
    .map(([method, node]): [string, Node] => [method.toUpperCase(), node]);
  return [...standard, ...entries(child(item, "additionalOperations"))];
}

/** The media types of a response, which may stand under `components` (OpenAPI 3.2). */
function mediaTypes(spec: Structure, response: Node): Node[] {
  return entries(child(response, "content")).flatMap(([name, media]) => {
    if (name.startsWith("x-")) return [];
    const target = resolve(spec, media);
    return target instanceof Problem ? [] : [target];
  });
}

/**
 * The schemas of a response's bodies: one per media type, `schema` itself in Swagger 2.0. Streams by `itemSchema`, from
 * OpenAPI 3.2 on. What a version has no word for declares nothing in it; a document of no version may have all of them.
 */
export function bodySchemas(spec: Structure, response: Node): Node[] {
  const { swagger, openapi } = mapping(spec.root.data);
  const media = swagger === undefined ? mediaTypes(spec, response) : [];
  const schemas = [
    ...media.map((node) => child(node, "schema")),
    ...(/^3\.[01]/.test(String(openapi)) ? [] : media.map((node) => child(node, "itemSchema"))),
    ...(openapi === undefined ? [child(response, "schema")] : []),
  ];
  return schemas.filter(({ value }) => isMapping(value));
}

/** Whole bodies that stand as examples in a response: of its media types, of Swagger 2.0, of `x-examples`. */
export function bodyExamples(spec: Structure, response: Node): Node[] {
  return [
    ...mediaTypes(spec, response).flatMap((node) => [
      child(node, "example"),
      ...namedExamples(spec, child(node, "examples")),
    ]),
    ...entries(child(response, "examples")).map(([, node]) => node),
    ...namedExamples(spec, child(response, "x-examples")),
  ];
}

/** `examples` of OpenAPI 3: a map of `{ value }` (or `dataValue`), each perhaps behind a `$ref`; lists in JSON Schema. */
export function namedExamples(spec: Structure, examples: Node): Node[] {
  if (Array.isArray(examples.value)) return elements(examples);
  return entries(examples).flatMap(([, node]) => {
    const example = resolve(spec, node);
    if (example instanceof Problem) return [];
    const key = ["value", "dataValue"].find((name) => Object.hasOwn(mapping(example.value), name));
    return [key === undefined ? example : child(example, key)];
  });
}

/** `info.version` (OpenAPI, Info Object), null where there is none. A number (`1.0` without quotes) is a text too: `1`. */
export function infoVersion(spec: Structure): string | null {
  const version = mapping(mapping(spec.root.data).info).version;
  return typeof version === "number" ? String(version) : text(version);
}
