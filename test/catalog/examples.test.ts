import { describe, expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import { body, extractFrom, type Json, listed, notesOf, ref, things } from "./document.js";
import { loadFiles } from "./load.js";

const free = body({ code: { type: "string" } });

/** A document whose 404 has these keys in its media type. */
const shows = (media: Json, parts: Json = {}): Json =>
  things(
    {},
    { operation: { responses: { 404: { content: { "a/b": { schema: free, ...media } } } } }, ...parts },
  );

const codesOf = async (document: Json): Promise<string[]> =>
  listed((await extractFrom(document)).contract.catalogs);

describe("codes that only examples show", () => {
  const example = { code: "a_failed", message: "No." };
  const only = ["code: a_failed"];

  test.each<[string, Json]>([
    ["stand in an example of the media type", shows({ example })],
    ["stand in one of its examples", shows({ examples: { a: { value: example } } })],
    ["stand in an example as data (OpenAPI 3.2)", shows({ examples: { a: { dataValue: example } } })],
    ["stand in an example that is written without `value`", shows({ examples: { a: example } })],
    [
      "stand in an example behind a reference",
      shows(
        { examples: { a: { $ref: "#/components/examples/A" }, b: { $ref: "#/gone" }, c: 7 } },
        { top: { components: { examples: { A: { value: example } } } } },
      ),
    ],
    ["stand in the example of the schema", shows({ schema: { ...free, example } })],
    [
      "stand in the examples of the schema",
      shows({ schema: { ...free, examples: [example, "text", null] } }),
    ],
    [
      "stand in a schema that others refer to",
      shows(
        { schema: ref("A") },
        {
          schemas: { A: { anyOf: [{ allOf: [ref("B"), ref("A")] }] }, B: { oneOf: [{ ...free, example }] } },
        },
      ),
    ],
    [
      "stand in the example of the property",
      shows({ schema: body({ code: { type: "string", example: "a_failed" } }) }),
    ],
    [
      "stand in the example of a property without a type",
      shows({ schema: body({ code: { example: "a_failed" } }) }),
    ],
    [
      "stand in the examples of the property",
      shows({ schema: body({ code: { type: "string", examples: ["a_failed", 7] } }) }),
    ],
    [
      "stand in examples of Swagger 2.0",
      things(
        {},
        {
          top: { swagger: "2.0", openapi: undefined },
          operation: { responses: { 404: { schema: free, examples: { "application/json": example } } } },
        },
      ),
    ],
    [
      "stand in extensions of Swagger 2.0",
      things(
        {},
        {
          top: { swagger: "2.0", openapi: undefined },
          operation: { responses: { 404: { schema: free, "x-examples": { a: { value: example } } } } },
        },
      ),
    ],
  ])("%s", async (_, document) => {
    expect(await codesOf(document)).toEqual(only);
  });

  test("bind nobody, come from where they stand, and may be others", async () => {
    const { contract, explanation } = await extractFrom(
      things(
        { 404: ref("E"), 409: ref("E") },
        { schemas: { E: { ...free, examples: [example, { code: "b_failed" }, { code: "a_failed" }] } } },
      ),
    );
    const at = (index: number) => ({
      file: "openapi.json",
      pointer: `#/components/schemas/E/examples/${index}/code`,
    });
    expect(contract.catalogs).toMatchObject([
      {
        name: "code",
        normative: false,
        open: "open",
        linked: "responses",
        shape: "examples",
        errorSchemas: ["#/components/schemas/E"],
        codes: [
          {
            code: "a_failed",
            sites: [at(0), at(2)],
            messages: ["No."],
            shownIn: [
              { operation: "GET /v1/things", status: "404" },
              { operation: "GET /v1/things", status: "409" },
            ],
          },
          { code: "b_failed", sites: [at(1)], messages: [] },
        ],
      },
    ]);
    expect(contract.operations?.flatMap(({ responses }) => responses.map(({ codes }) => codes.size))).toEqual(
      [0, 0],
    );
    expect(explanation.candidates).toMatchObject([
      {
        path: "code",
        responses: 2,
        sample: ["a_failed", "b_failed"],
        evidence: [
          "named `code`",
          "in 2 error responses",
          "beside a message",
          "100 % of its values speak of failures",
        ],
      },
    ]);
  });

  test("are read in lists and in properties, at every path that is named like a code", async () => {
    expect(
      await codesOf(
        shows({
          schema: {},
          example: {
            errors: [{ code: "a_failed" }, { code: "b_failed" }],
            error: { error_code: "x_failed", shade: "dark_failed", kind: "k_failed" },
          },
        }),
      ),
    ).toEqual(["error.error_code: x_failed", "errors[].code: a_failed, b_failed"]);
  });

  test("are looked for five levels deep", async () => {
    const deep = (levels: number): unknown =>
      levels === 0 ? { code: "a_failed" } : { error: deep(levels - 1) };
    expect(await codesOf(shows({ schema: {}, example: deep(4) }))).toEqual([
      "error.error.error.error.code: a_failed",
    ]);
    expect(await codesOf(shows({ schema: {}, example: deep(5) }))).toEqual([]);
    const lists = (levels: number): unknown => (levels === 0 ? { code: "a_failed" } : [lists(levels - 1)]);
    expect(await codesOf(shows({ schema: {}, example: { errors: lists(3) } }))).toEqual([
      "errors[][][].code: a_failed",
    ]);
    expect(await codesOf(shows({ schema: {}, example: { errors: lists(4) } }))).toEqual([]);
  });

  test.each([
    "a_failed",
    "NotFound",
    "not-found",
    "bad-request",
    "no_ghost-way",
    "thing.not_found",
    "a:b:c",
    "E101x",
    "1001",
    "40401",
    "12.34_5-6",
    "600",
    "099",
    "abc",
    "https://example.com/gone",
    "urn:gone",
    "http://example.com",
    "mysample_failed",
    "a".repeat(100),
  ])("may be called %s", async (value) => {
    expect(await codesOf(shows({ example: { code: value } }))).toEqual([`code: ${value}`]);
  });

  test.each([
    "string",
    "{{CODE}}",
    "example_code",
    "Sample-code",
    "some_code",
    "your_code",
    "my_code",
    "ab",
    "404",
    "500",
    "7",
    "1.",
    "_failed",
    "not found",
    "req-12345",
    "1f3870be-2741",
    "0b1a2c3d",
    "12abc",
    "a1bc2de3f",
    "a1b2c3d",
    "a".repeat(101),
    "xhttps://a",
    "7https",
  ])("are not called %s", async (value) => {
    const examples = Object.fromEntries(
      ["a_failed", value, "b_failed", "c_failed"].map((code, index) => [`e${index}`, { value: { code } }]),
    );
    expect(await codesOf(shows({ examples }))).toEqual(["code: a_failed, b_failed, c_failed"]);
  });

  test("are strings, whatever the name", async () => {
    expect(await codesOf(shows({ example: { code: 40401 } }))).toEqual([]);
  });

  test("are looked for in two hundred schemas of a body, and not in more", async () => {
    const shown = (index: number) => {
      const branches = Array.from({ length: 210 }, (_, at) => (at === index ? { example } : { minimum: at }));
      return codesOf(shows({ schema: { allOf: branches } }));
    };
    expect(await shown(199)).toEqual(only);
    expect(await shown(200)).toEqual([]);
  });

  test("are not those of a property that lists something else, or that is named like it", async () => {
    const states = { enum: ["pending", "active", "closed", "a_failed"], example: "a_failed" };
    const { contract, explanation } = await extractFrom(
      things({ 404: body({ reason: states, color: { example: "b_failed" } }) }),
    );
    expect(contract.catalogs).toEqual([]);
    expect(explanation.candidates.map(({ path, codes }) => [path, codes])).toEqual([["reason", 4]]);
  });

  test("are known by the schema around them", async () => {
    const ErrorBody = { ...free, example };
    const { explanation, warnings } = await extractFrom(
      things({ 404: ref("ErrorBody") }, { schemas: { ErrorBody } }),
    );
    expect(explanation.candidates[0]?.evidence).toContain("declared by `ErrorBody`");
    expect(warnings).toEqual([]);
  });

  test("are numbers under a clear name only", async () => {
    expect(await codesOf(shows({ example: { type: "1001" } }))).toEqual([]);
    expect(await codesOf(shows({ example: { type: "a_failed" } }))).toEqual(["type: a_failed"]);
    const types = ["a_failed", "about:blank", "1001"].map((type, index) => [
      `e${index}`,
      { value: { type } },
    ]);
    expect(await codesOf(shows({ examples: Object.fromEntries(types) }))).toEqual(["type: a_failed"]);
    expect(await codesOf(shows({ example: { issue: "1001" } }))).toEqual(["issue: 1001"]);
    expect(await codesOf(shows({ example: { kind: "a_failed", other_code: "b_failed" } }))).toEqual([]);
  });

  test("are not read where a schema lists codes", async () => {
    expect(
      await codesOf(
        things({
          404: {
            ...body({ code: { enum: ["a_failed"] } }),
            example: { code: "x_failed", error_code: "y_failed" },
          },
        }),
      ),
    ).toEqual(only);
  });

  test("of shared responses count in a document without operations", async () => {
    const E = { content: { "a/b": { schema: free, example } } };
    const { contract } = await extractFrom({ openapi: "3.1.0", components: { responses: { E } } });
    expect(contract.catalogs).toMatchObject([
      {
        name: "code",
        linked: "name",
        normative: false,
        codes: [{ code: "a_failed", shownIn: [], messages: ["No."] }],
      },
    ]);
  });

  test("of a response without a body count with those that have one", async () => {
    const responses = {
      404: { content: { "a/b": { example: { code: "b_failed" } } } },
      409: { content: { "a/b": { schema: free, example } } },
    };
    expect(await codesOf(things({}, { operation: { responses } }))).toEqual(["code: b_failed, a_failed"]);
  });

  test("count where no response declares a body, unless a name says where codes are", async () => {
    const operation = { responses: { 404: { content: { "a/b": { example } } } } };
    const { contract, explanation } = await extractFrom(things({}, { operation }));
    expect(contract.catalogs).toMatchObject([
      {
        name: "code",
        linked: "responses",
        normative: false,
        codes: [{ code: "a_failed", messages: ["No."] }],
      },
    ]);
    expect(contract.body).toEqual({});
    expect(explanation.how).toBe("examples of error responses alone: none declares a body");
    const schemas = { ErrorCode: { enum: ["b_failed", "c_failed"] } };
    expect(await codesOf(things({}, { operation, schemas }))).toEqual(["code: b_failed, c_failed"]);
  });

  test("say nothing of fields where the schema beside them is empty", async () => {
    const schema = { ...free, required: ["code", "message"] };
    const responses = {
      404: { content: { "a/b": { schema, example } } },
      500: { content: { "a/b": { schema: {}, example } } },
    };
    const { contract } = await extractFrom(things({}, { operation: { responses } }));
    expect(contract.body).toEqual({
      code: { type: ["string"], required: true },
      message: { type: ["string"], required: true },
    });
  });
});

describe("what examples say about codes of a list", () => {
  const code = { enum: ["a_failed", "b_failed"] };
  const said = async (document: Json) =>
    (await extractFrom(document)).contract.catalogs.flatMap(({ codes }) =>
      codes.map((one) => [
        one.code,
        one.messages,
        one.shownIn.map(({ operation, status }) => `${operation} ${status}`),
      ]),
    );

  test("are the texts beside them, each once, and the operations, in order", async () => {
    const E = {
      ...body({ code }),
      examples: [
        { code: "b_failed", message: "B." },
        { code: "b_failed", title: " ", detail: "Bee." },
        { code: "b_failed", message: "B." },
        { code: "x_failed", message: "X." },
        { code: "a_failed" },
      ],
    };
    expect(
      await said(
        things(
          { 409: ref("E"), 404: ref("E") },
          {
            schemas: { E },
            paths: { "/a": { get: { responses: { 404: { content: { "a/b": { schema: ref("E") } } } } } } },
          },
        ),
      ),
    ).toEqual([
      ["a_failed", [], ["GET /a 404", "GET /v1/things 404", "GET /v1/things 409"]],
      ["b_failed", ["B.", "Bee."], ["GET /a 404", "GET /v1/things 404", "GET /v1/things 409"]],
    ]);
  });

  test("are told for each of several catalogs, and not for other properties", async () => {
    const schema = {
      ...body({
        code,
        shade: { enum: ["b_failed"] },
        errors: { items: body({ code: { enum: ["b_failed", "c_failed"] } }) },
      }),
      example: {
        code: "b_failed",
        message: "B.",
        shade: "a_failed",
        errors: [{ code: "c_failed", message: "C." }],
      },
    };
    expect(await said(things({ 404: schema }))).toEqual([
      ["a_failed", [], []],
      ["b_failed", ["B."], ["GET /v1/things 404"]],
      ["b_failed", [], []],
      ["c_failed", ["C."], ["GET /v1/things 404"]],
    ]);
  });

  test("are no texts that repeat the code", async () => {
    expect(
      await said(
        things({
          404: { properties: { error: code }, example: { error: "a_failed", reason: "It failed." } },
        }),
      ),
    ).toEqual([
      ["a_failed", ["It failed."], ["GET /v1/things 404"]],
      ["b_failed", [], []],
    ]);
  });

  test("are about numbers, too", async () => {
    expect(
      await said(
        things({
          404: { ...body({ code: { enum: [4041, 4042] } }), example: { code: 4041, message: "No." } },
        }),
      ),
    ).toEqual([
      ["4041", ["No."], ["GET /v1/things 404"]],
      ["4042", [], []],
    ]);
  });
});

describe("codes that are known by their name alone", () => {
  const list = { enum: ["a_failed", "b_failed"] };
  const schemas = (named: Json): Json => ({ openapi: "3.1.0", components: { schemas: named } });

  test.each<[string, Json, string[]]>([
    ["an error's property", schemas({ Error: body({ code: list }) }), ["code: a_failed, b_failed"]],
    [
      "an error's property among definitions",
      { definitions: { ApiError: body({ code: list }) } },
      ["code: a_failed, b_failed"],
    ],
    [
      "a list that is named like codes",
      schemas({ ErrorCode: list, Color: { enum: ["x_failed"] } }),
      ["code: a_failed, b_failed"],
    ],
    [
      "several lists of codes",
      schemas({ ErrorCode: list, ProblemTypes: { enum: ["x_failed"] } }),
      ["code: a_failed, b_failed, x_failed"],
    ],
    [
      "the shorter of two paths to one list",
      schemas({
        Error: body({ code: ref("L") }),
        ErrorResponse: body({ errors: { items: ref("Error") } }),
        L: list,
      }),
      ["code: a_failed, b_failed"],
    ],
    [
      "an error's property rather than a list",
      schemas({ ErrorCode: { enum: ["x_failed"] }, Error: body({ code: list }) }),
      ["code: a_failed, b_failed"],
    ],
    [
      "a property whose name is just strong enough",
      schemas({ Error: body({ issue: list }) }),
      ["issue: a_failed, b_failed"],
    ],
    ["not a thing's property", schemas({ Thing: body({ code: list }) }), []],
    ["not a property whose name says too little", schemas({ Error: body({ type: list }) }), []],
    ["not a list under any other name", schemas({ Codes: list }), []],
    ["not a schema with errors", schemas({ ErrorLog: body({ code: list }) }), []],
  ])("%s", async (_, document, expected) => {
    expect(await codesOf(document)).toEqual(expected);
  });

  test("are told once where two schemas show one property, and twice where one of them has more", async () => {
    const paths = async (code: unknown) => {
      const named = {
        Error: body({ code: ref("L") }),
        ErrorResponse: body({ errors: { items: body({ code }) } }),
        L: list,
      };
      return (await extractFrom(schemas(named))).explanation.candidates.map(({ path }) => path);
    };
    expect(await paths(ref("L"))).toEqual(["code"]);
    expect(await paths({ anyOf: [ref("L"), { enum: ["x_failed", "y_failed"] }] })).toEqual([
      "errors[].code",
      "code",
    ]);
  });

  test("may stand in a file that is named like errors", async () => {
    const spec = await loadFiles({ "lists/error-codes.v1.yaml": "enum: [alpha]" });
    const other = await loadFiles({ "errors/errors/list.yaml": "enum: [alpha]" });
    const options = { place: null, setting: null };
    expect(listed(extract(spec, options).contract.catalogs)).toEqual(["code: alpha"]);
    expect(extract(other, options).contract.catalogs).toEqual([]);
  });

  test("are not required where a list is all there is", async () => {
    const { contract } = await extractFrom(schemas({ ErrorCode: { type: "string", ...list } }));
    expect(contract.body).toEqual({ code: { type: ["string"], required: false } });
  });

  test("are in no response", async () => {
    const { explanation } = await extractFrom(schemas({ ApiError: body({ code: list }) }));
    expect(explanation.candidates[0]?.evidence).toEqual([
      "named `code`",
      "declared by `ApiError`",
      "beside a message",
      "100 % of its values speak of failures",
    ]);
  });

  test("say why a weak name is not enough", async () => {
    const { explanation } = await extractFrom(
      schemas({ Error: body({ type: list }), ErrorCode: { enum: [] } }),
    );
    expect(explanation.candidates.map(({ path, taken, against }) => [path, taken, against])).toEqual([
      ["type", false, "its name alone is not enough"],
    ]);
  });

  test.each([
    "Error",
    "ErrorResponse",
    "apiErrorDetail",
    "APIError",
    "HTTPProblem",
    "fault-body",
    "ValidationErrorV2",
    "ErrorDto",
    "Exception",
    "exceptions",
    "error-2",
    "ErrorV12",
    "ErrorResponseBody",
  ])("%s is the name of an error", async (name) => {
    expect(await codesOf(schemas({ [name]: body({ code: list }) }))).toHaveLength(1);
  });
  test.each(["ErrorPage", "Terror", "ErrorLogs", "Errored", "BodyOfThing", "ErrorResponseX", "Response"])(
    "%s is none",
    async (name) => {
      expect(await codesOf(schemas({ [name]: body({ code: list }) }))).toEqual([]);
    },
  );
  test.each([
    "ErrorCode",
    "ErrorCodes",
    "V2ErrorsEnum",
    "ProblemType",
    "FaultReason",
    "errcode",
    "CodeError",
    "ErrorCodeEnum",
    "ExceptionNames",
    "ErrorCode2",
    "ErrorCodeV12",
    "ErrorIdList",
    "Errortypelist",
  ])("%s is the name of a list of codes", async (name) => {
    expect(await codesOf(schemas({ [name]: list }))).toHaveLength(1);
  });
  test.each(["Codes", "TerrorCode", "ErrorCodex", "ErrorMessage", "ErrorCodePage"])(
    "%s is none of a list",
    async (name) => {
      expect(await codesOf(schemas({ [name]: list }))).toEqual([]);
    },
  );

  test.each<[string, Json, boolean]>([
    ["by its title", { title: "Error codes", enum: ["alpha"] }, true],
    ["by its id", { $id: "https://example.com/v1/errors.json", enum: ["alpha"] }, true],
    ["not by the path of its id", { $id: "https://example.com/errors/list.json", enum: ["alpha"] }, false],
    ["by its values", { enum: ["alpha", "a_failed"] }, true],
    ["not by few of its values", { enum: ["alpha", "beta", "a_failed"] }, false],
    ["not by a title of something else", { title: "Colors", enum: ["alpha"] }, false],
    ["not where it is no list", { title: "Errors", type: "string" }, false],
  ])("a document that is a list is a catalog %s", async (_, document, taken) => {
    const { contract } = await extractFrom(document);
    expect(contract.catalogs.map(({ name, shape, linked }) => [name, shape, linked])).toEqual(
      taken ? [["code", "registry", "name"]] : [],
    );
  });
});

describe("the shape of a catalog", () => {
  const shapeOf = async (schema: unknown): Promise<unknown> =>
    (await extractFrom(things({ 404: schema }))).contract.catalogs[0]?.shape;
  const uris = {
    enum: [
      "https://example.com/not-found",
      "http://example.com/lost",
      "urn:b-failed",
      "tag:c-failed",
      "about:d",
      "/e",
    ],
  };
  const ids = { enum: ["a_failed", "b_failed"] };

  test("is the form that most of its values have", async () => {
    const three = { enum: ["a_failed", "b_failed", "c_failed"] };
    expect(await shapeOf(body({ code: { anyOf: [{ const: "x_failed" }, three] } }))).toBe("enum");
    expect(
      await shapeOf(
        body({ code: { anyOf: [{ const: "x_failed" }, { "x-extensible-enum": ["a_failed", "b_failed"] }] } }),
      ),
    ).toBe("extensible-enum");
  });

  test("is the form of most values, in however many lists they stand", async () => {
    const { contract } = await extractFrom(
      things({
        404: body({ code: ids }),
        405: body({ code: { const: "c_failed" } }),
        406: body({ code: { const: "d_failed" } }),
        407: body({ code: { const: "e_failed" } }),
      }),
    );
    expect(contract.catalogs[0]?.shape).toBe("const");
  });

  test("is that of problem types where one of several bodies is a problem", async () => {
    const { contract } = await extractFrom(
      things({ 404: body({ type: ids }), 405: body({ type: ids, title: {}, detail: {} }, false) }),
    );
    expect(contract.catalogs[0]?.shape).toBe("problem-type");
  });

  test.each<[string, Json, string]>([
    ["identifiers with a slash", body({ type: { enum: ["a/not_found"] } }), "enum"],
    ["URIs at `type`", body({ type: uris, detail: {} }, false), "problem-type"],
    [
      "identifiers at `type` beside `title` and `status`",
      body({ type: ids, title: {}, status: {} }, false),
      "problem-type",
    ],
    [
      "identifiers at `type` beside `title` and `detail`",
      body({ type: ids, title: {}, detail: {} }, false),
      "problem-type",
    ],
    ["identifiers at `type` beside `title` alone", body({ type: ids, title: {} }, false), "enum"],
    [
      "identifiers at `type` beside `status` alone",
      body({ type: ids, status: {}, detail: {} }, false),
      "enum",
    ],
    ["some URIs", body({ type: { enum: ["urn:b_failed", "x_failed"] } }), "enum"],
    ["URIs elsewhere", body({ code: uris }), "enum"],
    [
      "URIs in a list of errors",
      body({ errors: { items: body({ type: ids, title: {}, detail: {} }, false) } }),
      "problem-type",
    ],
  ])("%s", async (_, schema, shape) => {
    expect(await shapeOf(schema)).toBe(shape);
  });

  test("of `type` that only examples show is that of examples", async () => {
    expect(await shapeOf({ ...body({ type: { type: "string" } }), example: { type: "urn:gone" } })).toBe(
      "examples",
    );
  });
});

describe("the keys of a discriminator's mapping", () => {
  const discriminated = (discriminator: unknown): Json => ({
    oneOf: [body({ code: { type: "string" } }), body({ id: {} })],
    discriminator,
  });

  test("are codes, at their property, of the schema that has it", async () => {
    const E = discriminated({ propertyName: "code", mapping: { a_failed: "#/a", b_failed: "#/b" } });
    const { contract } = await extractFrom(things({ 404: ref("E") }, { schemas: { E } }));
    expect(contract.catalogs).toMatchObject([
      {
        name: "code",
        shape: "discriminator",
        open: "closed",
        errorSchemas: ["#/components/schemas/E"],
        pointers: ["#/components/schemas/E/discriminator/mapping"],
        codes: [
          { code: "a_failed", sites: [{ pointer: "#/components/schemas/E/discriminator/mapping/a_failed" }] },
          { code: "b_failed" },
        ],
      },
    ]);
    expect(contract.body.code).toEqual({ type: ["string"], required: false });
  });

  test("are not there without a mapping or a name of the property", async () => {
    for (const discriminator of [
      { propertyName: "code" },
      { mapping: { a_failed: "#/a" } },
      "code",
      { propertyName: "code", mapping: {} },
    ])
      expect(await codesOf(things({ 404: discriminated(discriminator) }))).toEqual([]);
  });
});

describe("a list of values", () => {
  test("has each once, and neither null nor the empty string", async () => {
    expect(
      await notesOf({
        enum: ["a_failed", "", "b_failed", null, "a_failed", 7, "7"],
        "x-enum-varnames": ["A", "", "B", "N", "Again", "Seven", "Other"],
      }),
    ).toEqual({
      a_failed: { name: "A" },
      b_failed: { name: "B" },
      7: { name: "Seven" },
    });
  });

  test("of nothing but null and empty strings is none", async () => {
    expect(await notesOf({ enum: ["", null] })).toEqual({});
    expect(await notesOf({ const: "" })).toEqual({});
    expect(await notesOf({ "x-extensible-enum": [] })).toEqual({});
  });

  test("is a `const` before an `enum`, of which it lets one value pass, and before a list that may grow", async () => {
    expect(Object.keys(await notesOf({ enum: ["a_failed", "b_failed"], const: "b_failed" }))).toEqual([
      "b_failed",
    ]);
    expect(Object.keys(await notesOf({ const: "b_failed", "x-extensible-enum": ["c_failed"] }))).toEqual([
      "b_failed",
    ]);
  });
});
