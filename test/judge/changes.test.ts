import { describe, expect, test } from "vitest";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Code, Contract } from "../../src/contract/contract.js";
import type { Policy } from "../../src/contract/policy.js";
import { exitCode, summarize } from "../../src/judge/exit-code.js";
import {
  accept,
  catalogOf,
  changeOf,
  check,
  contractOf,
  findingOf,
  init,
  released,
  type Situation,
} from "../baseline/contracts.js";

const codes = (said: Readonly<Record<string, Partial<Code>>>, version = "1.0.0") => contractOf(version, said);
const first = (baseline: Baseline, contract: Contract, situation: Situation = {}) =>
  check(baseline, contract, situation).changes[0];
/** Kind, level, bump and why it is lawful, of each change. */
const weighed = (baseline: Baseline, contract: Contract, situation: Situation = {}) =>
  check(baseline, contract, situation).changes.map(
    ({ kind, level, bump, lawful }) => `${kind} ${level} ${bump} ${lawful}`,
  );

const sunset = { deprecated: true, sunset: "2026-12-01" };
const day = { now: "2026-12-01" };

/** A baseline whose full release is 1.0.0 and whose prerelease 2.0.0-beta.1 brought `young`. */
function beta(more: Readonly<Record<string, Partial<Code>>> = {}): Baseline {
  const full = init(codes({ old: {} }));
  return released(full, codes({ old: {}, young: { statuses: ["404", "409"] }, ...more }, "2.0.0-beta.1"));
}

test("a change is judged with all that is to be said of it", () => {
  const verdict = check(init(codes({ a: {}, b: {} })), codes({ a: {} }), { accept: [accept({ code: "c" })] });
  expect(verdict.changes).toEqual([
    {
      kind: "code-removed",
      catalog: "code",
      code: "b",
      to: [],
      how: null,
      confidence: null,
      pattern: null,
      evidence: [],
      statuses: [],
      operations: [],
      field: null,
      before: null,
      after: null,
      codes: [],
      candidate: null,
      site: { file: "specs/openapi.yaml", pointer: "#/components/schemas/Code" },
      beforeSite: null,
      level: "error",
      bump: "major",
      origin: "branch",
      accepted: null,
      message: "`b` was removed from `code`. It was in the contract since 1.0.0.",
      remedy: ['errlock accept b --reason "…"'],
      fingerprint: "d9a76630780c6dab",
      lawful: null,
    },
  ]);
});

describe("the fingerprint of a change", () => {
  const prints = (contract: Contract, situation: Situation = {}) =>
    check(init(codes({ a: { statuses: ["404", "409"] }, b: {} })), contract, situation).changes.map(
      ({ fingerprint }) => fingerprint,
    );

  test("stays the same from one version of errlock to the next", () => {
    expect(prints(codes({ a: { statuses: ["404"] }, b: {} }))).toEqual(["ba88e87d5823c6ff"]);
    const body = { code: { type: ["string"], required: true } };
    const without = contractOf("1.0.0", { a: { statuses: ["404", "409"] }, b: {} }, { body });
    expect(prints(without)).toEqual(["bec95318d9c5c794"]);
  });

  test("differs by spec, kind and place", () => {
    const beyond = [
      changeOf("error-response-removed", { operations: ["GET /a"], statuses: ["404"] }),
      changeOf("error-response-removed", { operations: ["GET /b"], statuses: ["404"] }),
      changeOf("error-response-removed", { operations: ["GET /a"], statuses: ["409"] }),
      changeOf("operation-code-removed", { operations: ["GET /a"], statuses: ["404"] }),
      changeOf("code-removed", { catalog: "code", code: "b" }),
      changeOf("code-removed", { catalog: "type", code: "b" }),
    ];
    const same = codes({ a: { statuses: ["404", "409"] }, b: {} });
    const all = [...prints(same, { beyond }), ...prints(same, { beyond, spec: "other.yaml" })];
    expect(new Set(all).size).toBe(12);
  });

  test("of a whole catalog is the same whatever operations show it", () => {
    const same = codes({ a: { statuses: ["404", "409"] }, b: {} });
    for (const kind of ["catalog-removed", "catalog-opened", "catalog-closed", "code-reordered"] as const) {
      const [one, other] = prints(same, {
        beyond: [
          changeOf(kind, { catalog: "code", operations: ["GET /a"] }),
          changeOf(kind, { catalog: "code", operations: ["GET /b"] }),
        ],
      });
      expect(one).toBe(other);
    }
  });
});

