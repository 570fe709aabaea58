import { load } from "js-yaml";
import { Inventory } from "../../rules/inventory.js";
import { Reading } from "../../rules/read/reading.js";
import type { Options } from "../../rules/rule.js";
import { rules } from "../../rules/rules.js";
import type { Limits } from "../../src/contract/policy.js";
import { defaultLimits } from "../../src/spec/limits.js";

/** What a rule says about one place of a document. */
export interface Complained {
  readonly at: string;
  /** A JSON Pointer, behind its file where that is not the root. */
  readonly where: string;
  readonly cause: string | null;
  readonly message: string;
}

/** YAML by file; the first is the root document. */
export type Documents = Readonly<Record<string, string>>;

/** A document as rules read it, parsed from YAML. */
export function readingOf(given: string | Documents, limits: Partial<Limits> = {}): Reading {
  const documents = typeof given === "string" ? { "openapi.yaml": given } : given;
  const [file = ""] = Object.keys(documents);
  const parsed = Object.entries(documents).map(([name, text]) => [name, { data: load(text) }] as const);
  const { [file]: root, ...others } = Object.fromEntries(parsed);
  const inventory = new Inventory(file, { unresolved: root?.data, referencedDocuments: others });
  return new Reading(inventory, null, { ...defaultLimits, ...limits });
}

/** All that one rule says about a document. */
export function complaints(
  id: string,
  given: string | Documents,
  options: Options = {},
  limits: Partial<Limits> = {},
): Complained[] {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) throw new TypeError(id);
  const reading = readingOf(given, limits);
  return rule.check(reading, options).map(({ at, node, cause, message }) => {
    const { file, pointer } = reading.standing(node).site;
    return { at, where: file === reading.root.file ? pointer : file + pointer, cause, message };
  });
}

/** A document of OpenAPI 3.1 from its paths and more, both in YAML. */
export function document(paths: string, more = ""): string {
  return `openapi: 3.1.0\ninfo: { title: t, version: '1' }\npaths:\n${paths}\n${more}`;
}

/** A document with `GET /x` and these responses, by status, as YAML flow mappings; `schemas` stands below `components`. */
export function api(responses: Readonly<Record<string, string>>, schemas = ""): string {
  const written = Object.entries(responses).map(([status, response]) => `        '${status}': ${response}`);
  const components = schemas === "" ? "" : `components:\n  schemas:\n${schemas}`;
  return document(["  /x:", "    get:", "      responses:", ...written].join("\n"), components);
}

/** A response with one JSON body of this schema, and `more` in its media type. */
export function body(schema: string, more = ""): string {
  return `{ description: d, content: { application/json: { schema: ${schema}${more === "" ? "" : `, ${more}`} } } }`;
}

export const errorResponse = "{ $ref: '#/components/schemas/ErrorResponse' }";

/** The schema `ErrorResponse` with these codes, to stand below `components/schemas`. */
export function errorSchema(codes: string, more = ""): string {
  return `    ErrorResponse:
      type: object
      required: [error, code]
      properties: { error: { type: string }, code: { type: string, enum: [${codes}]${more === "" ? "" : `, ${more}`} } }
`;
}
