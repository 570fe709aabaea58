import { describe, expect, test } from "vitest";
import type { Contract } from "../../src/contract/contract.js";
import { accept, changeOf, check, contractOf, init, type Situation } from "../baseline/contracts.js";

const before = contractOf("1.0.0", ["a", "b", "c", "d"]);
const found = (contract: Contract, situation: Situation = {}) =>
  check(init(before), contract, situation).findings.filter(({ rule }) => rule.startsWith("version-"));
const message = (contract: Contract, situation: Situation = {}) => found(contract, situation)[0]?.message;

describe("a version", () => {
  test("that is too small is a finding at the version, which no acceptance opens", () => {
    expect(found(contractOf("1.0.1", ["a", "b", "c"]))).toEqual([
      {
        rule: "version-too-small",
        level: "error",
        origin: "branch",
        at: "1.0.1",
        accepted: null,
        known: false,
        message:
          "The declared version 1.0.1 is too small: code-removed of `d` demands a major bump from 1.0.0, at least 2.0.0.",
        cause: null,
        remedy: ['info: { version: "2.0.0" }'],
        fingerprint: "c58c629a6eed4523",
        location: null,
        site: { file: "specs/openapi.yaml", pointer: "#/info/version" },
      },
    ]);
  });

  test.each([
    [
      "1.0.1",
      ["a", "b", "c", "d", "e"],
      "code-added of `e` demands a minor bump from 1.0.0, at least 1.1.0.",
    ],
    ["1.1.0", ["a", "b", "c", "zz"], "code-removed of `d` demands a major bump from 1.0.0, at least 2.0.0."],
    [
      "1.1.0",
      ["a", "b"],
      "code-removed of `c` and 1 more change demand a major bump from 1.0.0, at least 2.0.0.",
    ],
    [
      "1.1.0",
      ["a"],
      "code-removed of `b` and 2 more changes demand a major bump from 1.0.0, at least 2.0.0.",
    ],
  ])("%s with the codes %j is too small, and says which changes demand most", (declared, codes, demand) => {
    expect(message(contractOf(declared, codes))).toBe(
      `The declared version ${declared} is too small: ${demand}`,
    );
  });

  test.each([
    ["a field", changeOf("body-field-removed", { field: "error" }), "body-field-removed of `error`"],
    [
      "a catalog",
      changeOf("catalog-removed", { catalog: "reason", codes: ["x"] }),
      "catalog-removed of `reason`",
    ],
    [
      "operations",
      changeOf("error-response-removed", { operations: ["GET /a", "GET /b"] }),
      "error-response-removed of `GET /a`",
    ],
  ])("names %s where a change is of no code", (_, change, name) => {
    const same = { ...before, version: "1.0.1" };
    const policy = { changes: { "error-response-removed": { bump: "major" } } } as const;
    expect(message(same, { beyond: [change], policy })).toContain(`too small: ${name} demands a major bump`);
  });

  test("that is lower, or is gone, says what it was, and where to put it back", () => {
    expect(found({ ...before, version: "0.9.0" })).toMatchObject([
      {
        rule: "version-lowered",
        at: "0.9.0",
        message: "The declared version 0.9.0 is lower than the baseline's, 1.0.0.",
        remedy: ['info: { version: "1.0.0" }'],
        site: { file: "specs/openapi.yaml", pointer: "#/info/version" },
      },
    ]);
    expect(found(contractOf(null, ["a", "b", "c"]))).toMatchObject([
      {
        rule: "version-lowered",
        at: "no version",
        message: "The spec declares no version any more; the baseline is 1.0.0.",
        remedy: ['info: { version: "2.0.0" }'],
        site: { file: "specs/openapi.yaml", pointer: "#/info" },
      },
    ]);
  });

  test("that is of no scheme shows nothing", () => {
    expect(found({ ...before, version: "wip" })).toMatchObject([
      {
        rule: "version-too-small",
        at: "wip",
        message:
          "The declared version wip is no semver version like the baseline's, 1.0.0, so it shows nothing.",
        remedy: ['info: { version: "1.0.0" }'],
      },
    ]);
    expect(found({ ...contractOf("wip", ["a", "b", "c"]) })).toMatchObject([
      { remedy: ['info: { version: "2.0.0" }'] },
    ]);
  });

  test("is quoted in the remedy as YAML needs it", () => {
    const odd = init({ ...before, version: "2026-03-01" });
    expect(check(odd, { ...before, version: "2026-02-01" }).findings[0]?.remedy).toEqual([
      'info: { version: "2026-03-01" }',
    ]);
  });

  test("is never too small for wording and groups, whatever bump the policy gives them", () => {
    const beyond = [
      changeOf("description-changed", { catalog: "code", code: "a", before: "x", after: "y" }),
      changeOf("group-changed", { catalog: "code", code: "a", before: "x", after: "y" }),
    ];
    const changes = { "description-changed": { bump: "major" }, "group-changed": { bump: "major" } } as const;
    const verdict = check(init(before), { ...before, version: "1.0.1" }, { beyond, policy: { changes } });
    expect(verdict.version).toEqual({
      scheme: "semver",
      baseline: "1.0.0",
      declared: "1.0.1",
      required: null,
      requiredBump: "none",
      state: "covered",
    });
    expect(verdict.findings).toEqual([]);
  });

  test("counts from the scheme that the config or the baseline says", () => {
    const state = (baseline: object, situation: Situation) =>
      check({ ...init(before), ...baseline }, contractOf("1.0.1", ["a"]), situation).version;
    expect(state({}, {})).toMatchObject({ scheme: "semver", state: "too-small" });
    expect(state({ scheme: "none" }, {})).toMatchObject({ scheme: "none", state: "none" });
    expect(state({ scheme: "none" }, { policy: { scheme: "semver" } })).toMatchObject({ scheme: "semver" });
  });
});

