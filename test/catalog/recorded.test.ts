import { describe, expect, test } from "vitest";
import { type ExtractOptions, extract } from "../../src/catalog/extract.js";
import type { ErrorPlace } from "../../src/contract/contract.js";
import type { ErrorsSetting } from "../../src/contract/policy.js";
import { extractFrom, type Json, json, listed, ref, things } from "./document.js";
import { loadFiles } from "./load.js";

const list = (...values: string[]): Json => ({ enum: values });
const place: ErrorPlace = { schemas: ["E"], code: "code", linked: "responses" };
const held = ["a_failed", "b_failed"];

/** An error body with a message and these properties; `body` of other tests, with lists alone. */
const body = (properties: Json): Json => ({ properties: { ...properties, message: {} } });
const errors = (properties: Json): Json => ({ errors: { type: "array", items: body(properties) } });

async function read(document: Json, options: Partial<ExtractOptions> = {}) {
  const { contract, explanation } = await extractFrom(document, { place, held, ...options });
  return {
    catalogs: listed(contract.catalogs),
    place: contract.errors,
    candidates: explanation.candidates.map(({ path, taken, against, evidence }) => [
      path,
      taken ? evidence.filter((one) => /record|config/.test(one)).join() : against,
    ]),
  };
}

const inE = (properties: Json, schemas: Json = {}): Json =>
  things({ 404: ref("E") }, { schemas: { E: body(properties), ...schemas } });
const lacks = "the baseline records `code`, and this list does not hold all of its codes";

