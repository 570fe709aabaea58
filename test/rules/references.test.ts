import { describe, expect, it } from "vitest";
import { api, body, complaints, type Documents, errorResponse, errorSchema } from "./complaints.js";

const required = (given: string | Documents) =>
  complaints("error-response-required", given).map(({ at, cause }) => `${at}: ${cause}`);

describe("a chain of references", () => {
  const chain = (length: number) => {
    const links = Array.from(
      { length: length - 1 },
      (_, index) => `    R${index}: { $ref: '#/components/responses/R${index + 1}' }\n`,
    );
    return `${api({ 400: "{ $ref: '#/components/responses/R0' }" })}components:
  responses:
${links.join("")}    R${length - 1}: { description: nothing }\n`;
  };

  it("is followed for 63 steps; a longer one counts as a circle", () => {
    expect(required(chain(63))).toEqual(["components/responses/R62: no content"]);
    expect(required(chain(64))).toEqual(["GET /x 400: a reference that leads nowhere"]);
  });
});

describe("what stands beside a reference", () => {
  const schemas = "    Part: { type: object }\n";
  const judged = (head: string) =>
    complaints(
      "error-example-valid",
      api(
        { 400: body("{ $ref: '#/components/schemas/Part', required: [a] }", "example: {}") },
        schemas,
      ).replace("openapi: 3.1.0", head),
    ).map(({ message }) => message);

  it("does not count in Swagger 2.0", () => {
    const text = (schema: string) => `swagger: '2.0'
info: { title: t, version: '1' }
paths:
  /x:
    get:
      responses:
        '400': { description: d, schema: ${schema}, examples: { application/json: {} } }
definitions:
  Part: { type: object }
`;
    const found = (schema: string) =>
      complaints("error-example-valid", text(schema)).map(({ message }) => message);
    expect(found("{ $ref: '#/definitions/Part', required: [a] }")).toEqual([]);
    expect(found("{ required: [a] }")).toEqual(["Example application/json lacks the required a."]);
  });

  it.each([
    ["openapi: 3.1.0", true],
    ["openapi: 3.2.0", true],
    ["openapi: 3.0.0", false],
    ["openapi: 3.0.4", false],
    ["openapi: 13.0.0", true],
    ["openapi: 3.1", true],
  ])("in a document of `%s` counts: %s", (head, counts) => {
    expect(judged(head)).toEqual(counts ? ["The example lacks the required a."] : []);
  });
});

describe("a place behind a reference", () => {
  it("is where the reference leads, if nothing stands beside it, and the reference otherwise", () => {
    const where = (content: string) =>
      complaints(
        "error-response-required",
        `${api({ 400: `{ description: d, content: { application/json: ${content} } }`, 404: body(errorResponse) }, errorSchema("a, b"))}  x: { M: {} }\n`,
      ).map((each) => each.where);
    expect(where("{ $ref: '#/components/x/M' }")).toEqual(["#/components/x/M"]);
    expect(where("{ $ref: '#/components/x/M', x-note: 1 }")).toEqual(["#/components/x/M"]);
    expect(where("{ schema: {} }")).toEqual(["#/paths/~1x/get/responses/400/content/application~1json"]);
    expect(where("{ $ref: '#/components/x/None' }")).toEqual([
      "#/paths/~1x/get/responses/400/content/application~1json",
    ]);
  });

  it("is the reference where something stands beside it", () => {
    const where = (more: string) => {
      const code = `code: { $ref: '#/components/schemas/Code'${more} }`;
      const schemas = `    ErrorResponse: { properties: { ${code}, message: {} } }\n    Code: { type: string }\n`;
      return complaints("error-code-enumerated", api({ 400: body(errorResponse) }, schemas)).map(
        (each) => each.where,
      );
    };
    expect(where("")).toEqual(["#/components/schemas/Code"]);
    expect(where(", description: d")).toEqual(["#/components/schemas/ErrorResponse/properties/code"]);
  });

  it("is no reference where `$ref` is no text, nor where a value only inherits it", () => {
    const odd = "{ description: d, content: { application/json: { schema: { $ref: 1 } } } }";
    expect(required(api({ 400: odd, 404: body(errorResponse) }, errorSchema("a, b")))).toEqual([
      "GET /x 400: an inline schema",
    ]);
  });
});

describe("what should be a mapping", () => {
  it.each([
    ["{ description: d, content: null }", "empty content"],
    ["{ description: d, content: ab }", "empty content"],
    ["{ description: d, content: { application/json: null } }", "no schema"],
    ["{ description: d, content: { application/json: text } }", "no schema"],
  ])("and is none holds nothing, as in %s", (response, cause) => {
    expect(required(api({ 400: response, 404: body(errorResponse) }, errorSchema("a, b")))).toEqual([
      `GET /x 400: ${cause}`,
    ]);
  });

  it("has no members of a text", () => {
    const text = api({ 400: body(errorResponse) }, "    ErrorResponse: { properties: text }\n");
    const found = complaints("error-response-shape", text, {
      schemas: ["ErrorResponse"],
      fields: { length: "number", "0": "string" },
    });
    expect(found.map(({ cause }) => cause).sort()).toEqual(["0 is missing", "length is missing"]);
  });
});

describe("names", () => {
  it("that objects inherit are found in none", () => {
    const schema = "{ properties: { code: { enum: [a, b] }, error: {} }, required: [code, error] }";
    const found = complaints("error-response-shape", api({ 400: body(schema) }), {
      fields: { constructor: "string", "code.toString": "string" },
    });
    expect(found.map(({ cause }) => cause)).toEqual(["constructor is missing", "code.toString is missing"]);
  });
});
