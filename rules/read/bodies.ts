import type { Node } from "./node.js";
import type { Reading } from "./reading.js";

/** One form of a response's body. */
export interface Body {
  readonly mediaType: string;
  /** The Media Type Object; the response itself in Swagger 2.0. */
  readonly node: Node;
  readonly schema: Node | null;
}

/** The bodies that a response declares. Source: OpenAPI 3.x Response Object `content`, Swagger 2.0 `schema`. */
export function bodies(reading: Reading, response: Node): readonly Body[] {
  return reading.of(readBodies, response);
}

function readBodies(reading: Reading, response: Node): readonly Body[] {
  const schema = response.child("schema");
  if (reading.isSwagger)
    return schema === null ? [] : [{ mediaType: "application/json", node: response, schema }];
  const found: Body[] = [];
  for (const [mediaType, held] of response.child("content")?.children() ?? []) {
    if (mediaType.startsWith("x-")) continue;
    const node = reading.resolve(held) ?? held;
    found.push({ mediaType, node, schema: node.child("schema") ?? node.child("itemSchema") });
  }
  return found;
}

/** `application/json`, `application/problem+json; charset=utf-8`, `*` + `/` + `*`: what a JSON body may be called. */
export function isJson(mediaType: string): boolean {
  const bare = (mediaType.split(";")[0] ?? "").trim().toLowerCase();
  return bare === "application/json" || bare.endsWith("+json") || bare === "*/*" || bare === "application/*";
}
