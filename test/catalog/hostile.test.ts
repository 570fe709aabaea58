import { expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import { Problem } from "../../src/contract/problem.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadFiles } from "./load.js";

/** A spec whose 404 has the schema `S0`. */
async function extractSchemas(schemas: Record<string, unknown>, limits = defaultLimits) {
  const document = {
    openapi: "3.1.0",
    info: { title: "Things", version: "1.0.0" },
    paths: {
      "/v1/things": {
        get: { responses: { 404: { content: { "application/json": { schema: ref("S0") } } } } },
      },
    },
    components: { schemas },
  };
  const spec = await loadFiles({ "openapi.json": JSON.stringify(document) }, limits);
  return extract(spec, { place: null, setting: null, limits });
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const range = (count: number): number[] => [...Array(count).keys()];

async function problemOf(result: Promise<unknown>): Promise<string> {
  try {
    await result;
    return "no problem";
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}

test("schemas that contain themselves are read once", async () => {
  const { contract } = await extractSchemas({
    S0: {
      properties: {
        code: { enum: ["a_failed"] },
        message: { type: "string" },
        errors: { type: "array", items: ref("S0") },
        inner_error: ref("S0"),
      },
      allOf: [ref("S1")],
    },
    S1: { anyOf: [ref("S0"), ref("S1")] },
  });
  expect(contract.catalogs.map(({ name }) => name)).toEqual(["code"]);
});

test("references in a circle end", async () => {
  const { contract } = await extractSchemas({ S0: ref("S1"), S1: ref("S0") });
  expect(contract.catalogs).toEqual([]);
});

test("many branches of many branches cost what they are, not what they unfold to", async () => {
  const levels = range(60).map((level) => [
    `S${level}`,
    { anyOf: range(20).map(() => ref(`S${level + 1}`)) },
  ]);
  const { contract } = await extractSchemas({
    ...Object.fromEntries(levels),
    S60: { properties: { code: { enum: ["a_failed"] }, message: {} } },
  });
  expect(contract.catalogs[0]?.codes).toHaveLength(1);
});

test("a knot of schemas that all refer to each other is a problem, and soon", async () => {
  const all = range(40).map((index) => ref(`S${index}`));
  const knot = Object.fromEntries(range(40).map((index) => [`S${index}`, { anyOf: all }]));
  expect(await problemOf(extractSchemas(knot))).toBe("too-many-nodes");
});

test("a body that unfolds to too many fields is a problem, not a shorter answer", async () => {
  const wide = (next: string) => ({
    properties: Object.fromEntries(range(40).map((index) => [`errors_${index}_error`, ref(next)])),
  });
  const schemas = {
    ...Object.fromEntries(range(6).map((level) => [`S${level}`, wide(`S${level + 1}`)])),
    S6: { properties: { code: { enum: ["a_failed"] } } },
  };
  expect(await problemOf(extractSchemas(schemas, { ...defaultLimits, nodes: 100_000 }))).toBe(
    "too-many-nodes",
  );
});

test("a chain of references that is longer than any call stack is a problem", async () => {
  const chain = range(20_000).map((index) => [`S${index}`, { allOf: [ref(`S${index + 1}`)] }]);
  expect(await problemOf(extractSchemas({ ...Object.fromEntries(chain), S20000: {} }))).toBe("too-deep");
});

test("a catalog of more codes than the limit is a problem", async () => {
  const schemas = {
    S0: { properties: { message: {}, code: { enum: range(50).map((index) => `e${index}_failed`) } } },
  };
  expect(await problemOf(extractSchemas(schemas, { ...defaultLimits, codes: 20 }))).toBe("too-many-codes");
});

test("twenty thousand single-value branches are read as one list", async () => {
  const { contract } = await extractSchemas({
    S0: {
      properties: {
        message: {},
        code: { oneOf: range(20_000).map((index) => ({ const: `e${index}_failed` })) },
      },
    },
  });
  expect(contract.catalogs[0]?.codes).toHaveLength(20_000);
});

test("keywords of the wrong type say nothing", async () => {
  const { contract } = await extractSchemas({
    S0: {
      properties: {
        code: {
          enum: ["a_failed"],
          oneOf: 7,
          allOf: { a: 1 },
          type: 5,
          "x-error-codes": [1],
          "x-ms-enum": "x",
        },
        message: null,
        errors: { items: "x", prefixItems: {} },
      },
      required: "code",
      discriminator: "code",
      examples: "x",
    },
  });
  expect(contract.catalogs[0]?.codes.map(({ code }) => code)).toEqual(["a_failed"]);
});

test("names that objects have by nature are codes and properties like others", async () => {
  const schema = JSON.parse(
    '{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"string"},"message":{},"code":{"enum":["constructor","__proto__","toString"],"x-error-codes":{"toString":{"group":"G"}}}}}',
  );
  const { contract } = await extractSchemas({ S0: schema });
  expect(
    contract.catalogs[0]?.codes.map(({ code, group, description }) => [code, group, description]),
  ).toEqual([
    ["constructor", null, null],
    ["__proto__", null, null],
    ["toString", "G", null],
  ]);
});
