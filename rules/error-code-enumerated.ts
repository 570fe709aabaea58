import { isUnlisted } from "../src/catalog/unlisted.js";
import { bodies } from "./read/bodies.js";
import { discovery } from "./read/discovery.js";
import { fieldAt } from "./read/fields.js";
import type { Node } from "./read/node.js";
import { placeOfErrors } from "./read/place.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Reading } from "./read/reading.js";
import { errorResponses, placeOf } from "./read/responses.js";
import type { Rule } from "./rule.js";

export const errorCodeEnumerated: Rule = {
  id: "error-code-enumerated",
  description: "The code is enumerated, or open on purpose.",
  why: "A code that is any string is no contract: nothing says which codes exist, so none can be seen to leave.",
  fix: "List the codes in an `enum`, or, where more may come, in an `x-extensible-enum`.",
  level: "warn",
  options: placeOptions,
  check(reading, options) {
    const place = placeFrom(options);
    const path = discovery(reading, place).unlisted;
    if (path === null) return [];
    const schemas = [...placeOfErrors(reading, place).schemas.values(), ...reading.once(errorBodies)];
    const nodes = schemas
      .filter((schema) => admitsAny(reading, schema, path))
      .flatMap((schema) => fieldAt(reading, schema, path).nodes);
    return [...new Map(nodes.map((node) => [node.id, node])).values()].map((node) => ({
      node,
      at: placeOf(reading, node),
      cause: `${path} is not enumerated`,
      message:
        `${path} admits any value, so nothing tells clients which codes exist: list them in an enum, ` +
        "or say that more may come with x-extensible-enum.",
    }));
  },
};

function admitsAny(reading: Reading, { value, site }: Node, path: string): boolean {
  const field = reading.survey.bodies.readSchema({ value, site }).fields.inside.get(path);
  return field !== undefined && isUnlisted(field);
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
