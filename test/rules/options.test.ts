import { describe, expect, it } from "vitest";
import ruleset, { withOptions } from "../../rules/index.js";
import { optionsFault } from "../../rules/options.js";
import { rules } from "../../rules/rules.js";

function faultOf(id: string, options: unknown): string | null {
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) throw new TypeError(id);
  return optionsFault(rule.options, options);
}

describe("options", () => {
  it.each([
    ["error-response-required", undefined],
    ["error-response-required", null],
    ["error-response-required", {}],
    ["error-response-required", { allow: ["304"] }],
    ["error-response-required", { allow: [], schemas: ["A"], code: "code" }],
    ["error-code-format", { convention: "camelCase", pattern: "^a$", exempt: ["A"] }],
    ["error-field-scope", { fields: { a: ["422"], b: [] } }],
    ["error-response-shape", { fields: { a: "string", b: ["string", "integer"] }, optional: {} }],
    ["error-response-coverage", { security: ["401"], parameters: [], body: [], all: ["500"] }],
    ["error-response-media-type", { allow: ["text/xml"] }],
    ["error-response-retry-after", { statuses: ["429"] }],
    ["error-code-unique", { code: "(" }],
    ["error-code-unique", { schemas: ["A"], code: "code" }],
  ])("of %s may be %j", (id, options) => {
    expect(faultOf(id, options)).toBeNull();
  });

  const conventions =
    "snake_case, SCREAMING_SNAKE_CASE, kebab-case, SCREAMING-KEBAB-CASE, camelCase, PascalCase, dot.case, SCREAMING.DOT_CASE, lower case words, Capitalized words, digits";
  const types = "a map from names to JSON Schema types";
  const lists = "a map from names to lists of strings";
  const linear = "a regular expression that can be matched in linear time";

  it.each([
    ["error-response-required", [], "options must be an object"],
    ["error-response-required", "allow", "options must be an object"],
    ["error-response-required", { allow: "304" }, 'option "allow" must be a list of strings'],
    ["error-response-required", { allow: ["304", 404] }, 'option "allow" must be a list of strings'],
    ["error-response-required", { code: ["a"] }, 'option "code" must be a string'],
    ["error-response-required", { alow: [] }, 'unknown option "alow"; known: allow, code, schemas'],
    ["error-response-required", { toString: [] }, 'unknown option "toString"; known: allow, code, schemas'],
    ["error-response-coverage", { al: [] }, 'unknown option "al"; known: all, body, parameters, security'],
    ["error-code-format", { convention: "snake" }, `option "convention" must be one of ${conventions}`],
    ["error-code-format", { convention: 1 }, `option "convention" must be one of ${conventions}`],
    ["error-code-format", { pattern: "(a)\\1" }, `option "pattern" must be ${linear}`],
    ["error-code-format", { pattern: 1 }, `option "pattern" must be ${linear}`],
    ["error-response-shape", { fields: "code" }, `option "fields" must be ${types}`],
    ["error-response-shape", { fields: ["code"] }, `option "fields" must be ${types}`],
    ["error-response-shape", { fields: null }, `option "fields" must be ${types}`],
    ["error-response-shape", { fields: { code: 1 } }, `option "fields" must be ${types}`],
    ["error-response-shape", { fields: { code: "string", b: [1] } }, `option "fields" must be ${types}`],
    ["error-response-shape", { optional: { code: {} } }, `option "optional" must be ${types}`],
    ["error-field-scope", { fields: { a: ["422"], b: "422" } }, `option "fields" must be ${lists}`],
    ["error-field-scope", { fields: [["422"]] }, `option "fields" must be ${lists}`],
  ])("of %s may not be %j", (id, options, fault) => {
    expect(faultOf(id, options)).toBe(fault);
  });

  it("are refused whatever they are where a rule has none", () => {
    expect(optionsFault({}, { a: 1 })).toBe('unknown option "a"; it has none');
  });

  it("have a sentence each that says what they are, as every rule has one that says what must hold", () => {
    for (const { description, options } of rules) {
      expect(description).toMatch(/^[A-Z].{20,}\.$/);
      for (const { about } of Object.values(options)) expect(about).toMatch(/.{20,}[^.]$/);
    }
  });
});

describe("the ruleset for Spectral", () => {
  it("holds every rule with its level, and recommends those that are not off", () => {
    const told = Object.entries(ruleset.rules).map(([id, { severity, recommended }]) => [
      id,
      severity,
      recommended,
    ]);
    expect(told).toEqual(
      rules.map(({ id, level }) => [id, level === "off" ? "warn" : level, level !== "off"]),
    );
    expect(told.filter(([, , recommended]) => recommended === false)).not.toEqual([]);
  });

  it("has rules that look at the whole document, say what they found, and have no options", () => {
    const { then, ...rule } = withOptions("error-response-required", {});
    expect(rule).toEqual({
      description: "Every response that is not 2xx carries an error schema.",
      message: "{{error}}",
      severity: "error",
      recommended: true,
      given: "$",
      resolved: true,
    });
    expect(then).toEqual({ function: expect.any(Function) });
  });

  it("has a rule that is off by default as a warning that one has to choose", () => {
    expect(withOptions("error-field-scope", {})).toMatchObject({ severity: "warn", recommended: false });
  });

  it("holds each rule as it is with no options", () => {
    for (const { id } of rules) {
      const { then, ...rule } = withOptions(id, {});
      expect(then).toEqual({ function: expect.any(Function) });
      expect(ruleset.rules[id]).toMatchObject(rule);
    }
  });

  it("gives the options of `withOptions` to the rule", () => {
    expect(withOptions("error-response-required", { allow: ["3xx"] }).then.functionOptions).toEqual({
      allow: ["3xx"],
    });
    expect(() => withOptions("none", {})).toThrow(new TypeError("errlock has no rule none"));
  });
});
