import { describe, expect, test } from "vitest";
import { parseConfig, policyFor } from "../../src/config/config.js";
import type { Location } from "../../src/contract/location.js";
import { Problem } from "../../src/contract/problem.js";

const sample = `specs:
  - spec: specs/openapi.yaml            # a path or a glob
    errors: { schemas: [ErrorResponse], code: code, examples: ignore }
    version: { scheme: semver }
    rules: { error-code-described: info }
  - services/**/openapi.{yaml,json}
rules:
  error-code-format: warn
  error-response-required: [error, { allow: ["3xx"] }]
changes:
  code-added: info
  catalog-opened: { level: error, bump: major }
deprecation: { required: false, window: 90d, pastSunset: true }
accept:
  - code: sandbox_not_found
    to: [machine_not_found]
    reason: product renamed to machine, announced in May
    owner: "@api-team"
    until: 2026-12-31
  - kind: error-response-required
    at: GET /healthz 503
    reason: plain text for the load balancer
  - codes: [404, "410"]
    reason: numbers are codes too
    until: 2.0
consumers:
  - name: CLI exit codes
    files: cli/src/exit_codes.rs
    complete: false
ruleset: ./rules/custom.yaml
limits: { bytes: 100MB, time: 30s }
`;
const rules = ["error-code-described", "error-code-format", "error-response-required"];