describe("where a baseline recorded a place", () => {
  test("the list there is the main catalog, and others are beside it", async () => {
    const document = things(
      { 404: ref("E"), 405: ref("F"), 406: ref("F") },
      {
        schemas: {
          E: body({ code: list("a_failed") }),
          F: body({ error_code: list("x_failed", "y_failed") }),
        },
      },
    );
    expect(await read(document)).toEqual({
      catalogs: ["code: a_failed", "error_code: x_failed, y_failed"],
      place,
      candidates: [
        ["error_code", ""],
        ["code", "recorded in the baseline"],
      ],
    });
    expect((await read(document, { place: null })).catalogs).toEqual([
      "error_code: x_failed, y_failed",
      "code: a_failed",
    ]);
  });

  test("a list there counts, whatever speaks against it, and keeps what spoke for it", async () => {
    const { explanation } = await extractFrom(inE({ shade: list("dark") }), {
      place: { ...place, code: "shade" },
      held: ["dark"],
    });
    expect(explanation.candidates).toMatchObject([
      {
        path: "shade",
        taken: true,
        against: null,
        evidence: ["named `shade`", "in 1 error response", "beside a message", "recorded in the baseline"],
      },
    ]);
  });

  test("its name stays, also where the list is behind a better one now", async () => {
    const document = inE(
      { code: ref("L"), ...errors({ code: ref("L") }) },
      { L: list("a_failed", "b_failed") },
    );
    expect((await read(document, { place: { ...place, code: "errors[].code" } })).catalogs).toEqual([
      "errors[].code: a_failed, b_failed",
    ]);
  });

  test("catalogs that the baseline names stay apart, though they share a list", async () => {
    const document = inE(
      { code: ref("L"), ...errors({ code: ref("L") }) },
      { L: list("a_failed", "b_failed") },
    );
    expect((await read(document, { names: ["code", "errors[].code"] })).catalogs).toEqual([
      "code: a_failed, b_failed",
      "errors[].code: a_failed, b_failed",
    ]);
    expect((await read(document)).catalogs).toEqual(["code: a_failed, b_failed"]);
  });

  test("beside it the catalog with most codes comes first, whether the baseline names it or not", async () => {
    const document = (...own: string[]) =>
      things(
        { 404: ref("E"), 405: ref("F"), 406: ref("G") },
        {
          schemas: {
            E: body({ code: list("a_failed") }),
            F: body({ error_code: list(...own) }),
            G: body({ err_code: list("x_failed", "y_failed") }),
          },
        },
      );
    const names = ["code", "error_code"];
    expect((await read(document("z_failed"), { names })).catalogs).toEqual([
      "code: a_failed",
      "err_code: x_failed, y_failed",
      "error_code: z_failed",
    ]);
    expect((await read(document("p_failed", "q_failed", "r_failed"), { names })).catalogs).toEqual([
      "code: a_failed",
      "error_code: p_failed, q_failed, r_failed",
      "err_code: x_failed, y_failed",
    ]);
  });

  test("a place without any code is gone", async () => {
    const document = inE({ code: { enum: [true] }, error: body({ code: list("a_failed", "b_failed") }) });
    expect((await read(document)).catalogs).toEqual(["error.code: a_failed, b_failed"]);
  });

  test("the heir that holds all codes is the main catalog, whatever most responses carry", async () => {
    const document = things(
      { 404: ref("E"), 405: ref("F"), 406: ref("F") },
      {
        schemas: {
          E: body({ error: body({ code: list("a_failed", "b_failed", "c_failed") }) }),
          F: body({ error_code: list("x_failed", "y_failed") }),
        },
      },
    );
    expect(await read(document)).toMatchObject({
      catalogs: ["error.code: a_failed, b_failed, c_failed", "error_code: x_failed, y_failed"],
      place: { ...place, code: "error.code" },
      candidates: [
        ["error_code", ""],
        ["error.code", ""],
      ],
    });
  });

  test("lists that have some of its codes do not stand in for it, and others are catalogs of their own", async () => {
    const document = things(
      { 404: ref("E"), 405: ref("F") },
      {
        schemas: {
          E: body({ error: body({ code: list("a_failed", "x_failed") }) }),
          F: body({ error_code: list("y_failed"), shade: list("dark") }),
        },
      },
    );
    expect(await read(document)).toMatchObject({
      catalogs: ["error_code: y_failed"],
      candidates: [
        ["error.code", lacks],
        ["error_code", ""],
        ["shade", "`shade` is no name for error codes"],
      ],
    });
  });

  test("a catalog that held no codes has no heir", async () => {
    expect((await read(inE({ error: body({ code: list("x_failed") }) }), { held: [] })).catalogs).toEqual([
      "error.code: x_failed",
    ]);
  });

  test("lists that are known by name do not stand in for one that responses carry", async () => {
    const document = {
      openapi: "3.1.0",
      components: { schemas: { Error: body({ code: list(...held), shade: list("dark") }) } },
    };
    expect(await read(document)).toEqual({
      catalogs: [],
      place: null,
      candidates: [
        ["code", "the baseline records `code` in responses, and this is known by name only"],
        ["shade", "`shade` is no name for error codes"],
      ],
    });
  });

  test("codes that responses carry now may have been known by name before", async () => {
    const { catalogs, place: now } = await read(inE({ code: list("a_failed") }), {
      place: { ...place, linked: "name" },
    });
    expect([catalogs, now]).toEqual([["code: a_failed"], place]);
  });

  test("the schemas that were known by name are read again by name, in a document of responses without codes", async () => {
    const document = things(
      { 404: body({ note: {} }) },
      { schemas: { Outcome: body({ code: list(...held) }), Error: body({ code: list("x_failed") }) } },
    );
    const byName: ErrorPlace = { schemas: ["Outcome"], code: "code", linked: "name" };
    const { contract, explanation } = await extractFrom(document, { place: byName, held });
    expect([listed(contract.catalogs), explanation.how]).toEqual([
      ["code: a_failed, b_failed"],
      "names alone: the baseline records it so",
    ]);
    expect((await read(document)).catalogs).toEqual([]);
  });

  test("examples do not stand in for a list, unless they are locked", async () => {
    const document = things({
      404: { ...body({ code: { type: "string" } }), example: { code: "a_failed" } },
    });
    const { contract } = await extractFrom(document, { place, held });
    expect(contract.catalogs.map(({ name, normative }) => [name, normative])).toEqual([["code", false]]);
    const nested = things({ 404: { ...body({}), example: { error: { code: "a_failed" } } } });
    expect((await read(nested)).catalogs).toEqual(["error.code: a_failed"]);
    expect((await read(nested, { setting: { examples: "lock" } })).catalogs).toEqual([]);
  });
});

