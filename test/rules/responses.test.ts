import { describe, expect, it } from "vitest";
import { api, body, complaints, type Documents, document, errorResponse, errorSchema } from "./complaints.js";

const at400 = "#/paths/~1x/get/responses/400";

describe("the media type of an error", () => {
  const id = "error-response-media-type";
  const typed = (...types: string[]) =>
    `{ description: d, content: { ${types.map((type) => `'${type}': {}`).join(", ")} } }`;

  it("is told where it is not JSON, with all that are not, at the first of them", () => {
    const named = "text/plain, text/html";
    expect(complaints(id, api({ 400: typed("application/json", "text/plain", "text/html") }))).toEqual([
      {
        at: "GET /x 400",
        where: `${at400}/content/text~1plain`,
        cause: named,
        message: `The error response is ${named}: clients expect application/json or application/problem+json.`,
      },
    ]);
  });

  it.each([
    ["application/json"],
    ["Application/JSON"],
    ["application/json; charset=utf-8"],
    ["application/json ;charset=utf-8"],
    ["application/problem+json"],
    ["application/vnd.x+json; v=1"],
    ["*/*"],
    ["application/*"],
    ["x-note"],
  ])("may be %s", (type) => {
    expect(complaints(id, api({ 400: typed(type) }))).toEqual([]);
  });

  it.each([
    ["text/json"],
    ["application/json5"],
    ["application/xml"],
    ["text/*"],
    ["a; application/json"],
    ["a+json/b"],
  ])("may not be %s", (type) => {
    expect(complaints(id, api({ 400: typed(type) })).map(({ cause }) => cause)).toEqual([type]);
  });

  it("may be one that is allowed, whatever its case", () => {
    const text = api({ 400: typed("Text/XML", "text/html") });
    expect(complaints(id, text, { allow: ["text/xML"] }).map(({ cause }) => cause)).toEqual(["text/html"]);
  });

  const swagger = (operations: string, more = "") => `swagger: '2.0'
info: { title: t, version: '1' }
paths:
  /x: { ${operations} }
${more}`;
  const bad = "responses: { '400': { description: d, schema: {} }, '404': { description: d, schema: {} } }";

  it("is what an operation of Swagger 2.0 produces, told once", () => {
    expect(
      complaints(id, swagger(`get: { produces: [text/html, text/plain], ${bad} }, put: { ${bad} }`)),
    ).toEqual([
      {
        at: "GET /x",
        where: "#/paths/~1x/get/produces",
        cause: "text/html, text/plain",
        message:
          "The error response is text/html, text/plain: clients expect application/json or application/problem+json.",
      },
    ]);
  });

  it("is what all operations of Swagger 2.0 produce where one does not say it", () => {
    const html = "produces: [text/html]\n";
    const places = (operations: string, more: string, options = {}) =>
      complaints(id, swagger(operations, more), options).map(({ at, where }) => [at, where]);
    expect(places(`get: { ${bad} }, put: { ${bad} }`, html)).toEqual([["produces", "#/produces"]]);
    expect(places(`get: { produces: [application/json], ${bad} }`, html)).toEqual([]);
    expect(places(`get: { produces: [text/html, application/json], ${bad} }`, "")).toEqual([]);
    expect(places(`get: { produces: [], ${bad} }`, html)).toEqual([]);
    expect(places(`get: { ${bad} }`, html, { allow: ["text/html"] })).toEqual([]);
    expect(places("get: { responses: { '400': { description: d } } }", html)).toEqual([]);
    expect(places("get: { responses: { '200': { description: d, schema: {} } } }", html)).toEqual([]);
  });
});

describe("the header Retry-After", () => {
  const id = "error-response-retry-after";
  const headers = (name: string) => `{ description: d, headers: { X-Other: {}, ${name}: {} } }`;

  it("is missed where a status asks to try again", () => {
    const found = (status: string) => ({
      at: `GET /x ${status}`,
      where: `#/paths/~1x/get/responses/${status}`,
      cause: `${status} without Retry-After`,
      message: `Status ${status} has no Retry-After header, so clients cannot tell when to try again.`,
    });
    const text = api({
      400: "{ description: d }",
      429: "{ description: d }",
      503: headers("Retry"),
      500: "{ description: d }",
    });
    expect(complaints(id, text)).toEqual([found("429"), found("503")]);
    expect(complaints(id, text, { statuses: ["5XX", "400"] })).toEqual([
      found("400"),
      found("500"),
      found("503"),
    ]);
    expect(complaints(id, text, { statuses: [] })).toEqual([]);
  });

  it("is there whatever its case", () => {
    expect(complaints(id, api({ 429: headers("Retry-After"), 503: headers("retry-AFTER") }))).toEqual([]);
  });

  it("is missed once in a shared response, for the first status that asks", () => {
    const shared = "{ $ref: '#/components/responses/Busy' }";
    const text = document(
      `  /x: { get: { responses: { '400': ${shared}, '503': ${shared} } }, put: { responses: { '429': ${shared} } } }`,
      "components:\n  responses:\n    Busy: { description: d }\n",
    );
    expect(complaints(id, text).map(({ at, cause }) => [at, cause])).toEqual([
      ["components/responses/Busy", "503 without Retry-After"],
    ]);
  });
});

