import { describe, expect, test } from "vitest";
import type { Acceptance, Policy } from "../../src/contract/policy.js";
import { judgeAcceptances } from "../../src/judge/acceptances.js";
import { exitCode, summarize } from "../../src/judge/exit-code.js";
import { type JudgeInput, judge, type Verdict } from "../../src/judge/judge.js";
import { accept, check, contractOf, init, policy, released, type Situation } from "../baseline/contracts.js";

const before = init(contractOf("1.0.0", { a: { statuses: ["404"] }, b: {}, quota_exceeded: {} }));
const same = contractOf("1.0.0", { a: { statuses: ["404"] }, b: {}, quota_exceeded: {} });
const withoutB = contractOf("1.0.0", { a: { statuses: ["404"] }, quota_exceeded: {} });

function exit(verdict: Verdict, failOn: "error" | "warn" | "info" = "error"): number {
  return exitCode({ summary: summarize([verdict]), specs: [{ error: null }] }, failOn);
}

const kinds = (verdict: Verdict) =>
  verdict.changes.map(({ kind, level, bump }) => `${kind} ${level} ${bump}`);
const rules = (verdict: Verdict) => verdict.findings.map(({ rule }) => rule);

describe("a code of the baseline that left", () => {
  test("fails the build whatever the version says, with the command that would make it lawful", () => {
    for (const version of ["1.0.0", "2.0.0"]) {
      const verdict = check(before, { ...withoutB, version });
      expect(kinds(verdict)).toEqual(["code-removed error major"]);
      expect(verdict.changes[0]?.remedy).toEqual(['errlock accept b --reason "…"']);
      expect(verdict.changes[0]?.message).toContain("since 1.0.0");
      expect(exit(verdict)).toBe(1);
    }
  });

  test("passes once it is accepted, and is counted as that", () => {
    const verdict = check(before, withoutB, { accept: [accept({ code: "b", owner: "@api" })] });
    expect(verdict.changes[0]?.accepted).toEqual({
      reason: "agreed",
      owner: "@api",
      until: null,
      correction: false,
      new: false,
    });
    expect(summarize([verdict])).toMatchObject({ errors: 0, accepted: 1 });
    expect(verdict.version).toMatchObject({ state: "pending", required: "2.0.0", requiredBump: "major" });
    expect(exit(verdict)).toBe(0);
  });

  test("weighs the same whether it is called removed or renamed", () => {
    const renamed = contractOf("1.0.0", { a: { statuses: ["404"] }, b: {}, quota_was_exceeded: {} });
    for (const changes of [
      { "code-renamed": "off" },
      { "code-removed": "off" },
      { "catalog-removed": "info" },
    ] as const) {
      for (const contract of [renamed, withoutB, contractOf("1.0.0", [], { body: same.body })]) {
        expect(exit(check(before, contract, { policy: { changes } }))).toBe(1);
      }
    }
    const one = [accept({ code: "quota_exceeded" })];
    expect(exit(check(before, renamed, { accept: one }))).toBe(0);
    expect(
      exit(check(before, renamed, { accept: [accept({ code: "quota_exceeded", kind: "code-removed" })] })),
    ).toBe(0);
  });

  test("named by an acceptance's `to` is a fact, if the spec has that code", () => {
    const renamed = contractOf("1.0.0", {
      a: { statuses: ["404"] },
      totally_different: {},
      quota_exceeded: {},
    });
    const fact = check(before, renamed, { accept: [accept({ code: "b", to: ["totally_different"] })] });
    expect(fact.changes.find(({ code }) => code === "b")).toMatchObject({
      kind: "code-renamed",
      how: "declared",
    });
    expect(exit(fact)).toBe(0);
    const typo = check(before, renamed, { accept: [accept({ code: "b", to: ["totally_diferent"] })] });
    expect(exit(typo)).toBe(1);
  });

  test("with its whole catalog passes when the catalog is accepted, or each of its codes", () => {
    const empty = contractOf("1.0.0", [], { body: same.body });
    const verdict = check(before, empty);
    expect(kinds(verdict)).toEqual(["catalog-removed error major"]);
    expect(verdict.changes[0]?.remedy).toEqual([
      'errlock accept --kind catalog-removed --catalog code --reason "…"',
    ]);
    expect(
      exit(check(before, empty, { accept: [accept({ kind: "catalog-removed", catalog: "code" })] })),
    ).toBe(0);
    const each = ["a", "b", "quota_exceeded"].map((code) => accept({ code }));
    expect(exit(check(before, empty, { accept: each }))).toBe(0);
    expect(exit(check(before, empty, { accept: each.slice(1) }))).toBe(1);
  });

  test("is no wildcard: an acceptance of another code, catalog, kind or spec does not fit", () => {
    for (const said of [
      { code: "a" },
      { code: "b", catalog: "reason" },
      { code: "b", kind: "code-status-removed" },
      { code: "b", spec: "specs/other.yaml" },
      { code: "b", at: "somewhere" },
      { kind: "code-removed" },
    ]) {
      expect(exit(check(before, withoutB, { accept: [accept(said)] }))).toBe(1);
    }
  });
});

