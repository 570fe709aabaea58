import { describe, expect, it } from "vitest";
import { api, body, complaints, document, errorResponse, errorSchema } from "./complaints.js";

const id = "error-response-required";
const schemas = errorSchema("not_found, conflict");
const ok = body(errorResponse);
const nothing = "{ description: nothing }";
const at400 = "#/paths/~1x/get/responses/400";
const json = `${at400}/content/application~1json`;

/** What is said about the response 400, where 404 has the error schema. */
function about(response: string, more = "", version = "3.1.0") {
  return complaints(id, api({ 400: response, 404: ok }, schemas + more).replace("3.1.0", version));
}

const pet = "    Pet: { type: object, properties: { name: { type: string } } }\n";

describe("a response without the error schema", () => {
  it.each([
    ["no content", nothing, at400, "no content"],
    ["empty content", "{ description: d, content: {} }", at400, "empty content"],
    [
      "nothing but extensions in its content",
      "{ description: d, content: { x-a: {} } }",
      at400,
      "empty content",
    ],
    ["no schema", "{ description: d, content: { application/json: {} } }", json, "no schema"],
    ["an empty schema", body("{}"), json, "an empty schema"],
    ["a boolean schema", body("true"), json, "an empty schema"],
    ["an inline schema", body("{ type: object }"), json, "an inline schema"],
    ["another schema", body("{ $ref: '#/components/schemas/Pet' }"), json, "schema Pet"],
    ["a lost schema", body("{ $ref: '#/components/schemas/None' }"), json, "a schema that cannot be found"],
    [
      "an alternative without it",
      body(`{ oneOf: [${errorResponse}, { $ref: '#/components/schemas/Pet' }] }`),
      json,
      "oneOf with schema Pet",
    ],
    [
      "another alternative without it",
      body(`{ anyOf: [${errorResponse}, { type: string }] }`),
      json,
      "anyOf with an inline schema",
    ],
    [
      "alternatives of alternatives",
      body(`{ anyOf: [${errorResponse}, { oneOf: [{}, ${errorResponse}] }] }`),
      json,
      "anyOf with oneOf with an empty schema",
    ],
    ["no alternatives at all", body("{ oneOf: [], anyOf: [] }"), json, "an inline schema"],
    ["a list of it", body(`{ type: array, items: ${errorResponse} }`), json, "an inline schema"],
    [
      "parts that are none of it",
      body("{ allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object }] }"),
      json,
      "an inline schema",
    ],
  ])("is found where it has %s", (_what, response, where, cause) => {
    const message = `The error response has ${cause}: it must reference ErrorResponse.`;
    expect(about(response, pet)).toEqual([{ at: "GET /x 400", where, cause, message }]);
  });

  it.each([
    ["the reference alone", errorResponse],
    ["one part of it", `{ allOf: [{ type: object }, ${errorResponse}] }`],
    ["all of the alternatives", `{ anyOf: [${errorResponse}, { allOf: [${errorResponse}] }] }`],
    ["all others", `{ oneOf: [${errorResponse}] }`],
    ["a chain of references", "{ $ref: '#/components/schemas/Alias' }"],
  ])("is not one where %s leads to it", (_what, schema) => {
    expect(about(body(schema), `    Alias: ${errorResponse}\n`)).toEqual([]);
  });

  it("may have it as the schema of the items of a stream", () => {
    const stream = `{ application/jsonl: { itemSchema: ${errorResponse} } }`;
    expect(about(`{ description: d, content: ${stream} }`)).toEqual([]);
  });

  it("may share its media type, and is found there where that lacks a schema", () => {
    const shared = (name: string) =>
      `{ description: d, content: { application/json: { $ref: '#/components/mediaTypes/${name}' } } }`;
    const text = (name: string) =>
      `${api({ 400: shared(name), 404: ok }, schemas)}  mediaTypes:
    Right: { schema: ${errorResponse} }
    Wrong: { examples: {} }\n`;
    expect(complaints(id, text("Right"))).toEqual([]);
    expect(complaints(id, text("Wrong")).map(({ where, cause }) => [where, cause])).toEqual([
      ["#/components/mediaTypes/Wrong", "no schema"],
    ]);
    expect(complaints(id, text("None")).map(({ where, cause }) => [where, cause])).toEqual([
      [json, "no schema"],
    ]);
  });

  it("may have it beside a reference, but not in OpenAPI 3.0, which ignores what stands there", () => {
    const schema = body(`{ $ref: '#/components/schemas/Pet', allOf: [${errorResponse}] }`);
    expect(about(schema, pet)).toEqual([]);
    expect(about(schema, pet, "3.0.3").map(({ cause }) => cause)).toEqual(["schema Pet"]);
  });

  it.each([
    [`{ allOf: [${errorResponse}] }`],
    [`{ oneOf: [${errorResponse}, { allOf: [{ type: object }, ${errorResponse}] }] }`],
    ["{ $ref: '#/components/schemas/Alias' }"],
  ])("may have it in OpenAPI 3.0 as %s", (schema) => {
    expect(about(body(schema), `    Alias: { anyOf: [${errorResponse}] }\n`, "3.0.3")).toEqual([]);
  });

  it("ends on a schema that leads to itself", () => {
    const loop = "    Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] }\n";
    expect(about(body("{ $ref: '#/components/schemas/Loop' }"), loop).map(({ cause }) => cause)).toEqual([
      "schema Loop",
    ]);
  });

  it("is named once, with all of its media types that lack it, at the first of them", () => {
    const content = `{ text/plain: { schema: { type: string } }, application/json: { schema: ${errorResponse} }, text/html: {} }`;
    expect(about(`{ description: d, content: ${content} }`)).toEqual([
      {
        at: "GET /x 400",
        where: `${at400}/content/text~1plain`,
        cause: "an inline schema",
        message:
          "The error response has an inline schema (text/plain, text/html): it must reference ErrorResponse.",
      },
    ]);
  });

  it("is found in Swagger 2.0, where it stands in the response", () => {
    const text = `swagger: '2.0'
info: { title: t, version: '1' }
paths:
  /x:
    get:
      responses:
        '400': { description: nothing }
        '404': { description: d, schema: { $ref: '#/definitions/ErrorResponse' } }
        '409': { description: d, schema: {}, content: { a/b: {} } }
definitions:
${schemas}`;
    const wanted = "it must reference ErrorResponse.";
    expect(complaints(id, text)).toEqual([
      {
        at: "GET /x 400",
        where: at400,
        cause: "no content",
        message: `The error response has no content: ${wanted}`,
      },
      {
        at: "GET /x 409",
        where: "#/paths/~1x/get/responses/409",
        cause: "an empty schema",
        message: `The error response has an empty schema: ${wanted}`,
      },
    ]);
  });

  it("is found behind a reference, at what all operations share", () => {
    const paths = `  /x:
    get: { responses: { '400': { $ref: '#/components/responses/Bad' }, '404': ${ok} } }
    put: { responses: { '400': { $ref: '#/components/responses/Bad' } } }`;
    const more = `components:\n  schemas:\n${schemas}  responses:\n    Bad: ${nothing}\n`;
    expect(complaints(id, document(paths, more)).map(({ at, where }) => [at, where])).toEqual([
      ["components/responses/Bad", "#/components/responses/Bad"],
    ]);
  });
});

