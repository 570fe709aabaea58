import { expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import { loadFiles } from "./load.js";

const root = (schema: string): string => `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /v1/things:
    get:
      responses:
        default: { description: An error, content: { application/json: { schema: ${schema} } } }
`;
const error = `type: object
properties:
  message: { type: string }
  code: { $ref: ./codes.yaml }
`;
const codes = "type: string\nenum: [thing_not_found, rate_limited]\n";

test("codes are found through several files, down to one whose root is the list", async () => {
  const spec = await loadFiles({
    "api/openapi.yaml": root('{ $ref: "../schemas/Error.yaml" }'),
    "schemas/Error.yaml": error,
    "schemas/codes.yaml": codes,
  });
  const [catalog] = extract(spec, { place: null, setting: null }).contract.catalogs;
  expect(catalog).toMatchObject({
    name: "code",
    errorSchemas: ["schemas/Error.yaml#"],
    pointers: ["schemas/codes.yaml#"],
    codes: [
      { code: "thing_not_found", sites: [{ file: "schemas/codes.yaml", pointer: "#/enum/0" }] },
      { code: "rate_limited", sites: [{ file: "schemas/codes.yaml", pointer: "#/enum/1" }] },
    ],
  });
});

test("operations and responses may stand in files of their own", async () => {
  const spec = await loadFiles({
    "openapi.yaml": "openapi: 3.1.0\ninfo: { title: T, version: 1.0.0 }\npaths: { $ref: paths.yaml }\n",
    "paths.yaml": "/v1/things: { get: { $ref: list.yaml } }\n",
    "list.yaml": "responses: { $ref: responses.yaml }\n",
    "responses.yaml":
      '"404": { description: No, content: { application/json: { schema: { $ref: error.yaml } } } }\n',
    "error.yaml": "properties: { code: { const: thing_not_found }, message: {} }\n",
  });
  const { contract } = extract(spec, { place: null, setting: null });
  expect(contract.operations?.map(({ id }) => id)).toEqual(["GET /v1/things"]);
  expect(contract.catalogs[0]?.codes.map(({ code }) => code)).toEqual(["thing_not_found"]);
});

test("a reference that leads nowhere is told with its place, once", async () => {
  const spec = await loadFiles({
    "openapi.yaml": root(
      '{ properties: { code: { $ref: "missing.yaml#/codes" }, message: { $ref: "https://example.com/m.yaml" } } }',
    ),
  });
  const { warnings } = extract(spec, { place: null, setting: null });
  expect(warnings.map(({ rule, location }) => [rule, location?.line])).toEqual([
    ["ref-unresolved", 7],
    ["ref-unresolved", 7],
  ]);
  expect(warnings[0]?.message).toContain("missing.yaml");
});

test("what a `$ref` has beside it counts, too", async () => {
  const spec = await loadFiles({
    "openapi.yaml": `${root('{ properties: { message: {}, code: { $ref: "#/components/schemas/Code", x-error-codes: { a_failed: { group: Jobs } } } } }')}components:
  schemas:
    Code: { enum: [a_failed, b_failed] }
`,
  });
  const [catalog] = extract(spec, { place: null, setting: null }).contract.catalogs;
  expect(catalog?.codes.map(({ code, group }) => [code, group])).toEqual([
    ["a_failed", "Jobs"],
    ["b_failed", null],
  ]);
});
