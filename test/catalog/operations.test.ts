import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import { extractFrom, things } from "./document.js";
import { loadFiles } from "./load.js";

async function contractOf(text: string) {
  const spec = await loadFiles({ "openapi.yaml": text });
  return extract(spec, { place: null, setting: null }).contract;
}

/** `GET /v1/things 404: a, b` for every response that can carry codes. */
async function setsOf(text: string, catalog = "code"): Promise<string[]> {
  const { operations } = await contractOf(text);
  return (operations ?? []).flatMap(({ id, responses }) =>
    responses.map(({ status, codes }) => `${id} ${status}: ${[...(codes.get(catalog) ?? [])].join(", ")}`),
  );
}

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, "fixtures", `${name}.yaml`), "utf8");

test("a response that narrows the list can carry its part of it", async () => {
  expect(await setsOf(fixture("narrowed-per-status"))).toEqual([
    "GET /v1/things 400: INVALID_ARGUMENT, OUT_OF_RANGE",
    "GET /v1/things 404: NOT_FOUND",
  ]);
});

test("a code that declares its statuses is in no response with another one, and `default` fits all", async () => {
  expect(await setsOf(fixture("own-extension"))).toEqual([
    "GET /v1/things 404: thing_not_found, thing_gone, rate_limited",
    "GET /v1/things default: thing_not_found, thing_gone, rate_limited",
  ]);
  const other = fixture("own-extension").replace('"404":', '"4XX":').replace("default:", '"503":');
  expect(await setsOf(other)).toEqual([
    "GET /v1/things 503: thing_gone, rate_limited",
    "GET /v1/things 4XX: thing_not_found, thing_gone, rate_limited",
  ]);
});

test("webhooks are operations, callbacks are not", async () => {
  expect(await setsOf(fixture("webhooks"))).toEqual([
    "webhook POST thingChanged 400: signature_invalid, event_unknown",
  ]);
});

test("a list that responses of a single status carry comes with that status", async () => {
  const { catalogs } = await contractOf(fixture("oauth"));
  expect(catalogs[0]?.codes.map(({ statuses }) => statuses)).toEqual([["400"], ["400"], ["400"]]);
});

test("a list that responses of several statuses carry whole says nothing about statuses", async () => {
  const { catalogs } = await contractOf(fixture("enum"));
  expect(catalogs[0]?.codes.map(({ statuses }) => statuses)).toEqual([[], []]);
});

test("equal responses share one set, however many operations have them", async () => {
  const paths = Array.from(
    { length: 50 },
    (_, index) => `  /v1/${index}: { get: { responses: { "404": { $ref: "#/components/responses/E" } } } }`,
  );
  const { operations } = await contractOf(`openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
${paths.join("\n")}
components:
  responses:
    E: { description: E, content: { application/json: { schema: { properties: { code: { enum: [not_found] } } } } } }
`);
  expect(operations).toHaveLength(50);
  expect(
    new Set(operations?.flatMap(({ responses }) => responses.map(({ codes }) => codes.get("code")))).size,
  ).toBe(1);
});

test("examples show codes in operations, with the text that comes with them", async () => {
  const { catalogs } = await contractOf(
    fixture("enum").replace(
      'schema: { $ref: "#/components/schemas/ErrorResponse" }',
      'schema: { $ref: "#/components/schemas/ErrorResponse" }\n          example: { code: rate_limited, error: Too many requests }',
    ),
  );
  const shown = catalogs[0]?.codes.find(({ code }) => code === "rate_limited");
  expect(shown?.shownIn).toEqual([
    { operation: "GET /v1/things", status: "404" },
    { operation: "GET /v1/things", status: "default" },
  ]);
  expect(shown?.messages).toEqual(["Too many requests"]);
  expect(shown?.statuses).toEqual([]);
});

test("texts that stand beside a single code are its messages", async () => {
  const { catalogs } = await contractOf(fixture("detail-issues"));
  expect(catalogs[0]?.codes.map(({ messages }) => messages)).toEqual([
    ["The value of a field does not conform to the expected format."],
    ["A required parameter is missing."],
  ]);
});

test("what a single code's own message field is described as is said of the code", async () => {
  const { catalogs } = await contractOf(`openapi: 3.1.0
paths:
  /things:
    get:
      responses:
        "409":
          content:
            application/json:
              schema:
                oneOf:
                  - properties:
                      code: { enum: [busy] }
                      message: { type: string, description: Another request holds the thing. }
                  - properties:
                      code: { enum: [conflict] }
                      message: { type: string }
`);
  expect(catalogs[0]?.codes.map(({ messages }) => messages)).toEqual([
    ["Another request holds the thing."],
    [],
  ]);
});

test("the fields of the error body are told with their types and whether they are required", async () => {
  const { body } = await contractOf(fixture("enum"));
  expect(body).toEqual({
    code: { type: ["string"], required: true },
    error: { type: ["string"], required: true },
  });
});

test("a field is required only where what it stands in is an object and nothing else", async () => {
  const inner = {
    required: ["code"],
    properties: { code: { type: "string", enum: ["a_failed", "b_failed"] } },
  };
  const isRequired = async (schema: unknown) => {
    const { contract } = await extractFrom(things({ 404: schema }));
    return Object.values(contract.body).at(-1)?.required;
  };
  expect(await isRequired(inner)).toBe(true);
  expect(await isRequired({ ...inner, type: ["object", "null"] })).toBe(false);
  expect(await isRequired({ ...inner, type: "string" })).toBe(false);
  expect(await isRequired({ anyOf: [inner, { type: "null" }] })).toBe(false);
  const listOf = (items: unknown) => ({ properties: { errors: { type: "array", items } } });
  expect(await isRequired(listOf(inner))).toBe(true);
  expect(await isRequired(listOf({ anyOf: [inner, { type: "null" }] }))).toBe(false);
});

test("of several error bodies, what all require is required, and types add up", async () => {
  const { body } = await contractOf(`openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /v1/things:
    get:
      responses:
        "404": { description: a, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } }
        "409": { description: b, content: { application/json: { schema: { $ref: "#/components/schemas/B" } } } }
components:
  schemas:
    A:
      required: [code, message, details]
      properties:
        code: { enum: [a_failed] }
        message: { type: string }
        details: { type: array, items: { type: object, required: [field], properties: { field: { type: string } } } }
    B:
      allOf:
        - { required: [code, message] }
        - { properties: { code: { type: string, enum: [b_failed] }, message: { type: [string, "null"] } } }
`);
  expect(body).toEqual({
    code: { type: ["string"], required: true },
    details: { type: ["array"], required: false },
    "details[].field": { type: ["string"], required: false },
    message: { type: ["null", "string"], required: true },
  });
});