describe("a field that belongs to some errors only", () => {
  const id = "error-field-scope";
  const schemas = errorSchema("a, b").replace("code:", "build: { type: string }, code:");
  const showing = (name: string, code = "a") =>
    body(errorResponse, `examples: { ${name}: { value: { error: no, code: ${code}, build: b } } }`);
  const own = body(`{ allOf: [${errorResponse}, { properties: { build: { minLength: 1 } } }] }`);
  const at = (text: string | Documents, scope: string[], field = "build") =>
    complaints(id, text, { fields: { [field]: scope } }).map((each) => each.at);

  it("is found in examples and in a response's own schema elsewhere", () => {
    const json = `${at400}/content/application~1json`;
    const one = body(errorResponse, "example: { error: no, code: a, build: b }");
    const found = {
      cause: "build out of its scope",
      message: "build belongs only to 422, /builds.",
    };
    expect(
      complaints(id, api({ 400: one, 404: showing("one"), 409: own }, schemas), {
        fields: { build: ["422", "/builds"] },
      }),
    ).toEqual([
      { at: "GET /x 400 example build", where: `${json}/example`, ...found },
      {
        at: "GET /x 404 example one build",
        where: `${json.replace("400", "404")}/examples/one/value`,
        ...found,
      },
      {
        at: "GET /x 409 build",
        where: `${json.replace("400", "409")}/schema/allOf/1/properties/build`,
        ...found,
      },
    ]);
  });

  it.each([
    [["400"], []],
    [["4XX"], []],
    [["404"], ["GET /x 400 example one build"]],
    [["GET /x"], []],
    [["PUT /x"], ["GET /x 400 example one build"]],
    [["/x"], []],
    [["/"], []],
    [["/y"], ["GET /x 400 example one build"]],
    [["x"], ["GET /x 400 example one build"]],
    [["b"], []],
    [["a"], ["GET /x 400 example one build"]],
    [["GET /"], ["GET /x 400 example one build"]],
    [[], ["GET /x 400 example one build"]],
  ])("may be shown where the scope is %j: %j", (scope, found) => {
    expect(at(api({ 400: showing("one", "b") }, schemas), scope)).toEqual(found);
  });

  it.each([
    ["/x", true],
    ["/x/", true],
    ["/x/yz", true],
    ["/x/yz/", false],
    ["/x/yz/z", false],
    ["/", true],
    ["/x/y", false],
    ["x", false],
    ["/y", false],
    ["/y/", false],
  ])("is in scope at /x/yz where the scope is %s: %s", (scope, isWithin) => {
    const text = document(
      `  /x/yz: { get: { responses: { '400': ${own} } } }`,
      `components:\n  schemas:\n${schemas}`,
    );
    expect(at(text, [scope])).toEqual(isWithin ? [] : ["GET /x/yz 400 build"]);
  });

  it("is in scope at a webhook by its operation, not by its name, which is no path", () => {
    const text = document(
      "  {}",
      `webhooks:\n  made: { post: { responses: { '400': ${own} } } }\ncomponents:\n  schemas:\n${schemas}`,
    );
    expect(at(text, ["made"])).toEqual(["webhook POST made 400 build"]);
    expect(at(text, ["webhook POST made"])).toEqual([]);
    expect(at(text.replace("made", "made/new"), ["made"])).toEqual(["webhook POST made/new 400 build"]);
    expect(at(text.replace("made", "/made/new"), ["/made"])).toEqual([]);
  });

  it("is found where a response declares it, not where another borrows that schema", () => {
    const inline = body("{ properties: { build: {}, error: {} } }");
    const schema = "#/paths/~1x/get/responses/400/content/application~1json/schema";
    expect(at(api({ 400: inline, 404: body(`{ $ref: '${schema}' }`) }), [])).toEqual(["GET /x 400 build"]);
    const documents = {
      "openapi.yaml": api({ 400: body(`{ $ref: 'v1.yaml${schema}' }`) }),
      "v1.yaml": api({ 400: inline }),
    };
    expect(at(documents, [])).toEqual([]);
  });

  it("must be in scope in all uses of a shared response", () => {
    const shared = "{ $ref: '#/components/responses/Bad' }";
    const text = document(
      `  /x: { get: { responses: { '400': ${shared}, '422': ${shared} } } }`,
      `components:\n  responses:\n    Bad: ${own}\n  schemas:\n${schemas}`,
    );
    expect(at(text, ["400"])).toEqual(["components/responses/Bad build"]);
    expect(at(text, ["400", "422"])).toEqual([]);
  });

  it("is everybody's where a shared schema declares it, also in another file", () => {
    expect(at(api({ 400: body(errorResponse) }, schemas), [])).toEqual([]);
    const documents = {
      "openapi.yaml": api({ 400: body("{ $ref: 'e.yaml#/E' }") }),
      "e.yaml": "E: { properties: { build: { type: string } } }\n",
    };
    expect(at(documents, [])).toEqual([]);
  });

  it("is found once for each body, and nothing where there are no schemas, examples or fields", () => {
    const twice =
      "{ properties: { build: {} }, anyOf: [{ properties: { build: {} } }, { properties: { error: {} } }] }";
    expect(at(api({ 400: body(twice) }), [])).toEqual(["GET /x 400 build"]);
    const bare = api(
      {
        400: "{ description: d, content: { application/json: {} } }",
        404: body(errorResponse, "example: { error: no }"),
      },
      schemas,
    );
    expect(at(bare, [])).toEqual([]);
    const first = complaints(id, api({ 400: body(twice) }), { fields: { build: [] } });
    expect(first.map(({ where }) => where)).toEqual([
      `${at400}/content/application~1json/schema/properties/build`,
    ]);
    expect(complaints(id, api({ 400: own }, schemas))).toEqual([]);
    expect(complaints(id, api({ 400: own }, schemas), { fields: { build: "400" } })).toHaveLength(1);
  });

  it("is told in the order of the option, whatever the order of the examples", () => {
    const found = (example: string, ...fields: string[]) =>
      complaints(id, api({ 400: body("{}", `example: ${example}`) }), {
        fields: Object.fromEntries(fields.map((field) => [field, []])),
      }).map(({ at }) => at.replace("GET /x 400 example ", ""));
    expect(found("{ a: 1, b: { y: 1, x: 1 }, c: 1 }", "c", "b.x", "a", "b.y", "d")).toEqual([
      "c",
      "b.x",
      "a",
      "b.y",
    ]);
    expect(found("{ other: 1, b: { z: 1, y: 1 } }", "a", "b.x", "b.y", "b.w", "c")).toEqual(["b.y"]);
  });

  it.each([
    ["{ errors: { '[]': { build: b } } }", "errors[].build"],
    ["{ errors: [{ '*': { build: b } }] }", "errors.*.build"],
    ["{ error: text }", "error.*"],
    ["{ error: text }", "error.length"],
    ["{ error: null }", "error.build"],
    ["null", "error.build"],
  ])("is not shown in %s as %s", (example, field) => {
    const fields = { [field]: [], other: [], another: [] };
    expect(complaints(id, api({ 400: body("{}", `example: ${example}`) }), { fields })).toEqual([]);
  });

  it("is told with the first thousand letters of its scope", () => {
    const told = (entry: string) =>
      complaints(id, api({ 400: showing("one") }, schemas), { fields: { build: [entry] } }).map(
        ({ message }) => message,
      );
    expect(told("e".repeat(1000))).toEqual([`build belongs only to ${"e".repeat(1000)}.`]);
    expect(told("e".repeat(1001))).toEqual([`build belongs only to ${"e".repeat(1000)}….`]);
  });

  it("may be nested in examples", () => {
    const nested = body("{}", "example: { error: { build: b, code: a } }");
    expect(at(api({ 400: nested }), [], "error.build")).toEqual(["GET /x 400 example error.build"]);
    expect(at(api({ 400: nested }), [], "build")).toEqual([]);
    const listed = body("{}", "example: { errors: [{ build: b }], map: { x: { build: c } } }");
    expect(at(api({ 400: listed }), [], "errors[].build")).toEqual(["GET /x 400 example errors[].build"]);
    expect(at(api({ 400: listed }), [], "map.*.build")).toEqual(["GET /x 400 example map.*.build"]);
    expect(at(api({ 400: listed }), [], "map[].build")).toEqual([]);
    expect(at(api({ 400: listed }), [], "errors.*.build")).toEqual([]);
    expect(at(api({ 400: listed }), [], "map.toString")).toEqual([]);
  });
});