describe("a reference to a response that leads nowhere", () => {
  const lost = "{ $ref: '#/components/responses/None' }";

  it("is found at the responses", () => {
    expect(about(lost)).toEqual([
      {
        at: "GET /x 400",
        where: "#/paths/~1x/get/responses",
        cause: "a reference that leads nowhere",
        message: "The error response 400 of GET /x cannot be found: its reference leads nowhere.",
      },
    ]);
  });

  it("is of no account for a success, where HTTP allows no body, and where the status is allowed", () => {
    const head = document(`  /x:\n    head: { responses: { '400': ${lost}, '404': ${lost} } }`);
    expect(complaints(id, head)).toEqual([]);
    const text = api({ 200: lost, "2XX": lost, 304: lost, 101: lost, 400: lost, 404: lost, 500: lost });
    const found = complaints(id, text, { allow: ["500", "404"] });
    expect(found.map(({ at }) => at)).toEqual(["GET /x 400"]);
  });

  it("is one where references lead in a circle", () => {
    const text = `${document(`  /x:\n    get: { responses: { '400': { $ref: '#/components/responses/A' }, '404': ${ok} } }`)}components:
  responses:
    A: { $ref: '#/components/responses/B' }
    B: { $ref: '#/components/responses/A' }
  schemas:\n${schemas}`;
    expect(complaints(id, text).map(({ at, cause }) => [at, cause])).toEqual([
      ["GET /x 400", "a reference that leads nowhere"],
    ]);
  });
});

