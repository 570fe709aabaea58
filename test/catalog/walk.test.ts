import { describe, expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import { Problem } from "../../src/contract/problem.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { body, carried, extractFrom, type Json, json, listed, ref, things } from "./document.js";
import { loadFiles } from "./load.js";

const error = body({ code: { enum: ["a_failed", "b_failed"] } });
const responses = { 404: json(error) };
const get = { get: { responses } };

const document = (parts: Json): Json => ({ openapi: "3.1.0", info: { title: "T", version: "1" }, ...parts });
const ids = async (parts: Json) =>
  (await extractFrom(document(parts))).contract.operations?.map(({ id }) => id);
const codes = async (parts: Json) => listed((await extractFrom(document(parts))).contract.catalogs);
const all = ["code: a_failed, b_failed"];

describe("a version of the specification", () => {
  test.each([
    ["openapi", "4.0.0"],
    ["openapi", 2],
    ["swagger", "1.2"],
    ["swagger", "3.0.0"],
  ])("that is not known says so: %s %s", async (word, version) => {
    const given = JSON.stringify({ [word]: version, paths: { "/a": get } });
    const spec = await loadFiles({ "openapi.json": given });
    expect(() => extract(spec)).toThrow(
      expect.objectContaining({
        code: "unknown-version",
        message: expect.stringContaining(`no version of \`${word}\``),
        location: expect.objectContaining({ line: 1, column: given.indexOf(":") + 2 }),
      }),
    );
  });

  test.each([3, 3.1, "3.0.0-rc2", "3.9", "v3.1", "latest", null])(
    "that may be known is read: %s",
    async (openapi) => {
      expect(await codes({ openapi, paths: { "/a": get } })).toEqual(all);
    },
  );
});

describe("operations", () => {
  test("are those of all methods, in the order of the document", async () => {
    const methods = ["put", "get", "post", "delete", "options", "head", "patch", "trace", "query"];
    const item = Object.fromEntries(methods.map((method) => [method, { responses }]));
    expect(
      await ids({
        paths: { "/a": { ...item, parameters: [], summary: { responses }, connect: { responses } } },
      }),
    ).toEqual(methods.map((method) => `${method.toUpperCase()} /a`));
  });

  test("may have methods of their own", async () => {
    expect(
      await ids({ paths: { "/a": { get: { responses }, additionalOperations: { LINK: { responses } } } } }),
    ).toEqual(["GET /a", "LINK /a"]);
  });

  test("are not extensions beside paths, nor what is no object", async () => {
    expect(await ids({ paths: { "x-internal": get, "/a": get, "/b": { get: null }, "/c": "none" } })).toEqual(
      ["GET /a"],
    );
  });

  test("are those of webhooks, also of those before OpenAPI 3.1", async () => {
    expect(
      await ids({
        webhooks: { changed: { post: { responses } } },
        "x-webhooks": { gone: { post: { responses } } },
      }),
    ).toEqual(["webhook POST changed", "webhook POST gone"]);
  });

  test("of a path item with a reference are those of both, and its own win", async () => {
    const { contract } = await extractFrom(
      document({
        paths: { "/a": { $ref: "#/components/pathItems/A", get: { responses: { 409: json(error) } } } },
        components: { pathItems: { A: { get: { responses }, put: { responses } } } },
      }),
    );
    expect(carried({ contract } as Awaited<ReturnType<typeof extractFrom>>)).toEqual([
      "GET /a 409: a_failed, b_failed",
      "PUT /a 404: a_failed, b_failed",
    ]);
  });

  test("whose reference leads nowhere are left out, and told", async () => {
    const { contract, warnings } = await extractFrom(
      document({
        paths: {
          "/a": { $ref: "#/gone", put: { responses } },
          "/b": { get: { $ref: "#/gone" } },
          "/c": { get: { responses: { 404: { $ref: "#/gone" } } } },
          "/d": { get: { responses: { $ref: "#/gone" } } },
          "/e": { get: { responses, callbacks: { c: { $ref: "#/gone" } } } },
        },
      }),
    );
    expect(
      contract.operations?.map(({ id, responses: found }) => [id, found.map(({ status }) => status)]),
    ).toEqual([
      ["PUT /a", ["404"]],
      ["GET /c", ["404"]],
      ["GET /d", []],
      ["GET /e", ["404"]],
    ]);
    expect(warnings.map(({ rule, at }) => [rule, at])).toEqual(
      ["/a", "/b/get", "/c/get/responses/404", "/d/get/responses", "/e/get/callbacks/c"].map((place) => [
        "ref-unresolved",
        `#/paths/${place.replace("/", "~1")}`,
      ]),
    );
  });

  test("stand where they are written, and their responses too", async () => {
    const { contract } = await extractFrom(document({ paths: { "/a": get } }));
    const file = "openapi.json";
    expect(contract.operations).toEqual([
      {
        id: "GET /a",
        site: { file, pointer: "#/paths/~1a/get" },
        responses: [
          {
            status: "404",
            site: { file, pointer: "#/paths/~1a/get/responses/404" },
            codes: new Map([["code", new Set(["a_failed", "b_failed"])]]),
          },
        ],
      },
    ]);
  });
});

test("a response is an error unless its status says that all went well", async () => {
  const statuses = [
    "100",
    "200",
    "2XX",
    "301",
    "3XX",
    "404",
    "4xx",
    "599",
    "5XX",
    "600",
    "0404",
    "4040",
    "40X",
    "default",
    "x-default",
  ];
  const { contract } = await extractFrom(
    document({
      paths: {
        "/a": { get: { responses: Object.fromEntries(statuses.map((status) => [status, json(error)])) } },
      },
    }),
  );
  expect(contract.operations?.[0]?.responses.map(({ status }) => status).sort()).toEqual([
    "301",
    "3XX",
    "404",
    "4xx",
    "599",
    "5XX",
    "default",
  ]);
});

describe("the body of a response", () => {
  const found = (response: Json, components: Json = {}) =>
    codes({ paths: { "/a": { get: { responses: { 404: response } } } }, components });

  test.each<[string, Json, Json?]>([
    ["is the schema of a media type", { content: { "a/b": { schema: error } } }],
    [
      "is behind a reference",
      { $ref: "#/components/responses/E" },
      {
        responses: { E: { $ref: "#/components/responses/F" }, F: { content: { "a/b": { schema: error } } } },
      },
    ],
    [
      "may have a media type that is shared",
      { content: { "a/b": { $ref: "#/components/mediaTypes/E" } } },
      { mediaTypes: { E: { schema: error } } },
    ],
    ["may have one that leads nowhere", { content: { "x/y": { $ref: "#/gone" }, "a/b": { schema: error } } }],
  ])("%s", async (_, response, components) => {
    expect(await found(response, components)).toEqual(all);
  });

  const plain = { schema: error };
  const media = { content: { "a/b": plain } };
  const stream = { content: { "a/b": { itemSchema: error } } };
  test.each<[string, Json, readonly Json[], readonly Json[]]>([
    ["Swagger 2.0", { swagger: "2.0" }, [plain], [media, stream]],
    ["OpenAPI 3.0", { openapi: "3.0.4" }, [media], [plain, stream]],
    ["OpenAPI 3.1", { openapi: "3.1.1" }, [media], [plain, stream]],
    ["OpenAPI 3.2", { openapi: "3.2.0" }, [media, stream], [plain]],
    ["no version", {}, [plain, media, stream], []],
  ])("is what %s has a word for", async (_, version, words, others) => {
    const declared = async (response: Json) => {
      const paths = { "/a": { get: { responses: { 404: response } } } };
      return listed((await extractFrom({ ...version, paths })).contract.catalogs);
    };
    for (const response of words) expect(await declared(response)).toEqual(all);
    for (const response of others) expect(await declared(response)).toEqual([]);
  });

  test("is not under an extension among its media types", async () => {
    expect(await found({ content: { "x-old": { schema: error } } })).toEqual([]);
  });

  test("is not there where nothing describes it", async () => {
    expect(
      await found({ content: { "a/b": { schema: true }, "c/d": {} } }, { schemas: { Error: error } }),
    ).toEqual(all);
    expect(await found({ content: { "a/b": { schema: {} } } }, { schemas: { Error: error } })).toEqual([]);
  });
});

describe("a document", () => {
  const kind = async (parts: Json) => {
    const { explanation } = await extractFrom(parts);
    return [explanation.document, explanation.operations, explanation.errorResponses, explanation.how];
  };
  const bodies = "properties of the bodies of error responses";

  test.each<[string, Json, unknown[]]>([
    ["with operations", document({ paths: { "/a": get } }), ["openapi", 1, 1, bodies]],
    ["with operations alone", { paths: { "/a": get } }, ["openapi", 1, 1, bodies]],
    ["with nothing in it", document({}), ["library", 0, 0, "names alone: no error response declares a body"]],
    [
      "without operations, with shared responses",
      document({ components: { responses: { E: json(error) } } }),
      ["library", 0, 0, "properties of shared responses: the document has no operations"],
    ],
    [
      "of Swagger, with shared responses",
      { swagger: "2.0", responses: { E: { schema: error } } },
      ["library", 0, 0, "properties of shared responses: the document has no operations"],
    ],
    [
      "of components alone",
      { components: { schemas: { Error: error } } },
      ["library", 0, 0, "names alone: no error response declares a body"],
    ],
    ["that is a JSON Schema", error, ["schema", 0, 0, "names alone: the document is a JSON Schema"]],
    [
      "with shared responses that operations do not refer to",
      document({
        paths: { "/a": { get: { responses: {} } } },
        components: { responses: { E: json(error) } },
      }),
      ["openapi", 1, 0, "names alone: no error response declares a body"],
    ],
    [
      "with examples alone",
      document({
        paths: {
          "/a": {
            get: {
              responses: { 404: { content: { "a/b": { schema: {}, example: { code: "a_failed" } } } } },
            },
          },
        },
      }),
      ["openapi", 1, 1, "examples of error responses alone: no schema lists codes"],
    ],
  ])("%s says what it is", async (_, parts, expected) => {
    expect(await kind(parts)).toEqual(expected);
  });

  test("that is no mapping is a problem", async () => {
    const spec = await loadFiles({ "openapi.json": "{}" });
    const list = { ...spec, root: { ...spec.root, data: [] } };
    expect(() => extract(list, { place: null, setting: null })).toThrow(
      new Problem(
        "not-a-mapping",
        "the document is no mapping.",
        "name an OpenAPI document or a JSON Schema: a mapping with keys such as `openapi` and `paths`.",
        { file: "openapi.json" },
      ),
    );
  });

  test.each<[unknown, string | null]>([
    ["1.2.3", "1.2.3"],
    [2, "2"],
    [1.5, "1.5"],
    [" ", null],
    [true, null],
  ])("declares the version %j", async (version, expected) => {
    expect((await extractFrom({ ...things({}), info: { version } })).contract.version).toBe(expected);
  });

  test("counts the responses of several operations that share a body", async () => {
    const { explanation } = await extractFrom(
      things(
        { 404: ref("E"), 409: ref("E") },
        { schemas: { E: error }, paths: { "/b": { get: { responses: { 404: json(ref("E")) } } } } },
      ),
    );
    expect(explanation.candidates.map(({ responses: count }) => count)).toEqual([3]);
  });
});

test("a catalog has as many codes as the limit, and not one more", async () => {
  const document = things({ 404: error });
  const limited = (codes: number) => extractFrom(document, { limits: { ...defaultLimits, codes } });
  expect(listed((await limited(2)).contract.catalogs)).toEqual(all);
  await expect(limited(1)).rejects.toEqual(
    new Problem(
      "too-many-codes",
      "`enum` has 2 items, more than 1 (at openapi.json#/paths/~1v1~1things/get/responses/404/content/application~1json/schema/properties/code).",
      "raise `limits.codes` in the config if you trust the file.",
      { file: "openapi.json" },
    ),
  );
});

test("lists of one catalog have together as many codes as the limit", async () => {
  const other = body({ code: { enum: ["b_failed", "c_failed"] } });
  const limited = (codes: number) =>
    extractFrom(things({ 404: error, 409: other }), { limits: { ...defaultLimits, codes } });
  expect(listed((await limited(3)).contract.catalogs)).toEqual(["code: a_failed, b_failed, c_failed"]);
  await expect(limited(2)).rejects.toEqual(
    new Problem(
      "too-many-codes",
      "`code` lists 3 codes, more than 2.",
      "raise `limits.codes` in the config if you trust the file.",
      { file: "openapi.json" },
    ),
  );
});

test("codes and their descriptions have as many characters as the limit", async () => {
  const told = body({
    code: { oneOf: [{ const: "a_failed", description: "Twelve chars" }, { const: "b_failed" }] },
  });
  const limited = (text: number) =>
    extractFrom(things({ 404: told }), { limits: { ...defaultLimits, text } });
  expect(listed((await limited(28)).contract.catalogs)).toEqual(all);
  await expect(limited(27)).rejects.toEqual(
    new Problem(
      "too-much-text",
      "codes of `code` and their descriptions have 28 characters, more than 27.",
      "raise `limits.text` in the config if you trust the file.",
      { file: "openapi.json" },
    ),
  );
});

test("a document has as many operations and responses as the limit, those behind references counted each time", async () => {
  const shared = { get: { responses: { 200: {}, 404: json(error) } } };
  const parts = {
    paths: { "/a": { $ref: "#/components/pathItems/A" }, "/b": { $ref: "#/components/pathItems/A" } },
    components: { pathItems: { A: shared } },
  };
  const limited = (most: number) =>
    extractFrom(document(parts), { limits: { ...defaultLimits, responses: most } });
  expect(listed((await limited(6)).contract.catalogs)).toEqual(all);
  await expect(limited(5)).rejects.toEqual(
    new Problem(
      "too-many-responses",
      "the spec has more than 5 operations and responses, those behind references counted each time.",
      "raise `limits.responses` in the config if you trust the file.",
      { file: "openapi.json" },
    ),
  );
});

test.each<[string, Json]>([
  ["enum", { enum: ["a_failed", "b_failed", "c_failed"] }],
  ["x-extensible-enum", { "x-extensible-enum": ["a_failed", "b_failed", "c_failed"] }],
  ["oneOf", { oneOf: [{}, {}, {}] }],
  ["anyOf", { anyOf: [{}, {}, {}] }],
])("an `%s` that is longer than a catalog may be is not read", async (key, code) => {
  await expect(
    extractFrom(things({ 404: ref("E") }, { schemas: { E: body({ code }) } }), {
      limits: { ...defaultLimits, codes: 2 },
    }),
  ).rejects.toEqual(
    new Problem(
      "too-many-codes",
      `\`${key}\` has 3 items, more than 2 (at openapi.json#/components/schemas/E/properties/code).`,
      "raise `limits.codes` in the config if you trust the file.",
      { file: "openapi.json" },
    ),
  );
});

describe("what the error responses unfold to", () => {
  const limited = (document: Json, nodes: number) =>
    extractFrom(document, { limits: { ...defaultLimits, nodes } });

  /** The lowest `limits.nodes` with which a document is read. */
  const least = async (document: Json): Promise<number> => {
    let [low, high] = [0, 10_000];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const fits = await limited(document, middle).then(
        () => true,
        () => false,
      );
      [low, high] = fits ? [low, middle] : [middle + 1, high];
    }
    return low;
  };

  const withCode = (code: object, more: object = {}) => things({ 404: body({ code }) }, more);
  const listing = (count: number) => Array.from({ length: count }, (_, index) => `e${index}_failed`);
  const ofList = (count: number) => withCode({ enum: listing(count) });

  test("has as many fields as the limit, and a schema counts fifty", async () => {
    const plain = things({ 404: { type: "object", properties: { code: { type: "string" } } } });
    const deeper = things({
      404: { type: "object", properties: { code: { allOf: [{ type: "string" }] } } },
    });
    expect((await least(deeper)) - (await least(plain))).toBe(50);
    const fits = await least(plain);
    await expect(limited(plain, fits - 1)).rejects.toMatchObject({
      code: "too-many-nodes",
      message: expect.stringMatching(
        /^the schemas of the error responses unfold to more than \d+ fields, schemas and listed values counted as 50 \(at openapi\.json#\/paths\/.*\)$/,
      ),
      hint: "Raise `limits.nodes` in the config if you trust the file.",
      location: { file: "openapi.json" },
    });
  });

  test.each([
    ["values", listing(9)],
    ["values that are none", [...listing(4), 1.5, false, true, {}, []]],
    ["values that are listed again", [...listing(4), ...listing(4), "e0_failed"]],
  ])("counts fifty for each of the %s of a list", async (_, list) => {
    expect((await least(withCode({ enum: list }))) - (await least(ofList(4)))).toBe(5 * 50);
  });

  test("counts fifty more for a branch than for a part", async () => {
    const of = (key: string) =>
      least(withCode({ [key]: listing(4).map((code) => ({ enum: [code, "same"] })) }));
    expect((await of("anyOf")) - (await of("allOf"))).toBe(4 * 50);
  });

  test("counts a list once where bodies share it, and again where notes stand beside a reference to it", async () => {
    const used = (...codes: readonly object[]) =>
      things(Object.fromEntries(codes.map((code, index) => [400 + index, body({ code })])), {
        schemas: { Code: { enum: listing(30) } },
      });
    const cost = async (code: object) =>
      (await least(used(ref("Code"), code))) - (await least(used(ref("Code"))));
    expect(await cost(ref("Code"))).toBeLessThan(30 * 50);
    expect(await cost({ ...ref("Code"), "x-enum-varnames": ["Any"] })).toBeGreaterThan(30 * 50);
  });

  test("counts names that a body requires once where bodies share them, and again where one adds to them", async () => {
    const requiring = (count: number, own: object) =>
      least(
        things(
          { 400: { allOf: [ref("Common")] }, 401: { allOf: [ref("Common")], ...own } },
          {
            schemas: {
              Common: { ...(body({ code: { enum: ["a", "b"] } }) as object), required: listing(count) },
            },
          },
        ),
      );
    const more = async (own: object) => (await requiring(70, own)) - (await requiring(30, own));
    expect(await more({})).toBe(40);
    expect(await more({ required: ["own"] })).toBe(2 * 40);
  });

  test("counts a property of a body five times for each schema of its media types", async () => {
    const ofFields = (count: number, together: boolean) => {
      const schemas = ["x", "y", "z"].map((name) =>
        body({ [name]: {}, ...Object.fromEntries(listing(count).map((field) => [field, {}])) }),
      );
      const types = schemas.map((schema, index) => [`application/x${index}+json`, { schema }] as const);
      const contents = together ? [types] : types.map((type) => [type]);
      const responses = contents.map((content, index) => [
        400 + index,
        { description: "n", content: Object.fromEntries(content) },
      ]);
      return least(
        things(
          { 404: body({ code: { enum: ["a", "b"] } }) },
          {
            paths: { "/m": { get: { responses: Object.fromEntries(responses) } } },
          },
        ),
      );
    };
    const perField = async (together: boolean) =>
      (await ofFields(11, together)) - (await ofFields(10, together));
    expect((await perField(true)) - (await perField(false))).toBe(5 * 3);
  });

  test("a pointer goes through a hundred references on its way, and not through more", async () => {
    const through = async (count: number) => {
      const listed = body({ code: { enum: ["a_failed", "b_failed"] } });
      const nested = Array.from({ length: count }).reduce<Json>((inner) => ({ n: inner }), listed);
      const schemas = Object.fromEntries([
        ...Array.from({ length: count }, (_, index) => [`K${index}`, ref(`K${index + 1}/n`)]),
        [`K${count}`, nested],
      ]);
      const code = ref("K0/properties/code");
      return (await extractFrom(things({ 404: body({ code }) }, { schemas }))).contract.catalogs.length;
    };
    expect([await through(1), await through(100), await through(101)]).toEqual([1, 1, 0]);
  });
});

test("a thousand schemas may refer to each other in a row, and not one more", async () => {
  const chain = (count: number) => {
    const names = Array.from({ length: count - 1 }, (_, index) => [
      `S${index}`,
      { allOf: [ref(`S${index + 1}`)] },
    ]);
    return things(
      { 404: ref("S0") },
      { schemas: { ...Object.fromEntries(names), [`S${count - 1}`]: error } },
    );
  };
  // Each of these is two: the schema, and the reference to it.
  expect(listed((await extractFrom(chain(499))).contract.catalogs)).toEqual(all);
  await expect(extractFrom(chain(500))).rejects.toMatchObject({
    code: "too-deep",
    message: expect.stringMatching(
      /^more than 1000 schemas refer to each other in a row \(at openapi\.json#\/components\/schemas\/.*\)$/,
    ),
    hint: "Shorten the chain of `$ref`s.",
    location: { file: "openapi.json" },
  });
});

describe("codes that no operation can answer with are told, and not locked", () => {
  const unused = async (parts: Json) => {
    const { contract, unused: found } = await extractFrom(
      document({
        paths: { "/a": { get: { responses: { 404: json(body({ code: { enum: ["used_failed"] } })) } } } },
        ...parts,
      }),
    );
    return [
      listed(contract.catalogs),
      ...found.map(({ path, codes: own, where, site }) => [path, own.join(), where, site.pointer]),
    ];
  };
  const used = ["code: used_failed"];

  test("of callbacks", async () => {
    const callbacks = {
      done: {
        "{$url}": {
          post: {
            responses,
            callbacks: {
              deep: {
                "{$url}": { post: { responses: { 500: json(body({ code: { enum: ["x_failed"] } })) } } },
              },
            },
          },
        },
      },
    };
    expect(
      await unused({
        paths: {
          "/a": { get: { responses: { 404: json(body({ code: { enum: ["used_failed"] } })) }, callbacks } },
        },
      }),
    ).toEqual([
      used,
      [
        "code",
        "a_failed,b_failed",
        "callback",
        "#/paths/~1a/get/callbacks/done/{$url}/post/responses/404/content/application~1json/schema/properties/code",
      ],
    ]);
  });

  test("of shared responses", async () => {
    expect(await unused({ components: { responses: { E: json(error) } } })).toEqual([
      used,
      [
        "code",
        "a_failed,b_failed",
        "component",
        "#/components/responses/E/content/application~1json/schema/properties/code",
      ],
    ]);
  });

  test("of schemas that are named like errors, each list once", async () => {
    const schemas = {
      Thing: error,
      ErrorBody: error,
      OtherError: ref("ErrorBody"),
      WrapError: { allOf: [ref("ErrorBody")] },
    };
    expect(await unused({ components: { schemas } })).toEqual([
      used,
      ["code", "a_failed,b_failed", "component", "#/components/schemas/ErrorBody/properties/code"],
    ]);
  });

  test("under a name that is just strong enough, each list at one path alone, and not where a response has it", async () => {
    const list = { enum: ["a_failed", "b_failed"] };
    const schemas = {
      List: list,
      ErrorItem: body({ issue: ref("List") }),
      ErrorBody: body({ errors: { items: body({ code: ref("List") }) } }),
    };
    expect(await unused({ components: { schemas } })).toEqual([
      used,
      ["errors[].code", "a_failed,b_failed", "component", "#/components/schemas/List"],
    ]);
    const both = { ...schemas, ErrorBody: {} };
    expect(await unused({ components: { schemas: both } })).toEqual([
      used,
      ["issue", "a_failed,b_failed", "component", "#/components/schemas/List"],
    ]);
    const carrying = { "/a": { get: { responses: { 404: json(body({ code: ref("List") })) } } } };
    expect(await unused({ paths: carrying, components: { schemas: both } })).toEqual([all]);
  });

  test("but not under a name that says too little", async () => {
    expect(
      await unused({
        components: { schemas: { ErrorBody: body({ type: { enum: ["a_failed", "b_failed"] } }) } },
      }),
    ).toEqual([used]);
  });

  test("but not those that a response refers to", async () => {
    const E = json(body({ code: { enum: ["used_failed"] } }));
    expect(
      await unused({
        paths: {
          "/a": {
            get: {
              responses: {
                404: { $ref: "#/components/responses/E" },
                200: { $ref: "#/components/responses/Fine" },
              },
            },
          },
        },
        components: { responses: { E, Fine: json(error), Lost: { $ref: "#/gone" } } },
      }),
    ).toEqual([used]);
  });
});
