import { isObject, type Node } from "./node.js";
import { type Operation, operations } from "./operations.js";
import type { Reading } from "./reading.js";
import { isSuccess, mayHaveBody, type Status, soundsLikeError } from "./status.js";

/** Where a response is declared for an operation. */
export interface Use {
  readonly operation: Operation;
  readonly status: Status;
  /** Where the response stands in the operation, before following its reference. */
  readonly node: Node;
}

/** A response that is not 2xx and may have a body, once, however many operations share it. */
export interface ErrorResponse {
  /** `GET /v1/x 404`; the component's place (`components/responses/NotFound`) where it is shared. */
  readonly at: string;
  /** The response itself, after following references. */
  readonly node: Node;
  /** Empty for a component that nothing uses. */
  readonly uses: readonly Use[];
}

/** All error responses of paths, webhooks, callbacks and components, in the order of the document. */
export function errorResponses(reading: Reading): readonly ErrorResponse[] {
  const found = new Map<string, { at: string; node: Node; uses: Use[] }>();
  const used = new Set<string>();
  for (const operation of reading.once(operations)) {
    for (const [status, node] of statuses(reading, operation)) {
      const response = reading.resolve(node);
      if (response === null || !isObject(response.value)) continue;
      const { id } = response;
      used.add(id);
      if (isSuccess(status) || !mayHaveBody(status, operation.method)) continue;
      const at = reading.step(node) === undefined ? `${operation.id} ${status}` : placeOf(reading, response);
      const known = found.get(id) ?? { at, node: response, uses: [] };
      known.uses.push({ operation, status, node });
      found.set(id, known);
    }
  }
  for (const [name, node] of sharedResponses(reading)?.children() ?? []) {
    if (reading.step(node) !== undefined || !isObject(node.value)) continue;
    if (!used.has(node.id) && soundsLikeError(name)) {
      found.set(node.id, { at: placeOf(reading, node), node, uses: [] });
    }
  }
  return [...found.values()];
}

/** The statuses of an operation and what stands there. */
export function statuses(
  reading: Reading,
  operation: Operation,
): readonly (readonly [status: Status, node: Node])[] {
  return reading.of(readStatuses, operation);
}

function readStatuses(_reading: Reading, { node }: Operation): (readonly [Status, Node])[] {
  return [...(node.child("responses")?.children() ?? [])].filter(
    ([status, response]) => !status.startsWith("x-") && isObject(response.value),
  );
}

/** A place by identity: the root's own without its file. */
export function placeOf(reading: Reading, node: Node): string {
  return node.file === reading.root.file ? node.path().join("/") : node.id;
}

function sharedResponses(reading: Reading): Node | null {
  return reading.root.at("components", "responses") ?? reading.root.child("responses");
}
