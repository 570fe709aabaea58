import { describe, expect, it } from "vitest";
import type { Options } from "../../rules/rule.js";
import { api, body, complaints, errorResponse } from "./complaints.js";

const id = "error-response-shape";
const at = "#/components/schemas/ErrorResponse";

/** What is said about an error schema, each with its place in it. */
function faults(schema: string, options: Options = {}, more = ""): string[] {
  const text = api({ 400: body(errorResponse) }, `    ErrorResponse: ${schema}\n${more}`);
  return complaints(id, text, options).map(
    ({ message, where }) =>
      `${message.replace("In the error schema ErrorResponse, ", "")} ${where.replace(`${at}/`, "").replace(at, "")}`,
  );
}

const code = "code: { type: string, enum: [a, b] }";

it("a fault of an error schema is told with the schema, the field and the place", () => {
  const schema = `{ required: [error, code], properties: { error: { type: string }, ${code}, request_id: { type: integer } } }`;
  const text = api({ 400: body(errorResponse) }, `    ErrorResponse: ${schema}\n`);
  expect(complaints(id, text)).toEqual([
    {
      at: "components/schemas/ErrorResponse request_id",
      where: `${at}/properties/request_id`,
      cause: "request_id is integer, not string",
      message: "In the error schema ErrorResponse, request_id is integer, not string.",
    },
  ]);
});

describe("the code", () => {
  it.each([
    ["required", `{ required: [error, code], properties: { error: {}, ${code} } }`, []],
    [
      "not required",
      `{ required: [error], properties: { error: {}, ${code} } }`,
      ["code is not required. required"],
    ],
    [
      "not required, where nothing is",
      `{ properties: { error: {}, ${code} } }`,
      ["code is not required. ", "error is not required. "],
    ],
    [
      "in no list of required fields, but a word",
      `{ required: code, properties: { error: {}, ${code} } }`,
      ["code is not required. required", "error is not required. required"],
    ],
    [
      "a number",
      "{ required: [error, code], properties: { error: {}, code: { type: integer, enum: [1, 2] } } }",
      ["code is integer, not string. properties/code"],
    ],
    [
      "a number or something else",
      "{ required: [error, code], properties: { error: {}, code: { type: [string, 'null', integer, boolean], enum: [a, b] } } }",
      ["code is boolean or integer, not string. properties/code"],
    ],
    ["of no type", "{ required: [error, code], properties: { error: {}, code: { enum: [a, b] } } }", []],
    [
      "required by a part, declared by another",
      `{ allOf: [{ required: [error, code] }, { properties: { error: {}, ${code} } }] }`,
      [],
    ],
    [
      "declared by a part that does not require it",
      `{ allOf: [{ required: [error], properties: { error: {} } }, { properties: { ${code} } }] }`,
      ["code is not required. allOf/1"],
    ],
    [
      "within an object that may be missing",
      `{ properties: { error: { required: [code, message], properties: { message: {}, ${code} } } } }`,
      [
        "error.code is not required. properties/error/required",
        "error.message is not required. properties/error/required",
      ],
    ],
    [
      "within an object that is required",
      `{ required: [error], properties: { error: { required: [code, message], properties: { message: {}, ${code} } } } }`,
      [],
    ],
    [
      "required by itself, as JSON Schema's draft 3 had it, which no list names",
      "{ required: [error, code], properties: { error: { required: false }, code: { type: string, enum: [a, b], required: true } } }",
      [],
    ],
    [
      "declared beside a reference that leads nowhere",
      `{ allOf: [{ $ref: '#/nowhere' }], required: [error, code], properties: { error: {}, ${code} } }`,
      [],
    ],
    [
      "within a list",
      `{ required: [errors], properties: { errors: { type: array, items: { required: [code], properties: { message: {}, ${code} } } } } }`,
      ["errors[].message is not required. properties/errors/items/required"],
    ],
  ])("is %s", (_what, schema, found) => {
    expect(faults(schema)).toEqual(found);
  });
});

