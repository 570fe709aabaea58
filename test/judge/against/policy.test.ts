import { describe, expect, test } from "vitest";
import { parseConfig } from "../../../src/config/config.js";
import type { Finding } from "../../../src/contract/finding.js";
import { comparePolicies, type PolicySides } from "../../../src/judge/against/policy.js";

const spec = "specs/openapi.yaml";

function told(base: string | null, branch: string | null, sides: Partial<PolicySides> = {}): Finding[] {
  const config = (text: string | null) => (text === null ? null : parseConfig(text, "errlock.yaml"));
  return comparePolicies({
    base: config(base),
    branch: config(branch),
    specs: { base: [spec], branch: [spec] },
    renamed: new Map(),
    exists: () => true,
    ruleLevels: { "error-code-format": "warn", "error-response-required": "error" },
    editedRulesets: [],
    ...sides,
  });
}

/** Findings as `-at` where something could pass, `+at` where not. Null: there is no config. */
function compared(base: string | null, branch: string | null, sides: Partial<PolicySides> = {}): string[] {
  return told(base, branch, sides).map(({ rule, at }) => `${rule === "policy-loosened" ? "-" : "+"}${at}`);
}

const entry = (settings: string) => `specs: [{ spec: ${spec}, ${settings} }]`;
const consumer = (settings: string) => `consumers: [{ name: CLI, files: [cli.rs, docs.md], ${settings} }]`;

