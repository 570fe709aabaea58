import { describe, expect, test } from "vitest";
import { changeKindOrder } from "../../src/compare/kinds.js";
import type { Contract } from "../../src/contract/contract.js";
import type { Acceptance } from "../../src/contract/policy.js";
import { isSpentOnceMerged, judgeAcceptances } from "../../src/judge/acceptances.js";
import { joinChanges } from "../../src/judge/against/origin.js";
import {
  accept,
  catalogOf,
  changeOf,
  check,
  contractOf,
  findingOf,
  init,
  judgedSpec,
  released,
  type Situation,
  spec,
} from "../baseline/contracts.js";

const same = contractOf("1.0.0", ["a", "b", "c"]);
const withoutB = contractOf("1.0.0", ["a", "c"]);
const location = {
  file: "errlock.yaml",
  pointer: "#/accept/0",
  line: 2,
  column: 5,
  endLine: 2,
  endColumn: 30,
};

/** What is said of one acceptance in a run over one spec. */
function said(contract: Contract, entry: Acceptance, situation: Situation = {}) {
  const judged = judgedSpec(init(same), contract, { accept: [entry], ...situation });
  return judgeAcceptances([entry], [judged], true).map(({ finding }) => finding);
}

describe("an acceptance that fits nothing", () => {
  test("is an error at its place in the config, the branch's, which no acceptance opens", () => {
    const entry = accept({ code: "b", location });
    const judged = judgedSpec(init(same), same, { accept: [entry] });
    expect(judgeAcceptances([entry], [judged], true)).toEqual([
      {
        spec,
        finding: {
          rule: "acceptance-stale",
          level: "error",
          origin: "branch",
          at: "b",
          accepted: null,
          known: false,
          message: "The acceptance of `b` fits nothing: nothing there has changed.",
          cause: null,
          remedy: ["errlock accept --prune"],
          fingerprint: "484fa06e686dc02a",
          location,
          site: null,
        },
      },
    ]);
  });

  test.each<[string, Partial<Acceptance>, string, string]>([
    ["its code", { code: "b" }, "b", "`b`"],
    [
      "its kind, where it has one",
      { kind: "code-status-removed", code: "b" },
      "code-status-removed b",
      "`b` (code-status-removed)",
    ],
    [
      "its kind alone, where it is of no code",
      { kind: "catalog-removed", catalog: "code" },
      "code catalog-removed",
      "catalog-removed",
    ],
    [
      "its place",
      { kind: "error-response-required", at: "GET /x 404", spec },
      `${spec} error-response-required GET /x 404`,
      "error-response-required at GET /x 404",
    ],
  ])("is named by %s", (_, entry, at, name) => {
    expect(said(same, accept(entry))).toMatchObject([
      { at, message: `The acceptance of ${name} fits nothing: nothing there has changed.` },
    ]);
  });

  test("says which codes that it names as new the spec does not have", () => {
    expect(said(withoutB, accept({ code: "b", to: ["x", "y"] }))).toMatchObject([
      { message: "The acceptance of `b` fits nothing: not all of `x`, `y` is in the spec." },
    ]);
    expect(said(withoutB, accept({ code: "b", to: ["a", "x"] }))).toMatchObject([
      { message: "The acceptance of `b` fits nothing: not all of `a`, `x` is in the spec." },
    ]);
  });

  test("says that there is no such spec, and stands with the first one", () => {
    const entry = accept({ code: "b", spec: "specs/other.yaml" });
    expect(said(withoutB, entry)).toMatchObject([
      { message: "The acceptance of `b` fits nothing: no spec is specs/other.yaml." },
    ]);
  });

  test("is told from others by its fingerprint: by its spec, its end, and what it names", () => {
    const entries = [accept({ code: "b" }), accept({ code: "c" })];
    const first = judgedSpec(init(same), same, { accept: entries });
    const second = judgedSpec(init(same), same, { accept: entries, spec: "specs/other.yaml" });
    const gone = accept({ code: "b", until: "2026-01-01" });
    const prints = [
      ...judgeAcceptances(entries, [first], true),
      ...judgeAcceptances(entries, [second], true),
      ...judgeAcceptances([gone], [judgedSpec(init(same), withoutB, { accept: [gone] })], true),
    ].map(({ finding }) => finding.fingerprint);
    expect(new Set(prints).size).toBe(5);
    expect(judgeAcceptances(entries, [first], true).map(({ finding }) => finding.fingerprint)).toEqual(
      prints.slice(0, 2),
    );
  });
});

