import { describe, expect, test } from "vitest";
import type { Code, Contract } from "../../src/contract/contract.js";
import type { DeprecationPolicy } from "../../src/contract/policy.js";
import {
  accept,
  catalogOf,
  check,
  contractOf,
  init,
  released,
  type Situation,
} from "../baseline/contracts.js";

const codes = (said: Readonly<Record<string, Partial<Code>>>, version = "1.0.0") => contractOf(version, said);
const usual: DeprecationPolicy = { required: false, windowDays: 0, pastSunset: true };

describe("a deprecation that is required", () => {
  const gone = codes({ a: {} });
  const messages = (b: Partial<Code>, said: Partial<DeprecationPolicy> = {}, situation: Situation = {}) =>
    check(init(codes({ a: {}, b })), gone, {
      accept: [accept({ code: "b" })],
      policy: { deprecation: { ...usual, required: true, ...said } },
      ...situation,
    }).findings.map(({ message }) => message);
  const says = (missing: string) => [`\`b\` left, but ${missing}, as the deprecation policy demands.`];
  const future = { deprecated: true, sunset: "2026-12-01" };

  test("that was skipped is a finding beside the removal, whoever accepted that", () => {
    const verdict = check(init(codes({ a: {}, b: {} })), gone, {
      policy: { deprecation: { ...usual, required: true } },
      base: gone,
    });
    expect(verdict.findings).toEqual([
      {
        rule: "deprecation-skipped",
        level: "error",
        origin: "base",
        at: "b",
        accepted: null,
        known: false,
        message: "`b` left, but was never deprecated in a release, as the deprecation policy demands.",
        cause: null,
        remedy: ['errlock accept --kind deprecation-skipped --at b --reason "…"'],
        fingerprint: "61407f9c6289cf22",
        location: null,
        site: { file: "specs/openapi.yaml", pointer: "#/components/schemas/Code" },
      },
    ]);
  });

  test("says what is missing", () => {
    expect(messages({})).toEqual(says("was never deprecated in a release"));
    expect(messages({ deprecated: true })).toEqual(says("is deprecated, but has no sunset"));
    expect(messages(future)).toEqual(says("is deprecated, but its sunset is 2026-12-01"));
  });

  test("asks for a sunset that has come only if the policy does, by that or by a window", () => {
    expect(messages(future, { pastSunset: false })).toEqual([]);
    expect(messages({}, { pastSunset: false })).toEqual(says("was never deprecated in a release"));
    expect(messages(future, { pastSunset: false, windowDays: 1 })).toHaveLength(1);
    expect(messages(future, { windowDays: 1 }, { now: "2026-12-01" })).toEqual([]);
    expect(messages(future, {}, { now: "2026-12-01" })).toEqual([]);
    expect(messages({}, { required: false })).toEqual([]);
  });

  test("is not asked of a correction, nor of what was never in a full release, nor of what stays", () => {
    expect(messages({}, {}, { accept: [accept({ code: "b", correction: true })] })).toEqual([]);
    const policy = { deprecation: { ...usual, required: true } };
    const beta = released(init(codes({ a: {} })), codes({ a: {}, b: {} }, "2.0.0-beta.1"));
    expect(check(beta, codes({ a: {} }, "2.0.0-beta.2"), { policy }).findings).toEqual([]);
    const body = { code: { type: ["string"], required: true } };
    const narrower = contractOf("1.0.0", { a: { statuses: ["404"] } }, { body });
    expect(check(init(codes({ a: { statuses: ["404", "409"] } })), narrower, { policy }).findings).toEqual(
      [],
    );
  });

  test("is asked of each code of a catalog that is gone", () => {
    const none = contractOf("1.0.0", [], { body: contractOf("1.0.0", []).body });
    const { findings } = check(
      init(codes({ a: {}, b: {}, c: { deprecated: true, sunset: "2026-01-01" } })),
      none,
      {
        accept: [accept({ kind: "catalog-removed", catalog: "code" })],
        policy: { deprecation: { ...usual, required: true } },
      },
    );
    expect(findings.map(({ at }) => at)).toEqual(["a", "b"]);
  });
});

