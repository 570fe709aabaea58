import { expect, test } from "vitest";
import { type ExtractOptions, extract } from "../../src/catalog/extract.js";
import type { ErrorPlace } from "../../src/contract/contract.js";
import { loadFiles } from "./load.js";

const place: ErrorPlace = { schemas: ["ErrorResponse"], code: "code", linked: "responses" };
const held = ["thing_not_found", "rate_limited"];

/** A spec whose 404 has this body, with these schemas beside it. */
async function catalogsOf(schemas: string, options: Partial<ExtractOptions> = {}, body = "ErrorResponse") {
  const text = `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /v1/things:
    get:
      responses:
        "404": { description: No, content: { application/json: { schema: { $ref: "#/components/schemas/${body}" } } } }
components:
  schemas:
${schemas.replace(/^/gm, "    ")}`;
  const { contract, explanation } = extract(await loadFiles({ "openapi.yaml": text }), {
    place,
    setting: null,
    held,
    ...options,
  });
  const codes = contract.catalogs.map(({ name, codes: all }) => [name, all.map(({ code }) => code)]);
  return {
    codes,
    errors: contract.errors,
    why: explanation.candidates.map(({ path, against }) => [path, against]),
  };
}

test("the recorded place is read, even where another property looks better now", async () => {
  const { codes } = await catalogsOf(
    `ErrorResponse: { properties: { error_code: { enum: [a_failed, b_failed, c_failed] }, kind: { enum: [thing_not_found, rate_limited] }, message: {} } }`,
    { place: { ...place, code: "kind" } },
  );
  expect(codes[0]).toEqual(["kind", held]);
});

test("codes that leave the recorded place have left, and codes that stay are still there", async () => {
  const { codes } = await catalogsOf(
    `ErrorResponse: { properties: { code: { enum: [rate_limited] }, message: {} } }`,
  );
  expect(codes).toEqual([["code", ["rate_limited"]]]);
});

test("an error schema with a new name is no event", async () => {
  const { codes, errors } = await catalogsOf(
    `Problem: { properties: { code: { enum: [thing_not_found, rate_limited] }, message: {} } }`,
    {},
    "Problem",
  );
  expect(codes).toEqual([["code", held]]);
  expect(errors).toEqual({ ...place, schemas: ["Problem"] });
});

test("a new path counts if the list there holds every code", async () => {
  const { codes } = await catalogsOf(
    `ErrorResponse: { properties: { error: { properties: { code: { enum: [thing_not_found, rate_limited, thing_locked] }, message: {} } } } }`,
  );
  expect(codes).toEqual([["error.code", [...held, "thing_locked"]]]);
});

test("a list elsewhere that lacks a code never stands in for the recorded one", async () => {
  const { codes, errors, why } = await catalogsOf(
    `ErrorResponse: { properties: { error: { properties: { code: { enum: [thing_not_found] }, message: {} } } } }`,
  );
  expect(codes).toEqual([]);
  expect(errors).toBeNull();
  expect(why).toEqual([
    ["error.code", "the baseline records `code`, and this list does not hold all of its codes"],
  ]);
});

test("a list that is known by name only never stands in for one that responses carry", async () => {
  const text = `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths: { /v1/things: { get: { responses: { "404": { description: No } } } } }
components: { schemas: { Error: { properties: { code: { enum: [thing_not_found, rate_limited] } } } } }`;
  const spec = await loadFiles({ "openapi.yaml": text });
  expect(extract(spec, { place, setting: null, held }).contract.catalogs).toEqual([]);
  expect(
    extract(spec, { place: { ...place, linked: "name" }, setting: null, held }).contract.catalogs,
  ).toHaveLength(1);
});

test("the config names the property where discovery would take another", async () => {
  const schemas = `ErrorResponse: { properties: { code: { enum: [x_failed] }, grund: { enum: [thing_not_found, rate_limited] }, message: {} } }`;
  const { codes } = await catalogsOf(schemas, {
    place: null,
    setting: { schemas: ["ErrorResponse"], code: "grund" },
  });
  expect(codes).toEqual([["grund", held]]);
});

