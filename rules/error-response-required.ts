import { remember } from "../src/contract/memo.js";
import { strings } from "./options.js";
import { bodies } from "./read/bodies.js";
import { isObject, type Node } from "./read/node.js";
import { operations } from "./read/operations.js";
import { type ErrorPlace, placeOfErrors } from "./read/place.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Reading } from "./read/reading.js";
import { type ErrorResponse, errorResponses, statuses } from "./read/responses.js";
import { nameOf } from "./read/schemas.js";
import { fitting, isSuccess, mayHaveBody, type Status } from "./read/status.js";
import type { Complaint, Rule } from "./rule.js";

export const errorResponseRequired: Rule = {
  id: "error-response-required",
  description: "Every response that is not 2xx carries an error schema.",
  why: "A client that gets an error without the error schema finds no code to branch on, and falls back to matching texts. An empty schema (`{}`) promises nothing, and an inline copy of the error schema drifts away from it.",
  fix: "Reference the error schema in every media type of the response. Name further error schemas under `schemas`, and statuses that need none under `allow`.",
  level: "error",
  options: {
    ...placeOptions,
    allow: { is: "strings", about: "statuses that need no error schema: `304`, `3xx`, `default`" },
  },
  check(reading, options) {
    const place = placeOfErrors(reading, placeFrom(options));
    const allowed = fitting(strings(options.allow) ?? []);
    const found: Complaint[] = [];
    for (const response of reading.once(errorResponses)) {
      if (isAllowed(response, allowed)) continue;
      const fault = faultOf(reading, response.node, place);
      if (fault !== null) found.push({ at: response.at, ...fault });
    }
    return [...found, ...lost(reading, allowed)];
  },
};

/** Responses behind references that lead nowhere. */
function lost(reading: Reading, allowed: (status: Status) => boolean): Complaint[] {
  return reading.once(operations).flatMap((operation) => {
    const found: Complaint[] = [];
    for (const [status, node] of statuses(reading, operation)) {
      if (reading.resolve(node) !== null || isSuccess(status) || !mayHaveBody(status, operation.method))
        continue;
      if (allowed(status)) continue;
      const message = `The error response ${status} of ${operation.id} cannot be found: its reference leads nowhere.`;
      const at = `${operation.id} ${status}`;
      found.push({ node: node.parent ?? node, at, cause: "a reference that leads nowhere", message });
    }
    return found;
  });
}

function isAllowed({ uses }: ErrorResponse, allowed: (status: Status) => boolean): boolean {
  return uses.length > 0 && uses.every(({ status }) => allowed(status));
}

type Fault = Omit<Complaint, "at">;

/** The first body without an error schema decides; the others of the response are named with it. */
function faultOf(reading: Reading, response: Node, place: ErrorPlace): Fault | null {
  const declared = bodies(reading, response);
  if (declared.length === 0) {
    const cause = response.child("content") === null ? "no content" : "empty content";
    return {
      node: response,
      cause,
      message: `The error response has ${cause}: ${reading.of(wanted, place)}`,
    };
  }
  const faults = declared.flatMap((body) => {
    const cause = body.schema === null ? "no schema" : schemaFault(reading, body.schema, place);
    return cause === null ? [] : [{ cause, body }];
  });
  const [first] = faults;
  if (first === undefined) return null;
  const where =
    declared.length === 1 || reading.isSwagger
      ? ""
      : ` (${faults.map(({ body }) => body.mediaType).join(", ")})`;
  return {
    node: first.body.node,
    cause: first.cause,
    message: `The error response has ${first.cause}${where}: ${reading.of(wanted, place)}`,
  };
}

function wanted(_reading: Reading, { schemas }: ErrorPlace): string {
  const names = [...new Set([...schemas.values()].map(nameOf))].sort();
  if (names.length === 0) return "clients find no code in it.";
  const shown = names.slice(0, 3).join(", ");
  return `it must reference ${names.length > 3 ? `one of ${names.length} error schemas (${shown}, …)` : shown.replaceAll(", ", " or ")}.`;
}

/** Why a schema is no error schema; null if it is one. */
function schemaFault(reading: Reading, schema: Node, place: ErrorPlace): string | null {
  if (reading.of(referencing, place).has(schema.id)) return null;
  if (!isObject(schema.value) || Object.keys(schema.value).length === 0) return "an empty schema";
  const target = reading.step(schema);
  if (target === null) return "a schema that cannot be found";
  if (target !== undefined) return `schema ${nameOf(target)}`;
  for (const keyword of ["oneOf", "anyOf"]) {
    for (const [, branch] of schema.child(keyword)?.children() ?? []) {
      const fault = schemaFault(reading, branch, place);
      if (fault !== null) return `${keyword} with ${fault}`;
    }
  }
  return "an inline schema";
}

/** A schema references an error schema as soon as all of some others do. */
interface Need {
  readonly schema: string;
  missing: number;
}

/**
 * The schemas of bodies, and all behind them, that reference an error schema: by a `$ref`, a part of an `allOf`, or
 * every branch of a `oneOf` or `anyOf`. Each is looked at once, from the error schemas up.
 */
function referencing(reading: Reading, place: ErrorPlace): ReadonlySet<string> {
  const found = new Set<string>();
  const needs = new Map<string, Need[]>();
  const seen = new Set<string>();
  const waiting = reading
    .once(errorResponses)
    .flatMap(({ node }) => bodies(reading, node).flatMap(({ schema }) => schema ?? []));
  for (let schema = waiting.pop(); schema !== undefined; schema = waiting.pop()) {
    const { id } = schema;
    if (seen.has(id) || !isObject(schema.value)) continue;
    seen.add(id);
    if (place.schemas.has(id)) found.add(id);
    for (const together of parts(reading, schema)) {
      const need = { schema: id, missing: together.length };
      for (const part of together) {
        remember(needs, part.id, () => []).push(need);
        waiting.push(part);
      }
    }
  }
  // Those found on the way are walked, too.
  for (const id of found) {
    for (const need of needs.get(id) ?? []) {
      need.missing -= 1;
      if (need.missing === 0) found.add(need.schema);
    }
  }
  return found;
}

/** The schemas of which one group must reference an error schema, so that a schema does. */
function parts(reading: Reading, schema: Node): Node[][] {
  const listed = (keyword: string) => [...(schema.child(keyword)?.children() ?? [])].map(([, part]) => part);
  const target = reading.step(schema);
  const behind = target === undefined || target === null ? [] : [[target]];
  if (target !== undefined && !reading.siblingsCount) return behind;
  return [...behind, ...listed("allOf").map((part) => [part]), listed("oneOf"), listed("anyOf")];
}