describe("the message on a code that left tells its story", () => {
  const gone = codes({ a: {} });
  test.each<[string, Partial<Code>, string]>([
    ["since when it was there", {}, "It was in the contract since 1.0.0."],
    [
      "that it is deprecated",
      { deprecated: true },
      "It was in the contract since 1.0.0, and is deprecated without a sunset.",
    ],
    [
      "when its sunset is",
      sunset,
      "It was in the contract since 1.0.0, and is deprecated with its sunset on 2026-12-01.",
    ],
  ])("%s", (_, said, story) => {
    expect(first(init(codes({ a: {}, b: said })), gone)?.message).toBe(
      `\`b\` was removed from \`code\`. ${story}`,
    );
  });

  test("that its sunset has come", () => {
    expect(first(init(codes({ a: {}, b: sunset })), gone, day)?.message).toBe(
      "`b` was removed from `code`. Its sunset, 2026-12-01, has come.",
    );
  });

  test("also when it was renamed", () => {
    const situation = { accept: [accept({ code: "b", to: ["z"] })] };
    expect(first(init(codes({ a: {}, b: {} })), codes({ a: {}, z: {} }), situation)?.message).toMatch(
      /^`b` was renamed to `z` .*\. It was in the contract since 1\.0\.0\.$/,
    );
  });

  test("that it was never in a full release", () => {
    expect(first(beta(), codes({ old: {} }, "2.0.0-beta.2"))?.message).toBe(
      "`young` was removed from `code`. It was never in a full release: the last one is 1.0.0.",
    );
  });

  test("that the sunsets of a whole catalog have come, and nothing before", () => {
    const baseline = init(codes({ a: sunset, b: sunset }));
    const none = contractOf("1.0.0", [], { body: contractOf("1.0.0", []).body });
    expect(first(baseline, none, day)?.message).toBe(
      "The catalog `code` is gone, and with it 2 codes: `a` and `b`. The sunsets of all of them have come.",
    );
    expect(first(baseline, none, { now: "2026-11-30" })?.message).toBe(
      "The catalog `code` is gone, and with it 2 codes: `a` and `b`.",
    );
  });

  test("and on one of a catalog that was never released, it tells none", () => {
    const catalogs = [catalogOf("code", ["a"]), catalogOf("reason", ["x"])];
    expect(first(init(codes({ a: {} })), contractOf("1.0.0", ["a"], { catalogs }))?.message).toBe(
      "`x` was added.",
    );
  });

  test("and on one that stays, or of no code, it tells none", () => {
    const baseline = init(codes({ a: { statuses: ["404", "409"] }, b: {} }));
    const body = { code: { type: ["string"], required: true } };
    const changed = contractOf("1.0.0", { a: { statuses: ["404"] }, b: {}, c: {} }, { body });
    expect(check(baseline, changed).changes.map(({ message }) => message)).toEqual([
      "`c` was added.",
      "`a` no longer comes with 409.",
      "The error body no longer has `error`.",
    ]);
  });
});

