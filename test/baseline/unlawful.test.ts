import { describe, expect, test } from "vitest";
import { checkStep } from "../../src/baseline/lawful.js";
import type { Baseline, BaselineCode } from "../../src/contract/baseline.js";
import type { Contract, Tombstone } from "../../src/contract/contract.js";
import type { Policy } from "../../src/contract/policy.js";
import { accept, catalogOf, contractOf, init, policy, released } from "./contracts.js";

const start = "The baseline is no lawful successor: ";
/** What is wrong with a step, as `at: what`. */
function wrong(
  before: Baseline,
  after: Baseline,
  contract: Contract | null = null,
  said: Partial<Policy> = {},
): string[] {
  const found = checkStep(before, after, contract, { policy: { ...policy, ...said }, now: "2026-11-22" });
  return found.map(({ at, message }) => `${at}: ${message.replace(start, "")}`);
}

const first = () => init(contractOf("1.0.0", ["a", "b"]));
/** A baseline of a version with these codes and tombstones, as nobody released it. */
const written = (
  version: string,
  codes: Readonly<Record<string, BaselineCode>>,
  retired: Readonly<Record<string, Tombstone>> = {},
  more: Partial<Baseline> = {},
): Baseline => ({ ...first(), version, main: { open: "closed", codes, retired }, ...more });
const since = (version: string) => ({ since: version });
const gone = { since: "1.0.0", retired: "2.0.0", reason: "why" };

test("what is wrong with a step is an error that names the part of the file", () => {
  const after = written("2.0.0", { a: since("1.0.0") });
  expect(checkStep(first(), after, null, { policy, now: "2026-11-22" })).toEqual([
    {
      rule: "baseline-edited",
      level: "error",
      at: "codes b",
      message: "The baseline is no lawful successor: `b` is gone: it is neither a code nor retired.",
      cause: null,
      location: null,
    },
  ]);
});

describe("without a release, every line that differs is named", () => {
  test("whether it is gone, new or both", () => {
    const base = first();
    const { b: _, ...codes } = base.main.codes;
    const main = { ...base.main, codes: { ...codes, c: since("1.0.0") } };
    expect(wrong(base, { ...base, main })).toEqual([
      'b: the line "b": { "since": "1.0.0" } is gone, without a release.',
      'c: the line "c": { "since": "1.0.0" } is new, without a release.',
    ]);
    const quoted = { ...base.main, codes: { ...base.main.codes, 'x"y, z': since("1.0.0") } };
    expect(wrong(base, { ...base, main: quoted })).toEqual([
      'x\\"y, z: the line "x\\"y, z": { "since": "1.0.0" } is new, without a release.',
    ]);
  });

  test("but not the comma behind the last one, nor what was known and is gone", () => {
    const base = { ...first(), known: { r: ["x", "y", "z"] } };
    const main = { ...base.main, codes: { ...base.main.codes, z: since("1.0.0") } };
    expect(wrong(base, { ...base, main })).toEqual([
      'z: the line "z": { "since": "1.0.0" } is new, without a release.',
    ]);
    expect(wrong(base, { ...base, known: { r: ["x"] } })).toEqual([]);
  });

  test("and each finding that was made known", () => {
    const base = { ...first(), known: { r: ["x"] } };
    expect(wrong(base, { ...base, known: { r: ["x", "y"], constructor: ["z"] } })).toEqual([
      "known r y: r at y was not known before, and `known` only shrinks.",
      "known constructor z: constructor at z was not known before, and `known` only shrinks.",
    ]);
  });

  test("also where a list has a line for each entry", () => {
    const correction = { version: "1.0.0", kind: "code-removed", reason: "x" };
    const base = first();
    expect(wrong(base, { ...base, corrected: [correction, { ...correction, reason: "y" }] })).toEqual([
      'corrected: the line "corrected": [ is new, without a release.',
      '{ "version": "1.0.0", "kind": "code-removed", "reason": "x" }: the line { "version": "1.0.0", "kind": "code-removed", "reason": "x" } is new, without a release.',
      '{ "version": "1.0.0", "kind": "code-removed", "reason": "y" }: the line { "version": "1.0.0", "kind": "code-removed", "reason": "y" } is new, without a release.',
    ]);
  });
});