test("only the error schemas that the config names count", async () => {
  const schemas = `ErrorResponse: { properties: { code: { enum: [thing_not_found] }, message: {} } }`;
  expect((await catalogsOf(schemas, { place: null, setting: { schemas: ["Other"] } })).codes).toEqual([]);
  expect(
    (await catalogsOf(schemas, { place: null, setting: { schemas: ["ErrorResponse"] } })).codes,
  ).toHaveLength(1);
});

test("codes that were known by name are read by name, also when some response declares a body now", async () => {
  const text = `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /v1/things:
    get:
      responses:
        "404": { description: No, content: { application/json: { schema: { properties: { message: {} } } } } }
components: { schemas: { Error: { properties: { code: { enum: [thing_not_found, rate_limited] } } } } }`;
  const spec = await loadFiles({ "openapi.yaml": text });
  const recorded: ErrorPlace = { schemas: ["Error"], code: "code", linked: "name" };
  const { contract } = extract(spec, { place: recorded, setting: null, held });
  expect(contract.errors).toEqual(recorded);
  expect(contract.catalogs[0]?.codes).toHaveLength(2);
});

test("the config names an error schema that no error response refers to", async () => {
  const text = `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths: { /v1/things: { get: { responses: { "404": { description: No, content: { text/plain: { schema: { type: string } } } } } } } }
components: { schemas: { Outcome: { properties: { grund: { enum: [thing_not_found, rate_limited] } } } } }`;
  const spec = await loadFiles({ "openapi.yaml": text });
  const { contract } = extract(spec, { place: null, setting: { schemas: ["Outcome"], code: "grund" } });
  expect(contract.catalogs[0]).toMatchObject({ name: "grund", linked: "name" });
  expect(extract(spec, { place: null, setting: { code: "nix" } }).warnings.map(({ rule }) => rule)).toEqual([
    "errors-not-there",
  ]);
});

test("a second catalog that the baseline records stays when the first one's codes have left", async () => {
  const schemas = `ErrorResponse:
  properties:
    code: { type: string }
    message: {}
    errors: { type: array, items: { properties: { code: { enum: [bad_field, bad_body] }, message: {} } } }`;
  const { codes } = await catalogsOf(schemas, {
    held: [...held, "bad_field", "bad_body"],
    names: ["code", "errors[].code"],
  });
  expect(codes).toEqual([["errors[].code", ["bad_field", "bad_body"]]]);
});

test("locked examples are read at the recorded place, and only what they lost has left", async () => {
  const spec = (...codes: string[]) =>
    loadFiles({
      "openapi.yaml": `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /v1/things:
    get:
      responses:
        "404":
          description: No
          content:
            application/json:
              schema: { $ref: "#/components/schemas/ErrorResponse" }
              examples: { ${codes.map((code) => `${code}: { value: { code: ${code}, message: No } }`).join(", ")} }
components: { schemas: { ErrorResponse: { properties: { code: { type: string }, message: { type: string } } } } }`,
    });
  const codesOf = async (...codes: string[]) =>
    extract(await spec(...codes), { place, setting: { examples: "lock" }, held, names: ["code"] })
      .contract.catalogs.flatMap((catalog) => catalog.codes)
      .map(({ code }) => code);
  expect(await codesOf(...held)).toEqual(held);
  expect(await codesOf("thing_not_found", "slow_down")).toEqual(["thing_not_found", "slow_down"]);
});

test("where a named schema and bodies without a name were recorded, codes of either are there", async () => {
  const text = `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /v1/things:
    get:
      responses:
        "404": { description: No, content: { application/json: { schema: { properties: { code: { const: thing_not_found } } } } } }
        "429": { description: No, content: { application/json: { schema: { $ref: "#/components/schemas/RateError" } } } }
components:
  schemas:
    RateError: { properties: { code: { const: rate_limited } } }
`;
  const spec = await loadFiles({ "openapi.yaml": text });
  const { contract } = extract(spec, { place: null, setting: null });
  const again = extract(spec, { place: contract.errors, setting: null, held });
  expect(again.contract).toEqual(contract);
});
