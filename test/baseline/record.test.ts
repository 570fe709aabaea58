import { describe, expect, test } from "vitest";
import { formatBaseline } from "../../src/baseline/format.js";
import { describeStep } from "../../src/baseline/step.js";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Code, Contract } from "../../src/contract/contract.js";
import type { Acceptance } from "../../src/contract/policy.js";
import {
  accept,
  catalogOf,
  changeOf,
  contractOf,
  findingOf,
  init,
  released,
  type Situation,
  update,
} from "./contracts.js";

type Codes = Readonly<Record<string, Partial<Code>>> | readonly string[];
const first = () => init(contractOf("1.0.0", ["a", "b", "c"]));
const two = (version: string, main: Codes, other: Codes, name = "reason") =>
  contractOf(version, main, { catalogs: [catalogOf("code", main), catalogOf(name, other)] });
const empty = (version: string) => contractOf(version, [], { body: contractOf(version, []).body });

function made(baseline: Baseline, contract: Contract, situation: Situation = {}) {
  const result = update(baseline, contract, situation);
  if (result.state !== "released") throw new Error(`no release, but ${JSON.stringify(result)}`);
  return result;
}

describe("the reason on a tombstone is", () => {
  const reason = (entries: readonly Acceptance[], situation: Situation = {}) =>
    released(first(), contractOf("2.0.0", ["a", "c"]), { accept: entries, ...situation }).main.retired.b
      ?.reason;

  test("what was reviewed for this code in this catalog, spec and kind", () => {
    const own = accept({ code: "b", reason: "own" });
    expect(reason([accept({ code: "b", catalog: "type", reason: "other catalog" }), own])).toBe("own");
    expect(reason([accept({ code: "b", spec: "other.yaml", reason: "other spec" }), own])).toBe("own");
    expect(reason([accept({ code: "b", kind: "code-status-removed", reason: "other kind" }), own])).toBe(
      "own",
    );
    expect(reason([accept({ code: "b", kind: "code-renamed", reason: "any name for leaving" }), own])).toBe(
      "any name for leaving",
    );
    expect(reason([accept({ code: "b", catalog: "code", reason: "its catalog" }), own])).toBe("its catalog");
  });

  test("for a catalog that is gone, that of the catalog, unless a code has its own", () => {
    const whole = accept({ kind: "catalog-removed", catalog: "code", reason: "problem types now" });
    const next = released(first(), empty("2.0.0"), { accept: [whole, accept({ code: "b", reason: "own" })] });
    expect(Object.entries(next.main.retired).map(([code, entry]) => `${code}: ${entry.reason}`)).toEqual([
      "a: problem types now",
      "b: own",
      "c: problem types now",
    ]);
  });

  test("what made it lawful, where nobody was asked", () => {
    const sunset = init(contractOf("1.0.0", { a: {}, b: { deprecated: true, sunset: "2026-01-01" }, c: {} }));
    expect(released(sunset, contractOf("2.0.0", ["a", "c"])).main.retired.b?.reason).toBe(
      "its sunset, 2026-01-01, had come",
    );
    const beta = released(first(), contractOf("2.0.0-beta.1", ["a", "b", "c", "new"]));
    expect(released(beta, contractOf("2.0.0-beta.2", ["a", "b", "c"])).main.retired.new?.reason).toBe(
      "it was never in a full release (the last one was 1.0.0)",
    );
    const future = init(contractOf("1.0.0", { a: {}, b: { deprecated: true, sunset: "2027-01-01" }, c: {} }));
    const off = { "code-removed": "off", "code-renamed": "off", "catalog-removed": "off" } as const;
    expect(
      released(future, contractOf("2.0.0", ["a", "c"]), { policy: { changes: off } }).main.retired.b?.reason,
    ).toBe("nobody was asked: the level was off");
    const info = { "code-removed": "info", "code-renamed": "info", "catalog-removed": "info" } as const;
    expect(reason([], { policy: { changes: info } })).toBe("nobody was asked: the level was info");
  });
});

test("of a catalog that is gone, each code that has one tells its sunset", () => {
  const old = { a: { deprecated: true, sunset: "2026-01-01" } };
  const beta = released(init(contractOf("1.0.0", old)), contractOf("2.0.0-beta.1", { ...old, young: {} }));
  const next = released(beta, empty("2.0.0-beta.2"));
  expect([next.main.retired.a?.reason, next.main.retired.young?.reason]).toEqual([
    "its sunset, 2026-01-01, had come",
    "nobody was asked: the level was info",
  ]);
});