describe("a code that stays", () => {
  const life = (entry: Partial<BaselineCode>, old: Partial<BaselineCode> = {}, version = "2.0.0") =>
    wrong(
      written("1.0.0", { a: { since: "1.0.0", ...old } }),
      written(version, { a: { since: "1.0.0", ...entry } }),
    ).map((line) => line.replace("codes a: `a` ", ""));
  const past = [{ since: "1.0.0", retired: "1.0.0", reason: "x" }];

  test("has its since", () => {
    expect(life({ since: "0.9.0" })).toEqual(["was there since 1.0.0, not 0.9.0."]);
  });

  test("may be deprecated by the step alone", () => {
    expect(life({ deprecated: "2.0.0" })).toEqual([]);
    expect(life({ deprecated: "1.5.0" })).toEqual([]);
    expect(life({ deprecated: "1.0.0" })).toEqual(["says that it is deprecated since 1.0.0."]);
    expect(life({ deprecated: true })).toEqual(["says that it is deprecated since true."]);
    expect(life({ deprecated: "0.5.0" }, { deprecated: "0.5.0" })).toEqual([]);
    expect(life({ deprecated: true }, { deprecated: true })).toEqual([]);
    expect(life({}, { deprecated: "0.5.0" })).toEqual([]);
  });

  test("came back, or did not, as before: only a life that ended meanwhile changes that", () => {
    const cameBack = ["says that it came back, or no longer says so."];
    expect(life({ reintroduced: "2.0.0" })).toEqual(cameBack);
    expect(life({}, { reintroduced: "1.0.0", past })).toEqual([...cameBack, "has another past than before."]);
    expect(life({ reintroduced: "1.0.0", past }, { reintroduced: "1.0.0", past })).toEqual([]);
    const ended = { since: "1.0.0", retired: "1.5.0", reason: "y" };
    expect(life({ reintroduced: "2.0.0", past: [ended] })).toEqual([]);
    expect(life({ reintroduced: "2.0.0", past: [...past, ended] }, { reintroduced: "1.0.0", past })).toEqual(
      [],
    );
    expect(life({ reintroduced: "1.0.0", past: [ended] })).toEqual(cameBack);
    expect(life({ reintroduced: "2.0.0", past }, { reintroduced: "1.0.0", past })).toEqual(cameBack);
  });

  test("gains no past that no release gave it", () => {
    const fresh = ["has a past that it did not have."];
    const ended = { since: "1.0.0", retired: "1.5.0", reason: "y" };
    const back = (...lives: Tombstone[]) => life({ reintroduced: "2.0.0", past: lives });
    expect(back({ ...ended, since: "0.1.0" })).toEqual(fresh);
    expect(back({ ...ended, retired: "1.0.0" })).toEqual(fresh);
    expect(back({ ...ended, past })).toEqual(fresh);
    expect(back(ended, { ...ended, retired: "3.0.0" })).toEqual(fresh);
  });
});

describe("a code that left", () => {
  const left = (tombstone: Tombstone, old: Partial<BaselineCode> = {}) =>
    wrong(
      written("1.0.0", { a: since("1.0.0"), b: { since: "1.0.0", ...old } }),
      written("2.0.0", { a: since("1.0.0") }, { b: tombstone }),
    ).map((line) => line.replace("retired b: `b` ", ""));

  test("has a tombstone with its since, of a version that the step released", () => {
    expect(left(gone)).toEqual([]);
    expect(left({ ...gone, retired: "1.5.0" })).toEqual([]);
    expect(left({ ...gone, since: "0.9.0" })).toEqual(["was there since 1.0.0, not 0.9.0."]);
    expect(left({ ...gone, retired: "1.0.0" })).toEqual([
      "is retired in 1.0.0, which this step did not release.",
    ]);
    expect(left({ ...gone, retired: "2.0.1" })).toEqual([
      "is retired in 2.0.1, which this step did not release.",
    ]);
    expect(left({ ...gone, retired: "wip" })).toEqual([
      "is retired in wip, which this step did not release.",
    ]);
  });

  test("keeps its past", () => {
    const past = [{ since: "1.0.0", retired: "1.0.0", reason: "x" }];
    expect(left({ ...gone, past }, { past })).toEqual([]);
    expect(left(gone, { past })).toEqual(["has another past than before."]);
    expect(left({ ...gone, past: [{ ...past[0], reason: "y" } as Tombstone] }, { past })).toEqual([
      "has another past than before.",
    ]);
  });
});