describe("the message on a code that is back tells why it had left", () => {
  const back = (reason: string, to: readonly string[]) => {
    const before = init(codes({ a: {}, b: {} }));
    const left = codes({ a: {}, x: {}, y: {} }, "2.0.0");
    const retired = released(before, left, { accept: [accept({ code: "b", reason, to })] });
    return first(retired, codes({ a: {}, b: {}, x: {}, y: {} }, "2.0.0"))?.message;
  };
  const end = "Clients may still take it for what it meant then.";

  test.each<[string, string[], string]>([
    ["one name", [], "The reason was: one name."],
    ["one. name.", [], "The reason was: one. name."],
    ["one name", ["x"], "The reason was: one name. It was replaced by `x`."],
    ["one name", ["x", "y"], "The reason was: one name. It was replaced by `x`, `y`."],
  ])("%s, %j", (reason, to, story) => {
    expect(back(reason, to)).toBe(`\`b\` is back, though it was retired in 2.0.0. ${story} ${end}`);
  });
});

describe("a code leaves without an acceptance", () => {
  const baseline = () => init(codes({ a: {}, b: sunset, c: sunset, d: { deprecated: true } }));

  test("from the day of its sunset on, and still demands the major version", () => {
    const gone = codes({ a: {}, c: sunset, d: { deprecated: true } });
    expect(weighed(baseline(), gone, { now: "2026-11-30" })).toEqual(["code-removed error major null"]);
    expect(weighed(baseline(), gone, day)).toEqual(["code-removed info major sunset"]);
    const accepted = { ...day, accept: [accept({ code: "b" })] };
    expect(weighed(baseline(), gone, accepted)).toEqual(["code-removed error major null"]);
  });

  test("not for being deprecated alone, nor for a sunset without a deprecation", () => {
    const said = init(codes({ a: {}, b: { deprecated: true }, c: { sunset: "2026-12-01" } }));
    expect(weighed(said, codes({ a: {} }), day)).toEqual([
      "code-removed error major null",
      "code-removed error major null",
    ]);
  });

  test("with its catalog only if the sunsets of all of its codes have come", () => {
    const none = contractOf("1.0.0", [], { body: contractOf("1.0.0", []).body });
    expect(weighed(init(codes({ b: sunset, c: sunset })), none, day)).toEqual([
      "catalog-removed info major sunset",
    ]);
    expect(weighed(init(codes({ a: {}, b: sunset })), none, day)).toEqual([
      "catalog-removed error major null",
    ]);
  });

  test("and a level that is off stays off", () => {
    const off = { "code-removed": "off", "code-renamed": "off", "catalog-removed": "off" } as const;
    const gone = codes({ a: {}, c: sunset, d: { deprecated: true } });
    expect(weighed(baseline(), gone, { ...day, policy: { changes: off } })).toEqual([
      "code-removed off major sunset",
    ]);
  });

  test("whatever its name is", () => {
    const names = { constructor: sunset, toString: {} };
    expect(weighed(init(codes({ a: {}, ...names })), codes({ a: {} }), day)).toEqual([
      "code-removed info major sunset",
      "code-removed error major null",
    ]);
  });

  test("out of the catalog that it stands in, by what that catalog says of it", () => {
    const two = (
      main: Readonly<Record<string, Partial<Code>>>,
      other: Readonly<Record<string, Partial<Code>>>,
    ) => contractOf("1.0.0", main, { catalogs: [catalogOf("code", main), catalogOf("reason", other)] });
    const both = init(two({ a: {}, b: {} }, { b: sunset, x: {} }));
    expect(weighed(both, two({ a: {}, b: {} }, { x: {} }), day)).toEqual(["code-removed info major sunset"]);
    expect(weighed(both, two({ a: {} }, { b: sunset, x: {} }), day)).toEqual([
      "code-removed error major null",
    ]);
  });
});