describe("what replaced a code is", () => {
  const renamed = contractOf("2.0.0", ["a", "c", "x", "y"]);
  const replaced = (baseline: Baseline, entry: Partial<Acceptance>) =>
    released(baseline, renamed, { accept: [accept({ code: "b", ...entry })] }).main.retired.b;

  test("what was accepted as that, before what the code itself named", () => {
    const told = init(contractOf("1.0.0", { a: {}, b: { deprecated: true, replacedBy: "a" }, c: {} }));
    expect(replaced(told, {})?.replacedBy).toBe("a");
    expect(replaced(told, { to: ["x"] })?.replacedBy).toBe("x");
    expect(replaced(told, { to: ["x", "y"] })?.replacedBy).toEqual(["x", "y"]);
  });

  test("what any acceptance of it says, also where another one gives the reason", () => {
    const entries = [accept({ code: "b", reason: "first" }), accept({ code: "b", to: ["x"] })];
    expect(released(first(), renamed, { accept: entries }).main.retired.b).toEqual({
      since: "1.0.0",
      retired: "2.0.0",
      replacedBy: "x",
      reason: "first",
    });
  });

  test("nothing where nobody said so", () => {
    expect(Object.keys(replaced(first(), {}) ?? {})).toEqual(["since", "retired", "reason"]);
  });
});

describe("a release of several catalogs", () => {
  const baseline = () => init(two("1.0.0", ["a", "b"], ["x", "y"]));

  test("keeps each under its name, with its own codes and tombstones", () => {
    const { baseline: next, counts } = made(baseline(), two("2.0.0", ["a", "n"], ["x", "m"]), {
      accept: [accept({ code: "b" }), accept({ code: "y", reason: "twice" })],
    });
    const tombstone = { since: "1.0.0", retired: "2.0.0" };
    expect(next.main).toEqual({
      open: "closed",
      codes: { a: { since: "1.0.0" }, n: { since: "2.0.0" } },
      retired: { b: { ...tombstone, reason: "agreed" } },
    });
    expect(next.catalogs).toEqual({
      reason: {
        open: "closed",
        codes: { m: { since: "2.0.0" }, x: { since: "1.0.0" } },
        retired: { y: { ...tombstone, reason: "twice" } },
      },
    });
    expect(counts).toEqual({ version: "2.0.0", added: 2, retired: 2, deprecated: 0, reintroduced: 0 });
  });

  test("takes one that is new, sorted by name, and forgets none that is gone", () => {
    const contract = contractOf("2.0.0", ["a", "b"], {
      catalogs: [
        catalogOf("code", ["a", "b"]),
        catalogOf("type", ["t"], { open: "open" }),
        catalogOf("detail", ["d"]),
      ],
    });
    const { baseline: next, counts } = made(baseline(), contract, {
      accept: [accept({ kind: "catalog-removed", catalog: "reason", reason: "gone" })],
    });
    expect(Object.keys(next.catalogs)).toEqual(["detail", "reason", "type"]);
    expect(next.catalogs.type).toEqual({ open: "open", codes: { t: { since: "2.0.0" } }, retired: {} });
    expect(next.catalogs.reason).toMatchObject({
      codes: {},
      retired: { x: { reason: "gone" }, y: { reason: "gone" } },
    });
    expect(counts).toMatchObject({ added: 2, retired: 2 });
  });

  test("tells the main one by its role, and takes over where its codes and schemas stand", () => {
    const catalogs = [catalogOf("error.code", ["a", "b"]), catalogOf("reason", ["x", "y"])];
    const errors = { schemas: ["Problem"], code: "error.code", linked: "responses" } as const;
    const body = { "error.code": { type: ["string"], required: true } };
    const moved = contractOf("2.0.0", ["a"], { catalogs, errors, body });
    const fields = ["code", "error"].map((at) => accept({ kind: "body-field-removed", at }));
    const { baseline: next, counts } = made(baseline(), moved, { accept: fields });
    expect(next).toEqual({
      ...baseline(),
      version: "2.0.0",
      errors,
      body,
    });
    expect(counts).toEqual({ version: "2.0.0", added: 0, retired: 0, deprecated: 0, reintroduced: 0 });
    const other = contractOf("2.0.0", ["a"], {
      catalogs: [catalogOf("code", ["a", "b"]), catalogOf("error.reason", ["x", "y"])],
      errors: null,
    });
    const renamed = made(baseline(), other, {
      accept: [accept({ kind: "body-field-removed", at: "reason" })],
    }).baseline;
    expect(renamed.catalogs).toEqual({ "error.reason": baseline().catalogs.reason });
    expect(renamed.errors).toEqual({ schemas: ["Error"], code: "code", linked: "responses" });
  });
});

