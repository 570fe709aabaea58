import { strings } from "./options.js";
import { bodies } from "./read/bodies.js";
import { errorExamples, exampleValue } from "./read/examples.js";
import { isObject, type Node } from "./read/node.js";
import { valuesAt } from "./read/paths.js";
import { placeOfErrors } from "./read/place.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Reading } from "./read/reading.js";
import { type ErrorResponse, errorResponses } from "./read/responses.js";
import { properties } from "./read/schemas.js";
import { fits } from "./read/status.js";
import type { Complaint, Options, Rule } from "./rule.js";

export const errorFieldScope: Rule = {
  id: "error-field-scope",
  description: "Some fields of the error body come with some errors only.",
  why: "A field that turns up anywhere is a field that clients must expect everywhere.",
  fix: "Leave the field out there, or add the place to the field's list in the option `fields`.",
  level: "off",
  options: {
    ...placeOptions,
    fields: {
      is: "lists",
      about:
        "by field: statuses (`422`), paths (`/v1/builds`), operations (`POST /v1/builds`) or codes it may come with",
    },
  },
  check(reading, options) {
    const fields = isObject(options.fields) ? options.fields : {};
    return Object.entries(fields).flatMap(([field, scope]) => {
      const allowed = strings(scope) ?? [];
      return [...inExamples(reading, options, field, allowed), ...inSchemas(reading, field, allowed)];
    });
  },
};

function inExamples(
  reading: Reading,
  options: Options,
  field: string,
  scope: readonly string[],
): Complaint[] {
  const { codes } = placeOfErrors(reading, placeFrom(options));
  return reading.once(errorExamples).flatMap(({ name, node, response }) => {
    const value = exampleValue(reading, node);
    if (valuesAt(value, field).length === 0 || isWithin(response, scope)) return [];
    const used = codes.flatMap((path) => valuesAt(value, path));
    if (used.some((code) => typeof code === "string" && scope.includes(code))) return [];
    return [complaint(node, `${response.at} example${name === "" ? "" : ` ${name}`} ${field}`, field, scope)];
  });
}

/** A response's own schema; what a shared error schema declares it declares for all. */
function inSchemas(reading: Reading, field: string, scope: readonly string[]): Complaint[] {
  return reading.once(errorResponses).flatMap((response) => {
    if (isWithin(response, scope)) return [];
    return bodies(reading, response.node).flatMap(({ schema }) => {
      const own =
        schema === null
          ? []
          : properties(reading, schema, field).filter(({ file, parent }) => {
              return file === response.node.file && parent !== null && isInside(parent, response.node);
            });
      return own.slice(0, 1).map((node) => complaint(node, `${response.at} ${field}`, field, scope));
    });
  });
}

function isInside(node: Node, holder: Node): boolean {
  const path = holder.path();
  const inner = node.path();
  return path.every((key, index) => inner[index] === key);
}

function isWithin({ uses }: ErrorResponse, scope: readonly string[]): boolean {
  return uses.every(({ operation, status }) =>
    scope.some((entry) => fits(status, entry) || entry === operation.id || isUnder(operation.path, entry)),
  );
}

function isUnder(path: string, entry: string): boolean {
  return (
    entry.startsWith("/") && (path === entry || path.startsWith(entry.endsWith("/") ? entry : `${entry}/`))
  );
}

function complaint(node: Node, at: string, field: string, scope: readonly string[]): Complaint {
  const message = `${field} belongs only to ${scope.join(", ")}.`;
  return { node, at, cause: `${field} out of its scope`, message };
}