describe("in a prerelease, what was never in a full release is free", () => {
  test("to leave and to change, at no cost to the version", () => {
    expect(weighed(beta(), codes({ old: {} }, "2.0.0-beta.2"))).toEqual(["code-removed info none unstable"]);
    expect(weighed(beta(), codes({ old: {}, young: { statuses: ["404"] } }, "2.0.0-beta.2"))).toEqual([
      "code-status-removed info none unstable",
    ]);
  });

  test("and what was, is not; nor is what comes or is of no code", () => {
    const young = { statuses: ["404", "409"] };
    expect(weighed(beta(), codes({ young }, "2.0.0-beta.2"))).toEqual(["code-removed error major null"]);
    expect(weighed(beta(), codes({ old: {}, young, more: {} }, "2.0.0-beta.2"))).toEqual([
      "code-added info minor null",
    ]);
    const opened = contractOf("2.0.0-beta.2", { old: {}, young }, { open: "open" });
    expect(weighed(beta(), opened)).toEqual(["catalog-opened warn minor null"]);
  });

  test("a catalog only with all of its codes, or with sunsets that have come for the others", () => {
    const none = contractOf("2.0.0-beta.2", [], { body: contractOf("1.0.0", []).body });
    expect(weighed(beta(), none)).toEqual(["catalog-removed error major null"]);
    const full = init(codes({ old: sunset }));
    const mixed = released(full, codes({ old: sunset, young: {} }, "2.0.0-beta.1"));
    expect(weighed(mixed, none, day)).toEqual(["catalog-removed info major sunset"]);
  });

  test("also to come back, and to leave again, counted from when it came back", () => {
    const left = released(beta(), codes({ old: {} }, "2.0.0-beta.2"));
    expect(weighed(left, codes({ old: {}, young: {} }, "2.0.0-beta.2"))).toEqual([
      "code-reintroduced info none unstable",
    ]);
    const retired = released(init(codes({ a: {}, old: {} })), codes({ a: {} }, "2.0.0"), {
      accept: [accept({ code: "old" })],
    });
    const back = released(retired, codes({ a: {}, old: {} }, "3.0.0-beta.1"), {
      accept: [accept({ code: "old", kind: "code-reintroduced" })],
    });
    expect(weighed(back, codes({ a: {} }, "3.0.0-beta.2"))).toEqual(["code-removed info none unstable"]);
  });

  test("and in a full release nothing is", () => {
    const full = released(beta(), codes({ old: {}, young: {} }, "2.0.0"));
    expect(weighed(full, codes({ old: {} }, "2.0.0"))).toEqual(["code-removed error major null"]);
  });
});

describe("the policy weighs a change", () => {
  const added = (changes: Policy["changes"]) =>
    weighed(init(codes({ a: {} })), codes({ a: {}, b: {} }), { policy: { changes } });

  test.each<[string, Policy["changes"], string]>([
    ["by its kind", {}, "info minor"],
    ["by a level", { "code-added": "warn" }, "warn minor"],
    ["by a level and a bump", { "code-added": { level: "error", bump: "major" } }, "error major"],
    ["by a level alone", { "code-added": { level: "error" } }, "error minor"],
    ["by a bump alone", { "code-added": { bump: "patch" } }, "info patch"],
  ])("%s", (_, changes, weight) => {
    expect(added(changes)).toEqual([`code-added ${weight} null`]);
  });

  test("and by the strictest of the names for leaving", () => {
    const changes = {
      "code-removed": { level: "info", bump: "patch" },
      "code-renamed": "off",
      "catalog-removed": { level: "warn", bump: "minor" },
    } as const;
    expect(weighed(init(codes({ a: {}, b: {} })), codes({ a: {} }), { policy: { changes } })).toEqual([
      "code-removed warn major null",
    ]);
  });
});

describe("a correction", () => {
  const correction = (said: Partial<Policy> = {}) =>
    weighed(init(codes({ a: {}, b: {} })), codes({ a: {} }), {
      accept: [accept({ code: "b", correction: true })],
      policy: said,
    });
  const leaving = (bump: "none" | "minor") => ({
    changes: { "code-removed": { bump }, "code-renamed": { bump }, "catalog-removed": { bump } },
  });

  test("lowers the bump to a patch, and never raises it", () => {
    expect(correction()).toEqual(["code-removed error patch null"]);
    expect(correction(leaving("minor"))).toEqual(["code-removed error patch null"]);
    expect(correction(leaving("none"))).toEqual(["code-removed error none null"]);
  });

  test("of a whole catalog is one only if it is in each of its codes", () => {
    const none = contractOf("1.0.0", [], { body: contractOf("1.0.0", []).body });
    const each = (...corrections: readonly boolean[]) =>
      first(init(codes({ a: {}, b: {} })), none, {
        accept: corrections.map((said, index) =>
          accept({ code: ["a", "b"][index] ?? "", correction: said, reason: `reason ${index}` }),
        ),
      });
    expect(each(true, true)).toMatchObject({
      bump: "patch",
      accepted: { correction: true, reason: "reason 0" },
    });
    expect(each(true, false)).toMatchObject({
      bump: "major",
      accepted: { correction: false, reason: "reason 1" },
    });
    expect(each(true)).toMatchObject({ bump: "major", accepted: null });
  });
});