describe("a release of a spec that had no codes", () => {
  test("is a first one, with what must not be forgotten", () => {
    const none = { ...init(contractOf("1.0.0", [])), scheme: "none" as const };
    const { baseline } = made(none, contractOf("1.0.0", ["b", "a"]), { as: "spring" });
    expect(baseline).toMatchObject({
      version: "spring",
      scheme: "none",
      main: { codes: { a: { since: "spring" }, b: { since: "spring" } } },
    });
    const plain = made(init(contractOf("1.0.0", [])), contractOf("1.1.0-rc.1", ["a"]));
    expect(plain.baseline).toMatchObject({ version: "1.1.0-rc.1", stable: "1.0.0" });
    expect(Object.keys(plain.baseline)).not.toContain("scheme");
  });
});

describe("a later release", () => {
  test("keeps what a code has been through, and says no more than there is", () => {
    const retired = released(first(), contractOf("2.0.0", ["a", "c"]), { accept: [accept({ code: "b" })] });
    const back = released(retired, contractOf("3.0.0", ["a", "b", "c"]), {
      accept: [accept({ kind: "code-reintroduced", code: "b" })],
    });
    const later = released(back, contractOf("3.1.0", ["d", "a", "b", "c"]));
    expect(later.main.codes.b).toEqual(back.main.codes.b);
    expect(Object.keys(later.main.codes.a ?? {})).toEqual(["since"]);
    expect(Object.keys(later.main.codes)).toEqual(["a", "b", "c", "d"]);
    const gone = released(later, contractOf("4.0.0", ["a", "d"]), {
      accept: [accept({ code: "b" }), accept({ code: "c" })],
    });
    const again = released(gone, contractOf("5.0.0", ["a", "b", "d"]), {
      accept: [accept({ kind: "code-reintroduced", code: "b" })],
    });
    const life = { since: "1.0.0", reason: "agreed" };
    expect(again.main.codes.b).toEqual({
      since: "1.0.0",
      reintroduced: "5.0.0",
      past: [
        { ...life, retired: "2.0.0" },
        { ...life, retired: "4.0.0" },
      ],
    });
    expect(again.main.retired).toEqual({ c: { ...life, retired: "4.0.0" } });
  });

  test("tells what it did to each code, once", () => {
    const lives = { a: { deprecated: true }, b: {}, c: {}, d: { deprecated: true } };
    const retired = made(first(), contractOf("2.0.0", { ...lives, b: {} }));
    expect(retired.counts).toEqual({
      version: "2.0.0",
      added: 1,
      retired: 0,
      deprecated: 2,
      reintroduced: 0,
    });
    const { b: _, ...rest } = lives;
    const gone = made(retired.baseline, contractOf("3.0.0", rest), { accept: [accept({ code: "b" })] });
    expect(gone.counts).toEqual({ version: "3.0.0", added: 0, retired: 1, deprecated: 0, reintroduced: 0 });
    const back = made(gone.baseline, contractOf("4.0.0", lives), {
      accept: [accept({ kind: "code-reintroduced", code: "b" })],
    });
    expect(back.counts).toEqual({ version: "4.0.0", added: 0, retired: 0, deprecated: 0, reintroduced: 1 });
    const after = made(back.baseline, contractOf("4.1.0", { ...lives, e: {} }));
    expect(after.counts).toEqual({ version: "4.1.0", added: 1, retired: 0, deprecated: 0, reintroduced: 0 });
  });

  test("is told in words", () => {
    const none = { version: "2.0.0", added: 0, retired: 0, deprecated: 0, reintroduced: 0 };
    expect(describeStep(none)).toBe("releases 2.0.0: no code changed");
    expect(describeStep({ ...none, added: 3, reintroduced: 1 })).toBe(
      "releases 2.0.0: 3 added, 1 reintroduced",
    );
    expect(describeStep({ ...none, retired: 1, deprecated: 2 })).toBe(
      "releases 2.0.0: 1 retired, 2 deprecated",
    );
  });

  test("adds its corrections to those of earlier ones, each with what it is of", () => {
    const body = { code: { type: ["string"], required: true } };
    const one = released(first(), contractOf("1.0.1", ["a", "c"]), {
      accept: [accept({ code: "b", correction: true, reason: "one" })],
    });
    const next = released(one, contractOf("1.0.2", ["a", "c"], { body }), {
      accept: [accept({ kind: "body-field-removed", at: "error", correction: true, reason: "two" })],
    });
    expect(next.corrected).toEqual([
      { version: "1.0.1", kind: "code-removed", catalog: "code", code: "b", reason: "one" },
      { version: "1.0.2", kind: "body-field-removed", at: "error", reason: "two" },
    ]);
    expect(next.corrected.map((entry) => Object.keys(entry).join())).toEqual([
      "version,kind,catalog,code,reason",
      "version,kind,at,reason",
    ]);
    expect(next.body).toEqual(body);
  });

  test("locks examples only where that is asked for", () => {
    const contract = contractOf("1.1.0", ["a"], {
      catalogs: [catalogOf("code", ["a", "b", "c", "d"]), catalogOf("shown", ["s"], { normative: false })],
    });
    const names = (errors: { examples: "lock" | "ignore" } | null) =>
      Object.keys(made(first(), contract, { policy: { errors } }).baseline.catalogs);
    expect(names(null)).toEqual([]);
    expect(names({ examples: "ignore" })).toEqual([]);
    expect(names({ examples: "lock" })).toEqual(["shown"]);
  });
});