describe("a code that the recorded error schemas lost", () => {
  test("does not live on in another error schema at the same path", async () => {
    const document = (E: Json) =>
      things(
        { 404: ref("E"), 405: ref("F") },
        { schemas: { E: body({ code: E }), F: body({ code: list("a_failed", "b_failed", "x_failed") }) } },
      );
    expect((await read(document(list("a_failed")))).catalogs).toEqual(["code: a_failed, x_failed"]);
    expect((await read(document({ type: "string" }))).catalogs).toEqual(["code: x_failed"]);
    expect((await read(document(list("a_failed", "b_failed")))).catalogs).toEqual([
      "code: a_failed, b_failed, x_failed",
    ]);
  });

  test("has no heir at another path of another error schema", async () => {
    const document = things(
      { 404: ref("E"), 405: ref("F") },
      {
        schemas: {
          E: body({ code: { type: "string" } }),
          F: body({ error: body({ code: list("a_failed", "b_failed") }) }),
        },
      },
    );
    expect((await read(document)).catalogs).toEqual([]);
  });

  test("does not live on where one of several operations, or of their media types, has the schema", async () => {
    const F = body({ code: list("a_failed", "b_failed", "x_failed") });
    const E = body({ code: list("a_failed") });
    const elsewhere = things(
      { 404: ref("F") },
      {
        schemas: { E, F },
        paths: {
          "/b": {
            get: {
              responses: { 404: { content: { "a/b": { schema: ref("E") }, "c/d": { schema: ref("F") } } } },
            },
          },
        },
      },
    );
    expect((await read(elsewhere)).catalogs).toEqual(["code: a_failed, b_failed, x_failed"]);
    const alone = things(
      { 404: ref("F") },
      { schemas: { E, F }, paths: { "/b": { get: { responses: { 404: json(ref("E")) } } } } },
    );
    expect((await read(alone)).catalogs).toEqual(["code: a_failed, x_failed"]);
  });

  test("lives on where the schema is gone, since a schema may have a new name", async () => {
    const document = things(
      { 404: ref("F") },
      { schemas: { E: body({ code: list("a_failed") }), F: body({ code: list("a_failed", "b_failed") }) } },
    );
    expect((await read(document)).catalogs).toEqual(["code: a_failed, b_failed"]);
  });

  test("may have moved between several recorded schemas, unless none of them has a code left", async () => {
    const document = (E: Json, F: Json) =>
      things(
        { 404: ref("E"), 405: ref("F"), 406: ref("G") },
        { schemas: { E: body({ code: E }), F: body({ code: F }), G: body({ code: list("b_failed") }) } },
      );
    const several = { place: { ...place, schemas: ["E", "F"] } };
    expect((await read(document(list("a_failed"), list("x_failed")), several)).catalogs).toEqual([
      "code: a_failed, x_failed, b_failed",
    ]);
    expect((await read(document(list("x_failed"), list("y_failed")), several)).catalogs).toEqual([
      "code: x_failed, y_failed",
    ]);
    expect((await read(document(list("a_failed"), list("x_failed")))).catalogs).toEqual([
      "code: a_failed, x_failed",
    ]);
  });

  test("may have moved where the place has no name in the API", async () => {
    const document = things(
      { 404: body({ code: list("a_failed") }), 405: ref("F") },
      { schemas: { F: body({ code: list("b_failed") }) } },
    );
    const pointer = "#/paths/~1v1~1things/get/responses/404/content/application~1json/schema";
    expect((await read(document, { place: { ...place, schemas: [pointer] } })).catalogs).toEqual([
      "code: a_failed, b_failed",
    ]);
  });

  test("does not live on in another schema that is known by name alone", async () => {
    const document = (schemas: Json) => ({ openapi: "3.1.0", components: { schemas } });
    const byName = { place: { ...place, schemas: ["Error"], linked: "name" as const } };
    const other = { OtherError: body({ code: list("b_failed", "x_failed") }) };
    expect(
      (await read(document({ Error: body({ code: list("a_failed") }), ...other }), byName)).catalogs,
    ).toEqual(["code: x_failed, a_failed"]);
    expect(
      (await read(document({ NewError: body({ code: list("a_failed") }), ...other }), byName)).catalogs,
    ).toEqual(["code: b_failed, x_failed, a_failed"]);
  });

  test("does not live on in a definition where the document itself was the place", async () => {
    const schema = {
      ...body({ code: list("a_failed") }),
      $defs: { Error: body({ code: list("b_failed") }) },
    };
    expect(
      (await read(schema, { place: { schemas: ["#"], code: "code", linked: "name" } })).catalogs,
    ).toEqual(["code: a_failed"]);
  });
});