describe("the command that accepts a change", () => {
  const baseline = () => init(contractOf("1.0.0", { a: { statuses: ["404", "409"] }, b: {} }));
  const remedies = (contract: Contract, situation: Situation = {}, from = baseline()) =>
    check(from, contract, situation).changes.flatMap(({ remedy }) => remedy);
  const body = { code: { type: ["string"], required: true } };
  const same = { a: { statuses: ["404", "409"] }, b: {} };

  test("names the new code of a rename", () => {
    const contract = contractOf("1.0.0", { a: { statuses: ["404", "409"] }, bb: {} });
    const declared = check(baseline(), contract, {
      beyond: [changeOf("code-renamed", { catalog: "code", code: "x", to: ["y", "z"] })],
    });
    expect(declared.changes.at(-1)?.remedy).toEqual(['errlock accept x --to y --to z --reason "…"']);
  });

  test("names the kind where the code stays", () => {
    expect(remedies(contractOf("1.0.0", { a: { statuses: ["404"] }, b: {} }))).toEqual([
      'errlock accept a --kind code-status-removed --reason "…"',
    ]);
  });

  test("names the place, or the catalog, of what is of no code", () => {
    expect(remedies(contractOf("1.0.0", same, { body }))).toEqual([
      'errlock accept --kind body-field-removed --at error --reason "…"',
    ]);
    expect(remedies(contractOf("1.0.0", same, { open: "open" }))).toEqual([
      'errlock accept --kind catalog-opened --catalog code --reason "…"',
    ]);
    const changes = { "operation-code-added": "error" } as const;
    const added = changeOf("operation-code-added", {
      catalog: "code",
      operations: ["GET /a"],
      statuses: ["404"],
    });
    expect(remedies(contractOf("1.0.0", same), { beyond: [added], policy: { changes } })).toEqual([
      'errlock accept --kind operation-code-added --at "GET /a 404" --reason "…"',
    ]);
  });

  test("names the spec and the catalog where there are several", () => {
    expect(
      remedies(contractOf("1.0.0", { a: { statuses: ["404", "409"] } }), { severalSpecs: true }),
    ).toEqual(['errlock accept b --spec specs/openapi.yaml --reason "…"']);
    const two = (...main: string[]) =>
      contractOf("1.0.0", main, { catalogs: [catalogOf("code", main), catalogOf("reason", ["x"])] });
    expect(remedies(two("a"), {}, init(two("a", "b")))).toEqual([
      'errlock accept b --catalog code --reason "…"',
    ]);
  });

  test("names the base for what only a comparison with it shows", () => {
    const lost = changeOf("error-response-removed", { operations: ["GET /a"], statuses: ["404"] });
    const situation = { beyond: [lost], against: "origin/main" };
    expect(remedies(contractOf("1.0.0", { a: { statuses: ["404", "409"] } }), situation)).toEqual([
      'errlock accept b --reason "…"',
      'errlock accept --kind error-response-removed --at "GET /a 404" --against origin/main --reason "…"',
    ]);
    expect(remedies(contractOf("1.0.0", same), { beyond: [lost] })).toEqual([
      'errlock accept --kind error-response-removed --at "GET /a 404" --reason "…"',
    ]);
  });

  test("is the fingerprint where a part of it would not show as it is", () => {
    const renamed = changeOf("code-renamed", { catalog: "code", code: "x", to: ["y\u200b"] });
    expect(remedies(contractOf("1.0.0", same), { beyond: [renamed] })).toEqual([
      expect.stringMatching(/^errlock accept [0-9a-f]{16} --reason "…"$/),
    ]);
  });

  test("is there for what warns, not for what is accepted, hidden or said for information", () => {
    const gone = contractOf("1.0.0", { a: { statuses: ["404", "409"] } });
    const leaving = (level: "warn" | "info" | "off") => ({
      policy: { changes: { "code-removed": level, "code-renamed": level, "catalog-removed": level } },
    });
    expect(remedies(gone, leaving("warn"))).toEqual(['errlock accept b --reason "…"']);
    expect(remedies(gone, leaving("info"))).toEqual([]);
    expect(remedies(gone, leaving("off"))).toEqual([]);
    expect(remedies(gone, { accept: [accept({ code: "b" })] })).toEqual([]);
  });
});