describe("a policy is loosened when", () => {
  test.each<[string, string | null, string | null, string[]]>([
    [
      "a rule's level is lowered",
      "rules: { error-response-required: error }",
      "rules: { error-response-required: warn }",
      ["-rules.error-response-required"],
    ],
    [
      "a rule is lowered below its default",
      null,
      "rules: { error-code-format: off }",
      ["-rules.error-code-format"],
    ],
    [
      "a rule that was raised falls back to its default",
      "rules: { error-code-format: error }",
      "{}",
      ["-rules.error-code-format"],
    ],
    [
      "a rule of an unknown default is set to less than error",
      "{}",
      "rules: { own-rule: warn }",
      ["-rules.own-rule"],
    ],
    ["a rule of an unknown default is set no more", "rules: { own-rule: info }", "{}", ["-rules.own-rule"]],
    [
      "a rule's options change",
      "rules: { error-response-required: [error, { allow: [3xx] }] }",
      "rules: { error-response-required: [error, { allow: [3xx, 404] }] }",
      ["-rules.error-response-required"],
    ],
    [
      "a rule is off for one spec",
      "{}",
      entry("rules: { error-response-required: off }"),
      [`-${spec} rules.error-response-required`],
    ],
    [
      "a rule that was raised for one spec is not any more",
      entry("rules: { error-code-format: error }"),
      entry("rules: {}"),
      [`-${spec} rules.error-code-format`],
    ],
    ["a kind of change is off", "{}", "changes: { code-removed: off }", ["-changes.code-removed"]],
    ["a kind of change is lowered", "changes: { code-added: warn }", "{}", ["-changes.code-added"]],
    [
      "a kind of change demands a smaller bump",
      "{}",
      "changes: { code-removed: { bump: minor } }",
      ["-changes.code-removed.bump"],
    ],
    ["another baseline is named", "{}", entry("baseline: decoy.json"), [`-${spec} baseline`]],
    [
      "the scheme of versions is another one",
      entry("version: { scheme: semver }"),
      entry("version: { scheme: none }"),
      [`-${spec} version.scheme`],
    ],
    [
      "other error schemas are named",
      entry("errors: { schemas: [ErrorResponse] }"),
      entry("errors: { schemas: [Decoy] }"),
      [`-${spec} errors.schemas`],
    ],
    ["another property is named", "{}", entry("errors: { code: reason }"), [`-${spec} errors.code`]],
    [
      "codes in examples are not locked any more",
      entry("errors: { examples: lock }"),
      "{}",
      [`-${spec} errors.examples`],
    ],
    ["the spec is said to have no codes", "{}", entry("errors: none"), [`-${spec} errors`]],
    [
      "a code need not be deprecated any more",
      "deprecation: { required: true }",
      "{}",
      ["-deprecation.required"],
    ],
    [
      "the window of a deprecation is shorter",
      "deprecation: { window: 90d }",
      "deprecation: { window: 30d }",
      ["-deprecation.window"],
    ],
    [
      "a code may leave before its sunset",
      "{}",
      "deprecation: { pastSunset: false }",
      ["-deprecation.pastSunset"],
    ],
    ["corrections are allowed", "corrections: forbid", "{}", ["-corrections"]],
    ["a consumer is dropped", consumer("complete: false"), "{}", ["-consumers CLI"]],
    [
      "a consumer has fewer files",
      consumer("complete: false"),
      "consumers: [{ name: CLI, files: cli.rs }]",
      ["-consumers CLI files docs.md"],
    ],
    [
      "a consumer need not be complete any more",
      consumer("complete: true"),
      consumer("complete: false"),
      ["-consumers CLI complete"],
    ],
    [
      "a consumer ignores a code",
      consumer("complete: false"),
      consumer("ignore: [{ codes: [a], reason: why }]"),
      ["-consumers CLI ignore a"],
    ],
    [
      "a consumer is read by another pattern",
      consumer("complete: false"),
      consumer("pattern: '\"(x)\"'"),
      ["-consumers CLI pattern"],
    ],
    [
      "a consumer is read as another language",
      consumer("as: rust"),
      consumer("as: markdown"),
      ["-consumers CLI as"],
    ],
    [
      "a consumer is held to another spec",
      consumer("complete: false"),
      consumer("spec: other.yaml"),
      ["-consumers CLI spec"],
    ],
    [
      "one of several consumers is dropped",
      "consumers: [{ name: CLI, files: a }, { name: SDK, files: b }]",
      "consumers: [{ name: CLI, files: a }]",
      ["-consumers SDK"],
    ],
    ["the baseline that was named is not any more", entry("baseline: own.json"), "{}", [`-${spec} baseline`]],
    ["a low limit is given up", "limits: { bytes: 1MB }", "{}", ["-limits.bytes"]],
    [
      "a rule has a name that every object knows",
      "{}",
      "rules: { constructor: warn }",
      ["-rules.constructor"],
    ],
    [
      "options of a rule change, though its level is raised",
      "rules: { error-code-format: [warn, { style: snake }] }",
      "rules: { error-code-format: [error, { style: kebab }] }",
      ["-rules.error-code-format"],
    ],
    ["a ruleset is dropped", "ruleset: ./custom.yaml", "{}", ["-ruleset custom.yaml"]],
    [
      "a ruleset is added, for it may turn rules off",
      "{}",
      "ruleset: ./custom.yaml",
      ["-ruleset custom.yaml"],
    ],
    ["a limit is raised", "{}", "limits: { bytes: 900MB }", ["-limits.bytes"]],
    ["the config is deleted", "changes: { code-added: error }", null, ["-changes.code-added"]],
  ])("%s", (_, base, branch, expected) => {
    expect(compared(base, branch)).toEqual(expected);
  });

  test("a spec that is still there is judged no more", () => {
    expect(compared("{}", "{}", { specs: { base: [spec], branch: ["decoy.yaml"] } })).toEqual([
      "+specs decoy.yaml",
      `-specs ${spec}`,
    ]);
  });

  test("a spec is judged no more, whatever was set for it", () => {
    const sides = { specs: { base: [spec], branch: [] } };
    expect(compared(entry("errors: none"), "{}", sides)).toEqual([`-specs ${spec}`]);
  });

  test("a spec that was renamed gets settings that it had not", () => {
    const renamed = "specs/renamed.yaml";
    const sides = { specs: { base: [spec], branch: [renamed] }, renamed: new Map([[spec, renamed]]) };
    expect(
      compared(`specs: [${spec}]`, `specs: [{ spec: ${renamed}, errors: { code: decoy } }]`, sides),
    ).toEqual([`-${renamed} errors.code`]);
    expect(
      compared(entry("errors: { code: a }"), `specs: [{ spec: ${renamed}, errors: { code: a } }]`, sides),
    ).toEqual([]);
  });

  test("a ruleset is edited", () => {
    const ruleset = "ruleset: custom.yaml";
    expect(compared(ruleset, ruleset, { editedRulesets: ["custom.yaml"] })).toEqual(["-ruleset custom.yaml"]);
  });

  test("the config moves to another folder, for baselines are found from there", () => {
    const nearer = parseConfig("{}", "specs/errlock.yaml");
    expect(compared("{}", "{}", { branch: nearer })).toEqual(["-config"]);
    expect(compared("{}", "{}", { branch: parseConfig("{}", "errlock.yml") })).toEqual([]);
  });
});

