import { describe, expect, it } from "vitest";
import { api, body, complaints, errorResponse, errorSchema } from "./complaints.js";

const id = "error-example-valid";
const media = "#/paths/~1x/get/responses/400/content/application~1json";

/** What the rule says about one example of a schema, in JSON; null: nothing. */
function judged(schema: string, example: string): { message: string; where: string } | null {
  const [found, ...others] = complaints(id, api({ 400: body(schema, `example: ${example}`) }));
  expect(others).toEqual([]);
  if (found === undefined) return null;
  expect(found.where.startsWith(`${media}/example`)).toBe(true);
  return { message: found.message, where: found.where.slice(`${media}/example`.length) };
}

describe("an example that does not fit its schema", () => {
  it.each([
    ["{ type: string }", "1", "The example is number where string is declared."],
    ["{ type: string }", "null", "The example is null where string is declared."],
    ["{ type: string, nullable: true }", "1", "The example is number where string is declared."],
    ["{ type: file }", "1", "The example is number where file is declared."],
    ["{ type: object }", "[]", "The example is array where object is declared."],
    ["{ type: integer }", "1.5", "The example is number where integer is declared."],
    ["{ type: [string, 'null'] }", "true", "The example is boolean where string or null is declared."],
    ["{ enum: [a, b] }", "c", 'The example is "c", which is not in the enum.'],
    ["{ enum: [{ a: 1 }] }", "{ a: 2 }", 'The example is {"a":2}, which is not in the enum.'],
    ["{ const: a }", "b", 'The example is "b" where only "a" is allowed.'],
    ["{ const: null }", "1", "The example is 1 where only null is allowed."],
    ["{ const: { a: 1 } }", "1", 'The example is 1 where only {"a":1} is allowed.'],
    ["{ required: [a, b] }", "{ a: 1 }", "The example lacks the required b."],
    ["{ minLength: 2 }", "a", "The example is below the minimum of 2."],
    ["{ maxLength: 2 }", "abc", "The example is above the maximum of 2."],
    ["{ minItems: 2 }", "[1]", "The example is below the minimum of 2."],
    ["{ maxItems: 1 }", "[1, 2]", "The example is above the maximum of 1."],
    ["{ minimum: 2 }", "1", "The example is below the minimum of 2."],
    ["{ maximum: 2 }", "3", "The example is above the maximum of 2."],
    ["{ allOf: [{ type: object }, { required: [a] }] }", "{}", "The example lacks the required a."],
    [
      "{ oneOf: [{ type: string }, { type: array }] }",
      "1",
      "The example fits none of the 2 schemas of oneOf.",
    ],
    [
      "{ anyOf: [{ type: string }, { type: array }] }",
      "1",
      "The example fits none of the 2 schemas of anyOf.",
    ],
    ["{ oneOf: [{ type: string }] }", "1", "The example is number where string is declared."],
    ["{ const: 5 }", `'${"a".repeat(58)}'`, `The example is "${"a".repeat(58)}" where only 5 is allowed.`],
    ["{ const: 5 }", `'${"a".repeat(59)}'`, `The example is "${"a".repeat(58)}… where only 5 is allowed.`],
  ])("as %s does not admit %s", (schema, example, message) => {
    expect(judged(schema, example)).toEqual({ message, where: "" });
  });

  it.each([
    ["{ properties: { a: { type: string } } }", "{ a: 1 }", "/a", "at a is number where string is declared"],
    [
      "{ properties: { a: { properties: { b: { const: 1 } } } } }",
      "{ a: { b: 2 } }",
      "/a/b",
      "at a.b is 2 where only 1 is allowed",
    ],
    ["{ items: { type: string } }", "[x, 1]", "/1", "at 1 is number where string is declared"],
    [
      "{ additionalProperties: { type: string } }",
      "{ a: x, b: 1 }",
      "/b",
      "at b is number where string is declared",
    ],
    ["{ additionalProperties: false }", "{ a: 1 }", "/a", "at a has no property a in its schema"],
    [
      "{ properties: { a: true }, additionalProperties: false }",
      "{ a: 1, b: 1 }",
      "/b",
      "at b has no property b in its schema",
    ],
    [
      "{ properties: { a: { anyOf: [{ type: string }, { const: 2 }] } } }",
      "{ a: 1 }",
      "/a",
      "at a fits none of the 2 schemas of anyOf",
    ],
    [
      "{ allOf: [{ properties: { a: { items: { const: 1 } } } }] }",
      "{ a: [1, 2] }",
      "/a/1",
      "at a.1 is 2 where only 1 is allowed",
    ],
  ])("as %s does not admit %s, is named with the place in it", (schema, example, where, message) => {
    expect(judged(schema, example)).toEqual({ message: `The example ${message}.`, where });
  });

  it.each([
    ["{ type: string }", "a"],
    ["{ type: string }", "'1'"],
    ["{ type: integer }", "2"],
    ["{ type: number }", "2"],
    ["{ type: [string, 'null'] }", "null"],
    ["{ type: string, nullable: true }", "null"],
    ["{ type: string, x-nullable: true }", "null"],
    ["{ type: string, nullable: true, enum: [a] }", "null"],
    ["{ type: file }", "bytes"],
    ["{ enum: [{ a: 1 }, b] }", "{ a: 1 }"],
    ["{ enum: [a, b] }", "b"],
    ["{ enum: a }", "b"],
    ["{ const: [1] }", "[1]"],
    ["{ required: [a] }", "{ a: null }"],
    ["{ required: [a] }", "text"],
    ["{ required: a }", "{}"],
    ["{ required: [1] }", "{}"],
    ["{ minLength: 2, maxLength: 2 }", "ab"],
    ["{ minLength: 1, maxLength: 1 }", "😀"],
    ["{ minItems: 1, maxItems: 1 }", "[1]"],
    ["{ minimum: 2, maximum: 2 }", "2"],
    ["{ minimum: 2, maxLength: 1 }", "text".slice(0, 1)],
    ["{ minimum: '5', maximum: '0' }", "3"],
    ["{ minimum: 5, maximum: 0 }", "true"],
    ["{ additionalProperties: true }", "{ a: 1 }"],
    ["{ additionalProperties: false, patternProperties: { '^a': true } }", "{ a: 1 }"],
    ["{ properties: { a: true }, additionalProperties: false }", "{ a: 1 }"],
    ["{ items: { type: string } }", "{ items: 1 }"],
    ["{ properties: { '0': { type: string } } }", "[1]"],
    ["{ oneOf: [{ type: string }, { type: number }] }", "1"],
    ["{ oneOf: [{ type: number }, { minimum: 0 }] }", "1"],
    ["{ oneOf: [{ type: number }, { type: string }] }", "1"],
    ["{ minimum: '5', maximum: 9 }", "3"],
    ["{ minimum: 1, maximum: '0' }", "3"],
    ["{ anyOf: [{ type: string }, {}] }", "1"],
    ["{ anyOf: [] }", "1"],
    ["true", "1"],
    ["[]", "1"],
    ["{ $ref: '#/nowhere' }", "1"],
    ["{ oneOf: [{ type: string }, { $ref: '#/nowhere' }] }", "1"],
  ])("is not seen where %s admits %s", (schema, example) => {
    expect(judged(schema, example)).toBeNull();
  });

  it("has a schema behind a reference, and in JSON Schema 2020-12 what stands beside it counts too", () => {
    const schema = "{ $ref: '#/components/schemas/Text', maxLength: 2 }";
    const text = (version: string, example: string) =>
      api({ 400: body(schema, `example: ${example}`) }, "    Text: { type: string }\n").replace(
        "3.1.0",
        version,
      );
    const messages = (version: string, example: string) =>
      complaints(id, text(version, example)).map(({ message }) => message);
    expect(messages("3.1.0", "1")).toEqual(["The example is number where string is declared."]);
    expect(messages("3.0.3", "1")).toEqual(["The example is number where string is declared."]);
    expect(messages("3.1.0", "abc")).toEqual(["The example is above the maximum of 2."]);
    expect(messages("3.0.3", "abc")).toEqual([]);
  });

  it.each([
    ["items: SELF", (inner: unknown) => [inner]],
    ["properties: { a: SELF }", (inner: unknown) => ({ a: inner })],
    ["additionalProperties: SELF", (inner: unknown) => ({ a: inner })],
  ])("is looked for 25 deep behind references, as by %s", (keyword, wrap) => {
    const self = "{ $ref: '#/components/schemas/Self' }";
    const schema = `{ not: {}, ${keyword.replace("SELF", self)} }`;
    const found = (depth: number) => {
      let value: unknown = 1;
      for (let count = 0; count < depth; count++) value = wrap(value);
      const text = JSON.stringify(value);
      const named = `    Self: { type: [object, array], ${keyword.replace("SELF", self)} }\n`;
      return complaints(id, api({ 400: body(schema, `example: ${text}`) }, named)).length;
    };
    expect([found(1), found(25), found(26)]).toEqual([1, 1, 0]);
  });

  it.each([["oneOf"], ["anyOf"]])("is not looked for without end in %s of itself", (keyword) => {
    const self = "{ $ref: '#/components/schemas/Self' }";
    const text = api({ 400: body(self, "example: 1") }, `    Self: { ${keyword}: [${self}, ${self}] }\n`);
    expect(complaints(id, text)).toEqual([]);
  });

  it("is not looked for without end in parts that lead to themselves twice", () => {
    const self = "{ $ref: '#/components/schemas/Self' }";
    const text = api({ 400: body(self, "example: 1") }, `    Self: { allOf: [${self}, ${self}] }\n`);
    expect(complaints(id, text)).toEqual([]);
  });

  it("ends on a schema that leads to itself, and is judged by the rest of it", () => {
    const tree =
      "    Tree: { type: object, required: [name], properties: { next: { $ref: '#/components/schemas/Tree' } } }\n";
    const loop = "    Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }], minLength: 1 }\n";
    const found = (name: string, example: string) =>
      complaints(
        id,
        api({ 400: body(`{ $ref: '#/components/schemas/${name}' }`, `example: ${example}`) }, tree + loop),
      ).map(({ message }) => message);
    expect(found("Tree", "{ name: a, next: { name: b, next: {} } }")).toEqual([
      "The example at next.next lacks the required name.",
    ]);
    expect(found("Loop", "a")).toEqual([]);
  });
});