describe("a tombstone", () => {
  const old = { since: "1.0.0", retired: "2.0.0", reason: "why", replacedBy: "a" };
  const from = () => written("2.0.0", { a: since("1.0.0") }, { b: old });
  const to = (
    codes: Readonly<Record<string, BaselineCode>>,
    retired: Readonly<Record<string, Tombstone>> = {},
  ) => wrong(from(), written("3.0.0", { a: since("1.0.0"), ...codes }, retired));
  const { replacedBy: _, ...unnamed } = old;

  test("stands as it stood", () => {
    expect(to({}, { b: old })).toEqual([]);
    expect(to({})).toEqual(["retired b: `b` was retired, and its tombstone is gone."]);
    for (const other of [
      { ...old, since: "0.1.0" },
      { ...old, retired: "1.9.0" },
      { ...old, reason: "x" },
      { ...old, replacedBy: "c" },
      unnamed,
    ]) {
      expect(to({}, { b: other })).toEqual(["retired b: `b` has another tombstone than before."]);
    }
  });

  test("is the past of its code when that came back, also when it left again", () => {
    const back = { since: "1.0.0", reintroduced: "3.0.0", past: [old] };
    expect(to({ b: back })).toEqual([]);
    expect(to({ b: { ...back, deprecated: "3.0.0" } })).toEqual([]);
    expect(to({}, { b: { ...old, retired: "3.0.0", past: [old] } })).toEqual([]);
    expect(to({}, { b: { ...old, retired: "3.0.0" } })).toEqual([
      "retired b: `b` has another tombstone than before.",
    ]);
    const longer = { ...old, past: [{ ...unnamed, retired: "1.5.0" }] };
    const twice = written("2.0.0", { a: since("1.0.0") }, { b: longer });
    const lives = [...longer.past, old];
    expect(wrong(twice, written("3.0.0", { a: since("1.0.0"), b: { ...back, past: lives } }))).toEqual([]);
    expect(wrong(twice, written("3.0.0", { a: since("1.0.0"), b: { ...back, past: [old] } }))).toContain(
      "codes b: `b` is back without its tombstone as its past.",
    );
  });

  test("does not come back otherwise than a release brings it", () => {
    const back = { since: "1.0.0", reintroduced: "3.0.0", past: [old] };
    const found = (said: Partial<BaselineCode>) =>
      to({ b: { ...back, ...said } }).map((line) => line.replace("codes b: `b` ", ""));
    expect(found({ since: "3.0.0" })).toEqual(["was there since 1.0.0, not 3.0.0."]);
    expect(found({ reintroduced: "2.0.0" })).toEqual(["is back without the version that brought it back."]);
    expect(found({ deprecated: "2.0.0" })).toEqual(["says that it is deprecated since 2.0.0."]);
    expect(found({ past: [{ ...old, reason: "x" }] })).toEqual(["has another past than before."]);
    expect(to({ b: { since: "1.0.0", reintroduced: "3.0.0" } })).toEqual([
      "codes b: `b` is back without its tombstone as its past.",
      "codes b: `b` has another past than before.",
    ]);
  });
});

describe("a code that is new", () => {
  const added = (entry: BaselineCode) =>
    wrong(first(), written("2.0.0", { ...first().main.codes, n: entry })).map((line) =>
      line.replace("codes n: `n` ", ""),
    );

  test("was born, deprecated and brought back in between", () => {
    expect(added({ since: "1.5.0", deprecated: "2.0.0" })).toEqual([]);
    expect(added({ since: "1.0.0" })).toEqual(["is new, but its `since` is 1.0.0."]);
    expect(added({ since: "2.0.0", deprecated: "1.0.0" })).toEqual([
      "says that it is deprecated since 1.0.0.",
    ]);
    expect(added({ since: "2.0.0", reintroduced: "2.0.0" })).toEqual(["says that it came back."]);
    const past = [{ since: "1.5.0", retired: "1.6.0", reason: "x" }];
    expect(added({ since: "1.5.0", reintroduced: "1.7.0", past })).toEqual([]);
    expect(added({ since: "1.5.0", past })).toEqual(["says that it came back."]);
    expect(added({ since: "1.4.0", reintroduced: "1.7.0", past })).toEqual([
      "has a past that it did not have.",
    ]);
  });

  test("may have left in between, too", () => {
    const buried = (tombstone: Tombstone) =>
      wrong(first(), written("2.0.0", first().main.codes, { n: tombstone }));
    expect(buried({ since: "1.5.0", retired: "2.0.0", reason: "x" })).toEqual([]);
    expect(buried({ since: "1.0.0", retired: "2.0.0", reason: "x" })).toEqual([
      "retired n: `n` is retired, but was never a code.",
    ]);
    expect(buried({ since: "1.5.0", retired: "3.0.0", reason: "x" })).toEqual([
      "retired n: `n` is retired in 3.0.0, which this step did not release.",
    ]);
  });
});