describe("a policy is changed, and lets nothing more pass, when", () => {
  test.each<[string, string, string, string[]]>([
    [
      "levels are raised",
      "{}",
      "rules: { error-code-format: error }\nchanges: { code-added: warn }",
      ["+changes.code-added", "+rules.error-code-format"],
    ],
    [
      "options of a rule that was off change",
      "rules: { error-code-format: off }",
      "rules: { error-code-format: [warn, { style: kebab }] }",
      ["+rules.error-code-format"],
    ],
    [
      "a kind demands a larger bump",
      "{}",
      "changes: { code-added: { bump: major } }",
      ["+changes.code-added.bump"],
    ],
    [
      "a version must follow a scheme again",
      entry("version: { scheme: none }"),
      entry("version: { scheme: semver }"),
      [`+${spec} version.scheme`],
    ],
    ["the promise of no codes is taken back", entry("errors: none"), "{}", [`+${spec} errors`]],
    ["codes in examples are locked", "{}", entry("errors: { examples: lock }"), [`+${spec} errors.examples`]],
    [
      "codes must be deprecated, for longer",
      "{}",
      "deprecation: { required: true, window: 90d }",
      ["+deprecation.required", "+deprecation.window"],
    ],
    ["corrections are forbidden", "{}", "corrections: forbid", ["+corrections"]],
    ["a consumer is added", "{}", consumer("complete: true"), ["+consumers CLI"]],
    [
      "one of several consumers is added",
      "consumers: [{ name: CLI, files: a }]",
      "consumers: [{ name: CLI, files: a }, { name: SDK, files: b }]",
      ["+consumers SDK"],
    ],
    [
      "a consumer has more files, ignores less and claims more",
      "consumers: [{ name: CLI, files: a, ignore: [{ code: x, reason: why }] }]",
      "consumers: [{ name: CLI, files: [a, b], complete: true }]",
      ["+consumers CLI complete", "+consumers CLI files b", "+consumers CLI ignore x"],
    ],
    [
      "options of a rule change that is off on both sides",
      "rules: { error-code-format: [off, { style: snake }] }",
      "rules: { error-code-format: [off, { style: kebab }] }",
      ["+rules.error-code-format"],
    ],
    [
      "a rule's level is raised, its options in another order",
      "rules: { error-code-format: [warn, { a: 1, b: { c: 1, d: 2 } }] }",
      "rules: { error-code-format: [error, { b: { d: 2, c: 1 }, a: 1 }] }",
      ["+rules.error-code-format"],
    ],
    ["a limit is lowered", "{}", "limits: { bytes: 1MB }", ["+limits.bytes"]],
  ])("%s", (_, base, branch, expected) => {
    expect(compared(base, branch)).toEqual(expected);
  });

  test("a spec is gone: its baseline judges", () => {
    const sides = { specs: { base: [spec], branch: [] }, exists: () => false };
    expect(compared("{}", "{}", sides)).toEqual([`+specs ${spec}`]);
  });
});

describe("a policy is the same when", () => {
  test.each<[string, string | null, string | null]>([
    ["nothing changes", "rules: { error-code-format: off }", "rules: { error-code-format: off }"],
    [
      "the defaults are written down",
      null,
      "rules: { error-code-format: warn }\nchanges: { code-removed: { level: error, bump: major } }\ndeprecation: { required: false }",
    ],
    [
      "options stand in another order",
      "rules: { error-code-format: [warn, { a: 1, b: 2 }] }",
      "rules: { error-code-format: [warn, { b: 2, a: 1 }] }",
    ],
    [
      "options within options stand in another order",
      "rules: { error-code-format: [warn, { a: { c: 1, d: null }, b: [2, 1] }] }",
      "rules: { error-code-format: [warn, { b: [2, 1], a: { d: null, c: 1 } }] }",
    ],
    ["a baseline stays where it was named", entry("baseline: own.json"), entry("baseline: own.json")],
    [
      "error schemas stand in another order",
      entry("errors: { schemas: [A, B] }"),
      entry("errors: { schemas: [B, A] }"),
    ],
    ["only acceptances change", "{}", "accept: [{ code: a, reason: why }]"],
    ["specs are listed that were found before", null, `specs: [${spec}]`],
  ])("%s", (_, base, branch) => {
    expect(compared(base, branch)).toEqual([]);
  });
});