describe("in a run over a part of the specs", () => {
  const judged = () => [judgedSpec(init(same), same, {})];

  test("an acceptance for one of them is judged, one for any or another is left alone", () => {
    expect(judgeAcceptances([accept({ code: "b", spec })], judged(), false)).toHaveLength(1);
    expect(judgeAcceptances([accept({ code: "b" })], judged(), false)).toEqual([]);
    expect(judgeAcceptances([accept({ code: "b", spec: "other.yaml" })], judged(), false)).toEqual([]);
  });

  test("over none, nothing is said", () => {
    expect(judgeAcceptances([accept({ code: "b" })], [], true)).toEqual([]);
  });
});

describe("an acceptance for several specs", () => {
  const two = (entry: Acceptance, first: Contract, second: Contract) =>
    judgeAcceptances(
      [entry],
      [
        judgedSpec(init(same), first, { accept: [entry] }),
        judgedSpec(init(same), second, { accept: [entry], spec: "specs/second.yaml" }),
      ],
      true,
    ).map(({ spec: shown, finding }) => `${shown} ${finding.rule}`);

  test("is at work where it fits one of them, and judged where it fits", () => {
    expect(two(accept({ code: "b" }), same, withoutB)).toEqual([]);
    expect(two(accept({ code: "b", until: "2026-11-21" }), same, withoutB)).toEqual([
      "specs/second.yaml acceptance-expired",
    ]);
  });

  test("has not ended as long as its end has not come for one that it fits", () => {
    const entry = accept({ code: "b", until: "2.0.0" });
    const later = { ...withoutB, version: "2.0.1" };
    expect(two(entry, later, withoutB)).toEqual([]);
    expect(two(entry, later, later)).toEqual([`${spec} acceptance-expired`]);
    // The end has come where it fits; that it has not where nothing changed does not count.
    expect(two(entry, same, later)).toEqual(["specs/second.yaml acceptance-expired"]);
  });

  test("names what is missing in any of them", () => {
    const entry = accept({ code: "b", to: ["z"] });
    const judged = [
      judgedSpec(init(same), contractOf("1.0.0", ["a", "b", "c", "z"]), { accept: [entry] }),
      judgedSpec(init(same), withoutB, { accept: [entry], spec: "specs/second.yaml" }),
    ];
    expect(judgeAcceptances([entry], judged, true)).toMatchObject([
      { finding: { message: "The acceptance of `b` fits nothing: not all of `z` is in the spec." } },
    ]);
  });
});

describe("an acceptance past its end", () => {
  const ended = accept({ code: "b", until: "2026-11-21" });

  test("says which end came, and how to clear it away", () => {
    expect(said(withoutB, ended)).toMatchObject([
      {
        rule: "acceptance-expired",
        origin: "branch",
        message: "The acceptance of `b` ended with 2026-11-21, and accepts nothing any more.",
        remedy: ["errlock accept --prune"],
      },
    ]);
  });

  test("is the base's where the base has it too: an end that came is nobody's doing", () => {
    const against = (baseAccept: readonly Acceptance[]) =>
      said(withoutB, ended, { base: withoutB, baseAccept }).map(({ origin }) => origin);
    expect(against([ended])).toEqual(["base"]);
    expect(against([{ ...ended, location }])).toEqual(["base"]);
    expect(against([])).toEqual(["branch"]);
    expect(against([{ ...ended, reason: "another" }])).toEqual(["branch"]);
  });

  test("is the branch's all the same when it fits nothing any more", () => {
    const entry = accept({ code: "b" });
    expect(said(same, entry, { base: withoutB, baseAccept: [entry] })).toMatchObject([
      { rule: "acceptance-stale", origin: "branch" },
    ]);
  });
});

describe("an end of an acceptance", () => {
  test.each<[string, string | null, "semver" | "none", boolean]>([
    ["2.0.0", "2.0.0", "semver", false],
    ["2.0.0", "2.0.0+build", "semver", false],
    ["2.0.0", "2.0.1", "semver", true],
    ["2.0.0", null, "semver", true],
    ["spring", "spring", "none", false],
    ["spring", "summer", "none", true],
    ["x2026-11-23", "x2026-11-22", "none", true],
    ["2026-11-23x", "2026-11-22x", "none", true],
  ])("%s has come under version %s (%s): %s", (until, declared, scheme, expired) => {
    const contract = { ...withoutB, version: declared };
    const found = said(contract, accept({ code: "b", until }), { policy: { scheme } });
    expect(found.map(({ rule }) => rule)).toEqual(expired ? ["acceptance-expired"] : []);
  });
});