describe("a second catalog", () => {
  const two = (version: string, other: readonly string[], name = "reason") =>
    contractOf(version, ["a"], { catalogs: [catalogOf("code", ["a"]), catalogOf(name, other)] });
  const from = () => init(two("1.0.0", ["x", "y"]));
  const later = (catalogs: Baseline["catalogs"]) => ({ ...from(), version: "2.0.0", catalogs });
  const codes = { x: since("1.0.0"), y: since("1.0.0") };
  const reason = { open: "closed" as const, codes, retired: {} };

  test("is held like the main one", () => {
    expect(wrong(from(), later({ reason }))).toEqual([]);
    expect(wrong(from(), later({ reason: { ...reason, codes: { x: since("1.0.0") } } }))).toEqual([
      "catalogs reason codes y: `y` is gone: it is neither a code nor retired.",
    ]);
    expect(wrong(from(), later({}))).toEqual([
      "catalogs reason codes x: `x` is gone: it is neither a code nor retired.",
      "catalogs reason codes y: `y` is gone: it is neither a code nor retired.",
    ]);
  });

  test("may be new with what is new", () => {
    const type = { ...reason, codes: { t: since("2.0.0") } };
    expect(wrong(from(), later({ reason, type }))).toEqual([]);
    expect(wrong(from(), later({ reason, type: { ...type, codes: { t: since("1.0.0") } } }))).toEqual([
      "catalogs type codes t: `t` is new, but its `since` is 1.0.0.",
    ]);
  });

  test("may have moved with its property, if it holds all of its codes", () => {
    const retired = { y: { since: "1.0.0", retired: "2.0.0", reason: "x" } };
    expect(wrong(from(), later({ detail: reason }))).toEqual([]);
    expect(wrong(from(), later({ detail: { ...reason, codes: { x: since("1.0.0") }, retired } }))).toEqual(
      [],
    );
    expect(wrong(from(), later({ detail: { ...reason, codes: { x: since("1.0.0") } } }))).toEqual([
      "catalogs reason codes x: `x` is gone: it is neither a code nor retired.",
      "catalogs reason codes y: `y` is gone: it is neither a code nor retired.",
      "catalogs detail codes x: `x` is new, but its `since` is 1.0.0.",
    ]);
  });

  test("has not moved where it still stands beside one with the same codes", () => {
    const fresh = { ...reason, codes: { x: since("2.0.0"), y: since("2.0.0") } };
    expect(wrong(from(), later({ reason, detail: fresh }))).toEqual([]);
  });

  test("has not moved to one that was there before", () => {
    const both = { ...from(), catalogs: { reason, type: reason } };
    expect(wrong(both, { ...both, version: "2.0.0", catalogs: { type: reason } })).toEqual([
      "catalogs reason codes x: `x` is gone: it is neither a code nor retired.",
      "catalogs reason codes y: `y` is gone: it is neither a code nor retired.",
    ]);
  });
});

describe("corrections", () => {
  const one = { version: "0.9.0", kind: "code-removed", code: "z", reason: "x" };
  const from = () => written("1.0.0", { a: since("1.0.0") }, {}, { corrected: [one] });
  const to = (...corrected: Baseline["corrected"]) =>
    wrong(from(), written("2.0.0", { a: since("1.0.0") }, {}, { corrected }));

  test("of earlier releases stand, and new ones are of the new version", () => {
    expect(to(one)).toEqual([]);
    expect(to(one, { ...one, version: "2.0.0" })).toEqual([]);
    expect(to()).toEqual(["corrected: a correction of an earlier release was changed or dropped."]);
    expect(to({ ...one, reason: "y" })).toEqual([
      "corrected: a correction of an earlier release was changed or dropped.",
    ]);
    expect(to(one, { ...one, version: "1.0.0" }, { ...one, version: "2.0.0" })).toEqual([
      "corrected: a new correction is of 1.0.0, not of the new version.",
    ]);
  });
});

