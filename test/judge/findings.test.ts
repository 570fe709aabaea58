import { describe, expect, test } from "vitest";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Finding } from "../../src/contract/finding.js";
import type { Acceptance } from "../../src/contract/policy.js";
import {
  accept,
  catalogOf,
  check,
  contractOf,
  findingOf,
  init,
  type Situation,
} from "../baseline/contracts.js";

const same = contractOf("1.0.0", ["a", "b"]);
const judged = (findings: readonly Finding[], situation: Situation = {}, baseline: Baseline = init(same)) =>
  check(baseline, same, { findings, ...situation }).findings;

describe("a finding", () => {
  const finding = findingOf("error-response-required", "GET /b 404", {
    message: "no content",
    cause: "no content",
  });

  test("is judged with all that is to be said of it", () => {
    expect(judged([finding])).toEqual([
      {
        rule: "error-response-required",
        level: "error",
        origin: "branch",
        at: "GET /b 404",
        accepted: null,
        known: false,
        message: "no content",
        cause: "no content",
        remedy: ['errlock accept --kind error-response-required --at "GET /b 404" --reason "…"'],
        fingerprint: "6a2cc2f001e974bc",
        location: null,
        site: null,
      },
    ]);
  });

  test("is accepted with what was reviewed, and needs no command any more", () => {
    const entry = { kind: finding.rule, at: finding.at, owner: "@api", until: "2026-12-31", reason: "soon" };
    const found = (baseAccept: readonly Acceptance[]) =>
      judged([finding], { accept: [accept(entry)], base: same, baseAccept });
    const accepted = { reason: "soon", owner: "@api", until: "2026-12-31", correction: false };
    expect(found([])).toMatchObject([{ accepted: { ...accepted, new: true }, remedy: [] }]);
    expect(found([accept(entry)])).toMatchObject([{ accepted: { ...accepted, new: false }, remedy: [] }]);
    expect(judged([finding], { accept: [accept(entry)] })).toMatchObject([{ accepted: { new: false } }]);
  });

  test("is accepted by any of several acceptances that holds", () => {
    const entry = { kind: finding.rule, at: finding.at };
    const entries = [
      accept({ ...entry, until: "2026-01-01" }),
      accept({ ...entry, reason: "second" }),
      accept({ ...entry, reason: "third" }),
    ];
    const verdict = check(init(same), same, { findings: [finding], accept: entries });
    expect(verdict.findings).toMatchObject([{ accepted: { reason: "second" } }]);
    expect(verdict.fitting).toEqual(new Set(entries));
  });

  test("that is known needs no command, in its place alone", () => {
    const known = { ...init(same), known: { [finding.rule]: ["GET /a 404", finding.at] } };
    expect(judged([finding], {}, known)).toMatchObject([{ known: true, remedy: [] }]);
    expect(judged([{ ...finding, at: "GET /c 404" }], {}, known)).toMatchObject([{ known: false }]);
    expect(judged([{ ...finding, rule: "constructor" }], {}, known)).toMatchObject([{ known: false }]);
  });

  test.each([
    ["error", 1],
    ["warn", 1],
    ["info", 0],
    ["off", 0],
  ] as const)("of level %s gets %i commands", (level, commands) => {
    expect(judged([{ ...finding, level }])[0]?.remedy).toHaveLength(commands);
  });

  test("names its spec where there are several, and the base where only a branch shows it", () => {
    const loosened = findingOf("policy-loosened", "changes.code-added");
    expect(
      judged([finding, loosened], { severalSpecs: true, against: "main" }).map(({ remedy }) => remedy),
    ).toEqual([
      [
        'errlock accept --kind error-response-required --at "GET /b 404" --spec specs/openapi.yaml --reason "…"',
      ],
      [
        'errlock accept --kind policy-loosened --at changes.code-added --spec specs/openapi.yaml --against main --reason "…"',
      ],
    ]);
  });

  test("that has another way out cannot be accepted", () => {
    const lowered = findingOf("version-lowered", "0.9.0");
    const entry = accept({ kind: "version-lowered", at: "0.9.0" });
    const verdict = check(init(same), same, { findings: [lowered], accept: [entry] });
    expect(verdict.findings).toMatchObject([{ accepted: null, remedy: [] }]);
    expect(verdict.fitting.size).toBe(0);
  });
});