describe("an acceptance of what only a branch can show", () => {
  test("has done its work once the base has it, and is left for the next release to prune", () => {
    const entry = accept({ kind: "policy-loosened", at: "changes.code-added" });
    expect(said(same, entry)).toEqual([]);
    expect(said(same, entry, { base: same, baseAccept: [entry] })).toEqual([]);
    expect(said(same, entry, { base: same })).toMatchObject([{ rule: "acceptance-stale" }]);
  });

  test("is told by its kind: what no baseline can tell, and what is found on policies and baselines", () => {
    const shown = changeKindOrder.filter((kind) => joinChanges([], [changeOf(kind)]).length > 0);
    expect(changeKindOrder.filter((kind) => isSpentOnceMerged({ kind }))).toEqual(shown);
    const ofBranches = ["policy-loosened", "policy-changed", "baseline-edited", "baseline-removed"];
    expect(ofBranches.filter((kind) => !isSpentOnceMerged({ kind }))).toEqual([]);
    expect(
      [null, "sunset-too-soon", "error-response-required"].some((kind) => isSpentOnceMerged({ kind })),
    ).toBe(false);
  });
});

describe("an acceptance whose code is retired", () => {
  const reason = contractOf("1.0.0", ["a", "b"], {
    catalogs: [catalogOf("code", ["a", "b"]), catalogOf("reason", ["x", "null"])],
  });
  const gone = contractOf("2.0.0", ["a"], { catalogs: [catalogOf("code", ["a"]), catalogOf("reason", [])] });
  const entries = [accept({ code: "b" }), accept({ code: "x" }), accept({ code: "null" })];
  const now = (entry: Partial<Acceptance>, version = "2.0.0") => {
    const retired = released(init(reason), gone, { accept: entries });
    const baseline = released(retired, {
      ...gone,
      catalogs: [catalogOf("code", ["a", "z"]), catalogOf("reason", [])],
      version: "2.1.0",
    });
    const judged = judgedSpec(version === "2.0.0" ? retired : baseline, { ...gone, version }, {});
    return judgeAcceptances([accept(entry)], [judged], true).map(({ finding }) => finding);
  };

  test("by the release that the baseline holds has done its work, in whichever catalog", () => {
    expect(now({ code: "b" })).toMatchObject([
      {
        rule: "acceptance-stale",
        message: "The acceptance of `b` has done its work: the code is retired in 2.0.0.",
        remedy: ["errlock baseline update"],
      },
    ]);
    for (const entry of [{ code: "x" }, { code: "x", catalog: "reason" }, { code: "b", catalog: "code" }]) {
      expect(now(entry)).toMatchObject([{ remedy: ["errlock baseline update"] }]);
    }
  });

  test.each<[string, Partial<Acceptance>, string]>([
    ["in another catalog", { code: "x", catalog: "code" }, "2.0.0"],
    ["in a catalog that there is not", { code: "x", catalog: "status" }, "2.0.0"],
    ["by an earlier release", { code: "b" }, "2.1.0"],
    ["and has the name of no code", { kind: "catalog-removed", catalog: "reason" }, "2.0.0"],
  ])("%s fits nothing", (_, entry, version) => {
    expect(now(entry, version)).toMatchObject([
      {
        message: expect.stringContaining("fits nothing: nothing there has changed."),
        remedy: ["errlock accept --prune"],
      },
    ]);
  });
});

