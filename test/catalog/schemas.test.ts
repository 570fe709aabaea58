import { describe, expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import { Problem } from "../../src/contract/problem.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { body, carried, extractFrom, type Json, listed, notesOf, ref, things } from "./document.js";
import { loadFiles } from "./load.js";

const one = { enum: ["a_failed"] };
const two = { enum: ["a_failed", "b_failed"] };
const three = { enum: ["a_failed", "b_failed", "c_failed"] };
const other = { enum: ["x_failed"] };
/** As a constant, since a literal object with this key could be taken for a promise. */
const when = "then";
const code = (schema: unknown): Json => ({ properties: { code: schema } });

/** What a 404 with this body can carry, next to a 409 that tells all codes there are. */
async function sets(schema: unknown, schemas: Json = {}, openapi = "3.1.0"): Promise<string> {
  const all = body({ code: { enum: ["a_failed", "b_failed", "c_failed", "x_failed", "y_failed"] } });
  const extraction = await extractFrom(things({ 404: schema, 409: all }, { schemas, openapi }));
  return carried(extraction)[0]?.replace(/.*: /, "") ?? "";
}

describe("the codes that a response can carry", () => {
  const cases: Record<string, [unknown, string]> = {
    "are what all parts of an `allOf` let pass": [
      { allOf: [code(three), code({ enum: ["x_failed", "b_failed", "c_failed"] })] },
      "b_failed, c_failed",
    ],
    "are what the narrower of two lists lets pass that exclude each other": [
      { allOf: [code(two), code(other)] },
      "x_failed",
    ],
    "whichever comes first": [{ allOf: [code(other), code(two)] }, "x_failed"],
    "are those of the last of two lists of one length that exclude each other": [
      { allOf: [code(one), code(other)] },
      "x_failed",
    ],
    "are those of the schema beside a part that names no codes": [
      { allOf: [code({ type: "string" }), code({ minLength: 2 })], ...code(two) },
      "a_failed, b_failed",
    ],
    "are those of the schema beside a part that names none, whichever comes first": [
      { allOf: [code(two), code({ type: "string" })] },
      "a_failed, b_failed",
    ],
    "are what any branch lets pass": [{ oneOf: [code(one), code(other)] }, "a_failed, x_failed"],
    "are those of the branches that name some": [
      { anyOf: [code(one), code({ type: "string" })] },
      "a_failed",
    ],
    "are each one, however many branches let it pass": [
      { anyOf: [code(two), code(three), code(one)] },
      "a_failed, b_failed, c_failed",
    ],
    "are narrowed by what stands beside branches": [
      { allOf: [code(three)], oneOf: [code(other), code(two)] },
      "a_failed, b_failed",
    ],
    "are not narrowed by a condition": [
      { allOf: [code(three)], [when]: code(one), else: code(other) },
      "a_failed, b_failed, c_failed",
    ],
    "are not narrowed by several conditions of a part": [
      { allOf: [code(three), { [when]: code(one), else: code(other) }] },
      "a_failed, b_failed, c_failed",
    ],
    "are not narrowed by the condition of a part that says nothing else of them": [
      { allOf: [code(three), { ...code({}), [when]: code(one) }] },
      "a_failed, b_failed, c_failed",
    ],
    "are narrowed by a part, whatever condition it has": [
      { allOf: [code(three), { ...code(two), [when]: code(one) }] },
      "a_failed, b_failed",
    ],
    "are not narrowed by branches that all are under a condition": [
      { allOf: [code(three), { oneOf: [{ [when]: code(one) }, { [when]: code(other) }] }] },
      "a_failed, b_failed, c_failed",
    ],
    "are narrowed by branches of which one is under no condition": [
      { allOf: [code(three), { oneOf: [{ [when]: code(one) }, code(two)] }] },
      "a_failed, b_failed",
    ],
    "are those of a condition beside branches that name none": [
      { oneOf: [code({ type: "string" }), code({ type: "string" })], [when]: code(one) },
      "a_failed",
    ],
    "are those of all conditions where nothing else names some": [
      { [when]: code(one), else: code(other) },
      "a_failed, x_failed",
    ],
    "are those of all conditions, in however many parts": [
      {
        allOf: [
          { [when]: code(one) },
          { [when]: code(other) },
          { dependentSchemas: { y: code({ const: "y_failed" }) } },
        ],
      },
      "a_failed, x_failed, y_failed",
    ],
    "are those of the schema itself, whatever conditions stand before it": [
      { allOf: [{ [when]: code(other) }, code(two)] },
      "a_failed, b_failed",
    ],
    "are those of a property under a condition, where the list itself stands under it": [
      code({ [when]: one, else: other }),
      "a_failed, x_failed",
    ],
    "are not widened by a branch for null": [code({ oneOf: [two, { type: "null" }] }), "a_failed, b_failed"],
    "are not narrowed by a list of nothing": [code({ enum: [], anyOf: [two] }), "a_failed, b_failed"],
  };

  test.each(Object.entries(cases))("%s", async (_, [schema, expected]) => {
    expect(await sets(schema)).toBe(expected);
  });

  test("are those that the schema of a reference has", async () => {
    expect(await sets(ref("E"), { E: code(two) })).toBe("a_failed, b_failed");
  });

  test("are each one, however many branches refer to one list", async () => {
    const extraction = await extractFrom(
      things({ 404: { anyOf: [ref("E"), ref("E"), code(other)] } }, { schemas: { E: code(two) } }),
    );
    expect([...listed(extraction.contract.catalogs), ...carried(extraction)]).toEqual([
      "code: a_failed, b_failed, x_failed",
      "GET /v1/things 404: a_failed, b_failed, x_failed",
    ]);
  });

  test("are not narrowed by what stands beside another reference to the same schema", async () => {
    const extraction = await extractFrom(
      things(
        {
          404: ref("E"),
          409: { ...ref("E"), ...code(one) },
          410: { ...ref("E"), ...code({ const: "b_failed" }) },
        },
        { schemas: { E: code(two) } },
      ),
    );
    expect(carried(extraction)).toEqual([
      "GET /v1/things 404: a_failed, b_failed",
      "GET /v1/things 409: a_failed",
      "GET /v1/things 410: b_failed",
    ]);
  });

  test("are narrowed by what stands beside a reference, from OpenAPI 3.1 on", async () => {
    const beside = { ...ref("E"), ...code(one) };
    expect(await sets(beside, { E: code(two) }, "3.1.0")).toBe("a_failed");
    expect(await sets(beside, { E: code(two) }, "3.0.3")).toBe("a_failed, b_failed");
    const swagger = {
      swagger: "2.0",
      paths: { "/v1/things": { get: { responses: { 404: { schema: { ...ref("E"), ...code(one) } } } } } },
      components: { schemas: { E: code(two) } },
    };
    expect(carried(await extractFrom(swagger))).toEqual(["GET /v1/things 404: a_failed, b_failed"]);
  });

  test("are joined from all media types", async () => {
    const { contract, ...rest } = await extractFrom(
      things(
        {},
        {
          operation: {
            responses: {
              404: {
                content: {
                  "application/json": { schema: code(one) },
                  "application/xml": { schema: code(other) },
                  "text/plain": { schema: code(one) },
                },
              },
              409: {
                content: {
                  "application/json": { schema: code({ enum: ["a_failed", "x_failed", "y_failed"] }) },
                },
              },
            },
          },
        },
      ),
    );
    expect(carried({ contract, ...rest })).toEqual([
      "GET /v1/things 404: a_failed, x_failed",
      "GET /v1/things 409: a_failed, x_failed, y_failed",
    ]);
  });
});

describe("the statuses that a code is declared with", () => {
  const declared = (statuses: unknown, more: Json = {}) => ({
    ...two,
    "x-error-codes": { a_failed: { statuses, ...more } },
  });
  const carriedBy = async (schema: unknown, ...statuses: string[]) =>
    carried(
      await extractFrom(
        things(Object.fromEntries(statuses.map((status) => [status, ref("E")])), {
          schemas: { E: body({ code: schema }) },
        }),
      ),
    );

  test.each<[unknown, string, boolean]>([
    [["404"], "404", true],
    [["404"], "409", false],
    [["404", "409"], "409", true],
    [["4XX"], "409", true],
    [["4xx"], "409", true],
    [["5XX"], "409", false],
    [["409"], "4XX", true],
    [["509"], "4XX", false],
    [["4xx"], "4XX", true],
    [["default"], "409", true],
    [["409"], "default", true],
    [[], "409", true],
  ])("%j fit %s: %s", async (statuses, status, fits) => {
    expect(await carriedBy(declared(statuses), status)).toEqual([
      `GET /v1/things ${status}: ${fits ? "a_failed, b_failed" : "b_failed"}`,
    ]);
  });

  test("are those of the first list that declares some", async () => {
    const lists = {
      anyOf: [
        declared(["404"]),
        { enum: ["a_failed", "c_failed"], "x-error-codes": { a_failed: { statuses: ["409"] } } },
      ],
    };
    expect(await carriedBy(lists, "404", "409")).toEqual([
      "GET /v1/things 404: a_failed, b_failed, c_failed",
      "GET /v1/things 409: b_failed, c_failed",
    ]);
  });

  test("may leave nothing to a response", async () => {
    const { contract } = await extractFrom(
      things({ 404: body({ code: { ...one, "x-error-codes": { a_failed: { statuses: [409] } } } }) }),
    );
    expect(contract.operations?.[0]?.responses.map(({ codes }) => codes.size)).toEqual([0]);
  });
});

test("responses that narrow the list give their status to their codes, and those with all of it do not", async () => {
  const all = { enum: ["ab", "c", "a", "bc"] };
  const extraction = await extractFrom(
    things({
      404: body({ code: { enum: ["ab", "c"] } }),
      409: body({ code: { enum: ["a", "bc"] } }),
      410: body({ code: all }),
    }),
  );
  expect(carried(extraction)).toEqual([
    "GET /v1/things 404: ab, c",
    "GET /v1/things 409: a, bc",
    "GET /v1/things 410: ab, c, a, bc",
  ]);
  expect(extraction.contract.catalogs[0]?.codes.map(({ code: each, statuses }) => [each, statuses])).toEqual([
    ["ab", ["404"]],
    ["c", ["404"]],
    ["a", ["409"]],
    ["bc", ["409"]],
  ]);
});

test("responses whose code can only be null take no status from those that have codes", async () => {
  const { contract } = await extractFrom(
    things({ 404: body({ code: two }), 409: body({ code: { type: "null" } }) }),
  );
  expect(contract.catalogs[0]?.codes.map(({ code: each, statuses }) => [each, statuses])).toEqual([
    ["a_failed", ["404"]],
    ["b_failed", ["404"]],
  ]);
});

test("error schemas are those with a name that declare the property, wherever the body is written", async () => {
  const schemas: Record<string, Json> = {
    A: code(one),
    B: { properties: { code: other, message: {} } },
    Body: { allOf: [ref("A")] },
  };
  const found = async (schema: unknown) =>
    (await extractFrom(things({ 404: schema }, { schemas }))).contract.catalogs[0]?.errorSchemas;
  expect(await found({ anyOf: [ref("A"), ref("B")] })).toEqual([
    "#/components/schemas/A",
    "#/components/schemas/B",
  ]);
  expect(await found(ref("Body"))).toEqual(["#/components/schemas/Body"]);
  expect(await found(body({ error: ref("B") }))).toEqual(["#/components/schemas/B"]);
  const chosen = { discriminator: { propertyName: "code", mapping: { a_failed: "#/a", b_failed: "#/b" } } };
  expect(await found(body({ error: chosen }))).toEqual([
    "#/paths/~1v1~1things/get/responses/404/content/application~1json/schema",
  ]);
  schemas.Chosen = chosen;
  expect(await found(body({ error: ref("Chosen") }))).toEqual(["#/components/schemas/Chosen"]);
  expect(await found(code(one))).toEqual([
    "#/paths/~1v1~1things/get/responses/404/content/application~1json/schema",
  ]);
});

test("an error schema is also a file of its own, and not a part of a named one", async () => {
  const found = async (target: string) => {
    const properties = { error: { $ref: target }, message: { type: "string" } };
    const spec = await loadFiles({
      "openapi.json": JSON.stringify(
        things({ 404: { properties } }, { schemas: { E: { properties: { inner: code(two) } } } }),
      ),
      "errors/fault.json": JSON.stringify(code(two)),
    });
    return extract(spec, { place: null, setting: null }).contract.catalogs[0]?.errorSchemas;
  };
  expect(await found("errors/fault.json")).toEqual(["errors/fault.json#"]);
  expect(await found("#/components/schemas/E/properties/inner")).toEqual([
    "#/paths/~1v1~1things/get/responses/404/content/application~1json/schema",
  ]);
});

test("a catalog of schemas binds, and says where its list and its error schemas are", async () => {
  const said = async (schema: unknown, schemas: Json = {}) => {
    const { contract } = await extractFrom(things({ 404: schema, 409: schema }, { schemas }));
    return [
      contract.errors,
      contract.catalogs.map(({ codes, ...rest }) => ({ ...rest, codes: codes.length })),
    ];
  };
  const catalog = {
    name: "code",
    open: "closed",
    normative: true,
    linked: "responses",
    shape: "enum",
    codes: 2,
    retired: {},
  };
  const place = { code: "code", linked: "responses" };
  expect(await said(ref("E"), { E: code(two) })).toEqual([
    { ...place, schemas: ["E"] },
    [
      {
        ...catalog,
        errorSchemas: ["#/components/schemas/E"],
        pointers: ["#/components/schemas/E/properties/code"],
      },
    ],
  ]);
  const inside = "#/components/schemas/E/properties/error";
  expect(await said(ref("E/properties/error"), { E: { properties: { error: code(two) } } })).toEqual([
    { ...place, schemas: [inside] },
    [{ ...catalog, errorSchemas: [inside], pointers: [`${inside}/properties/code`] }],
  ]);
});

test("where a reference leads nowhere, the error schema is what stands beside it", async () => {
  const { contract } = await extractFrom(things({ 404: { ...ref("Gone"), ...code(two) } }));
  const pointer = "#/paths/~1v1~1things/get/responses/404/content/application~1json/schema";
  expect([contract.errors, contract.catalogs[0]?.errorSchemas]).toEqual([
    { schemas: [pointer], code: "code", linked: "responses" },
    [pointer],
  ]);
});

describe("a catalog is", () => {
  const string = { type: "string" };
  const extensible = { type: "string", "x-extensible-enum": ["a_failed", "b_failed"] };
  const cases: [string, unknown, string][] = [
    ["closed where a list is all there is", two, "closed"],
    ["closed where any string passes, and must be in the list, too", { allOf: [string, two] }, "closed"],
    ["closed where a branch lets null pass", { anyOf: [two, { type: "null" }] }, "closed"],
    ["closed where a branch lets null pass by its list", { anyOf: [two, { enum: [null] }] }, "closed"],
    ["closed where a branch lets null pass by its const", { anyOf: [two, { const: null }] }, "closed"],
    ["closed where a branch lets null pass as its one type", { anyOf: [two, { type: ["null"] }] }, "closed"],
    [
      "closed where branches let a blank and null pass",
      { oneOf: [two, { enum: [""] }, { enum: [null] }] },
      "closed",
    ],
    ["closed where a branch lets a blank pass by its const", { oneOf: [two, { const: "" }] }, "closed"],
    ["closed where a branch is an object", { anyOf: [two, { type: "object" }] }, "closed"],
    [
      "open where a branch with an example lets any string pass",
      { anyOf: [two, { type: ["null", "string"], example: "x_failed" }] },
      "open",
    ],
    [
      "open where a branch with nothing but an example lets anything pass",
      { anyOf: [two, { example: "x_failed" }] },
      "open",
    ],
    [
      "closed where a branch lets any string pass, and must be in the list, too",
      { anyOf: [{ allOf: [string, two] }, one] },
      "closed",
    ],
    ["open where a branch lets any string pass", { anyOf: [two, string] }, "open"],
    [
      "open where all parts of a branch let any string pass",
      { anyOf: [two, { allOf: [string, { type: ["string", "null"] }] }] },
      "open",
    ],
    ["open where a branch lets any number pass", { oneOf: [two, { type: ["null", "integer"] }] }, "open"],
    ["open where a branch lets any number pass", { oneOf: [two, { type: "number" }] }, "open"],
    ["open where a branch lets anything pass", { anyOf: [two, { description: "Any." }, {}] }, "open"],
    [
      "open where single values have a free branch beside them",
      { oneOf: [{ const: "a_failed" }, { const: "b_failed" }, string] },
      "open",
    ],
    [
      "open where a branch may be a string or an object",
      { anyOf: [two, { type: ["object", "string"] }] },
      "open",
    ],
    ["extensible where it says that it may grow", extensible, "extensible"],
    [
      "extensible where one of its lists may grow",
      { anyOf: [extensible, { const: "c_failed" }] },
      "extensible",
    ],
    [
      "extensible where the list of a reference may grow",
      { allOf: [extensible, { description: "It." }] },
      "extensible",
    ],
    ["extensible where one of its parts may grow", { allOf: [extensible, string] }, "extensible"],
    ["extensible where an enum says so", { ...two, "x-ms-enum": { modelAsString: true } }, "extensible"],
    ["closed where an enum says not", { ...two, "x-ms-enum": { modelAsString: false } }, "closed"],
    ["closed where it says that it may not grow", { ...two, "x-extensible-enum": false }, "closed"],
    ["extensible where both forms are used", { ...two, "x-extensible-enum": ["a_failed"] }, "extensible"],
    [
      "extensible rather than open where a free branch stands beside a list that may grow",
      { anyOf: [extensible, string] },
      "extensible",
    ],
  ];

  test.each(cases)("%s: %j", async (_, schema, open) => {
    const { contract } = await extractFrom(things({ 404: body({ code: schema }) }));
    expect(contract.catalogs.map((catalog) => catalog.open)).toEqual([open]);
  });

  test("as open as the most open of its responses", async () => {
    const open = async (...all: unknown[]) => {
      const bodies = all.map((schema, index) => [404 + index, body({ code: schema })]);
      return (await extractFrom(things(Object.fromEntries(bodies)))).contract.catalogs[0]?.open;
    };
    expect(await open(extensible, { anyOf: [two, string] }, two)).toBe("open");
    expect(await open(two, extensible)).toBe("extensible");
    expect(await open(two, other)).toBe("closed");
  });

  test("open where another branch of the body lets any string pass", async () => {
    const open = async (response: unknown) =>
      (await extractFrom(things({ 404: response }))).contract.catalogs[0]?.open;
    const [listing, free, silent] = [code(two), code(string), { properties: { message: string } }];
    expect(await open({ anyOf: [listing, free] })).toBe("open");
    expect(await open({ allOf: [{ oneOf: [listing, code({})] }] })).toBe("open");
    expect(await open({ oneOf: [listing, silent] })).toBe("closed");
    expect(await open({ allOf: [listing, free] })).toBe("closed");
  });
});

describe("one list of many branches", () => {
  const shape = async (schema: unknown) => {
    const { contract } = await extractFrom(things({ 404: body({ code: schema }) }));
    return contract.catalogs.map(({ shape: form, pointers, codes }) => [
      form,
      pointers.map((pointer) => pointer.split("/properties/code")[1]),
      codes.map((each) =>
        [each.code, each.sites.map(({ pointer }) => pointer.split("/properties/code")[1])].flat(2),
      ),
    ]);
  };

  test("is made of single values", async () => {
    expect(await shape({ oneOf: [{ const: "a_failed" }, { enum: ["b_failed"] }] })).toEqual([
      [
        "one-of",
        [""],
        [
          ["a_failed", "/oneOf/0/const"],
          ["b_failed", "/oneOf/1/enum/0"],
        ],
      ],
    ]);
  });

  test("is no list where there is a single one", async () => {
    expect(await shape({ anyOf: [{ const: "a_failed" }, { type: "string" }] })).toEqual([
      ["const", ["/anyOf/0"], [["a_failed", "/anyOf/0/const"]]],
    ]);
  });

  test("stands beside those that have several values", async () => {
    expect(await shape({ oneOf: [{ const: "x_failed" }, two, { const: "y_failed" }] })).toEqual([
      [
        "one-of",
        ["", "/oneOf/1"],
        [
          ["x_failed", "/oneOf/0/const"],
          ["y_failed", "/oneOf/2/const"],
          ["a_failed", "/oneOf/1/enum/0"],
          ["b_failed", "/oneOf/1/enum/1"],
        ],
      ],
    ]);
  });

  test("has a value once that two branches have, and says what the first of them says", async () => {
    const { contract } = await extractFrom(
      things({
        404: body({
          code: {
            oneOf: [
              { const: "a_failed", title: "A" },
              { const: "b_failed" },
              { const: "a_failed", title: "B" },
            ],
          },
        }),
      }),
    );
    expect(contract.catalogs[0]?.codes.map(({ code: value, name }) => [value, name])).toEqual([
      ["a_failed", "A"],
      ["b_failed", null],
    ]);
  });

  test("stands beside one inside of it that has a value more", async () => {
    const nested = { oneOf: [ref("One"), { const: "y_failed" }] };
    const document = things(
      { 404: body({ code: { oneOf: [ref("One"), other, nested] } }) },
      { schemas: { One: one } },
    );
    expect(listed((await extractFrom(document)).contract.catalogs)).toEqual([
      "code: a_failed, x_failed, y_failed",
    ]);
  });

  test("has what a branch says of its value where the branch has no title of its own", async () => {
    const code = {
      oneOf: [
        { const: "a_failed", "x-enum-varnames": ["A"] },
        { const: "b_failed", "x-enum-varnames": ["B"], title: "Better" },
      ],
    };
    expect(await notesOf(code)).toEqual({ a_failed: { name: "A" }, b_failed: { name: "Better" } });
  });

  test("is not made of branches that have a second list", async () => {
    expect(await shape({ oneOf: [{ allOf: [one, { const: "x_failed" }] }, { const: "y_failed" }] })).toEqual([
      [
        "const",
        ["/oneOf/0/allOf/0", "/oneOf/0/allOf/1", "/oneOf/1"],
        [
          ["a_failed", "/oneOf/0/allOf/0/enum/0"],
          ["x_failed", "/oneOf/0/allOf/1/const"],
          ["y_failed", "/oneOf/1/const"],
        ],
      ],
    ]);
  });

  test("keeps what is odd in a branch beside it", async () => {
    const code = { oneOf: [{ const: "a_failed" }, { const: "b_failed" }, { enum: [true] }] };
    const { warnings } = await extractFrom(things({ 404: body({ code }) }));
    expect(warnings.map(({ rule, at }) => [rule, at])).toEqual([["code-not-string", "code true"]]);
  });

  test("is read where branches are narrowed to one value", async () => {
    expect(await shape({ oneOf: [{ allOf: [two, one] }, { const: "x_failed" }] })).toEqual([
      [
        "enum",
        ["/oneOf/0/allOf/0", "/oneOf/0/allOf/1", "/oneOf/1"],
        [
          ["a_failed", "/oneOf/0/allOf/0/enum/0", "/oneOf/0/allOf/1/enum/0"],
          ["b_failed", "/oneOf/0/allOf/0/enum/1"],
          ["x_failed", "/oneOf/1/const"],
        ],
      ],
    ]);
  });
});

describe("the fields of the error body", () => {
  const fields = async (schema: unknown, openapi = "3.1.0") =>
    (await extractFrom(things({ 404: schema }, { openapi }))).contract.body;
  const listedCode = { type: ["string"], required: false };
  const only = (type: readonly string[], required = false): Json => ({
    code: listedCode,
    it: { type, required },
  });
  const withIt = (it: unknown): Json => body({ code: two, it }, false);

  test.each<[string, unknown, readonly string[]]>([
    ["as it is said", { type: "integer" }, ["integer"]],
    ["as they are said", { type: ["string", "null", 7] }, ["null", "string"]],
    ["as null where that is all", { type: "null" }, ["null"]],
    ["as null where that is the only one", { type: ["null"] }, ["null"]],
    ["as null where that is the only value", { enum: [null] }, ["null"]],
    ["as they are said where there is a blank alone", { enum: [""] }, ["string"]],
    ["as it is said where a list is empty", { type: "string", enum: [] }, ["string"]],
    ["with null where it may be", { type: "string", nullable: true }, ["null", "string"]],
    [
      "with null where Swagger says that it may be",
      { type: "string", "x-nullable": true },
      ["null", "string"],
    ],
    ["without null where it may not be", { type: "string", nullable: false }, ["string"]],
    ["unknown where nothing is said", { description: "It.", nullable: true }, []],
    ["by its properties", { properties: {}, nullable: true }, ["null", "object"]],
    ["by what its properties are", { additionalProperties: { type: "string" } }, ["object"]],
    ["not by the properties that it must not have", { additionalProperties: false }, []],
    ["by its items", { items: {} }, ["array"]],
    ["by its first items", { prefixItems: [] }, ["array"]],
    ["by its list", { enum: ["a", 1, 1.5, true, null] }, ["boolean", "integer", "null", "number", "string"]],
    ["by its only value", { const: 1 }, ["integer"]],
    ["by its type where it has a list, too", { type: "number", enum: [1] }, ["number"]],
    ["of all branches", { oneOf: [{ type: "string" }, { type: "integer" }] }, ["integer", "string"]],
    ["of all branches, also null", { oneOf: [{ type: "string" }, { type: "null" }] }, ["null", "string"]],
    [
      "of all branches, also null beside lists",
      { oneOf: [{ type: "string", enum: ["a"] }, { type: "null" }] },
      ["null", "string"],
    ],
    ["of branches that say it", { anyOf: [{ type: "string" }, {}] }, ["string"]],
    ["unknown where no branch says it", { anyOf: [{ description: "a" }, { type: "null" }] }, []],
    [
      "that all parts let pass",
      { allOf: [{ type: ["string", "null"] }, { type: ["string", "integer"] }] },
      ["string"],
    ],
    [
      "that some parts say",
      { allOf: [{ description: "It." }, { type: "integer" }, { minimum: 7 }] },
      ["integer"],
    ],
    ["that one of two parts says", { allOf: [{ type: "string" }, { example: "x" }] }, ["string"]],
    ["that one of two parts says", { allOf: [{ example: "x" }, { type: "string" }] }, ["string"]],
  ])("have their types %s: %j", async (_, schema, types) => {
    expect(await fields(withIt(schema))).toEqual(only(types));
  });

  const it: Json = { properties: { it: { type: "string" } } };
  const must: Json = { required: ["it"] };
  test.each<[string, Json, boolean]>([
    ["where the schema says so", { ...it, ...must }, true],
    ["where another part says so", { allOf: [it, must] }, true],
    ["where the part that declares them says so", { allOf: [{ ...it, ...must }, it] }, true],
    [
      "where all branches say so",
      {
        oneOf: [
          { ...it, ...must },
          { ...it, ...must },
        ],
      },
      true,
    ],
    [
      "where all branches say so of what stands beside them",
      { ...it, oneOf: [must, { required: ["it", "x"] }] },
      true,
    ],
    ...[{ type: "null" }, { type: ["null"] }, { enum: [null, null] }, { const: null }].map(
      (nothing): [string, Json, boolean] => [
        "where all branches say so but one for null",
        { oneOf: [{ ...it, ...must }, nothing] },
        true,
      ],
    ),
    ["unless a branch does not", { oneOf: [{ ...it, ...must }, it] }, false],
    [
      "unless a branch does not say so of what stands beside them",
      { ...it, anyOf: [must, { required: ["x"] }] },
      false,
    ],
    ["unless a branch has none", { oneOf: [{ ...it, ...must }, { properties: { x: {} } }] }, false],
    ["unless a condition says so", { ...it, [when]: must }, false],
    ["unless they stand under a condition", { [when]: { ...it, ...must } }, false],
    ["unless `required` is no list", { ...it, required: "it" }, false],
  ])("are required %s: %j", async (_, part, required) => {
    const found = await fields({ allOf: [withIt({}), part] });
    expect(found.it).toEqual({ type: ["string"], required });
  });

  test("are beside the code, inside of what can hold errors, and on the way to it", async () => {
    const inner = { properties: { field: { type: "string" }, deep: { properties: { x: {} } } } };
    expect(
      await fields({
        required: ["error"],
        properties: {
          status: { type: "integer" },
          error: {
            type: "object",
            required: ["code"],
            properties: {
              code: two,
              details: { type: "array", items: inner },
              thing: inner,
            },
          },
        },
      }),
    ).toEqual({
      error: { type: ["object"], required: true },
      "error.code": { type: ["string"], required: true },
      "error.details": { type: ["array"], required: false },
      "error.details[].deep": { type: ["object"], required: false },
      "error.details[].field": { type: ["string"], required: false },
      "error.thing": { type: ["object"], required: false },
      status: { type: ["integer"], required: false },
    });
  });

  test("are not those of a body that holds more than the error", async () => {
    expect(
      await fields({
        properties: { id: { type: "string" }, data: { properties: { code: two, other: {} } } },
      }),
    ).toEqual({
      data: { type: ["object"], required: false },
      "data.code": { type: ["string"], required: false },
      "data.other": { type: [], required: false },
    });
  });

  test("are not those beside the way to the code, nor around what holds more than the error", async () => {
    expect(
      Object.keys(
        await fields({
          properties: {
            id: {},
            error: {
              properties: { cause: { properties: { code: two } }, other: { properties: { deep: {} } } },
            },
          },
        }),
      ),
    ).toEqual(["error", "error.cause", "error.cause.code", "id"]);
    expect(
      Object.keys(
        await fields({
          properties: { id: {}, data: { properties: { error: { properties: { code: two } } } } },
        }),
      ),
    ).toEqual(["data", "data.error", "data.error.code"]);
  });

  test("are required inside of an error where all branches say so", async () => {
    const branch = (required: readonly string[]) => ({
      properties: { error: { required, properties: { code: two } } },
    });
    const isRequired = async (...all: string[][]) =>
      (await fields({ oneOf: all.map(branch) }))["error.code"]?.required;
    expect(await isRequired(["code"], ["code"])).toBe(true);
    expect(await isRequired(["code"], [])).toBe(false);
    expect((await fields({ allOf: [branch([]), branch(["code"])] }))["error.code"]?.required).toBe(true);
  });

  test("are found in lists of errors, and in maps of them", async () => {
    expect(
      Object.keys(
        await fields({
          properties: {
            trace: {},
            errors: { type: "array", items: { properties: { code: two, pointer: {} } } },
          },
        }),
      ),
    ).toEqual(["errors", "errors[].code", "errors[].pointer", "trace"]);
    expect(
      Object.keys(
        await fields({ properties: { errors: { additionalProperties: { properties: { code: two } } } } }),
      ),
    ).toEqual(["errors", "errors.*.code"]);
  });

  test("keep a name that could be taken for several steps in quotes", async () => {
    const names = ["a.b", "*", "[x]", 'q"q', "plain-name"];
    const found = await fields({
      required: names,
      properties: { code: two, ...Object.fromEntries(names.map((name) => [name, { type: "string" }])) },
    });
    expect(Object.keys(found)).toEqual(['"*"', '"[x]"', '"a.b"', '"q\\"q"', "code", "plain-name"]);
    expect(Object.values(found).map(({ required }) => required)).toEqual([
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
  });
});

describe("codes are found", () => {
  const found = async (schema: unknown) =>
    listed((await extractFrom(things({ 404: schema }))).contract.catalogs);

  test.each<[string, Json, string]>([
    ["in items", { items: code(two) }, "[].code: a_failed, b_failed"],
    [
      "in the first items, and in all others",
      { prefixItems: [code(one)], items: code(other) },
      "[].code: a_failed, x_failed",
    ],
    ["in the items that a list contains", { contains: code(one) }, "[].code: a_failed"],
    [
      "in items that are written as a list",
      { items: [code(one), code(other)] },
      "[].code: a_failed, x_failed",
    ],
    ["in the values of a map", { additionalProperties: code(two) }, "*.code: a_failed, b_failed"],
    [
      "in properties by pattern",
      { patternProperties: { "^e": code(one) }, additionalProperties: false },
      "*.code: a_failed",
    ],
    ["in schemas that depend on a property", { dependentSchemas: { x: code(one) } }, "code: a_failed"],
    ["in a list of codes", { properties: { codes: { items: two } } }, "codes[]: a_failed, b_failed"],
  ])("%s", async (_, schema, expected) => {
    expect(await found(schema)).toEqual([expected]);
  });

  test("not in a map whose values may be anything", async () => {
    const { contract } = await extractFrom(
      things({ 404: { ...body({ code: two }), additionalProperties: {}, patternProperties: { x: {} } } }),
    );
    expect(Object.keys(contract.body)).toEqual(["code", "message"]);
  });
});

describe("an object that can carry a single code", () => {
  const messages = async (schema: unknown) => {
    const { contract } = await extractFrom(things({ 404: schema }));
    return contract.catalogs[0]?.codes.map((each) => [each.code, each.description, ...each.messages]);
  };

  test("describes it, however many references lead to it", async () => {
    const document = things(
      { 404: { description: "Gone.", properties: { code: { allOf: [ref("Code"), ref("Code")] } } } },
      { schemas: { Code: { const: "a_failed" } } },
    );
    expect((await extractFrom(document)).contract.catalogs[0]?.codes[0]?.description).toBe("Gone.");
  });

  test("describes it", async () => {
    expect(
      await messages({
        description: "No such thing.",
        properties: {
          code: { const: "a_failed" },
          message: { const: "Not here." },
          detail: { enum: ["Nor there."] },
          title: { example: "Gone." },
          reason: { default: "Lost." },
          error: { enum: ["one", "two"] },
          msg: { enum: [] },
        },
      }),
    ).toEqual([
      ["a_failed", "No such thing.", "Not here.", "Nor there.", "Gone.", "Lost.", "No such thing."],
    ]);
  });

  test("does not outrank what the code says itself", async () => {
    expect(
      await messages({
        description: "No such thing.",
        ...code({
          oneOf: [{ const: "a_failed", description: "A failed." }],
          enum: ["a_failed"],
          "x-enum-descriptions": ["Mine."],
        }),
      }),
    ).toEqual([["a_failed", "Mine.", "Mine."]]);
  });

  test("and nothing else says nothing of it", async () => {
    expect(await messages(code({ const: "a_failed" }))).toEqual([["a_failed", null]]);
  });

  test("is not one that can carry several", async () => {
    expect(
      await messages({ description: "No.", properties: { code: two, message: { const: "No." } } }),
    ).toEqual([
      ["a_failed", null],
      ["b_failed", null],
    ]);
    expect(
      await messages({ description: "No.", properties: { code: { anyOf: [one, { allOf: [other] }] } } }),
    ).toEqual([
      ["a_failed", null],
      ["x_failed", null],
    ]);
    expect(await messages({ description: "No.", ...code({ ...one, [when]: other }) })).toEqual([
      ["a_failed", null],
      ["x_failed", null],
    ]);
  });

  test("does not take its own code for a message", async () => {
    expect(await messages({ properties: { error: { const: "a_failed" } } })).toEqual([["a_failed", null]]);
  });
});

describe("schemas that refer to each other in a circle", () => {
  const schemas = {
    Coded: { allOf: [ref("Worded")], properties: { code: two } },
    Worded: { allOf: [ref("Coded")], properties: { message: { type: "string" } } },
  };
  const each = ["404: a_failed, b_failed", "409: a_failed, b_failed"];

  test.each([
    ["Coded", "Worded"],
    ["Worded", "Coded"],
  ])("are read whole, whichever is read first: %s, %s", async (first, second) => {
    const extraction = await extractFrom(things({ 404: ref(first), 409: ref(second) }, { schemas }));
    expect(carried(extraction)).toEqual(each.map((one) => `GET /v1/things ${one}`));
    expect(Object.keys(extraction.contract.body)).toEqual(["code", "message"]);
  });

  test("are read where a document refers to itself", async () => {
    const named = { title: "Error", properties: { code: two, inner_error: { $ref: "#" } } };
    for (const document of [named, { ...named, allOf: [{ $ref: "#" }] }, { ...named, $ref: "#" }])
      expect(listed((await extractFrom(document)).contract.catalogs)).toEqual(["code: a_failed, b_failed"]);
  });

  test("cost no more than others where all of a circle is read at once", async () => {
    const Tree = { ...body({ code: two, error: ref("Tree") }) };
    const reads = (nodes: number) =>
      extractFrom(things({ 404: ref("Tree"), 409: body({ data: ref("Tree") }) }, { schemas: { Tree } }), {
        limits: { ...defaultLimits, nodes },
      }).then(
        ({ contract }) => listed(contract.catalogs),
        (error: unknown) => (error instanceof Problem ? error.code : error),
      );
    expect(await reads(930)).toEqual(["code: a_failed, b_failed"]);
    expect(await reads(900)).toBe("too-many-nodes");
  });
});
