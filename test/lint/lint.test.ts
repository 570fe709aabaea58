import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../rules/rules.js";
import type { Policy } from "../../src/contract/policy.js";
import { lintFiles } from "./linting.js";

const own = readFileSync(join(import.meta.dirname, "../../specs/openapi.yaml"), "utf8");
const small = (responses: string) => `openapi: 3.1.0
info: { title: t, version: '1' }
paths:
  /x:
    get:
      responses:
${responses}
components:
  schemas:
    Problem:
      type: object
      required: [title, code]
      properties: { title: { type: string }, code: { type: string, enum: [a, b] } }
    Other: { type: object, properties: { code: { type: string, enum: [c, d] } } }
`;
const uses = (status: string, schema: string) =>
  `        '${status}': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/${schema}' } } } }`;

describe("lint", () => {
  it("finds nothing above info in our own API description, given its baseline", async () => {
    const findings = await lintFiles({ "specs/openapi.yaml": own }, { exempt: ["QUOTA_EXCEEDED"] });
    expect(findings.filter(({ level }) => level === "error" || level === "warn")).toEqual([]);
  });

  it.each([
    [
      "a response without content",
      /^ {6}content:\n {8}application\/json:\n {10}schema:\n {12}\$ref: '#\/components\/schemas\/ErrorResponse'\n(?: {10}examples:\n(?: {12}.*\n)+)?/m,
      "",
      "error-response-required",
    ],
    ["an empty schema", /\$ref: '#\/components\/schemas\/ErrorResponse'/, "{}", "error-response-required"],
    [
      "a code that may be missing",
      /( {6}required:\n {8}- error\n) {8}- code\n/,
      "$1",
      "error-response-shape",
    ],
    [
      "a message that may be missing",
      /( {6}required:\n) {8}- error\n( {8}- code\n)/,
      "$1$2",
      "error-response-shape",
    ],
    ["a code listed twice", /( {8}- unauthorized\n)/, "$1$1", "error-code-unique"],
    ["a lost Retry-After", /Retry-After:\n/, "X-Other:\n", "error-response-retry-after"],
    [
      "an example with an unknown code",
      /code: invalid_request\n/,
      "code: invalid_requests\n",
      "error-example-valid",
    ],
    [
      "a response in plain text",
      /( {4}InvalidRequest:\n.*\n {6}content:\n {8})application\/json:/,
      "$1text/plain:",
      "error-response-media-type",
    ],
  ])("finds in our own API description %s", async (_what, search, replacement, rule) => {
    const changed = own.replace(search, replacement);
    expect(changed).not.toBe(own);
    const findings = await lintFiles({ "specs/openapi.yaml": changed }, { exempt: ["QUOTA_EXCEEDED"] });
    expect(
      findings.filter(({ level }) => level === "error" || level === "warn").map((each) => each.rule),
    ).toContain(rule);
  });

  it("keeps findings of rules that are off, with level off, so that they can be counted", async () => {
    const text = small("        '404': { description: nothing }");
    const findings = await lintFiles({ "a.yaml": text }, { rules: { "error-response-required": "off" } });
    expect(findings.filter(({ rule }) => rule === "error-response-required")).toMatchObject([
      { level: "off", at: "GET /x 404" },
    ]);
  });

  it("refuses options that a rule does not have", async () => {
    const linting = lintFiles(
      { "a.yaml": small("") },
      { rules: { "error-response-required": ["error", { alow: [] }] } },
    );
    await expect(linting).rejects.toMatchObject({ name: "Problem", code: "rule-options" });
  });

  it("refuses a pattern that cannot be matched in linear time", async () => {
    const linting = lintFiles(
      { "a.yaml": small("") },
      { rules: { "error-code-format": ["warn", { pattern: "(a)\\1" }] } },
    );
    await expect(linting).rejects.toMatchObject({ name: "Problem", code: "rule-options" });
  });

  it("takes the error schemas from the config where it names them", async () => {
    const text = small([uses("400", "Problem"), uses("404", "Other")].join("\n"));
    const required = async (errors: Policy["errors"]) =>
      (await lintFiles({ "a.yaml": text }, { errors }))
        .filter(({ rule }) => rule === "error-response-required")
        .map(({ at }) => at);
    expect(await required({ schemas: ["Problem"] })).toEqual(["GET /x 404"]);
    expect(await required(null)).toEqual([]);
  });

  it("gives many findings of one kind one cause", async () => {
    const responses = [400, 401, 403, 404]
      .map((status) => `        '${status}': { description: nothing }`)
      .join("\n");
    const findings = await lintFiles({ "a.yaml": small(responses) });
    const causes = findings
      .filter(({ rule }) => rule === "error-response-required")
      .map(({ cause }) => cause);
    expect(causes).toEqual(["no content", "no content", "no content", "no content"]);
  });

  it("ends on schemas that refer to themselves and on references that lead nowhere", async () => {
    const responses = [uses("404", "Loop"), "        '409': { $ref: '#/nowhere' }"].join("\n");
    const loops = `    Loop: { $ref: '#/components/schemas/Loop' }
    Tree: { allOf: [{ $ref: '#/components/schemas/Tree' }], properties: { error: { $ref: '#/components/schemas/Tree' } } }
`;
    const findings = await lintFiles({ "a.yaml": small(responses) + loops });
    const required = findings.filter(({ rule }) => rule === "error-response-required").map(({ at }) => at);
    expect(required.sort()).toEqual(["GET /x 404", "GET /x 409"]);
  });

  it.each([
    ["paths: 1"],
    ["paths: { /x: { get: { responses: [1, null, { content: 2 }] } } }"],
    ["paths: { /x: { get: { responses: { '404': { content: { application/json: { schema: [] } } } } } } }"],
    [
      "paths: { /x: { get: { responses: { '404': { content: { a/b: { schema: { allOf: 1, oneOf: {}, enum: 2 } } } } } } } }",
    ],
    ["components: { responses: 1, schemas: { ErrorCode: { enum: 1 } } }\nwebhooks: []"],
  ])("takes a document that is no proper OpenAPI: %s", async (text) => {
    await expect(lintFiles({ "a.yaml": `openapi: 3.1.0\n${text}\n` })).resolves.toBeInstanceOf(Array);
  });

  it("says the same on every run", async () => {
    const files = { "a.yaml": small("        '404': { description: nothing }") };
    expect(await lintFiles(files)).toEqual(await lintFiles(files));
    expect(rules.map(({ id }) => id)).toEqual(rules.map(({ id }) => id).sort());
  });
});
