import { remember } from "../src/contract/memo.js";
import { strings } from "./options.js";
import { bodies, isJson } from "./read/bodies.js";
import type { Node } from "./read/node.js";
import type { Reading } from "./read/reading.js";
import { errorResponses } from "./read/responses.js";
import type { Complaint, Rule } from "./rule.js";

export const errorResponseMediaType: Rule = {
  id: "error-response-media-type",
  description: "Error responses are JSON: application/json or application/problem+json.",
  why: "A client that asked for JSON reads errors with the same parser. An HTML page or plain text as an error is what a proxy sends, not an API.",
  fix: "Declare the body as `application/json` or `application/problem+json`, or name its type under `allow`.",
  level: "error",
  options: { allow: { is: "strings", about: "further media types, such as `application/xml`" } },
  check(reading, options) {
    const allow = (strings(options.allow) ?? []).map((type) => type.toLowerCase());
    const isFine = (type: string) => isJson(type) || allow.includes(type.toLowerCase());
    return reading.isSwagger ? checkProduces(reading, isFine) : checkContent(reading, isFine);
  },
};

function checkContent(reading: Reading, isFine: (type: string) => boolean): Complaint[] {
  return reading.once(errorResponses).flatMap(({ at, node }) => {
    const wrong = bodies(reading, node).filter(({ mediaType }) => !isFine(mediaType));
    const [first] = wrong;
    return first === undefined
      ? []
      : [complaint(first.node, at, wrong.map(({ mediaType }) => mediaType).join(", "))];
  });
}

/** Swagger 2.0 names media types per operation or for all; one that is JSON will do for errors. */
function checkProduces(reading: Reading, isFine: (type: string) => boolean): Complaint[] {
  const found = new Map<string, Complaint>();
  const known = new Map<unknown, { readonly wrong: string | null }>();
  for (const { node, uses } of reading.once(errorResponses)) {
    if (node.child("schema") === null) continue;
    for (const { operation } of uses) {
      const produces = operation.node.child("produces") ?? reading.root.child("produces");
      if (produces === null) continue;
      const { wrong } = remember(known, produces.value, () => ({ wrong: wrongTypes(produces, isFine) }));
      const at = produces.path().length === 1 ? "produces" : operation.id;
      if (wrong !== null) found.set(produces.id, complaint(produces, at, wrong));
    }
  }
  return [...found.values()];
}

/** The media types of a list in words; null where one of them is fine, or there is none. */
function wrongTypes(produces: Node, isFine: (type: string) => boolean): string | null {
  const types = [...produces.children()].map(([, type]) => String(type.value));
  return types.length === 0 || types.some(isFine) ? null : types.join(", ");
}

function complaint(node: Node, at: string, named: string): Complaint {
  const message = `The error response is ${named}: clients expect application/json or application/problem+json.`;
  return { node, at, cause: named, message };
}
