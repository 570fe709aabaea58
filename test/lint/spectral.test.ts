import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../support/repo.js";
import { type Files, lintFiles } from "./linting.js";
import { asLines, installRuleset, spectralLint, writeFiles } from "./spectral-cli.js";

/** Those of the rules, and every shape of catalog. */
function readFixtures(): Files {
  return Object.fromEntries(
    ["../rules/fixtures", "../catalog/fixtures"].flatMap((path) => {
      const folder = join(import.meta.dirname, path);
      const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
      return names
        .filter((name) => name.endsWith(".yaml"))
        .map((name) => [name, readFileSync(join(folder, name), "utf8")]);
    }),
  );
}

const split: Files = {
  "api/openapi.yaml": `openapi: 3.1.0
info: { title: Split, version: 1.0.0 }
paths:
  /here/{id}:
    $ref: paths/here.yaml
  /there~odd/%7B:
    get:
      responses:
        '400': { $ref: '../shared/responses.yaml#/Bad~1Request' }
        '404': { $ref: '../shared/responses.yaml#/NotFound' }
        '409': { $ref: '../shared/responses.yaml#/Indirect' }
        default:
          description: hostile
          content:
            application/json:
              schema: { $ref: '../shared/errors.yaml#/ErrorResponse' }
              example: { error: no, code: '#{{print("value")}} {{path}}' }
`,
  "api/paths/here.yaml": `get:
  responses:
    '200': { description: ok }
    '404': { $ref: '../../shared/responses.yaml#/NotFound' }
    '429':
      description: nothing
`,
  "shared/responses.yaml": `NotFound:
  description: a copy
  content:
    application/json:
      schema: { type: object }
Bad/Request:
  description: right
  content:
    application/json:
      schema: { $ref: 'errors.yaml#/ErrorResponse' }
Indirect: { $ref: '#/Again' }
Again:
  description: nothing
`,
  "shared/errors.yaml": `ErrorResponse:
  type: object
  required: [error]
  properties:
    error: { type: string }
    code: { $ref: '#/ErrorCode' }
ErrorCode:
  type: string
  enum:
    - not_found
    - conflict
    - not_found
`,
};

/** Files that refer to each other in circles; the codes stand in the one that is reached last. */
const circles: Files = {
  "openapi.yaml": `openapi: 3.1.0
info: { title: Circles, version: 1.0.0 }
paths:
  /x:
    get:
      responses:
        default:
          description: error
          content:
            application/json:
              schema: { $ref: 'parts/errors.yaml#/Problem' }
components:
  schemas:
    Wrapped:
      type: object
      properties:
        errors: { type: array, items: { $ref: 'parts/errors.yaml#/Problem' } }
`,
  "parts/errors.yaml": `Problem:
  type: object
  properties:
    errors: { type: array, items: { $ref: '#/Problem' } }
    cause: { $ref: '../openapi.yaml#/components/schemas/Wrapped' }
    details: { type: array, items: { $ref: 'detail.yaml' } }
`,
  "parts/detail.yaml": `type: object
properties:
  code: { $ref: '#/$defs/Code' }
  cause: { $ref: 'errors.yaml#/Problem' }
$defs:
  Code:
    type: string
    enum:
      - not_found
      - NotFound
      - gone
      - gone
`,
};

it("finds in the Spectral CLI what errlock finds, line by line, in all fixtures", async () => {
  const folder = temporaryFolder();
  await installRuleset(folder);
  const files = readFixtures();
  writeFiles(folder, { ...files, "ruleset.yaml": "extends: [errlock/ruleset]\n" });
  const ours: string[] = [];
  for (const [name, text] of Object.entries(files)) ours.push(...asLines(await lintFiles({ [name]: text })));
  expect(spectralLint(folder, "ruleset.yaml", Object.keys(files))).toEqual(ours.sort());
  expect(ours.length).toBeGreaterThan(50);
}, 60_000);

it("names the line of the file that a reference leads to, in both, and evaluates nothing of the document", async () => {
  const folder = temporaryFolder();
  await installRuleset(folder);
  writeFiles(folder, { ...split, "ruleset.yaml": "extends: [errlock/ruleset]\n" });
  const ours = asLines(await lintFiles(split));
  expect(spectralLint(folder, "ruleset.yaml", ["api/openapi.yaml"])).toEqual(ours);
  expect(ours).toContainEqual(
    expect.stringMatching(/^shared\/responses\.yaml:4 error error-response-required /),
  );
  expect(ours).toContainEqual(
    expect.stringMatching(/^shared\/responses\.yaml:12 error error-response-required /),
  );
  expect(ours).toContainEqual(
    expect.stringMatching(/^api\/paths\/here\.yaml:5 error error-response-required /),
  );
  expect(ours).toContainEqual(expect.stringMatching(/^shared\/errors\.yaml:12 error error-code-unique /));
  expect(ours).toContainEqual(expect.stringContaining('#{ {print(\\"value\\")}} { {path}}'));
}, 60_000);

it("finds the same in files that refer to each other in circles, where Spectral names the file alone", async () => {
  const folder = temporaryFolder();
  await installRuleset(folder);
  writeFiles(folder, { ...circles, "ruleset.yaml": "extends: [errlock/ruleset]\n" });
  const ours = asLines(await lintFiles(circles));
  // Spectral leaves references of a circle unresolved, and knows no line behind them
  const withoutLines = (lines: readonly string[]) =>
    lines.map((line) => line.replace(/^([^:]+):\d+/, "$1")).sort();
  expect(withoutLines(spectralLint(folder, "ruleset.yaml", ["openapi.yaml"]))).toEqual(withoutLines(ours));
  expect(ours).toContainEqual(expect.stringMatching(/^parts\/detail\.yaml:12 error error-code-unique /));
  expect(ours).toContainEqual(expect.stringMatching(/^parts\/detail\.yaml:10 error error-code-unique /));
}, 60_000);

it("takes options from a JavaScript ruleset", async () => {
  const folder = temporaryFolder();
  await installRuleset(folder);
  const ruleset = `import ruleset, { withOptions } from "errlock/ruleset";
export default {
  extends: [ruleset],
  rules: {
    "error-response-required": withOptions("error-response-required", { allow: ["4xx"] }),
    "error-response-shape": "off",
  },
};
`;
  writeFiles(folder, { ...split, "ruleset.mjs": ruleset });
  const rules = {
    "error-response-required": ["error", { allow: ["4xx"] }],
    "error-response-shape": "off",
  } as const;
  expect(spectralLint(folder, "ruleset.mjs", ["api/openapi.yaml"])).toEqual(
    asLines(await lintFiles(split, { rules })),
  );
}, 60_000);

it("refuses options that a rule does not have, in the Spectral CLI too", async () => {
  const folder = temporaryFolder();
  await installRuleset(folder);
  const ruleset = `import { withOptions } from "errlock/ruleset";
export default { rules: { "error-response-required": withOptions("error-response-required", { alow: ["4xx"] }) } };
`;
  writeFiles(folder, { ...split, "ruleset.mjs": ruleset });
  expect(() => spectralLint(folder, "ruleset.mjs", ["api/openapi.yaml"])).toThrow(/unknown option "alow"/);
}, 60_000);