function problemOf(text: string, file = "errlock.yaml"): Problem {
  try {
    parseConfig(text, file, rules);
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("was read without a problem");
}

describe("a config", () => {
  const config = parseConfig(sample, "errlock.yaml", rules);

  test("is read as documented", () => {
    expect(config.specs?.map(({ spec }) => spec)).toEqual([
      "specs/openapi.yaml",
      "services/**/openapi.{yaml,json}",
    ]);
    expect(config.deprecation).toEqual({ required: false, windowDays: 90, pastSunset: true });
    expect(config.limits).toEqual({ bytes: 100_000_000, time: 30_000 });
    expect(config.ruleset).toEqual(["rules/custom.yaml"]);
    expect(config.changes["catalog-opened"]).toEqual({ level: "error", bump: "major" });
  });

  test("gives one acceptance for each code, with its place", () => {
    expect(config.accept.map(({ code }) => code)).toEqual(["sandbox_not_found", null, "404", "410"]);
    expect(config.accept[0]).toMatchObject({
      to: ["machine_not_found"],
      until: "2026-12-31",
      owner: "@api-team",
    });
    expect(config.accept[0]?.location).toMatchObject({ file: "errlock.yaml", line: 15, column: 5 });
    expect(config.accept[3]).toMatchObject({ until: "2.0", kind: null });
  });

  test("sets the policy of one spec: what it says for that spec comes last", () => {
    const policy = policyFor(config, "specs/openapi.yaml");
    expect(policy.scheme).toBe("semver");
    expect(policy.errors).toEqual({ schemas: ["ErrorResponse"], code: "code", examples: "ignore" });
    expect(policy.rules).toMatchObject({ "error-code-described": "info", "error-code-format": "warn" });
    expect(policyFor(config, "services/a/b/openapi.json").scheme).toBeNull();
    expect(policyFor(null, "x.yaml")).toMatchObject({ corrections: "allow", rules: {} });
  });

  test("may be empty, or only comments, or only name its schema", () => {
    for (const text of ["", "# nothing yet\n", "---\n", "$schema: ./schema.json\n", "accept:\n"]) {
      expect(parseConfig(text, "errlock.yaml").accept).toEqual([]);
    }
  });

  test("may be JSON, with the same places", () => {
    const json = '{\n  "accept": [\n    { "code": "a", "reason": "r" }\n  ]\n}\n';
    expect(parseConfig(json, "errlock.json").accept[0]?.location).toMatchObject({ line: 3, column: 5 });
    expect(problemOf("{ a: 1 }", "errlock.json").code).toBe("config-syntax");
  });

  test("names paths relative to its own folder", () => {
    const nested = parseConfig("specs: [specs/a.yaml, ../shared/b.yaml]\n", "services/x/errlock.yaml");
    expect(nested.specs?.map(({ spec }) => spec)).toEqual([
      "services/x/specs/a.yaml",
      "services/shared/b.yaml",
    ]);
  });
});

describe("a config that does not fit is refused with its place", () => {
  test.each([
    ["an unknown key", "spces: []\n", "1:1", "Did you mean specs?"],
    ["an unknown rule", "rules:\n  error-code-formt: warn\n", "2:3", "Did you mean error-code-format?"],
    ["an unknown kind of change", "changes:\n  code-remove: off\n", "2:3", "Did you mean code-removed?"],
    ["an unknown level", "rules:\n  error-code-format: eror\n", "2:22", "Did you mean error?"],
    ["a change among the rules", "rules: { code-added: warn }", "1:22", "changes"],
    ["a finding of judging among the rules", "rules: { policy-loosened: off }", "1:27", "Accept"],
    ["an acceptance without a reason", "accept:\n  - code: a\n", "2:5", "reason"],
    ["an empty reason", "accept:\n  - { code: a, reason: '' }\n", "2:24", "empty"],
    ["an acceptance of nothing", "accept:\n  - reason: x\n", "2:5", "what it accepts"],
    ["a wildcard", "accept:\n  - { code: 'sandbox_*', reason: x }\n", "2:13", "wildcard"],
    ["a rule accepted everywhere", "accept:\n  - { kind: error-code-format, reason: x }\n", "2:5", "at"],
    [
      "an acceptance of a version",
      "accept:\n  - { kind: version-too-small, at: '1', reason: x }\n",
      "2:13",
      "Declare",
    ],
    [
      "a kind that is none",
      "accept:\n  - { kind: code-removd, at: x, reason: x }\n",
      "2:13",
      "Did you mean code-removed?",
    ],
    [
      "two acceptances of one thing",
      "accept:\n  - {code: a, reason: x}\n  - {code: a, reason: y}\n",
      "3:5",
      "line 2",
    ],
    ["a day that is none", "accept:\n  - { code: a, reason: x, until: 2026-02-30 }\n", "2:34", "calendar"],
    ["a new name of no code", "accept:\n  - { kind: catalog-opened, to: b, reason: x }\n", "2:33", "code"],
    ["a path out of the root", "specs: [../openapi.yaml]\n", "1:9", "inside the root"],
    ["an absolute path", "specs: [/etc/passwd]\n", "1:9", "inside the root"],
    ["a ruleset from the network", "ruleset: https://example.com/r.yaml\n", "1:10", "inside the root"],
    ["a key that stands twice", "rules: {}\nrules: {}\n", "2:1", "unique"],
    ["an alias before its anchor", "ruleset: *r\nspecs: &r [a.yaml]\n", "1:10", ""],
    ["broken YAML", "specs: [\n", "2:1", ""],
    ["a list", "- a\n", "1:1", "mapping"],
    ["a window that is none", "deprecation: { window: soon }\n", "1:24", "90d"],
    ["limits of nothing", "limits: { bytes: 0 }\n", "1:18", "more than 0"],
    [
      "a broken pattern",
      "consumers:\n  - { name: a, files: b, pattern: '(' }\n",
      "2:35",
      "regular expression",
    ],
    [
      "an unknown preset",
      "consumers:\n  - { name: a, files: b, as: typscript }\n",
      "2:30",
      "Did you mean typescript?",
    ],
    ["an unknown tag", "specs: !js/function 'x'\n", "1:8", ""],
    [
      "more to say of its codes than can be weighed",
      `accept:\n- { codes: [${Array.from({ length: 3000 }, (_, i) => `c${i}`)}], reason: ${"r".repeat(7000)} }\n`,
      "2:3",
      "20000000 characters",
    ],
    [
      "many codes that each became many",
      `accept:\n- reason: r\n  codes: [${Array.from({ length: 900 }, (_, i) => `c${i}`)}]\n  to: [${Array.from({ length: 900 }, (_, i) => `t${i}`)}]\n`,
      "2:3",
      "each its own `to`",
    ],
    ["conflict markers", "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> main\n", "2:1", "conflict"],
  ])("with %s", (_, text, place, words) => {
    const problem = problemOf(text);
    const { line, column } = problem.location as Location;
    expect(`${line}:${column}`).toBe(place);
    expect(`${problem.message} ${problem.hint}`).toContain(words);
  });

  test.each([
    ["flow", "[".repeat(50_000)],
    ["flow behind closing brackets in comments", `a: ${"[ # ]\n".repeat(50_000)}`],
    ["block on one line", "- ".repeat(50_000)],
    ["block by indentation", Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:\n`).join("")],
    [
      "aliases",
      `a: &a [x]\n${Array.from({ length: 60 }, (_, i) => `k${i}: &k${i} [*${i === 0 ? "a" : `k${i - 1}`}, *a]\n`).join("")}`,
    ],
    ["size", "#".repeat(2_000_000)],
  ])("when it is a bomb of %s", (_, text) => {
    expect(problemOf(text).code).toMatch(/^config-(?:too-large|syntax|shape)$/);
  });
});

test("a level for what errlock judges by itself is refused with a way out that exists", () => {
  expect(problemOf("rules: { baseline-edited: off }").hint).toMatch(/^Accept what it finds instead: /);
  expect(problemOf("rules: { version-too-small: off }").hint).toMatch(/^Declare at least the version/);
});