describe("a summary", () => {
  const baseline = () => init(codes({ a: {}, b: {} }));
  const leaving = (level: "error" | "warn" | "info" | "off") => ({
    policy: { changes: { "code-removed": level, "code-renamed": level, "catalog-removed": level } },
  });
  const none = { errors: 0, warnings: 0, infos: 0, accepted: 0, known: 0, hidden: 0, base: 0 };

  test.each<[string, Situation, object]>([
    ["an error", {}, { errors: 1 }],
    ["a warning", leaving("warn"), { warnings: 1 }],
    ["an information", leaving("info"), { infos: 1 }],
    ["what is off", leaving("off"), { hidden: 1 }],
    [
      "what is off, though it is accepted",
      { ...leaving("off"), accept: [accept({ code: "b" })] },
      { hidden: 1 },
    ],
    [
      "what is accepted, though the base had it",
      { base: codes({ a: {} }), accept: [accept({ code: "b" })] },
      { accepted: 1 },
    ],
    ["what the base had", { base: codes({ a: {} }) }, { base: 1 }],
  ])("counts %s once", (_, situation, counted) => {
    expect(summarize([check(baseline(), codes({ a: {} }), situation)])).toEqual({ ...none, ...counted });
  });

  test("counts findings among the changes, over all specs", () => {
    const verdict = check({ ...baseline(), known: { r: ["x"] } }, codes({ a: {} }), {
      findings: [findingOf("r", "x"), findingOf("r", "y"), findingOf("r", "z", { level: "warn" })],
    });
    expect(summarize([verdict, verdict])).toEqual({ ...none, errors: 4, warnings: 2, known: 2 });
  });
});

describe("the exit code", () => {
  const summary = { errors: 0, warnings: 0, infos: 0, accepted: 1, known: 1, hidden: 1, base: 1 };
  const code = (said: Partial<typeof summary>, failOn: "error" | "warn" | "info", error: unknown = null) =>
    exitCode({ summary: { ...summary, ...said }, specs: [{ error: null }], error }, failOn);

  test("is 0 whatever was let pass, and 1 from the level on that is to fail", () => {
    expect(code({}, "info")).toBe(0);
    expect([code({ errors: 1 }, "error"), code({ errors: 1 }, "warn"), code({ errors: 1 }, "info")]).toEqual([
      1, 1, 1,
    ]);
    expect([
      code({ warnings: 1 }, "error"),
      code({ warnings: 1 }, "warn"),
      code({ warnings: 1 }, "info"),
    ]).toEqual([0, 1, 1]);
    expect([code({ infos: 1 }, "error"), code({ infos: 1 }, "warn"), code({ infos: 1 }, "info")]).toEqual([
      0, 0, 1,
    ]);
  });

  test("is 2 where nothing could be judged", () => {
    expect(code({}, "error", { code: "no-spec" })).toBe(2);
    expect(code({ errors: 1 }, "error", { code: "no-spec" })).toBe(2);
  });
});