describe("where the config says that the codes are", () => {
  const two = things(
    { 404: ref("E"), 405: ref("F") },
    {
      schemas: {
        E: body({ code: list("a_failed"), grund: list("g_failed") }),
        F: body({ error_code: list("x_failed") }),
      },
    },
  );
  const configured = async (document: Json, setting: ErrorsSetting) =>
    read(document, { place: null, setting });

  test("the property that it names is the one catalog", async () => {
    expect(await configured(two, { code: "grund" })).toMatchObject({
      catalogs: ["grund: g_failed"],
      candidates: [
        ["error_code", "the config names `grund`"],
        ["code", "the config names `grund`"],
        ["grund", "named in the config"],
      ],
    });
  });

  test("it is none where it has no code", async () => {
    expect(
      (await configured(things({ 404: body({ grund: { enum: [true] } }) }), { code: "grund" })).catalogs,
    ).toEqual([]);
  });

  test("only what the schemas carry counts that it names", async () => {
    expect(await configured(two, { schemas: ["F", "G"] })).toMatchObject({
      catalogs: ["error_code: x_failed"],
      candidates: [
        ["error_code", ""],
        ["code", "the config names the error schemas F, G"],
        ["grund", "the config names the error schemas F, G"],
      ],
    });
    expect((await configured(two, { schemas: ["F"], code: "code" })).catalogs).toEqual([]);
    expect((await configured(two, { schemas: ["E"], code: "grund" })).catalogs).toEqual(["grund: g_failed"]);
  });

  test.each<[string, boolean]>([
    ["E", true],
    ["#/components/schemas/E", true],
    ["openapi.json#/components/schemas/E", true],
    ["e", false],
    ["schemas", false],
    ["#/components/schemas", false],
    ["other.json#/components/schemas/E", false],
    ["Base", true],
    ["#/components/schemas/Base", true],
    ["404", false],
  ])("a schema may be called %s: %s", async (name, called) => {
    const document = things(
      { 404: ref("E") },
      { schemas: { E: { allOf: [ref("Base")] }, Base: body({ code: list("a_failed") }) } },
    );
    expect((await configured(document, { schemas: [name] })).catalogs).toEqual(
      called ? ["code: a_failed"] : [],
    );
  });

  test("schemas that no response has are read by name, where it names them", async () => {
    const document = things(
      { 404: body({ note: {} }) },
      { schemas: { Outcome: body({ grund: list("a_failed") }), Grund: list("x_failed") } },
    );
    expect((await configured(document, { schemas: ["Outcome"], code: "grund" })).catalogs).toEqual([
      "grund: a_failed",
    ]);
    expect((await configured(document, { schemas: ["Grund"] })).catalogs).toEqual(["code: x_failed"]);
    expect((await configured(document, { code: "grund" })).catalogs).toEqual([]);
    const { explanation, contract } = await extractFrom(document, {
      setting: { schemas: ["Outcome"], code: "grund" },
    });
    expect([explanation.how, contract.errors]).toEqual([
      "names alone: the config names the schemas",
      { schemas: ["Outcome"], code: "grund", linked: "name" },
    ]);
  });

  test("other codes of responses do not keep it from being found by name", async () => {
    const document = (own: Json) =>
      things({ 404: body(own) }, { schemas: { Other: {}, Outcome: body({ grund: list("g_failed") }) } });
    const setting = { schemas: ["Other", "Outcome"], code: "grund" };
    expect((await configured(document({ code: list("a_failed") }), setting)).catalogs).toEqual([
      "grund: g_failed",
    ]);
    expect((await configured(document({ grund: { enum: [true] } }), setting)).catalogs).toEqual([
      "grund: g_failed",
    ]);
  });

  test("a schema that it names may call its code by a weak name", async () => {
    const document = things(
      { 404: body({ note: {} }) },
      { schemas: { Outcome: body({ type: list("a_failed", "b_failed") }) } },
    );
    expect((await configured(document, { schemas: ["Other", "Outcome"] })).catalogs).toEqual([
      "type: a_failed, b_failed",
    ]);
  });

  test.each<[string, boolean]>([
    ["a/b", true],
    ["a~1b", true],
    ["b", false],
  ])("a name with a slash may be written as %s: %s", async (name, called) => {
    const document = {
      definitions: { "a/b": body({ code: list("a_failed") }) },
      paths: { "/x": { get: { responses: { 404: json({ $ref: "#/definitions/a~1b" }) } } } },
    };
    expect((await configured(document, { schemas: [name] })).catalogs).toEqual(
      called ? ["code: a_failed"] : [],
    );
  });

  test("a place inside of an operation has no name", async () => {
    const document = things({ 404: body({ code: list("a_failed") }) });
    expect((await configured(document, { schemas: ["schema"] })).catalogs).toEqual([]);
    expect(
      (
        await configured(document, {
          schemas: ["#/paths/~1v1~1things/get/responses/404/content/application~1json/schema"],
        })
      ).catalogs,
    ).toEqual(["code: a_failed"]);
  });

  test("a response's codes count before those that are known by name", async () => {
    const document = things(
      { 404: ref("E") },
      { schemas: { E: body({ code: list("a_failed") }), Outcome: body({ code: list("x_failed") }) } },
    );
    expect((await configured(document, { schemas: ["E", "Outcome"] })).catalogs).toEqual(["code: a_failed"]);
  });
});

