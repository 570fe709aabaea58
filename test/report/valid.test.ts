import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { Ajv, type AnySchema } from "ajv";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { render as gitlab } from "../../src/report/gitlab.js";
import { render as json } from "../../src/report/json.js";
import { render as junit } from "../../src/report/junit.js";
import { whole } from "../../src/report/pieces.js";
import { render as sarif } from "../../src/report/sarif.js";
import { example, finding, hostile, main, options, passing, reportOf } from "./example.js";

const require = createRequire(import.meta.url);
const addFormats: (ajv: Ajv) => void = require("ajv-formats");

/** What a schema has against a document; null when it has nothing. */
function complaints(schema: AnySchema, text: string, Validator: typeof Ajv = Ajv): unknown {
  const ajv = new Validator({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.validate(schema, JSON.parse(text)) ? null : ajv.errors;
}

function readSchema(file: string): AnySchema {
  return JSON.parse(readFileSync(file, "utf8"));
}

const reports = {
  "the example": example,
  "a contract that holds": reportOf(passing, "pass"),
  "no spec at all": { ...example, specs: [] },
  "a run that could not begin": {
    ...example,
    specs: [],
    error: { code: "no-spec", message: hostile, hint: hostile, location: null },
  },
  "a finding without a place": reportOf(
    { ...main, changes: [], findings: [finding({ rule: "own-rule", at: hostile, message: hostile })] },
    "fail",
    { errors: 1 },
  ),
};

describe.each(Object.entries(reports))("%s", (_, report) => {
  test("as JSON fits schema/report.schema.json", () => {
    expect(complaints(readSchema("schema/report.schema.json"), whole(json(report)))).toBeNull();
  });

  test("as SARIF fits the schema of SARIF 2.1.0", () => {
    const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
    const Draft4: typeof Ajv = require("ajv-draft-04");
    expect(complaints(schema, whole(sarif(report, options)), Draft4)).toBeNull();
  });

  test("as JUnit fits the schema that Jenkins validates with", async () => {
    const schema = readFileSync("test/report/schemas/jenkins-junit.xsd", "utf8");
    const { errors } = await validateXML({
      xml: { fileName: "report.xml", contents: whole(junit(report, options)) },
      schema,
    });
    expect(errors).toEqual([]);
  });

  test("as GitLab code quality has what GitLab's documentation asks of every entry", () => {
    expect(complaints(gitlabSchema, whole(gitlab(report)))).toBeNull();
    const entries: { fingerprint: string }[] = JSON.parse(whole(gitlab(report)));
    expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
  });
});

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const gitlabSchema = {
  type: "array",
  items: {
    type: "object",
    required: ["description", "check_name", "fingerprint", "severity", "location"],
    properties: {
      description: { type: "string", minLength: 1 },
      check_name: { type: "string", minLength: 1 },
      fingerprint: { type: "string", minLength: 1 },
      severity: { enum: ["info", "minor", "major", "critical", "blocker"] },
      location: {
        type: "object",
        required: ["path", "lines"],
        properties: {
          path: { type: "string", pattern: "^(?!\\.?/)." },
          lines: {
            type: "object",
            required: ["begin"],
            properties: { begin: { type: "integer", minimum: 1 } },
          },
        },
      },
    },
  },
};

describe("SARIF", () => {
  const run = JSON.parse(whole(sarif(example, options))).runs[0];
  const byRule = (id: string) => run.results.filter((result: { ruleId: string }) => result.ruleId === id);

  test("tells what a rule is, why it matters and what to do", () => {
    const rule = run.tool.driver.rules.find(({ id }: { id: string }) => id === "error-response-required");
    expect(rule.help.markdown).toContain("**What to do:** Give the response content");
    expect(rule.helpUri).toBe("https://example.test/rules/error-response-required");
  });

  test("suppresses what is accepted or known, with the reason", () => {
    const accepted = byRule("code-removed").flatMap(
      (result: { suppressions: unknown[] }) => result.suppressions,
    );
    expect(accepted).toMatchObject([{ status: "accepted", justification: "never sent since May" }]);
    const known = byRule("error-response-required").filter(
      (result: { suppressions: unknown[] }) => result.suppressions.length > 0,
    );
    expect(known).toHaveLength(1);
  });

  test("keeps its identity by fingerprint, and points at the baseline that holds the code", () => {
    const [removed] = byRule("code-removed");
    expect(removed.partialFingerprints).toEqual({
      "errlock/v1": "f:code-removed:account_deleted",
      primaryLocationLineHash: "f:code-removed:account_deleted:1",
    });
    expect(removed.relatedLocations[0].physicalLocation.artifactLocation.uri).toBe("baselines/openapi.json");
  });

  test("marks what was there before the branch as unchanged", () => {
    expect(byRule("body-field-optional")[0].baselineState).toBe("unchanged");
    expect(byRule("catalog-opened")[0].baselineState).toBe("new");
  });

  test("leaves out what its level hides, and says what could not be judged", () => {
    expect(byRule("code-reordered")).toEqual([]);
    expect(run.invocations[0].executionSuccessful).toBe(false);
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain(
      "a tab where indentation",
    );
  });
});

describe("JUnit", () => {
  test("fails warnings too when they fail the build", () => {
    const failures = (failOn: "error" | "warn") =>
      /<testsuites [^>]*failures="(\d+)"/.exec(whole(junit(example, { ...options, failOn })))?.[1];
    expect([failures("error"), failures("warn")]).toEqual(["10", "12"]);
  });
});