describe("a code in an example", () => {
  const schemas = errorSchema("not_found, conflict");
  const at400 = (more: string) => complaints(id, api({ 400: body(errorResponse, more) }, schemas));

  it("that the catalog does not list is found at the code", () => {
    expect(at400("example: { error: no, code: gone }")).toEqual([
      {
        at: "GET /x 400 example",
        where: `${media}/example/code`,
        cause: "a code that is not in the catalog",
        message: "The example uses the code gone, which the catalog does not list.",
      },
    ]);
  });

  it("is named with the example's name, and comes before what else does not fit", () => {
    expect(
      at400("examples: { first: { value: { code: gone } }, second: { value: { code: conflict } } }"),
    ).toEqual([
      {
        at: "GET /x 400 example first",
        where: `${media}/examples/first/value/code`,
        cause: "a code that is not in the catalog",
        message: "Example first uses the code gone, which the catalog does not list.",
      },
      {
        at: "GET /x 400 example second",
        where: `${media}/examples/second/value`,
        cause: "does not fit its schema",
        message: "Example second lacks the required error.",
      },
    ]);
  });

  it("is found in the text of a JSON document, at the example itself", () => {
    expect(at400(`example: ' {"error": "no", "code": "gone"}'`)).toEqual([
      {
        at: "GET /x 400 example",
        where: `${media}/example`,
        cause: "a code that is not in the catalog",
        message: "The example uses the code gone, which the catalog does not list.",
      },
    ]);
  });

  it.each([
    [
      "`{ [` is no JSON and is judged as the text that it is",
      "'{ ['",
      "The example is string where object is declared.",
    ],
    [
      "a text in front of `{` is no JSON",
      '\'see {"code": "gone"}\'',
      "The example is string where object is declared.",
    ],
    ["a JSON list is one", "'[1]'", "The example is array where object is declared."],
    ["a JSON text is none", `'"{"'`, "The example is string where object is declared."],
  ])("%s", (_what, example, message) => {
    expect(at400(`example: ${example}`).map((each) => each.message)).toEqual([message]);
  });

  it("is told at a text of JSON itself, whatever is wrong in it", () => {
    expect(judged("{ items: { type: string } }", "'[1]'")).toEqual({
      message: "The example at 0 is number where string is declared.",
      where: "",
    });
    expect(judged("{ maxLength: 3 }", `'"{"'`)).toBeNull();
    expect(judged("{ maxLength: 2 }", `'"{"'`)?.message).toBe("The example is above the maximum of 2.");
  });

  it.each([["''"], ["'{{CODE}}'"], ["conflict"]])("is fine as %s, as far as the catalog goes", (code) => {
    const found = at400(`example: { error: no, code: ${code} }`);
    expect(found.filter(({ cause }) => cause === "a code that is not in the catalog")).toEqual([]);
  });

  it("that is no string is judged by the schema alone", () => {
    expect(at400("example: { error: no, code: 404 }").map(({ message }) => message)).toEqual([
      "The example at code is number where string is declared.",
    ]);
  });

  it("may be any where the catalog is open", () => {
    const open = errorSchema("a, b").replace("enum:", "x-extensible-enum:");
    expect(
      complaints(id, api({ 400: body(errorResponse, "example: { error: no, code: c }") }, open)),
    ).toEqual([]);
  });

  it("is found in a list of errors, at the first of them", () => {
    const schema =
      "{ type: object, properties: { errors: { type: array, items: { properties: { code: { enum: [a, b] } } } } } }";
    const found = complaints(
      id,
      api({ 400: body(schema, "example: { errors: [{ code: c }, { code: d }] }"), 404: body(schema) }),
    );
    expect(found.map(({ message, where }) => [message, where])).toEqual([
      ["The example uses the code c, which the catalog does not list.", `${media}/example/errors/0/code`],
    ]);
  });

  it("is looked for where the option `code` says", () => {
    const schema =
      "{ properties: { code: { enum: [a, b] }, kind: { type: string, enum: [k, l] } }, required: [code] }";
    const found = (options: object) =>
      complaints(
        id,
        api({ 400: body(schema, "example: { code: a, kind: m }") }),
        options as Record<string, unknown>,
      ).map(({ message }) => message);
    expect(found({ code: "kind" })).toEqual([
      "The example uses the code m, which the catalog does not list.",
    ]);
    expect(found({})).toEqual(['The example at kind is "m", which is not in the enum.']);
  });
});