describe("the version of a step", () => {
  const same = (version: string, more: Partial<Baseline> = {}) => ({ ...first(), version, ...more });

  test("is that of the spec", () => {
    const contract = contractOf("1.0.2", ["a", "b"]);
    expect(wrong(first(), same("1.0.1"), contract)).toEqual([
      "version: the version 1.0.1 is not that of the spec, which declares 1.0.2.",
    ]);
    expect(wrong(first(), same("1.0.1"), { ...contract, version: null })).toEqual([
      "version: the version 1.0.1 is not that of the spec, which declares none.",
    ]);
    expect(wrong(first(), same("1.0.1"), { ...contract, version: "1.0.1" })).toEqual([]);
    expect(wrong(same("spring"), same("summer"), contract)).toEqual([]);
  });

  test("is higher, and covers what changed", () => {
    expect(wrong(first(), same("0.9.0"))).toEqual(["version: the version 0.9.0 is not higher than 1.0.0."]);
    expect(wrong(first(), same("1.0.0+build"))).toEqual([]);
    expect(
      wrong(
        first(),
        written("1.0.0+build", first().main.codes, {}, { main: { ...first().main, open: "open" } }),
      ),
    ).toEqual(["version: the version 1.0.0+build is not higher than 1.0.0."]);
    expect(
      wrong(first(), written("1.1.0", { a: since("1.0.0") }, { b: { ...gone, retired: "1.1.0" } })),
    ).toEqual(["version: the version 1.1.0 does not cover what changed since 1.0.0: at least 2.0.0 does."]);
    expect(wrong(first(), same("wip"))).toEqual([
      "version: the version wip does not cover what changed since 1.0.0: at least 1.0.0 does.",
    ]);
  });

  test("stays in its scheme", () => {
    expect(wrong(first(), same("2.0.0", { scheme: "none" }))).toEqual([
      "scheme: the scheme of the versions changed.",
    ]);
  });

  test("counts less for what was never in a full release", () => {
    const beta = written(
      "2.0.0-beta.1",
      { a: since("1.0.0"), b: since("1.0.0"), n: since("2.0.0-beta.1") },
      {},
      { stable: "1.9.0" },
    );
    const buried = { n: { since: "2.0.0-beta.1", retired: "2.0.0-beta.2", reason: "x" } };
    expect(wrong(beta, written("2.0.0-beta.2", first().main.codes, buried, { stable: "1.9.0" }))).toEqual([]);
    const minor = written(
      "1.1.0-beta.1",
      { a: since("1.0.0"), n: since("1.1.0-beta.1") },
      {},
      { stable: "1.0.0" },
    );
    const left = { n: { since: "1.1.0-beta.1", retired: "1.1.0-beta.2", reason: "x" } };
    expect(wrong(minor, written("1.1.0-beta.2", { a: since("1.0.0") }, left, { stable: "1.0.0" }))).toEqual(
      [],
    );
  });
});

describe("the last full version beside a prerelease", () => {
  const at = (version: string, stable?: string) => ({
    ...first(),
    version,
    ...(stable !== undefined && { stable }),
  });

  test("is the one that was released", () => {
    expect(wrong(at("1.0.0"), at("1.1.0-rc.1", "1.0.0"))).toEqual([]);
    expect(wrong(at("1.1.0-rc.1", "1.0.0"), at("1.1.0-rc.2", "1.0.0"))).toEqual([]);
    expect(wrong(at("1.1.0-rc.1", "1.0.0"), at("1.1.0"))).toEqual([]);
    expect(wrong(at("1.0.0"), at("1.1.0-rc.1"))).toEqual([
      "stable: the last full version is given as nothing.",
    ]);
    expect(wrong(at("1.0.0"), at("1.1.0-rc.1", "0.9.0"))).toEqual([
      "stable: the last full version is given as 0.9.0.",
    ]);
    expect(wrong(at("1.0.0"), at("1.1.0", "1.0.0"))).toEqual([
      "stable: the last full version is given as 1.0.0.",
    ]);
  });

  test("or, of several releases at once, a full one in between", () => {
    expect(wrong(at("1.0.0"), at("1.2.0-rc.1", "1.1.0"))).toEqual([]);
    for (const other of ["1.1.0-rc.1", "1.2.0", "2.0.0", "wip"]) {
      expect(wrong(at("1.0.0"), at("1.2.0-rc.1", other))).toEqual([
        `stable: the last full version is given as ${other}.`,
      ]);
    }
  });
});