describe("several error schemas", () => {
  const about = (responses: Record<string, string>, schemas: string) =>
    complaints(id, api(responses, schemas)).map(({ message }) => message);
  const ref = (name: string) => body(`{ $ref: '#/components/schemas/${name}' }`);

  it("are judged each by the place of its own code", () => {
    const schemas = `    Flat: { required: [code, error], properties: { error: {}, ${code} } }
    Nested: { required: [error], properties: { error: { required: [message], properties: { message: {}, ${code} } } } }
`;
    expect(about({ 400: ref("Flat"), 404: ref("Nested") }, schemas)).toEqual([
      "In the error schema Nested, error.code is not required.",
    ]);
  });

  it("are judged each by the first code that they have", () => {
    const schemas = `    Coded: { required: [error], properties: { error: { required: [message, code], properties: { message: {}, ${code} } } } }
    Named: { required: [error], properties: { error: { required: [message], properties: { message: {}, error_code: { type: string, enum: [c, d] } } } } }
`;
    const responses = { 400: ref("Coded"), 404: ref("Coded"), 409: ref("Named") };
    expect(about(responses, schemas)).toEqual([
      "In the error schema Named, error.error_code is not required.",
    ]);
  });

  it("are inline as a whole, not by their parts", () => {
    const whole = `{ allOf: [{ properties: { error: {}, ${code} } }, { required: [error, code] }] }`;
    expect(about({ 400: body(whole) }, "")).toEqual([]);
  });

  it("without a code are judged by the fields that may be missing alone", () => {
    const schemas = "    Plain: { properties: { request_id: { type: integer }, title: {} } }\n";
    expect(about({ 400: ref("Plain"), 404: ref("Plain") }, schemas)).toEqual([
      "In the error schema Plain, request_id is integer, not string.",
    ]);
  });
});

describe("a message for people", () => {
  const required = (name: string, more = "") =>
    `{ required: [code, ${name}], properties: { ${name}: { type: string }, ${code}${more} } }`;

  it.each([
    ["error"],
    ["message"],
    ["msg"],
    ["text"],
    ["description"],
    ["detail"],
    ["details"],
    ["title"],
    ["summary"],
    ["reason"],
    ["Message"],
    ["errorMessage"],
    ["error_message"],
    ["err_msg"],
    ["errmsg"],
    ["_text"],
    ["ErrorDescription"],
  ])("may be called %s", (name) => {
    expect(faults(required(name))).toEqual([]);
  });

  const none = ["message is missing: nothing says to people what went wrong. "];

  it.each([
    ["err"],
    ["errors"],
    ["messages"],
    ["id"],
    ["my_message"],
    ["messageId"],
    ["errorCode"],
    ["myError"],
  ])("is not called %s", (name) => {
    expect(faults(required(name))).toEqual(none);
  });

  it.each([
    ["a number", "{ required: [code, message], properties: { message: { type: integer }, CODE } }", none],
    ["of any type", "{ required: [code, message], properties: { message: {}, CODE } }", []],
    [
      "a string or null",
      "{ required: [code, message], properties: { message: { type: [string, 'null'] }, CODE } }",
      [],
    ],
    [
      "not required",
      "{ required: [code], properties: { message: {}, title: {}, CODE } }",
      ["message is not required. required"],
    ],
    [
      "one of two that is required",
      "{ required: [code, title], properties: { message: {}, title: {}, CODE } }",
      [],
    ],
    [
      "a number beside one that may be missing",
      "{ required: [code, message], properties: { message: { type: integer }, title: {}, CODE } }",
      ["title is not required. required"],
    ],
    [
      "at the top, beside an object that holds the code",
      "{ required: [message, error], properties: { message: {}, error: { required: [code], properties: { CODE } } } }",
      [],
    ],
    [
      "beside the code in another declaration of the object around it",
      "{ required: [error], allOf: [{ properties: { error: { required: [code], properties: { CODE } } } }, { properties: { error: { required: [text], properties: { text: {} } } } }] }",
      [],
    ],
    [
      "declared in a part",
      "{ required: [code], allOf: [{ properties: { message: {} } }], properties: { CODE } }",
      ["message is not required. allOf/0"],
    ],
  ])("is %s", (_what, schema, found) => {
    expect(faults(schema.replace("CODE", code))).toEqual(found);
  });

  it("is not the code itself", () => {
    expect(
      faults("{ required: [error], properties: { error: { type: string, enum: [a, b] } } }", {
        code: "error",
      }),
    ).toEqual(none);
  });
});

