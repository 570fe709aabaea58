import { remember } from "../../src/contract/memo.js";
import { bodies, isJson } from "./bodies.js";
import type { Node } from "./node.js";
import type { Reading } from "./reading.js";
import { type ErrorResponse, errorResponses } from "./responses.js";

/** An example of an error body. */
export interface Example {
  /** Its name; empty for the only one. */
  readonly name: string;
  readonly node: Node;
  /** The schema it is an example of. */
  readonly schema: Node | null;
  readonly response: ErrorResponse;
}

/** Examples of JSON bodies in error responses. Source: OpenAPI Media Type Object, Swagger 2.0 `examples`. */
export function errorExamples(reading: Reading): readonly Example[] {
  return reading.once(errorResponses).flatMap((response) => {
    const found: Example[] = [];
    for (const { mediaType, node, schema } of bodies(reading, response.node)) {
      if (!isJson(mediaType)) continue;
      for (const [name, example] of reading.isSwagger ? inSwagger(node) : inMediaType(reading, node)) {
        found.push({ name, node: example, schema, response });
      }
    }
    return found;
  });
}

function inSwagger(response: Node): (readonly [string, Node])[] {
  return [...(response.child("examples")?.children() ?? [])].filter(([type]) => isJson(type));
}

function inMediaType(reading: Reading, mediaType: Node): [string, Node][] {
  const found: [string, Node][] = [];
  const single = mediaType.child("example");
  if (single !== null) found.push(["", single]);
  for (const [name, held] of mediaType.child("examples")?.children() ?? []) {
    const example = reading.resolve(held);
    const value = example?.child("value") ?? example?.child("dataValue");
    if (value !== null && value !== undefined) found.push([name, value]);
  }
  return found;
}

/** The value of an example: some write the JSON text of it. */
export function exampleValue(reading: Reading, { value }: Node): unknown {
  if (typeof value !== "string" || !/^\s*[{[]/.test(value)) return value;
  return remember(reading.once(parsedExamples), value, () => parsed(value));
}

/** Texts of examples with their values: many responses share one. */
function parsedExamples(_reading: Reading): Map<string, unknown> {
  return new Map();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