describe("statuses that are allowed to have no error schema", () => {
  const responses = { 302: nothing, 304: nothing, 400: nothing, 404: ok, default: nothing };
  const found = (allow: string[]) =>
    complaints(id, api(responses, schemas), { allow }).map(({ at }) => at.replace("GET /x ", ""));

  it.each([
    [[], ["302", "400", "default"]],
    [["302"], ["400", "default"]],
    [["3XX"], ["400", "default"]],
    [["3xx", "default"], ["400"]],
    [
      ["300", "500"],
      ["302", "400", "default"],
    ],
    [
      ["44xx", "4xxa"],
      ["302", "400", "default"],
    ],
    [
      ["xx", "4", "40"],
      ["302", "400", "default"],
    ],
  ])("are those of %j", (allow, rest) => {
    expect(found(allow)).toEqual(rest);
  });

  it("are of three digits where a range allows them", () => {
    const found = complaints(id, api({ 4404: nothing, 404: ok }, schemas), { allow: ["4XX"] });
    expect(found.map(({ at }) => at)).toEqual(["GET /x 4404"]);
  });

  it("allow a shared response only as far as nothing else uses it", () => {
    const shared = "{ $ref: '#/components/responses/NotFound' }";
    const text = (other: string) =>
      `${api({ 302: shared, [other]: shared, 410: ok }, schemas)}  responses:\n    NotFound: ${nothing}\n`;
    const at = (text: string, allow: string[]) => complaints(id, text, { allow }).map((each) => each.at);
    expect(at(text("404"), ["3xx"])).toEqual(["components/responses/NotFound"]);
    expect(at(text("303"), ["3xx"])).toEqual([]);
    const unused = `${api({ 410: ok }, schemas)}  responses:\n    NotFound: ${nothing}\n`;
    expect(at(unused, ["1xx", "2xx", "3xx", "4xx", "5xx", "default"])).toEqual([
      "components/responses/NotFound",
    ]);
  });
});

describe("what counts as a response for errors", () => {
  it.each([["200"], ["204"], ["2XX"], ["2xx"], ["100"], ["1XX"], ["304"], ["x-note"]])(
    "is not %s",
    (status) => {
      expect(complaints(id, api({ [status]: nothing, 404: ok }, schemas))).toEqual([]);
    },
  );

  it.each([
    ["400"],
    ["4XX"],
    ["4xx"],
    ["301"],
    ["3XX"],
    ["500"],
    ["default"],
    ["20"],
    ["2000"],
    ["4200"],
    ["1000"],
    ["4100"],
    ["12XX"],
  ])("is %s", (status) => {
    expect(complaints(id, api({ [status]: nothing, 404: ok }, schemas)).map(({ at }) => at)).toEqual([
      `GET /x ${status}`,
    ]);
  });

  it.each([
    ["NotFound"],
    ["not-found"],
    ["UnauthorizedResponse"],
    ["ConflictError"],
    ["Conflict"],
    ["PayloadTooLarge"],
    ["BadGateway"],
    ["ServiceUnavailable"],
    ["TooManyRequests"],
    ["RateLimited"],
    ["RateLimitExceeded"],
    ["UnprocessableContent"],
    ["InternalServerError"],
    ["MyProblemJson"],
    ["AnyFailure"],
    ["404"],
    ["Http500"],
    ["Status4XX"],
    ["5XX"],
  ])("is one that nothing uses and whose name is %s", (name) => {
    const text = `${api({ 404: ok }, schemas)}  responses:\n    ${name}: ${nothing}\n`;
    expect(complaints(id, text).map(({ at }) => at)).toEqual([`components/responses/${name}`]);
  });

  it.each([
    ["Ok"],
    ["Response"],
    ["ConflictList"],
    ["Pet"],
    ["Gonepage"],
    ["NewConflict"],
    ["200"],
    ["2XX"],
    ["Page404"],
    ["Http200"],
    ["4X"],
  ])("is none that nothing uses and whose name is %s", (name) => {
    const text = `${api({ 404: ok }, schemas)}  responses:\n    '${name}': ${nothing}\n`;
    expect(complaints(id, text)).toEqual([]);
  });

  it("is a shared one of Swagger 2.0, but no alias, and none that an operation uses for a success", () => {
    const text = `swagger: '2.0'
info: { title: t, version: '1' }
paths:
  /x:
    get: { responses: { '200': { $ref: '#/responses/UsedError' } } }
responses:
  UsedError: { description: d }
  AliasError: { $ref: '#/responses/OwnError' }
  OwnError: { description: d }
  ListError: []
`;
    expect(complaints(id, text).map(({ at, where }) => [at, where])).toEqual([
      ["responses/OwnError", "#/responses/OwnError"],
    ]);
  });
});