describe("the command that is printed", () => {
  const remedyOf = (code: string) => {
    const baseline = init(contractOf("1.0.0", ["a", code]));
    return check(baseline, contractOf("1.0.0", ["a"])).changes[0]?.remedy[0];
  };

  test.each([
    ["with space", 'errlock accept "with space" --reason "…"'],
    ["$(rm -rf)", "errlock accept '$(rm -rf)' --reason \"…\""],
    ["it's $1", "errlock accept 'it'\\''s $1' --reason \"…\""],
    ["-x", "errlock accept --reason \"…\" -- '-x'"],
    ["QUOTA_EXCEEDED", 'errlock accept QUOTA_EXCEEDED --reason "…"'],
  ])("quotes %s for a shell", (code, command) => {
    expect(remedyOf(code)).toBe(command);
  });

  test.each(["a\nb", "\u001b[31m", "a\u202eb", "a\u200bb"])(
    "names %j by its fingerprint: it would not show as it is",
    (code) => {
      expect(remedyOf(code)).toMatch(/^errlock accept [0-9a-f]{16} --reason "…"$/);
    },
  );
});

describe("fingerprints", () => {
  test("of a code that left do not depend on what that is called", () => {
    const removed = check(before, withoutB).changes[0];
    const renamed = check(
      before,
      contractOf("1.0.0", { a: { statuses: ["404"] }, bb: {}, quota_exceeded: {} }),
      {
        accept: [accept({ code: "b", to: ["bb"] })],
      },
    ).changes.find(({ kind }) => kind === "code-renamed");
    expect(renamed?.fingerprint).toBe(removed?.fingerprint);
    expect(removed?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe("a retired code that returns", () => {
  const retired = released(
    before,
    { ...withoutB, version: "2.0.0" },
    { accept: [accept({ code: "b", reason: "one name" })] },
  );

  test("is an error that tells its story, until it is accepted", () => {
    const verdict = check(retired, { ...same, version: "2.0.0" });
    expect(kinds(verdict)).toEqual(["code-reintroduced error major"]);
    expect(verdict.changes[0]?.message).toMatch(/retired in 2\.0\.0.*one name/);
    expect(exit(verdict)).toBe(1);
    expect(exit(check(retired, { ...same, version: "2.0.0" }, { accept: [accept({ code: "b" })] }))).toBe(1);
    const lawful = { accept: [accept({ kind: "code-reintroduced", code: "b" })] };
    expect(exit(check(retired, { ...same, version: "2.0.0" }, lawful))).toBe(0);
  });
});

describe("versions", () => {
  const without = { accept: [accept({ code: "b" })] };

  test("that are too small say which change demands what", () => {
    const verdict = check(before, { ...withoutB, version: "1.1.0" }, without);
    expect(verdict.version).toMatchObject({ state: "too-small", required: "2.0.0" });
    expect(verdict.findings[0]).toMatchObject({ rule: "version-too-small", level: "error" });
    expect(verdict.findings[0]?.message).toContain("code-removed of `b`");
    expect(verdict.findings[0]?.remedy).toEqual(['info: { version: "2.0.0" }']);
    expect(exit(verdict)).toBe(1);
  });

  test("that went down or away are errors, also where nothing changed", () => {
    expect(rules(check(before, { ...same, version: "0.9.0" }))).toEqual(["version-lowered"]);
    expect(rules(check(before, { ...same, version: null }))).toEqual(["version-lowered"]);
    expect(rules(check(before, { ...same, version: "wip" }))).toEqual(["version-too-small"]);
  });

  test("count what has no level too: levels change the build, never the record", () => {
    const off = { changes: { "code-added": "off" } } as const;
    const verdict = check(before, contractOf("1.0.1", ["a", "b", "c", "quota_exceeded"]), { policy: off });
    expect(verdict.version.state).toBe("too-small");
    expect(summarize([verdict])).toMatchObject({ hidden: 1 });
  });

  test("need a patch only for a correction, unless the policy forbids corrections", () => {
    const correction = [accept({ code: "b", correction: true })];
    const verdict = check(before, { ...withoutB, version: "1.0.1" }, { accept: correction });
    expect(verdict.version).toMatchObject({ state: "covered", requiredBump: "patch" });
    expect(verdict.notes).toContain("1 change is accepted as a correction");
    const forbidden: Partial<Policy> = { corrections: "forbid" };
    expect(
      exit(check(before, { ...withoutB, version: "2.0.0" }, { accept: correction, policy: forbidden })),
    ).toBe(1);
  });

  test.each([
    ["1.0.0", "1.0.0", "none"],
    ["1.0.0", "1.0.1", "covered"],
    ["1.0.0+build.1", "1.0.0+build.2", "none"],
    ["2026-03-01", "2026-02-01", "lowered"],
    ["v3", "v2", "lowered"],
    ["wip", "anything", "none"],
  ])("from %s to %s without a change are %s", (old, next, state) => {
    expect(check(init({ ...same, version: old }), { ...same, version: next }).version.state).toBe(state);
  });
});

describe("the deprecation policy", () => {
  const required = { deprecation: { required: true, windowDays: 0, pastSunset: true } };
  const gone = { ...withoutB, version: "2.0.0" };

  test("may demand more than an acceptance of the removal", () => {
    const situation: Situation = { policy: required, accept: [accept({ code: "b" })] };
    const verdict = check(before, gone, situation);
    expect(rules(verdict)).toEqual(["deprecation-skipped"]);
    expect(verdict.findings[0]?.remedy).toEqual([
      'errlock accept --kind deprecation-skipped --at b --reason "…"',
    ]);
    const both = [accept({ code: "b" }), accept({ kind: "deprecation-skipped", at: "b" })];
    expect(exit(check(before, gone, { ...situation, accept: both }))).toBe(0);
    expect(
      exit(check(before, gone, { ...situation, accept: [accept({ code: "b", correction: true })] })),
    ).toBe(0);
  });

  test("is met by a code whose sunset has come", () => {
    const said = { deprecated: true, sunset: "2026-12-01" };
    const contract = contractOf("1.1.0", { a: { statuses: ["404"] }, b: said, quota_exceeded: {} });
    const deprecated = released(before, contract);
    expect(exit(check(deprecated, gone, { policy: required, now: "2026-12-01" }))).toBe(0);
    const early = { policy: required, now: "2026-11-30", accept: [accept({ code: "b" })] };
    expect(rules(check(deprecated, gone, early))).toEqual(["deprecation-skipped"]);
    expect(check(deprecated, contract, { now: "2027-01-01" }).notes.join()).toContain("may leave: `b`");
  });

  test("gives clients its window when the sunset is announced", () => {
    const window = { deprecation: { required: false, windowDays: 90, pastSunset: true } };
    const said = (sunset: string) =>
      contractOf("1.1.0", { a: { statuses: ["404"] }, b: { deprecated: true, sunset }, quota_exceeded: {} });
    const at = (sunset: string) => rules(check(before, said(sunset), { policy: window, now: "2026-01-01" }));
    expect(at("2026-03-31")).toEqual(["sunset-too-soon"]);
    expect(at("2026-04-01")).toEqual([]);
    const deprecated = released(before, said("2026-12-01"));
    expect(rules(check(deprecated, said("2026-12-01"), { policy: window, now: "2026-11-30" }))).toEqual([]);
    expect(rules(check(deprecated, said("2026-11-30"), { policy: window, now: "2026-11-01" }))).toEqual([
      "sunset-too-soon",
    ]);
  });
});

describe("known findings", () => {
  const finding = (at: string) =>
    ({
      rule: "error-response-required",
      level: "error",
      at,
      message: "",
      cause: null,
      location: null,
    }) as never;

  test("are counted and do not fail; new ones do, until they are accepted", () => {
    const baseline = { ...before, known: { "error-response-required": ["GET /a 404"] } };
    const verdict = check(baseline, same, { findings: [finding("GET /a 404"), finding("GET /b 404")] });
    expect(summarize([verdict])).toMatchObject({ known: 1, errors: 1 });
    expect(verdict.findings[1]?.remedy).toEqual([
      'errlock accept --kind error-response-required --at "GET /b 404" --reason "…"',
    ]);
    const accepted = [accept({ kind: "error-response-required", at: "GET /b 404" })];
    const passing = check(baseline, same, {
      findings: [finding("GET /a 404"), finding("GET /b 404")],
      accept: accepted,
    });
    expect(exit(passing)).toBe(0);
  });
});

describe("a spec that says it has no codes", () => {
  test("fails when a catalog appears", () => {
    const none = init(contractOf("1.0.0", []));
    expect(exit(check(none, contractOf("1.0.0", []), { policy: { errors: "none" } }))).toBe(0);
    const verdict = check(none, same, { policy: { errors: "none" } });
    expect(rules(verdict)).toEqual(["catalog-appeared"]);
    expect(exit(verdict)).toBe(1);
  });
});

describe("against a base", () => {
  test("only the branch's changes fail; the others are counted", () => {
    const base = withoutB;
    const branch = contractOf("1.0.0", { quota_exceeded: {} });
    expect(exit(check(before, base, { base }))).toBe(0);
    expect(summarize([check(before, base, { base })])).toMatchObject({ base: 1, errors: 0 });
    const verdict = check(before, branch, { base });
    expect(verdict.changes.map(({ code, origin }) => `${code} ${origin}`)).toEqual(["a branch", "b base"]);
    expect(exit(verdict)).toBe(1);
  });

  test("an acceptance that the branch brings is shown as new, one that it takes away leaves its change to the branch", () => {
    const entry = accept({ code: "b" });
    expect(check(before, withoutB, { base: same, accept: [entry] }).changes[0]?.accepted?.new).toBe(true);
    const inherited = check(before, withoutB, { base: withoutB, baseAccept: [entry], accept: [entry] });
    expect(inherited.changes[0]?.accepted?.new).toBe(false);
    const dropped = check(before, withoutB, { base: withoutB, baseAccept: [entry] });
    expect(dropped.changes[0]?.origin).toBe("branch");
    expect(exit(dropped)).toBe(1);
  });

  test("a version is the base's fault only if the base shows it by itself", () => {
    const small = { ...withoutB, version: "1.1.0" };
    const accepted = { accept: [accept({ code: "b" })], baseAccept: [accept({ code: "b" })] };
    expect(check(before, small, { ...accepted, base: small }).findings[0]?.origin).toBe("base");
    expect(
      check(before, small, { ...accepted, base: { ...same, version: "1.1.0" } }).findings[0]?.origin,
    ).toBe("branch");
  });
});

describe("acceptances themselves", () => {
  const judged = (contract: typeof same, entries: readonly Acceptance[], situation: Situation = {}) => {
    const verdict = check(before, contract, { ...situation, accept: entries });
    const input = {
      spec: "specs/openapi.yaml",
      severalSpecs: false,
      baseline: before,
      contract,
      changes: [],
      findings: [],
      policy: { ...policy, ...situation.policy },
      acceptances: entries,
      now: situation.now ?? "2026-11-22",
      base: null,
    } satisfies JudgeInput;
    return judgeAcceptances(entries, [{ input, verdict }], true).map(({ finding }) => finding);
  };

  test("that fit are silent; one that fits nothing is stale, with the command that cures it", () => {
    expect(judged(withoutB, [accept({ code: "b" })])).toEqual([]);
    const [stale] = judged(same, [accept({ code: "b" })]);
    expect(stale).toMatchObject({
      rule: "acceptance-stale",
      level: "error",
      remedy: ["errlock accept --prune"],
    });
  });

  test("that are past their end accept nothing, and are expired", () => {
    const ended = accept({ code: "b", until: "2026-11-21" });
    const today = accept({ code: "b", until: "2026-11-22" });
    expect(judged(withoutB, [ended])).toMatchObject([{ rule: "acceptance-expired" }]);
    expect(exit(check(before, withoutB, { accept: [ended] }))).toBe(1);
    expect(judged(withoutB, [today])).toEqual([]);
  });

  test.each([
    ["2.0.0", "1.0.0", false],
    ["2.0.0", "2.0.0", false],
    ["2.0.0", "2.0.1", true],
    ["next spring", "2.0.0", true],
  ])("with the end %s are, under version %s, expired: %s", (until, version, expired) => {
    const found = judged({ ...withoutB, version }, [accept({ code: "b", until })]);
    expect(found.some(({ rule }) => rule === "acceptance-expired")).toBe(expired);
  });

  test("for another spec are left alone where that is not judged", () => {
    const verdict = check(before, same, {});
    const other = accept({ code: "b", spec: "specs/other.yaml" });
    const input: JudgeInput = {
      spec: "specs/openapi.yaml",
      severalSpecs: true,
      baseline: before,
      contract: same,
      changes: [],
      findings: [],
      policy,
      acceptances: [other],
      now: "2026-11-22",
      base: null,
    };
    expect(judgeAcceptances([other], [{ input, verdict }], false)).toEqual([]);
    expect(judgeAcceptances([other], [{ input, verdict }], true)).toHaveLength(1);
    expect(judgeAcceptances([accept({ code: "b" })], [{ input, verdict }], false)).toEqual([]);
  });

  test("that a release has used up are cured by the release command", () => {
    const retired = released(before, { ...withoutB, version: "2.0.0" }, { accept: [accept({ code: "b" })] });
    const entry = accept({ code: "b" });
    const contract = { ...withoutB, version: "2.0.0" };
    const input: JudgeInput = {
      spec: "specs/openapi.yaml",
      severalSpecs: false,
      baseline: retired,
      contract,
      changes: [],
      findings: [],
      policy,
      acceptances: [entry],
      now: "2026-11-22",
      base: null,
    };
    const [found] = judgeAcceptances([entry], [{ input, verdict: judge(input) }], true);
    expect(found?.finding.remedy).toEqual(["errlock baseline update"]);
  });
});

describe("the exit code", () => {
  const summary = { errors: 0, warnings: 1, infos: 1, accepted: 9, known: 9, hidden: 9, base: 9 };

  test.each([
    ["error", 0],
    ["warn", 1],
    ["info", 1],
  ] as const)("with a warning and --fail-on %s is %i", (failOn, code) => {
    expect(exitCode({ summary, specs: [{ error: null }] }, failOn)).toBe(code);
  });

  test("is 2 where any spec could not be judged, whatever the others say", () => {
    expect(exitCode({ summary, specs: [{ error: null }, { error: {} }] }, "error")).toBe(2);
  });
});