describe("against a base, a version that is too small", () => {
  const origin = (contract: Contract, base: Contract) =>
    found(contract, { base }).map((finding) => finding.origin);
  const small = contractOf("1.1.0", ["a", "b", "c"]);

  test("is the base's if the same version was too small for the base's changes", () => {
    expect(origin(small, small)).toEqual(["base"]);
    expect(origin(contractOf("1.1.0", ["a", "b"]), small)).toEqual(["base"]);
  });

  test("is the branch's if the base declares another, or had not the changes that demand more", () => {
    expect(origin(small, { ...small, version: "1.0.9" })).toEqual(["branch"]);
    expect(origin(small, { ...before, version: "1.1.0" })).toEqual(["branch"]);
    expect(origin(small, contractOf("1.1.0", ["a", "b", "c", "d", "e"]))).toEqual(["branch"]);
    expect(found(small).map((finding) => finding.origin)).toEqual(["branch"]);
  });

  test("is the branch's if its changes demand more than the base's did", () => {
    const added = contractOf("1.0.1", ["a", "b", "c", "d", "e"]);
    expect(origin(added, added)).toEqual(["base"]);
    expect(origin(contractOf("1.0.1", ["a", "b", "c", "e"]), added)).toEqual(["branch"]);
  });

  test("and one that went down is the base's where the base declares it", () => {
    const low = { ...before, version: "0.9.0" };
    expect(origin(low, low)).toEqual(["base"]);
    expect(origin(contractOf("0.9.0", ["a"]), low)).toEqual(["base"]);
    expect(origin(low, before)).toEqual(["branch"]);
    expect(origin({ ...before, version: null }, { ...before, version: null })).toEqual(["base"]);
  });
});

test("an acceptance does not lower what a change demands", () => {
  expect(found(contractOf("1.1.0", ["a", "b", "c"]), { accept: [accept({ code: "d" })] })).toHaveLength(1);
});