describe("a correction lets a version be smaller for", () => {
  const patch = (after: Partial<Baseline>, before: Partial<Baseline> = {}) =>
    wrong({ ...first(), ...before }, { ...first(), version: "1.0.1", ...after }).filter((line) =>
      line.startsWith("version"),
    );
  const small = (required: string) => [
    `version: the version 1.0.1 does not cover what changed since 1.0.0: at least ${required} does.`,
  ];
  const of = (kind: string, said: object) => ({ version: "1.0.1", kind, reason: "x", ...said });
  const without = {
    main: { ...first().main, codes: { a: since("1.0.0") }, retired: { b: { ...gone, retired: "1.0.1" } } },
  };

  test("a code that left, by any of the names for that", () => {
    for (const kind of ["code-removed", "code-renamed"]) {
      expect(patch({ ...without, corrected: [of(kind, { catalog: "code", code: "b" })] })).toEqual([]);
    }
    expect(patch({ ...without, corrected: [of("catalog-removed", { catalog: "code" })] })).toEqual([]);
    for (const other of [
      of("code-removed", { catalog: "code", code: "a" }),
      of("code-removed", { catalog: "type", code: "b" }),
      of("code-removed", { code: "b" }),
      of("code-status-removed", { catalog: "code", code: "b" }),
    ]) {
      expect(patch({ ...without, corrected: [other] })).toEqual(small("2.0.0"));
    }
    const earlier = [of("code-removed", { catalog: "code", code: "b", version: "0.9.0" })];
    expect(patch({ ...without, corrected: earlier }, { corrected: earlier })).toEqual(small("2.0.0"));
  });

  test("a code that stays, and not for another one", () => {
    const codes = (statuses: readonly string[]) => ({ a: { since: "1.0.0", statuses }, b: since("1.0.0") });
    const before = { main: { ...first().main, codes: codes(["404", "409"]) } };
    const after = { main: { ...first().main, codes: codes(["404"]) } };
    const correction = (code: string) => of("code-status-removed", { catalog: "code", code });
    expect(patch({ ...after, corrected: [correction("a")] }, before)).toEqual([]);
    expect(patch({ ...after, corrected: [correction("b"), correction("a")] }, before)).toEqual([]);
    expect(patch({ ...after, corrected: [correction("b")] }, before)).toEqual(small("2.0.0"));
  });

  test("a field of the body, whatever happened to it, and not for another one", () => {
    const after = { body: { code: { type: ["string"], required: true } } };
    const correction = (kind: string, at: string) => of(kind, { at });
    expect(patch({ ...after, corrected: [correction("body-field-removed", "error")] })).toEqual([]);
    expect(patch({ ...after, corrected: [correction("body-field-optional", "error")] })).toEqual([]);
    expect(
      patch({
        ...after,
        corrected: [correction("body-field-removed", "code"), correction("body-field-removed", "error")],
      }),
    ).toEqual([]);
    expect(patch({ ...after, corrected: [correction("body-field-removed", "code")] })).toEqual(
      small("2.0.0"),
    );
    expect(patch({ ...after, corrected: [correction("catalog-opened", "error")] })).toEqual(small("2.0.0"));
  });

  test("a catalog that opened", () => {
    const after = { main: { ...first().main, open: "open" as const } };
    expect(patch({ ...after, corrected: [of("catalog-opened", { catalog: "code" })] })).toEqual([]);
    expect(patch({ ...after, corrected: [of("catalog-opened", { catalog: "type" })] })).toEqual(
      small("1.1.0"),
    );
    expect(patch({ ...after, corrected: [of("catalog-closed", { catalog: "code" })] })).toEqual(
      small("1.1.0"),
    );
    expect(patch({ ...after, corrected: [of("catalog-opened", { catalog: "code", at: "x" })] })).toEqual(
      small("1.1.0"),
    );
  });

  test("nothing that demands no version at all", () => {
    const none = { "body-field-removed": { bump: "none" } } as const;
    const corrected = ["code", "error"].map((at) => of("body-field-removed", { at, version: "1.0.0+build" }));
    const after = { ...first(), version: "1.0.0+build", body: {}, corrected };
    expect(wrong(first(), after, null, { changes: none })).toEqual([]);
  });
});

