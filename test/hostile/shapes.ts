import { readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { specFile } from "./gate.js";

export type Json = { [key: string]: unknown };
/** Documents by path; the spec itself is `specs/openapi.yaml`. */
export type Documents = Readonly<Record<string, unknown>>;

const codes = ["machine_busy", "machine_gone", "not_found", "quota_exceeded", "rate_limit_exceeded"];
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const body = (schema: unknown): Json => ({
  description: "an error",
  content: { "application/json": { schema } },
});
const error = (code: unknown): Json => ({
  type: "object",
  required: ["error", "code"],
  properties: { error: { type: "string" }, code },
});

function document(responses: Json, schemas: Json, more: Json = {}): Json {
  return {
    openapi: "3.1.0",
    info: { title: "Machines", version: "1.0.0" },
    paths: {
      "/v1/machines": {
        get: { responses: { 200: { description: "all" }, ...responses } },
        post: { responses: { 201: { description: "made" }, default: Object.values(responses)[0] } },
      },
    },
    components: { schemas, ...more },
  };
}

/** Our own spec with the first few of its paths. */
function own(): Json {
  const spec = load(readFileSync(join(import.meta.dirname, "../../specs/openapi.yaml"), "utf8")) as Json;
  return { ...spec, paths: Object.fromEntries(Object.entries(spec.paths as Json).slice(0, 3)) };
}

/** How a shape is released: a registry declares no version. */
export const releaseOf = (shape: string): string[] => (shape === "a registry" ? ["--as", "1.0.0"] : []);

export const shapes: Readonly<Record<string, Documents>> = {
  "our own": { [specFile]: own() },
  "a shared enum": {
    [specFile]: document(
      { 404: body(ref("ErrorResponse")), "5XX": { $ref: "#/components/responses/Error" } },
      { ErrorResponse: error(ref("ErrorCode")), ErrorCode: { type: "string", enum: codes } },
      { responses: { Error: body(ref("ErrorResponse")) } },
    ),
  },
  "allOf that narrows": {
    [specFile]: document(
      { 404: body(ref("NotFound")), 409: body(ref("Conflict")) },
      {
        Error: error({ type: "string" }),
        NotFound: { allOf: [ref("Error"), { properties: { code: { enum: codes.slice(0, 2) } } }] },
        Conflict: { allOf: [ref("Error"), { properties: { code: { enum: codes.slice(2) } } }] },
      },
    ),
  },
  "oneOf of consts": {
    [specFile]: document(
      { 400: body(error({ oneOf: codes.map((code) => ({ const: code, title: code.toUpperCase() })) })) },
      {},
    ),
  },
  "objects with a const": {
    [specFile]: document({ 400: body({ oneOf: codes.map((code) => error({ const: code })) }) }, {}),
  },
  "an extensible enum": {
    [specFile]: document(
      { 400: body({ properties: { error: error({ type: "string", "x-extensible-enum": codes }) } }) },
      {},
    ),
  },
  "two catalogs": {
    [specFile]: document(
      { 404: body(ref("Error")), 422: body(ref("Invalid")) },
      {
        Error: error({ enum: codes }),
        Invalid: {
          type: "object",
          properties: {
            error: { type: "string" },
            errors: { type: "array", items: error({ enum: ["too_long", "not_unique", "missing_field"] }) },
          },
        },
      },
    ),
  },
  "several files": {
    [specFile]: document({ 404: { $ref: "./errors%20all.yaml#/Error" } }, {}),
    "specs/errors all.yaml": { Error: body({ $ref: "#/Body" }), Body: error({ $ref: "./codes.json" }) },
    "specs/codes.json": { type: "string", enum: codes },
  },
  "Swagger 2.0": {
    [specFile]: {
      swagger: "2.0",
      info: { title: "Machines", version: "1.0.0" },
      paths: {
        "/v1/machines": {
          get: { responses: { 404: { description: "no", schema: { $ref: "#/definitions/Error" } } } },
        },
      },
      definitions: { Error: error({ type: "string", enum: codes }) },
    },
  },
  "a registry": {
    [specFile]: {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "ErrorCode",
      type: "string",
      enum: codes,
    },
  },
};