describe("a sunset", () => {
  const window = { deprecation: { ...usual, windowDays: 90 } };
  const soon = (sunset: string | null) => ({ deprecated: true, sunset });
  const found = (before: Partial<Code>, after: Partial<Code>, situation: Situation = {}) =>
    check(init(codes({ a: {}, b: before })), codes({ a: {}, b: after }), {
      policy: window,
      now: "2026-01-01",
      ...situation,
    }).findings;

  test("that leaves less than the window is a finding at its code", () => {
    expect(found({}, soon("2026-03-31"))).toEqual([
      {
        rule: "sunset-too-soon",
        level: "error",
        origin: "branch",
        at: "b",
        accepted: null,
        known: false,
        message:
          "The sunset of `b`, 2026-03-31, is 89 days from now, but the deprecation policy gives clients 90 days.",
        cause: null,
        remedy: ['errlock accept --kind sunset-too-soon --at b --reason "…"'],
        fingerprint: "16c848a814520fce",
        location: null,
        site: { file: "specs/openapi.yaml", pointer: "#/components/schemas/Code/enum/b" },
      },
    ]);
    expect(found({}, { ...soon("2026-03-31"), sites: [] })).toMatchObject([{ site: null }]);
  });

  test.each([
    ["2026-01-02", "1 day from now"],
    ["2026-01-03", "2 days from now"],
    ["2026-01-01", "today"],
    ["2025-12-31", "1 day ago"],
    ["2025-12-30", "2 days ago"],
  ])("on %s is %s", (sunset, when) => {
    expect(found({}, soon(sunset))).toMatchObject([
      { message: expect.stringContaining(`, is ${when}, but`) },
    ]);
  });

  test.each<[string, Partial<Code>, Partial<Code>]>([
    ["leaves the window", {}, soon("2026-04-01")],
    ["is of no deprecated code", {}, { sunset: "2026-01-02" }],
    ["is not given", {}, soon(null)],
    ["was announced by a release", soon("2026-01-02"), soon("2026-01-02")],
    ["was put off", soon("2026-01-02"), soon("2026-01-03")],
  ])("that %s is none", (_, before, after) => {
    expect(found(before, after)).toEqual([]);
  });

  test.each<[string, Partial<Code>]>([
    ["of a code that was not deprecated then", { sunset: "2026-01-03" }],
    ["where there was none", soon(null)],
    ["that was later", soon("2026-01-04")],
  ])("is announced anew in place of one %s", (_, before) => {
    expect(found(before, soon("2026-01-03"))).toMatchObject([{ rule: "sunset-too-soon", at: "b" }]);
  });

  test("may be any where the policy has no window, and of a code that is new", () => {
    expect(found({}, soon("2025-01-01"), { policy: { deprecation: usual } })).toEqual([]);
    const catalogs = [
      catalogOf("code", { a: {}, z: soon("2026-01-02") }),
      catalogOf("reason", { x: soon("2026-01-02") }),
    ];
    const contract = contractOf("1.0.0", ["a"], { catalogs });
    expect(check(init(codes({ a: {} })), contract, { policy: window, now: "2026-01-01" }).findings).toEqual(
      [],
    );
  });

  test("is the base's if the base announced the same", () => {
    const before = init(codes({ a: {}, b: {} }));
    const origin = (base: Contract) =>
      check(before, codes({ a: {}, b: soon("2026-01-03") }), {
        policy: window,
        now: "2026-01-01",
        base,
      }).findings.map((finding) => finding.origin);
    expect(origin(codes({ a: {}, b: soon("2026-01-03") }))).toEqual(["base"]);
    expect(origin(codes({ a: {}, b: soon("2026-01-03"), c: {} }))).toEqual(["base"]);
    expect(origin(codes({ a: {}, b: soon("2026-01-04") }))).toEqual(["branch"]);
    expect(origin(codes({ a: soon("2026-01-03"), b: {} }))).toEqual(["branch"]);
    expect(origin(codes({ a: {}, b: {} }))).toEqual(["branch"]);
  });
});

describe("codes that may leave are told", () => {
  const due = (...names: string[]) => {
    const said = Object.fromEntries(names.map((name) => [name, { deprecated: true, sunset: "2026-01-01" }]));
    const contract = codes({ stays: {}, ...said });
    return check(init(contract), contract).notes;
  };

  test.each<[string[], string[]]>([
    [[], []],
    [["a"], ["past its sunset, may leave: `a`"]],
    [["a", "b", "c"], ["past their sunsets, may leave: `a`, `b`, `c`"]],
    [["a", "b", "c", "d", "e"], ["past their sunsets, may leave: `a`, `b`, `c` and 2 more"]],
  ])("%j", (names, notes) => {
    expect(due(...names)).toEqual(notes);
  });

  test("but not those of a catalog that was never released", () => {
    const catalogs = [
      catalogOf("code", ["a"]),
      catalogOf("reason", { x: { deprecated: true, sunset: "2026-01-01" } }),
    ];
    expect(check(init(codes({ a: {} })), contractOf("1.0.0", ["a"], { catalogs })).notes).toEqual([]);
  });

  test("and so are corrections", () => {
    const corrected = (...names: string[]) =>
      check(init(codes({ a: {}, b: {}, c: {}, d: {} })), codes({ a: {} }), {
        accept: ["b", "c", "d"].map((code) => accept({ code, correction: names.includes(code) })),
      }).notes;
    expect(corrected()).toEqual([]);
    expect(corrected("b")).toEqual(["1 change is accepted as a correction"]);
    expect(corrected("b", "c")).toEqual(["2 changes are accepted as a correction"]);
  });
});