describe("an acceptance fits a change", () => {
  const baseline = () => init(contractOf("1.0.0", { a: { statuses: ["404", "409"] }, b: {}, c: {} }));
  const changed = contractOf(
    "1.0.0",
    { a: { statuses: ["404"] }, c: {} },
    { body: { code: { type: ["string"], required: true } } },
  );
  /** The codes and fields whose change an acceptance makes pass. */
  const accepted = (entry: Partial<Acceptance>) =>
    check(baseline(), changed, { accept: [accept(entry)] })
      .changes.filter((change) => change.accepted !== null)
      .map(({ code, field }) => code ?? field);

  test.each<[string, Partial<Acceptance>, string[]]>([
    ["by its code: it leaves", { code: "b" }, ["b"]],
    ["by any of the names for leaving", { code: "b", kind: "code-renamed" }, ["b"]],
    ["by its code and kind", { code: "a", kind: "code-status-removed" }, ["a"]],
    ["not by its code alone, if it stays", { code: "a" }, []],
    ["not by its kind alone, if it is of a code", { kind: "code-status-removed" }, []],
    ["not by another kind", { code: "a", kind: "code-deprecated" }, []],
    ["by its place", { kind: "body-field-removed", at: "error" }, ["error"]],
    ["not by another place", { kind: "body-field-removed", at: "code" }, []],
    ["not without its place: there are no wildcards", { kind: "body-field-removed" }, []],
    ["in its catalog", { code: "b", catalog: "code" }, ["b"]],
    ["not in another", { code: "b", catalog: "type" }, []],
    ["of its spec", { code: "b", spec }, ["b"]],
    ["not of another", { code: "b", spec: "other.yaml" }, []],
    ["if all that it became is there", { code: "b", to: ["a", "c"] }, ["b"]],
    ["not if a part of that is not", { code: "b", to: ["a", "d"] }, []],
  ])("%s", (_, entry, expected) => {
    expect(accepted(entry)).toEqual(expected);
  });

  test("that is of a whole catalog by the catalog, for no place tells more", () => {
    const opened = contractOf("1.0.0", { a: { statuses: ["404", "409"] }, b: {}, c: {} }, { open: "open" });
    const entry = accept({ kind: "catalog-opened", catalog: "code" });
    expect(
      check(baseline(), opened, { accept: [entry] }).changes.map((change) => change.accepted !== null),
    ).toEqual([true]);
  });

  test("and is new where the base says it otherwise, in whatever order its parts stand", () => {
    const entry = accept({ code: "b", owner: "@api" });
    const isNew = (baseAccept: readonly Acceptance[]) =>
      check(init(same), withoutB, { base: same, accept: [entry], baseAccept }).changes[0]?.accepted?.new;
    const { reason, owner, ...rest } = entry;
    expect(isNew([{ owner, ...rest, reason }])).toBe(false);
    expect(isNew([accept({ code: "a" }), entry])).toBe(false);
    expect(isNew([accept({ code: "b" })])).toBe(true);
  });

  test("also where it is not the first of its code", () => {
    const entries = [accept({ code: "b", kind: "code-status-removed" }), accept({ code: "b" })];
    for (const accepted of [entries, entries.toReversed()]) {
      expect(check(init(same), withoutB, { accept: accepted }).changes[0]?.accepted).not.toBeNull();
    }
  });
});

describe("what an acceptance says a code became", () => {
  const renamed = contractOf("1.0.0", ["a", "c", "wholly_new"]);
  const how = (entry: Partial<Acceptance>, situation: Situation = {}) =>
    check(init(same), renamed, {
      accept: [accept({ code: "b", to: ["wholly_new"], ...entry })],
      ...situation,
    })
      .changes.map(({ kind, how: told }) => `${kind} ${told}`)
      .join();

  test("is a fact as long as the acceptance holds", () => {
    expect(how({})).toBe("code-renamed declared");
    expect(how({ until: "2026-11-22" })).toBe("code-renamed declared");
    for (const entry of [
      { until: "2026-11-21" },
      { spec: "other.yaml" },
      { to: ["wholly_new", "missing"] },
      { to: [] },
    ]) {
      expect(how(entry)).not.toContain("declared");
    }
  });
});

describe("an acceptance fits a finding", () => {
  const accepted = (entry: Partial<Acceptance>) =>
    check(init(same), same, {
      findings: [findingOf("own-rule", "GET /a 404")],
      accept: [accept({ kind: "own-rule", at: "GET /a 404", ...entry })],
    }).findings[0]?.accepted !== null;

  test("by its rule and place, in its spec, until its end", () => {
    expect(accepted({})).toBe(true);
    expect(accepted({ at: null, code: "GET /a 404" })).toBe(true);
    expect(accepted({ spec, until: "2026-11-22" })).toBe(true);
    for (const entry of [
      { kind: "other-rule" },
      { kind: null },
      { at: "GET /b 404" },
      { spec: "other.yaml" },
      { until: "2026-11-21" },
    ]) {
      expect(accepted(entry)).toBe(false);
    }
  });

  test("and is at work then, also past its end, so that it is expired and not stale", () => {
    const ended = accept({ kind: "own-rule", at: "GET /a 404", until: "2026-11-21" });
    const found = said(same, ended, { findings: [findingOf("own-rule", "GET /a 404")] });
    expect(found).toMatchObject([{ rule: "acceptance-expired" }]);
  });
});