describe("known findings", () => {
  const known = () => ({ ...first(), known: { one: ["x", "y"], two: ["z"] } });
  const same = contractOf("1.0.0", ["a", "b", "c"]);
  const left = (situation: Situation) => update(known(), same, situation);

  test("stay as long as they are found by their rule", () => {
    expect(left({ findings: [findingOf("one", "y"), findingOf("three", "z")] })).toEqual({
      state: "unchanged",
      baseline: { ...known(), known: { one: ["y"] } },
      used: [],
    });
  });

  test("stay where the rule is off, with options or without", () => {
    const rules = { one: "off", two: ["off", {}] } as const;
    expect(left({ policy: { rules } })).toMatchObject({ baseline: { known: known().known } });
    const on = { one: "warn", two: ["warn", {}] } as const;
    expect(left({ policy: { rules: on } }).state).toBe("unchanged");
    expect(left({ policy: { rules: on } })).toEqual({
      state: "unchanged",
      baseline: { ...known(), known: {} },
      used: [],
    });
  });
});

describe("a refused release says", () => {
  const hint = "Undo them, or accept each with the command that `errlock check` prints.";

  test("how many changes nobody accepted", () => {
    const one = update(first(), contractOf("2.0.0", ["a", "c"]));
    expect(one).toMatchObject({
      state: "refused",
      code: "not-accepted",
      message: "1 change is not accepted, so there is no release.",
      hint,
      changes: [{ code: "b" }],
      findings: [],
    });
    const deprecation = { required: true, windowDays: 0, pastSunset: true };
    expect(update(first(), contractOf("2.0.0", ["a", "c", "d"]), { policy: { deprecation } })).toMatchObject({
      message: "2 changes are not accepted, so there is no release.",
      changes: [{ code: "b" }],
      findings: [{ rule: "deprecation-skipped", at: "b" }],
    });
  });

  test("that a sunset is too soon, but not what a lint rule found", () => {
    const soon = contractOf("1.1.0", { a: { deprecated: true, sunset: "2026-11-30" }, b: {}, c: {} });
    const deprecation = { required: false, windowDays: 90, pastSunset: true };
    expect(update(first(), soon, { policy: { deprecation } })).toMatchObject({
      code: "not-accepted",
      changes: [],
      findings: [{ rule: "sunset-too-soon" }],
    });
    const entry = accept({ kind: "sunset-too-soon", at: "a" });
    expect(update(first(), soon, { policy: { deprecation }, accept: [entry] })).toMatchObject({
      state: "released",
      used: [entry],
    });
    expect(update(first(), soon, { findings: [findingOf("own-rule", "x")] }).state).toBe("released");
  });

  test("which version it needs", () => {
    const situation = { accept: [accept({ code: "b" })] };
    expect(update(first(), contractOf("1.0.0", ["a", "c"]), situation)).toEqual({
      state: "refused",
      code: "version-pending",
      message: "the spec still declares 1.0.0, the version of the baseline.",
      hint: "Set info.version to 2.0.0 or higher, or let --bump do it.",
      changes: [],
      findings: [],
    });
    expect(update(first(), contractOf("1.1.0", ["a", "c"]), situation)).toMatchObject({
      code: "version-too-small",
      message:
        "The declared version 1.1.0 is too small: code-removed of `b` demands a major bump from 1.0.0, at least 2.0.0.",
      hint: "Set info.version to 2.0.0 or higher, or let --bump do it.",
      findings: [{ rule: "version-too-small" }],
    });
    expect(
      update(first(), contractOf("0.1.0", ["a", "b", "c"]), { findings: [findingOf("own-rule", "x")] }),
    ).toMatchObject({
      code: "version-too-small",
      hint: "Set info.version to 1.0.0 or higher, or let --bump do it.",
      findings: [{ rule: "version-lowered" }],
    });
  });

  test("that --as has no place, is missing, or is taken", () => {
    const wip = () => init(contractOf("wip", ["a"]));
    const refused = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        return error;
      }
      return null;
    };
    const at = (error: unknown) => {
      const { code, message, hint } = error as { code: string; message: string; hint: string };
      return { code, message, hint };
    };
    expect(
      at(refused(() => update(first(), contractOf("1.1.0", ["a", "b", "c", "d"]), { as: "x" }))),
    ).toEqual({
      code: "usage",
      message: "the release is named by the version that the spec declares (1.1.0), not by --as",
      hint: "Leave --as out, or set `version: { scheme: none }` for this spec in the config.",
    });
    expect(at(refused(() => update(wip(), contractOf("wip", ["a", "b"]))))).toEqual({
      code: "usage",
      message: "there is something to release, and versions of this spec are in no order",
      hint: "Name the release with `--as NAME`.",
    });
    expect(at(refused(() => update(wip(), contractOf("wip", ["a", "b"]), { as: "wip" })))).toEqual({
      code: "usage",
      message: "wip is the name of the release that the baseline holds",
      hint: "Name the release with another `--as NAME`.",
    });
  });
});