describe("against a base, a finding", () => {
  const finding = findingOf("own-rule", "b");
  const origin = (situation: Situation) =>
    judged([finding], { base: same, ...situation }).map((found) => found.origin);
  const entry = accept({ kind: "own-rule", at: "b" });
  const had = { baseFindings: [finding] };

  test("is the base's if the base has it by rule and place", () => {
    expect(origin(had)).toEqual(["base"]);
    expect(origin({ baseFindings: [] })).toEqual(["branch"]);
    expect(origin({ baseFindings: [findingOf("own-rule", "a"), findingOf("other-rule", "b")] })).toEqual([
      "branch",
    ]);
    expect(judged([finding]).map((found) => found.origin)).toEqual(["branch"]);
  });

  test("is the branch's if the base had accepted it and the branch no longer does", () => {
    expect(origin({ ...had, baseAccept: [entry] })).toEqual(["branch"]);
    expect(origin({ ...had, baseAccept: [accept({ kind: "own-rule", code: "b" })] })).toEqual(["branch"]);
    expect(origin({ ...had, baseAccept: [accept({ kind: "own-rule", at: "a" }), entry] })).toEqual([
      "branch",
    ]);
  });

  test("that only a branch shows is not accepted by what an earlier branch brought", () => {
    const loosened = findingOf("policy-loosened", "changes.code-added");
    const brought = accept({ kind: "policy-loosened", at: "changes.code-added" });
    const accepted = (baseAccept: readonly Acceptance[]) =>
      judged([loosened], { base: same, accept: [brought], baseAccept }).map((found) => found.accepted);
    expect(accepted([])).toEqual([expect.objectContaining({ new: true })]);
    expect(accepted([brought])).toEqual([null]);
    expect(accepted([{ ...brought, reason: "of another change" }])).toEqual([
      expect.objectContaining({ new: true }),
    ]);
  });

  test("is the base's if another one was accepted there, or in another spec, or until then", () => {
    for (const said of [
      { at: "a" },
      { kind: "other-rule" },
      { spec: "other.yaml" },
      { until: "2026-11-21" },
    ]) {
      expect(origin({ ...had, baseAccept: [{ ...entry, ...said }] })).toEqual(["base"]);
    }
  });

  test("is the base's where the branch accepts it all the same, or knows it", () => {
    expect(origin({ ...had, baseAccept: [entry], accept: [{ ...entry, reason: "another" }] })).toEqual([
      "base",
    ]);
    const known = { ...init(same), known: { "own-rule": ["b"] } };
    const found = judged([finding], { base: same, ...had, baseAccept: [entry] }, known);
    expect(found).toMatchObject([{ origin: "base", known: true }]);
  });
});

describe("against a base, a change", () => {
  const gone = (version: string) => contractOf(version, ["a"]);
  const origin = (entry: Partial<Acceptance>, situation: Situation = {}) =>
    check(init(same), gone("1.0.0"), {
      base: gone("1.0.0"),
      baseAccept: [accept({ code: "b", ...entry })],
      ...situation,
    }).changes.map((change) => change.origin);

  test("is the branch's if the base had accepted it and the branch no longer does", () => {
    expect(origin({})).toEqual(["branch"]);
    expect(origin({}, { accept: [accept({ code: "b" })] })).toEqual(["base"]);
  });

  test("is the base's if what was accepted there was another, or had ended", () => {
    for (const said of [
      { code: "a" },
      { spec: "other.yaml" },
      { until: "2026-11-21" },
      { kind: "code-deprecated" },
    ]) {
      expect(origin(said)).toEqual(["base"]);
    }
  });

  test("is the branch's if the branch's version ended the acceptance", () => {
    const verdict = (base: string) =>
      check(init(same), gone("2.0.1"), {
        base: gone(base),
        accept: [accept({ code: "b", until: "2.0.0" })],
        baseAccept: [accept({ code: "b", until: "2.0.0" })],
      }).changes;
    expect(verdict("2.0.0")).toMatchObject([{ accepted: null, origin: "branch" }]);
    expect(verdict("2.0.1")).toMatchObject([{ accepted: null, origin: "base" }]);
  });
});

describe("a catalog in a spec that is said to have no codes", () => {
  const none = () => init(contractOf("1.0.0", []));
  const found = (situation: Situation = {}, contract = same) =>
    check(none(), contract, { policy: { errors: "none" }, ...situation }).findings;

  test("is a finding at its first code", () => {
    expect(found()).toEqual([
      {
        rule: "catalog-appeared",
        level: "error",
        origin: "branch",
        at: "code",
        accepted: null,
        known: false,
        message:
          "The config says that this spec has no codes, but it now has the catalog `code` with 2 of them.",
        cause: null,
        remedy: ['errlock accept --kind catalog-appeared --at code --reason "…"'],
        fingerprint: "47f1bea56eec58dd",
        location: null,
        site: { file: "specs/openapi.yaml", pointer: "#/components/schemas/Code/enum/a" },
      },
    ]);
  });

  test("has no place where it has no code, or its code none", () => {
    const catalogs = [catalogOf("code", { a: { sites: [] } }), catalogOf("reason", [])];
    expect(found({}, contractOf("1.0.0", ["a"], { catalogs }))).toMatchObject([
      { site: null },
      { site: null },
    ]);
  });

  test("is none where it stands only in examples, and is the base's where the base has it", () => {
    const examples = contractOf("1.0.0", ["a"], {
      catalogs: [catalogOf("code", ["a"], { normative: false })],
    });
    expect(found({}, examples)).toEqual([]);
    const origin = (base: typeof same) => found({ base }).map((finding) => finding.origin);
    expect(origin(same)).toEqual(["base"]);
    expect(origin(contractOf("1.0.0", []))).toEqual(["branch"]);
    const other = contractOf("1.0.0", ["x"], { catalogs: [catalogOf("reason", ["x"])] });
    expect(origin(other)).toEqual(["branch"]);
    const both = contractOf("1.0.0", ["x"], {
      catalogs: [catalogOf("code", ["a", "b"]), catalogOf("reason", ["x"])],
    });
    expect(origin(both)).toEqual(["base"]);
  });

  test("is accepted like any finding", () => {
    const entry = accept({ kind: "catalog-appeared", at: "code" });
    const verdict = check(none(), same, { policy: { errors: "none" }, accept: [entry] });
    expect(verdict.findings).toMatchObject([{ accepted: { reason: "agreed" }, remedy: [] }]);
    expect(verdict.fitting.has(entry)).toBe(true);
  });
});