describe("examples", () => {
  const schemas = errorSchema("not_found, conflict");
  const messages = (text: string) => complaints(id, text).map(({ at, message }) => `${at}: ${message}`);

  it("are those of JSON bodies in error responses alone", () => {
    const wrong = "{ application/json: { schema: { const: 1 }, example: 2 } }";
    const plain = "{ text/plain: { schema: { const: 1 }, example: 2 } }";
    const text = api({
      200: `{ description: d, content: ${wrong} }`,
      400: `{ description: d, content: ${plain} }`,
      404: `{ description: d, content: ${wrong} }`,
    });
    expect(messages(text)).toEqual(["GET /x 404 example: The example is 2 where only 1 is allowed."]);
  });

  it("may be shared, and hold their value as `value` or `dataValue`, never elsewhere", () => {
    const text = `${api(
      {
        400: body(
          "{ const: 1 }",
          "examples: { a: { $ref: '#/components/examples/A' }, b: { dataValue: 3 }, c: { externalValue: c.json }, d: { $ref: '#/nowhere' }, e: { value: 1 } }",
        ),
      },
      schemas,
    )}  examples:\n    A: { value: 2 }\n`;
    expect(complaints(id, text).map(({ at, where, message }) => [at, where, message])).toEqual([
      ["GET /x 400 example a", "#/components/examples/A/value", "Example a is 2 where only 1 is allowed."],
      ["GET /x 400 example b", `${media}/examples/b/dataValue`, "Example b is 3 where only 1 is allowed."],
    ]);
  });

  it("are given by media type in Swagger 2.0, and may have no schema", () => {
    const text = `swagger: '2.0'
info: { title: t, version: '1' }
paths:
  /x:
    get:
      responses:
        '400': { description: d, schema: { type: string }, examples: { application/json: 1, text/plain: 2 } }
        '404': { description: d, examples: { application/json: 1 } }
`;
    expect(messages(text)).toEqual([
      "GET /x 400 example application/json: Example application/json is number where string is declared.",
    ]);
    expect(
      messages(api({ 400: "{ description: d, content: { application/json: { example: 1 } } }" })),
    ).toEqual([]);
  });
});