describe("acceptances that a release uses up", () => {
  const used = (
    entry: Partial<Acceptance>,
    situation: Situation = {},
    contract = contractOf("2.0.0", ["a", "c"]),
  ) => {
    const own = accept(entry);
    const result = update(first(), contract, {
      ...situation,
      accept: [accept({ code: "b", reason: "other" }), own],
    });
    return result.state !== "refused" && result.used.includes(own);
  };

  test("are those of changes that it released, in this spec", () => {
    expect(used({ code: "b" })).toBe(true);
    expect(used({ code: "b", spec: "specs/openapi.yaml" })).toBe(true);
    expect(used({ code: "b", spec: "other.yaml" })).toBe(false);
    expect(used({ code: "a" })).toBe(false);
    const deprecation = { required: true, windowDays: 0, pastSunset: true };
    expect(used({ kind: "deprecation-skipped", at: "b" }, { policy: { deprecation } })).toBe(true);
  });

  test("are those of what only a branch shows, once that is released", () => {
    const loosened = { kind: "policy-loosened", at: "changes.code-added" };
    expect(used(loosened)).toBe(true);
    expect(used(loosened, {}, contractOf("1.0.0", ["a", "b", "c"]))).toBe(false);
  });

  test("are not those of findings that are there still", () => {
    expect(used({ kind: "own-rule", at: "x" }, { findings: [findingOf("own-rule", "x")] })).toBe(false);
  });

  test("are none where nothing was released", () => {
    const undeprecated = contractOf("1.0.0", { a: {}, b: {}, c: { description: "x" } });
    const reworded = accept({ kind: "description-changed", code: "c" });
    const beyond = [changeOf("description-changed", { catalog: "code", code: "c" })];
    const result = update(first(), undeprecated, { accept: [reworded], beyond });
    expect(result).toEqual({ state: "unchanged", baseline: first(), used: [] });
  });
});

test("a prerelease that is run again keeps its last full version", () => {
  const beta = released(first(), contractOf("2.0.0-beta.1", ["a", "b", "c", "d"]));
  const again = update(beta, contractOf("2.0.0-beta.1", ["a", "b", "c", "d"]));
  expect(again).toEqual({ state: "unchanged", baseline: beta, used: [] });
  expect(formatBaseline(beta)).toContain('"stable": "1.0.0"');
});
