import { isObject, type Node } from "./node.js";
import type { Reading } from "./reading.js";

/** An operation of `paths`, `webhooks` or a callback. */
export interface Operation {
  /** `GET /v1/x`, `webhook POST name`, `POST /v1/x callback name POST {$request.body#/url}`. */
  readonly id: string;
  readonly method: string;
  readonly kind: "path" | "webhook" | "callback";
  /** The path template, for its parameters; the name of a webhook; the expression of a callback. */
  readonly path: string;
  readonly node: Node;
  readonly pathItem: Node;
}

const methods = new Set(["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]);

/** Callbacks may hold operations with callbacks; a circle of references ends here. */
const DEEPEST_CALLBACK = 4;

/** Every operation, in the order of the document. Source: OpenAPI 3.2, sections Paths, Webhooks, Callback Object. */
export function operations(reading: Reading): readonly Operation[] {
  const found: Operation[] = [];
  for (const [path, item] of reading.root.child("paths")?.children() ?? []) {
    if (path.startsWith("/"))
      collect(reading, item, { kind: "path", path, prefix: "", suffix: path }, 0, found);
  }
  for (const [name, item] of reading.root.child("webhooks")?.children() ?? []) {
    collect(reading, item, { kind: "webhook", path: name, prefix: "webhook ", suffix: name }, 0, found);
  }
  for (const [name, callback] of reading.root.at("components", "callbacks")?.children() ?? []) {
    collectCallback(reading, callback, `components/callbacks/${name}`, 0, found);
  }
  return found;
}

interface Place {
  readonly kind: Operation["kind"];
  readonly path: string;
  readonly prefix: string;
  readonly suffix: string;
}

function collect(reading: Reading, item: Node, place: Place, depth: number, found: Operation[]): void {
  for (const pathItem of parts(reading, item)) {
    for (const [method, node] of methodsOf(pathItem)) {
      const id = `${place.prefix}${method.toUpperCase()} ${place.suffix}`;
      found.push({ id, method: method.toLowerCase(), kind: place.kind, path: place.path, node, pathItem });
      if (depth >= DEEPEST_CALLBACK) continue;
      for (const [name, callback] of node.child("callbacks")?.children() ?? []) {
        collectCallback(reading, callback, `${id} callback ${name}`, depth + 1, found);
      }
    }
  }
}

/** A shared callback is listed once, at its component. */
function collectCallback(
  reading: Reading,
  node: Node,
  name: string,
  depth: number,
  found: Operation[],
): void {
  if (reading.step(node) !== undefined) {
    const target = reading.resolve(node);
    const path = target?.path() ?? [];
    if (path[0] === "components" && path[1] === "callbacks" && target?.file === reading.root.file) return;
  }
  for (const [expression, item] of reading.resolve(node)?.children() ?? []) {
    if (expression.startsWith("x-")) continue;
    const place: Place = { kind: "callback", path: expression, prefix: `${name} `, suffix: expression };
    collect(reading, item, place, depth, found);
  }
}

/** A path item, and what its `$ref` adds to it. */
function parts(reading: Reading, item: Node): Node[] {
  const target = reading.step(item);
  if (target === undefined) return [item];
  const resolved = reading.resolve(item);
  return resolved === null ? [item] : [item, resolved];
}

function* methodsOf(pathItem: Node): Generator<[string, Node]> {
  for (const [key, node] of pathItem.children()) {
    if (methods.has(key) && isObject(node.value)) yield [key, node];
    if (key !== "additionalOperations") continue;
    for (const [method, additional] of node.children()) {
      if (isObject(additional.value)) yield [method, additional];
    }
  }
}
