import { remember } from "../src/contract/memo.js";
import { strings } from "./options.js";
import { bodies } from "./read/bodies.js";
import { errorExamples, exampleValue } from "./read/examples.js";
import { isObject, type Node } from "./read/node.js";
import { type Held, Paths } from "./read/paths.js";
import { placeOfErrors } from "./read/place.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Reading } from "./read/reading.js";
import { type ErrorResponse, errorResponses } from "./read/responses.js";
import { applicable } from "./read/schemas.js";
import { fitting, named } from "./read/status.js";
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
    const fields = Object.entries(isObject(options.fields) ? options.fields : {}).map(
      ([name, scope]) => [name, new Scope(strings(scope) ?? [])] as const,
    );
    return fields.length === 0
      ? []
      : [...inExamples(reading, options, fields), ...inSchemas(reading, new Map(fields))];
  },
};

type Fields = readonly (readonly [name: string, scope: Scope])[];

function inExamples(reading: Reading, options: Options, fields: Fields): Complaint[] {
  const places = new Paths(fields);
  const codes = new Paths(
    placeOfErrors(reading, placeFrom(options)).codes.map((path) => [path, null] as const),
  );
  const known = new Map<unknown, { fields: readonly Held<Scope>[]; codes: readonly unknown[] }>();
  const found: Complaint[] = [];
  for (const { name, node, response } of reading.once(errorExamples)) {
    const value = exampleValue(reading, node);
    const held = remember(known, node.value, () => ({
      fields: places.in(value),
      codes: codes.in(value).flatMap(({ values }) => values),
    }));
    reading.spend(held.fields.length, "fields in their examples, once for each response");
    for (const { path: field, of: scope } of held.fields) {
      if (scope.holds(response)) continue;
      reading.spend(held.codes.length, "codes in their examples, once for each field");
      if (held.codes.some((code) => scope.names(code))) continue;
      found.push(
        complaint(node, `${response.at} example${name === "" ? "" : ` ${name}`} ${field}`, field, scope),
      );
      reading.refuseMany(found.length);
    }
  }
  return found;
}

/** A response's own schema; what a shared error schema declares it declares for all. */
function inSchemas(reading: Reading, fields: ReadonlyMap<string, Scope>): Complaint[] {
  const found: Complaint[] = [];
  for (const response of reading.once(errorResponses)) {
    for (const { schema } of bodies(reading, response.node)) {
      for (const [field, node] of schema === null ? [] : ownFields(reading, schema, response.node)) {
        const scope = fields.get(field);
        if (scope === undefined || scope.holds(response)) continue;
        found.push(complaint(node, `${response.at} ${field}`, field, scope));
        reading.refuseMany(found.length);
      }
    }
  }
  return found;
}

/** The properties that a response itself declares for a body, each where it does so first. */
function ownFields(reading: Reading, schema: Node, response: Node): ReadonlyMap<string, Node> {
  const found = new Map<string, Node>();
  for (const part of applicable(reading, schema)) {
    const properties = part.child("properties");
    if (properties === null || !isInside(properties, response)) continue;
    for (const [name, node] of properties.children()) if (!found.has(name)) found.set(name, node);
  }
  return found;
}

function isInside({ file, pointer }: Node, holder: Node): boolean {
  return file === holder.file && pointer.startsWith(`${holder.pointer}/`);
}

/** Where a field may come. */
class Scope {
  /** Its entries in words. */
  readonly named: string;
  readonly #entries: ReadonlySet<string>;
  readonly #isStatus: (status: string) => boolean;
  /** Lengths of the paths among its entries, without the `/` at their end. */
  readonly #lengths: ReadonlySet<number>;
  readonly #known = new Map<string, boolean>();

  constructor(entries: readonly string[]) {
    this.named = named(entries, ", ");
    this.#entries = new Set(entries);
    this.#isStatus = fitting(entries);
    const paths = entries.filter((entry) => entry.startsWith("/"));
    this.#lengths = new Set(paths.map((path) => path.replace(/\/$/, "").length));
  }

  names(code: unknown): boolean {
    return typeof code === "string" && this.#entries.has(code);
  }

  holds({ uses }: ErrorResponse): boolean {
    return uses.every(
      ({ operation, status }) =>
        this.#isStatus(status) ||
        this.#entries.has(operation.id) ||
        remember(this.#known, operation.path, () => this.#isAbove(operation.path)),
    );
  }

  /** Is an entry the path itself, or one that it is under? */
  #isAbove(path: string): boolean {
    if (this.#entries.has(path) && path.startsWith("/")) return true;
    for (const length of this.#lengths) {
      if (path[length] !== "/") continue;
      const above = path.slice(0, length);
      if (this.#entries.has(above) || this.#entries.has(`${above}/`)) return true;
    }
    return false;
  }
}

function complaint(node: Node, at: string, field: string, scope: Scope): Complaint {
  const message = `${field} belongs only to ${scope.named}.`;
  return { node, at, cause: `${field} out of its scope`, message };
}