describe("what a release takes from the spec is as the spec has it", () => {
  const contract = () => contractOf("1.0.1", { a: {}, b: {} });
  const to = (more: Partial<Baseline> = {}) => ({ ...first(), version: "1.0.1", ...more });
  /** Only what the spec shows, whatever the step itself is. */
  const shown = (more: Partial<Baseline>, spec: Contract = contract(), said: Partial<Policy> = {}) =>
    wrong(first(), to(more), spec, said).filter(
      (line) => !/^version|since|neither|came back|deprecated/.test(line),
    );

  test("its error schemas and its link, in any order", () => {
    expect(shown({})).toEqual([]);
    const place = { schemas: ["Error"], code: "code", linked: "responses" } as const;
    expect(shown({ errors: { ...place, schemas: ["Decoy"] } })).toEqual([
      "errors: the error schemas are not those of the spec.",
    ]);
    expect(shown({ errors: { ...place, linked: "name" } })).toEqual([
      "errors: the codes are not linked as they are in the spec.",
    ]);
    const spec = { ...contract(), errors: { ...place, schemas: ["B", "A"] } };
    expect(shown({ errors: { ...place, schemas: ["A", "B"] } }, spec)).toEqual([]);
    expect(
      shown(
        { errors: { ...place, schemas: ["B", "A"] } },
        { ...spec, errors: { ...place, schemas: ["A", "B"] } },
      ),
    ).toEqual([]);
  });

  test("that it has codes at all", () => {
    const none = { ...init(contractOf("1.0.0", [])), version: "1.0.1" };
    expect(shown(none)).toContain("errors: it says that there are no codes, but the spec has some.");
    expect(wrong(init(contractOf("1.0.0", [])), none, contractOf("1.0.1", []))).toEqual([]);
    expect(wrong(init(contractOf("1.0.0", [])), none, contract(), { errors: "none" })).toEqual([]);
  });

  test("its body, in any order", () => {
    const { code, error } = first().body;
    if (code === undefined || error === undefined) throw new Error("no body");
    expect(shown({ body: { error, code } })).toEqual([]);
    const union = { ...contract(), body: { code, error: { ...error, type: ["string", "null"] } } };
    expect(shown({ body: { code, error: { ...error, type: ["null", "string"] } } }, union)).toEqual([]);
    const edited = ["body: the error body is not that of the spec."];
    expect(shown({ body: { code } })).toEqual(edited);
    expect(shown({ body: { code, error: { ...error, required: false } } })).toEqual(edited);
    expect(shown({ body: { code, error: { ...error, type: ["object"] } } })).toEqual(edited);
  });

  test("whether its catalog is open, and which codes it has", () => {
    expect(shown({ main: { ...first().main, open: "open" } })).toEqual([
      "open: the catalog is open in the baseline and closed in the spec.",
    ]);
    const more = { ...first().main, codes: { ...first().main.codes, n: since("1.0.1") } };
    expect(shown({ main: more })).toEqual(["codes n: `n` is not in the spec."]);
    expect(shown({}, contractOf("1.0.1", ["a", "b", "n"]))).toEqual([
      "codes n: `n` is in the spec, but not in the baseline.",
    ]);
  });

  test("what it says of a code", () => {
    const said = { deprecated: true, sunset: "2026-12-31", replacedBy: "b", statuses: ["404", "409"] };
    const spec = contractOf("1.0.1", { a: said, b: {} });
    const entry = { since: "1.0.0", ...said, deprecated: "1.0.1" };
    const as = (a: BaselineCode) =>
      shown({ main: { ...first().main, codes: { a, b: since("1.0.0") } } }, spec);
    expect(as(entry)).toEqual([]);
    expect(as({ ...entry, statuses: ["409", "404"] })).toEqual([]);
    const { deprecated: _d, ...undeprecated } = entry;
    const { sunset: _s, ...endless } = entry;
    const { replacedBy: _r, ...alone } = entry;
    const { statuses: _t, ...anywhere } = entry;
    for (const other of [
      undeprecated,
      endless,
      alone,
      anywhere,
      { ...entry, sunset: "2027-01-01" },
      { ...entry, replacedBy: "a" },
      { ...entry, statuses: ["404"] },
    ]) {
      expect(as(other)).toEqual(["codes a: `a` is not as the spec has it."]);
    }
  });

  test("its further catalogs, examples only where they are locked", () => {
    const spec = contractOf("1.0.1", ["a", "b"], {
      catalogs: [
        catalogOf("code", ["a", "b"]),
        catalogOf("reason", ["x"]),
        catalogOf("shown", ["s"], { normative: false }),
      ],
    });
    const closed = { open: "closed", retired: {} } as const;
    const reason = { ...closed, codes: { x: since("1.0.1") } };
    const example = { ...closed, codes: { s: since("1.0.1") } };
    const lock = { errors: { examples: "lock" } } as const;
    expect(shown({ catalogs: { reason } }, spec)).toEqual([]);
    expect(shown({ catalogs: {} }, spec)).toEqual([
      "catalogs reason: the spec has the catalog `reason`, the baseline does not.",
    ]);
    expect(shown({ catalogs: { reason, shown: example } }, spec)).toEqual([
      "catalogs shown codes s: `s` is not in the spec.",
    ]);
    expect(shown({ catalogs: { reason, shown: example } }, spec, lock)).toEqual([]);
    expect(shown({ catalogs: { reason } }, spec, lock)).toEqual([
      "catalogs shown: the spec has the catalog `shown`, the baseline does not.",
    ]);
    expect(shown({ catalogs: { reason } }, spec, { errors: { examples: "ignore" } })).toEqual([]);
    expect(shown({ catalogs: { reason: { ...reason, open: "open" } } }, spec)).toEqual([
      "catalogs reason open: the catalog is open in the baseline and closed in the spec.",
    ]);
  });
});