test("a finding says what was and what is, and where", () => {
  const [finding] = comparePolicies({
    base: null,
    branch: parseConfig(`specs:\n  - spec: ${spec}\n    errors: none\n`, "errlock.yaml"),
    specs: { base: [spec], branch: [spec] },
    renamed: new Map(),
    exists: () => true,
    ruleLevels: {},
    editedRulesets: [],
  });
  expect(finding).toMatchObject({
    rule: "policy-loosened",
    level: "error",
    at: `${spec} errors`,
    message: `\`${spec} errors\` is not set at the base and none on this branch, which could let something pass.`,
    location: { file: "errlock.yaml", line: 2 },
  });
});

describe("a finding says in words", () => {
  const loose = ", which could let something pass.";
  const list = "consumers: [{ name: CLI, files: [a, b] }]";
  test.each<[string, string | null, string | null, Partial<PolicySides>, string[]]>([
    [
      "which level was set",
      "{}",
      "rules: { error-response-required: warn }",
      {},
      ["`rules.error-response-required` is error at the base and warn on this branch", loose],
    ],
    [
      "which options",
      "{}",
      "rules: { error-response-required: [error, { b: 1, a: [2] }] }",
      {},
      [
        '`rules.error-response-required` is error at the base and ["error",{"a":[2],"b":1}] on this branch',
        loose,
      ],
    ],
    [
      "which bump",
      "{}",
      "changes: { code-added: { bump: major } }",
      {},
      ["`changes.code-added.bump` is minor at the base and major on this branch", "."],
    ],
    [
      "that a consumer is dropped",
      list,
      "{}",
      {},
      ["`consumers CLI` is listed at the base and not listed on this branch", loose],
    ],
    [
      "that a consumer is added",
      "{}",
      list,
      {},
      ["`consumers CLI` is not listed at the base and listed on this branch", "."],
    ],
    [
      "that a file is dropped",
      list,
      "consumers: [{ name: CLI, files: a }]",
      {},
      ["`consumers CLI files b` is listed at the base and not listed on this branch", loose],
    ],
    [
      "that a file is added",
      "consumers: [{ name: CLI, files: a }]",
      list,
      {},
      ["`consumers CLI files b` is not listed at the base and listed on this branch", "."],
    ],
    [
      "that a property is named",
      "{}",
      entry("errors: { code: reason }"),
      {},
      [`\`${spec} errors.code\` is not set at the base and reason on this branch`, loose],
    ],
    [
      "which window",
      "{}",
      "deprecation: { window: 90d }",
      {},
      ["`deprecation.window` is 0 at the base and 90 on this branch", "."],
    ],
    [
      "that a ruleset is edited",
      "ruleset: a.yaml",
      "ruleset: a.yaml",
      { editedRulesets: ["a.yaml"] },
      ["`ruleset a.yaml` is as it was at the base and edited on this branch", loose],
    ],
    [
      "that a spec is judged no more",
      "{}",
      "{}",
      { specs: { base: [spec], branch: [] } },
      [`\`specs ${spec}\` is judged at the base and not judged on this branch`, loose],
    ],
    [
      "that a spec is gone",
      "{}",
      "{}",
      { specs: { base: [spec], branch: [] }, exists: () => false },
      [`\`specs ${spec}\` is judged at the base and not there on this branch`, "."],
    ],
    [
      "that a spec is new",
      "{}",
      "{}",
      { specs: { base: [], branch: [spec] } },
      [`\`specs ${spec}\` is not judged at the base and judged on this branch`, "."],
    ],
  ])("%s", (_, base, branch, sides, [says = "", end = ""]) => {
    const messages = told(base, branch, sides).map(({ message }) => message);
    expect(messages).toEqual([`${says}${end}`]);
  });

  test("that the config moved, from which folder to which", () => {
    const nearer = parseConfig("{}", "api/v2/errlock.yaml");
    expect(told("{}", "{}", { branch: nearer })).toMatchObject([
      {
        message: `\`config\` is in the root at the base and in api/v2 on this branch${loose}`,
        location: null,
      },
    ]);
    expect(told(null, "{}", { branch: nearer })).toHaveLength(1);
    expect(told(null, "{}")).toEqual([]);
  });
});

test("findings come sorted by what they are of", () => {
  const rules = "rules: { zeta: off, alpha: off, mid: off }";
  expect(compared("{}", `${rules}\nlimits: { bytes: 900MB }\ncorrections: forbid`)).toEqual([
    "+corrections",
    "-limits.bytes",
    "-rules.alpha",
    "-rules.mid",
    "-rules.zeta",
  ]);
});