describe("fields that options name", () => {
  const schema = `{ required: [code, a], properties: { ${code}, a: { type: string }, b: { type: [string, integer] }, c: { properties: { d: { type: number } } } } }`;

  it.each([
    [{ fields: {} }, []],
    [{ fields: { code: "string", a: ["string"] } }, []],
    [{ fields: { a: "integer" } }, ["a is string, not integer. properties/a"]],
    [{ fields: { a: ["integer", "boolean"] } }, ["a is string, not integer or boolean. properties/a"]],
    [{ fields: { b: "string" } }, ["b is integer, not string. properties/b"]],
    [{ fields: { b: ["string", "integer"] } }, ["b is not required. required"]],
    [{ fields: { e: "string" } }, ["e is missing. "]],
    [{ fields: { "c.e": "string" } }, ["c.e is missing. "]],
    [{ fields: { "c.d": "number" } }, ["c.d is not required. properties/c"]],
    [{ fields: {}, optional: { b: ["string", "integer"], e: "string", "c.d": "number" } }, []],
    [{ fields: {}, optional: { b: "integer" } }, ["b is string, not integer. properties/b"]],
    [{ fields: ["a"] }, ["message is missing: nothing says to people what went wrong. "]],
  ])("as %j", (options, found) => {
    expect(faults(schema, options)).toEqual(found);
  });

  it("may stand behind references, in alternatives and at any name", () => {
    const more = "    Part: { required: [p], properties: { p: { type: integer } } }\n";
    const nested =
      "{ allOf: [{ $ref: '#/components/schemas/Part' }], oneOf: [{ properties: { q: { type: boolean } } }], properties: { m: { additionalProperties: { type: integer }, patternProperties: { '^a': { type: boolean } } }, l: { prefixItems: [{ type: boolean }], items: { type: integer }, contains: { type: number } }, code: { enum: [a, b] } } }";
    const optional = { p: "string", q: "string", "m.*": "string", "l[]": "string", "code.none": "string" };
    expect(faults(nested, { fields: {}, optional }, more)).toEqual([
      "p is integer, not string. #/components/schemas/Part/properties/p",
      "q is boolean, not string. oneOf/0/properties/q",
      "m.* is boolean or integer, not string. properties/m/patternProperties/^a",
      "l[] is boolean or integer or number, not string. properties/l/prefixItems/0",
    ]);
  });

  it("are required within a list or a map that is required, which has no names to require", () => {
    const inner = "{ required: [d], properties: { d: { type: string } } }";
    const schema = `{ required: [l, m], properties: { code: { enum: [a, b] }, l: { items: ${inner} }, m: { additionalProperties: ${inner} } } }`;
    expect(faults(schema, { fields: { "l[].d": "string", "m.*.d": "string" } })).toEqual([]);
    const loose = schema.replaceAll("required: [d], ", "");
    expect(faults(loose, { fields: { "l[].d": "string", "m.*.d": "string" } })).toEqual([
      "l[].d is not required. properties/l/items",
      "m.*.d is not required. properties/m/additionalProperties",
    ]);
  });

  it("are required where any of several declarations of what holds them says so", () => {
    const part = (more: string) => `{ properties: { e: { ${more} properties: { d: { type: string } } } } }`;
    const schema = `{ required: [e], properties: { code: { enum: [a, b] } }, allOf: [${part("")}, ${part("required: [d],")}] }`;
    expect(faults(schema, { fields: { "e.d": "string" } })).toEqual([]);
  });

  it("are told in the order of the option, and looked for as far as a schema has their first step", () => {
    const fields =
      "{ d: { type: integer }, c: { type: integer }, b: { properties: { x: { type: integer } } } }";
    const schema = `{ properties: { code: { enum: [a, b] } }, allOf: [{ properties: ${fields} }] }`;
    const found = (...names: string[]) =>
      faults(schema, {
        fields: {},
        optional: Object.fromEntries(names.map((name) => [name, "string"])),
      }).map((each) => each.split(" ")[0]);
    expect(found("b.x", "c", "d")).toEqual(["b.x", "c", "d"]);
    expect(found("b.x", "none", "c", "b.y", "more", "*", "[]", "d", "e", "f")).toEqual(["b.x", "c", "d"]);
  });

  it("may be those of the items of a list, or of whatever a map holds", () => {
    const wrong = "{ properties: { code: { enum: [a, b] }, x: { type: integer } } }";
    const found = (schema: string, path: string) =>
      complaints(id, api({ 400: body(errorResponse) }, `    ErrorResponse: ${schema}\n`), {
        schemas: ["ErrorResponse"],
        fields: {},
        optional: { [path]: "string" },
      }).map(({ cause }) => cause);
    expect(found(`{ type: array, items: ${wrong} }`, "[].x")).toEqual(["[].x is integer, not string"]);
    expect(found(`{ additionalProperties: ${wrong} }`, "*.x")).toEqual(["*.x is integer, not string"]);
  });

  it.each([
    ["l[]", "l: { items: { type: string } }"],
    ["l[]", "l: { prefixItems: [{ type: string }] }"],
    ["m.*", "m: { additionalProperties: { type: string } }"],
    ["m.*[]", "m: { patternProperties: { '^a': { items: { type: string } } } }"],
  ])("are told where %s would have to be required, if %s need not be there", (path, field) => {
    const found = (required: string) =>
      faults(`{ ${required}properties: { ${code}, ${field} } }`, { fields: { [path]: "string" } });
    expect(found("required: [code], ")).toEqual([`${path} is not required. required`]);
    expect(found("")).toEqual([`${path} is not required. `]);
  });

  it("are told where a shared list has its items, if the list need not be there", () => {
    const schema = "{ properties: { code: { enum: [a, b] }, l: { $ref: '#/components/schemas/List' } } }";
    expect(
      faults(schema, { fields: { "l[]": "string" } }, "    List: { items: { type: string } }\n"),
    ).toEqual(["l[] is not required. #/components/schemas/List/items"]);
  });

  it("are told at their first declaration", () => {
    const parts = "[{ properties: { a: { type: integer } } }, { properties: { a: { type: boolean } } }]";
    const schema = `{ allOf: ${parts}, properties: { code: { enum: [a, b] } } }`;
    expect(faults(schema, { fields: {}, optional: { a: "string" } })).toEqual([
      "a is boolean or integer, not string. allOf/0/properties/a",
    ]);
  });

  it("have the types of all that they are declared with", () => {
    const schema =
      "{ properties: { code: { enum: [a, b] }, a: { allOf: [{ type: integer }, { anyOf: [{ type: boolean }, { type: 5 }] }] } } }";
    expect(faults(schema, { fields: {}, optional: { a: "string" } })).toEqual([
      "a is boolean or integer, not string. properties/a",
    ]);
  });

  it("by default are three that must be strings if they exist", () => {
    const wrong = ["error_detail", "request_id", "build_id"].map((name) => `${name}: { type: integer }`);
    expect(
      faults(`{ required: [code, error], properties: { error: {}, ${code}, ${wrong.join(", ")} } }`),
    ).toEqual([
      "error_detail is integer, not string. properties/error_detail",
      "request_id is integer, not string. properties/request_id",
      "build_id is integer, not string. properties/build_id",
    ]);
  });

  it("count beside a reference, but not in OpenAPI 3.0", () => {
    const schema =
      "{ $ref: '#/components/schemas/Part', required: [p], properties: { q: { type: integer } } }";
    const text = api(
      { 400: body(errorResponse) },
      `    ErrorResponse: ${schema}\n    Part: { properties: { p: {} } }\n`,
    );
    const found = (version: string) =>
      complaints(id, text.replace("3.1.0", version), {
        schemas: ["ErrorResponse"],
        fields: { p: "string" },
        optional: { q: "string" },
      }).map(({ cause }) => cause);
    expect(found("3.1.0")).toEqual(["q is integer, not string"]);
    expect(found("3.0.1")).toEqual(["p is not required"]);
  });

  it("of a schema that leads to itself are looked for as deep as it goes, and it ends", () => {
    const tree = "{ $ref: '#/components/schemas/ErrorResponse' }";
    const schema = `{ required: [code, error], properties: { error: {}, ${code}, inner: ${tree} }, allOf: [${tree}] }`;
    expect(faults(schema, { fields: { "inner.inner.code": "string" } })).toEqual([
      "inner.inner.code is not required. required",
    ]);
  });

  it("are not looked for in parts that are nested more than 24 deep", () => {
    const nest = (depth: number): string =>
      depth === 0 ? "{ properties: { a: { type: integer } } }" : `{ allOf: [${nest(depth - 1)}] }`;
    const found = (depth: number) =>
      faults(`{ properties: { code: { enum: [a, b] } }, allOf: [${nest(depth)}] }`, {
        fields: {},
        optional: { a: "string" },
      }).length;
    expect(found(23)).toBe(1);
    expect(found(24)).toBe(0);
  });
});