describe("whatever the scheme of versions, what a step released lies behind the old version and not beyond the new", () => {
  const step = (from: string, to: string, born: string) =>
    wrong(
      { ...first(), version: from, main: { open: "closed", codes: { a: since(from) }, retired: {} } },
      {
        ...first(),
        version: to,
        main: { open: "closed", codes: { a: since(from), n: since(born) }, retired: {} },
      },
    ).filter((line) => line.startsWith("codes n")).length === 0;

  test.each([
    ["1.0.0", "1.2.0", "1.1.0", true],
    ["1.0.0", "1.2.0", "1.2.0", true],
    ["1.0.0", "1.2.0", "1.0.0", false],
    ["1.0.0", "1.2.0", "0.9.0", false],
    ["1.0.0", "1.2.0", "1.3.0", false],
    ["1.0.0", "1.2.0", "wip", false],
    ["1.0.0", "wip", "1.1.0", false],
    ["1.0.0", "wip", "wip", true],
    ["1.0.0", "1.2.0", "1.0.0+build", false],
    ["1.0.0", "1.2.0", "1.2.0+build", true],
    ["2026-01-01", "2026-03-01", "2026-02-01", true],
    ["2026-01-01", "2026-03-01", "2026-04-01", false],
    ["3", "5", "4", true],
    ["3", "5", "6", false],
    ["spring", "winter", "summer", true],
    ["spring", "winter", "spring", false],
  ])("from %s to %s: %s is %s", (from, to, born, lawful) => {
    expect(step(from, to, born)).toBe(lawful);
  });
});

test("a release that was made is lawful to the policy that let it be made", () => {
  const before = init(contractOf("1.0.0", ["a", "b"]));
  const contract = contractOf("1.0.1", ["a"]);
  const next = released(before, contract, { accept: [accept({ code: "b", correction: true })] });
  expect(wrong(before, next, contract)).toEqual([]);
  expect(wrong(before, next, contract, { corrections: "forbid" })).toEqual([
    "version: the version 1.0.1 does not cover what changed since 1.0.0: at least 2.0.0 does.",
  ]);
});
