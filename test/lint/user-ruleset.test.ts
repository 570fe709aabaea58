import { describe, expect, it, test } from "vitest";
import { defaultLimits } from "../../src/spec/limits.js";
import { type Files, lintFiles, sourceOf } from "./linting.js";

const spec: Files = {
  "openapi.yaml": `openapi: 3.1.0
info: { title: test, version: 1.0.0 }
tags:
  - name: b
paths:
  /x:
    get:
      operationId: Get_X
      responses:
        '200':
          $ref: 'parts.yaml#/Ok'
`,
  "parts.yaml": "Ok:\n  description: ''\n",
};

async function lintWith(ruleset: string, more: Files = {}, rules = {}): Promise<string[]> {
  const source = sourceOf({ "rules/mine.yaml": ruleset, ...more });
  const findings = await lintFiles(spec, {
    rules,
    userRulesets: { files: ["rules/mine.yaml"], source, limits: defaultLimits },
  });
  return findings
    .filter(({ rule }) => rule.startsWith("my-"))
    .map(({ rule, level, at, location }) => `${location?.file}:${location?.line} ${level} ${rule} ${at}`);
}

test("several rulesets run together", async () => {
  const rule = (name: string) =>
    `rules: { ${name}: { given: "$.info", then: { field: license, function: truthy } } }\n`;
  const source = sourceOf({ "a.yaml": rule("my-first"), "b.yaml": rule("my-second") });
  const files = ["a.yaml", "errlock/ruleset", "b.yaml"];
  const findings = await lintFiles(spec, { userRulesets: { files, source, limits: defaultLimits } });
  expect(findings.map(({ rule }) => rule)).toEqual(expect.arrayContaining(["my-first", "my-second"]));
});

const operationIds = `
rules:
  my-operation-ids:
    given: $.paths[*][*].operationId
    severity: warn
    then: { function: pattern, functionOptions: { match: '^[a-z]+(-[a-z]+)*$' } }
`;

describe("a ruleset of the user", () => {
  it("runs in the same pass, with core functions", async () => {
    expect(await lintWith(operationIds)).toEqual(["openapi.yaml:8 warn my-operation-ids GET /x operationId"]);
  });

  it("sees resolved documents, and places in other files of the spec", async () => {
    const ruleset = `
rules:
  my-description:
    given: $.paths[*][*].responses[*]
    severity: error
    then: { field: description, function: truthy }
`;
    expect(await lintWith(ruleset)).toEqual(["parts.yaml:2 error my-description parts.yaml Ok/description"]);
  });

  it("extends files inside the root, and errlock's own ruleset, which runs anyway", async () => {
    const ruleset = "extends: [errlock/ruleset, ../shared/base.yaml]\nrules: { my-operation-ids: error }\n";
    const found = await lintWith(ruleset, { "shared/base.yaml": operationIds });
    expect(found).toEqual(["openapi.yaml:8 error my-operation-ids GET /x operationId"]);
  });

  it("takes levels from the config", async () => {
    const found = await lintWith(operationIds, {}, { "my-operation-ids": "info" });
    expect(found).toEqual(["openapi.yaml:8 info my-operation-ids GET /x operationId"]);
  });

  it("limits rules to formats", async () => {
    expect(await lintWith(`formats: [oas2]\n${operationIds}`)).toEqual([]);
    expect(await lintWith(`formats: [oas3.1]\n${operationIds}`)).toHaveLength(1);
  });

  it("leaves the findings of errlock's rules as they are", async () => {
    const source = sourceOf({ "r.yaml": operationIds });
    const [alone, together] = [
      await lintFiles(spec),
      await lintFiles(spec, { userRulesets: { files: ["r.yaml"], source, limits: defaultLimits } }),
    ];
    expect(together.filter(({ rule }) => rule.startsWith("error-"))).toEqual(alone);
  });
});

const rule = (given: string, then = "{ function: truthy }", more = "") =>
  `rules:\n  my-rule:\n    given: ${given}\n    then: ${then}\n${more}`;

describe("a ruleset of the user is refused", () => {
  it.each([
    ["functions of its own", `functions: [check]\n${rule("$")}`, "`functions` is not allowed"],
    ["a folder of functions", `functionsDir: ./f\n${rule("$")}`, "`functionsDir` is not allowed"],
    ["overrides", `overrides: []\n${rule("$")}`, "`overrides` is not allowed"],
    ["a package", "extends: spectral:oas\n", "spectral:oas"],
    ["another package", "extends: [some-package]\n", "some-package"],
    ["a URL", "extends: https://example.com/r.yaml\n", "https://example.com"],
    ["an absolute path", "extends: /etc/passwd\n", "/etc/passwd"],
    ["a file outside the root", "extends: ../../r.yaml\n", "outside the root"],
    ["a file that is not there", "extends: ./none.yaml\n", "none.yaml"],
    ["a circle", "extends: ./mine.yaml\n", "extends itself"],
    ["a filter", rule("$.paths[?(@.get)]"), "script expression"],
    ["a script", rule("$.tags[(@.length-1)]"), "script expression"],
    ["a script in a field", rule("$", "{ field: '$.tags[?(@.a)]', function: truthy }"), "script expression"],
    ["a script in an alias", `aliases: { A: ['$.tags[?(@.a)]'] }\n${rule("'#A'")}`, "script expression"],
    [
      "an expression in a message",
      rule("$", "{ function: truthy }", "    message: '#{{1+1}}'\n"),
      "expression",
    ],
    ["a function that is none", rule("$", "{ function: eval }"), "eval is not a core function"],
    [
      "options that do not fit",
      rule("$", "{ function: pattern, functionOptions: { mach: a } }"),
      "Spectral does not accept",
    ],
    ["a rule of errlock switched off", "rules: { error-response-required: off }\n", "changes the rule"],
    ["a rule of errlock replaced", rule("$").replace("my-rule", "error-code-format"), "changes the rule"],
    [
      "a regular expression that explodes",
      rule("$", "{ function: pattern, functionOptions: { match: '/(a+)+$/i' } }"),
      "forever",
    ],
    [
      "one in a schema",
      rule("$", "{ function: schema, functionOptions: { schema: { pattern: '(a*)*$' } } }"),
      "forever",
    ],
    ["no mapping", "- a\n", "must be a mapping"],
    ["no YAML", "a: [\n", "not YAML"],
    ["an unknown format", `formats: [asyncapi2]\n${rule("$")}`, "not a format"],
  ])("for %s", async (_what, ruleset, message) => {
    await expect(lintWith(ruleset)).rejects.toMatchObject({
      name: "Problem",
      message: expect.stringContaining(message),
    });
  });
});