describe("where a schema is a file", () => {
  test.each<[string, boolean]>([
    ["errors/fault.yaml", true],
    ["fault.yaml", true],
    ["fault.yaml#", true],
    ["ault.yaml", false],
    ["fault", false],
    ["errors", false],
    ["errors/fault.yaml#/Other", false],
  ])("it may be called %s: %s", async (name, called) => {
    const spec = await loadFiles({
      "api/openapi.json": JSON.stringify({
        openapi: "3.1.0",
        paths: { "/a": { get: { responses: { 404: json({ $ref: "../errors/fault.yaml" }) } } } },
      }),
      "errors/fault.yaml": "properties: { code: { enum: [a_failed] }, message: {} }",
    });
    const { contract } = extract(spec, { place: null, setting: { schemas: [name] } });
    expect(listed(contract.catalogs)).toEqual(called ? ["code: a_failed"] : []);
  });

  test.each<[string, boolean]>([
    ["errors/all.yaml#/Fault", true],
    ["all.yaml#/Fault", true],
    ["Fault", true],
    ["#/Fault", false],
    ["all.yaml", false],
    ["all.yaml#/Faul", false],
  ])("it may be called by what stands in it, %s: %s", async (name, called) => {
    const spec = await loadFiles({
      "api/openapi.json": JSON.stringify({
        openapi: "3.1.0",
        paths: { "/a": { get: { responses: { 404: json({ $ref: "../errors/all.yaml#/Fault" }) } } } },
      }),
      "errors/all.yaml": "Fault: { properties: { code: { enum: [a_failed] }, message: {} } }",
    });
    const { contract } = extract(spec, { place: null, setting: { schemas: [name] } });
    expect(listed(contract.catalogs)).toEqual(called ? ["code: a_failed"] : []);
  });
});
