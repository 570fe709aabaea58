import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatBaseline, parseBaseline } from "../../src/baseline/format.js";
import { checkStep } from "../../src/baseline/lawful.js";
import { release } from "../../src/baseline/release.js";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Code, Contract } from "../../src/contract/contract.js";
import type { VersionScheme } from "../../src/contract/policy.js";
import { suggestedVersion } from "../../src/judge/version.js";
import { accept, check, contractOf, init, policy, released } from "./contracts.js";

const context = { policy, now: "2026-11-22" };
const messages = (before: Baseline, after: Baseline, contract: Contract | null = null) =>
  checkStep(before, after, contract, context).map(({ at }) => at);

/** A copy with edits, as a person would make them in the file. */
function edited(baseline: Baseline, ...edits: readonly (readonly [string | RegExp, string])[]): Baseline {
  let text = formatBaseline(baseline);
  for (const [from, to] of edits) {
    const after = text.replace(from, to);
    if (after === text) throw new Error(`${from} is not in the baseline:\n${text}`);
    text = after;
  }
  return parseBaseline(text, "b.json");
}

const first = init(contractOf("1.0.0", ["a", "b", "c"]));
const second = released(first, contractOf("2.0.0", ["a", "c", "d"]), { accept: [accept({ code: "b" })] });
const contract2 = contractOf("2.0.0", ["a", "c", "d"]);

describe("a step from one baseline to the next is unlawful", () => {
  test("never when a release made it, and it says nothing", () => {
    expect(checkStep(first, second, contract2, context)).toEqual([]);
    expect(checkStep(first, first, null, context)).toEqual([]);
  });

  test("when a line is dropped without a release, and the line is named", () => {
    const findings = checkStep(first, edited(first, [/ *"b":.*\n/, ""]), null, context);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: "baseline-edited", level: "error", at: "b" });
  });

  test.each([
    ["a line is dropped beside a release", [/ *"c":.*\n/, ""], "codes c"],
    ["a `since` is changed", ['"a": { "since": "1.0.0"', '"a": { "since": "0.9.0"'], "codes a"],
    [
      "a new code is older than the release",
      ['"d": { "since": "2.0.0"', '"d": { "since": "1.0.0"'],
      "codes d",
    ],
    [
      "a code is retired in a version that this is not",
      ['"retired": "2.0.0"', '"retired": "1.0.0"'],
      "retired b",
    ],
    [
      "a code is retired with another `since`",
      ['{ "since": "1.0.0", "retired"', '{ "since": "2.0.0", "retired"'],
      "retired b",
    ],
    ["the version does not cover it", [/"version": "2.0.0"/, '"version": "1.1.0"'], "version"],
    ["the version is lower", [/"version": "2.0.0"/, '"version": "0.1.0"'], "version"],
    [
      "a code that is not in the spec is put in",
      ['"a": {', '"aa": { "since": "2.0.0" },\n    "a": {'],
      "codes aa",
    ],
    [
      "a code says that it came back",
      ['"a": { "since": "1.0.0"', '"a": { "since": "1.0.0", "reintroduced": "2.0.0"'],
      "codes a",
    ],
    [
      "a code is deprecated that the spec does not deprecate",
      ['"a": { "since": "1.0.0"', '"a": { "since": "1.0.0", "deprecated": "2.0.0"'],
      "codes a",
    ],
    [
      "a sunset is put in",
      ['"a": { "since": "1.0.0"', '"a": { "since": "1.0.0", "deprecated": "1.0.0", "sunset": "2020-01-01"'],
      "codes a",
    ],
    ["a field of the body is dropped", [/,\n *"error":.*/, ""], "body"],
    ["the catalog is opened", ['"open": "closed"', '"open": "open"'], "open"],
    [
      "a full version is claimed to be a prerelease's",
      ['"version": "2.0.0",', '"version": "2.0.0",\n  "stable": "1.0.0",'],
      "stable",
    ],
    [
      "a finding is made known",
      [/\n}\n$/, ',\n  "known": { "error-response-required": ["GET /x 404"] }\n}\n'],
      "known error-response-required GET /x 404",
    ],
    ["the error schemas are others", ['"schemas": ["Error"]', '"schemas": ["Decoy"]'], "errors"],
    ["the place of the codes is another", ['"code": "code"', '"code": "reason"'], "codes a"],
    ["the link is weaker", ['"linked": "responses"', '"linked": "name"'], "errors"],
    [
      "a correction of no release is put in",
      [/\n}\n$/, ',\n  "corrected": [{ "version": "1.0.0", "kind": "code-removed", "reason": "x" }]\n}\n'],
      "corrected",
    ],
  ] as const)("when %s", (_, edit, at) => {
    const one: readonly [string | RegExp, string] = edit;
    expect(messages(first, edited(second, one), contract2)).toContain(at);
  });

  test("when a tombstone is edited or dropped, or its code is back without it", () => {
    const contract3 = contractOf("3.0.0", ["a", "c", "d"]);
    const third = released(second, contract3);
    expect(messages(second, third, contract3)).toEqual([]);
    expect(messages(second, edited(third, ['"reason": "agreed"', '"reason": "other"']), contract3)).toEqual([
      "retired b",
    ]);
    expect(messages(second, edited(third, [/,\n *"retired": \{\n.*\n *\}/, ""]), contract3)).toEqual([
      "retired b",
    ]);
    const backContract = contractOf("3.0.0", ["a", "b", "c", "d"]);
    const back = released(second, backContract, {
      accept: [accept({ kind: "code-reintroduced", code: "b" })],
    });
    expect(messages(second, back, backContract)).toEqual([]);
    expect(messages(second, edited(back, [/, "reintroduced".*\] \}/, " }"]), backContract)).toContain(
      "codes b",
    );
    expect(messages(second, edited(back, ['"reason": "agreed"', '"reason": "x"']), backContract)).toContain(
      "codes b",
    );
  });

  test("when a correction is claimed that the policy forbids", () => {
    const contract = contractOf("1.0.1", ["a", "c"]);
    const next = released(first, contract, { accept: [accept({ code: "b", correction: true })] });
    expect(messages(first, next, contract)).toEqual([]);
    const strict = { ...context, policy: { ...policy, corrections: "forbid" as const } };
    expect(checkStep(first, next, contract, strict).map(({ at }) => at)).toEqual(["version"]);
  });

  test("but not when known findings are gone", () => {
    const known: Baseline = { ...first, known: { r: ["x", "y"] } };
    expect(messages(known, { ...first, known: { r: ["y"] } })).toEqual([]);
    expect(messages(known, first)).toEqual([]);
    expect(messages(first, known)).toEqual(["known r x", "known r y"]);
  });

  test("when a revert of a release takes the version back", () => {
    expect(messages(second, first)).toContain("version");
  });
});

interface Life {
  readonly scheme: VersionScheme;
  readonly steps: readonly { baseline: Baseline; contract: Contract }[];
}

const names = ["alpha", "beta", "gamma", "delta", "epsilon", "__proto__"];
// Statuses are always said: a list that is given up and taken up again has been compared with nothing in between.
const codeSaid: fc.Arbitrary<Partial<Code>> = fc.record({
  deprecated: fc.boolean(),
  sunset: fc.constantFrom(null, "2026-01-01", "2027-01-01"),
  statuses: fc.constantFrom<readonly string[]>(["404"], ["404", "409"]),
  replacedBy: fc.constantFrom(null, "alpha", "zeta"),
});
const codes = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...names), codeSaid), { minLength: 1, selector: ([name]) => name })
  .map(
    (entries): Record<string, Partial<Code>> =>
      Object.assign(Object.create(null), Object.fromEntries(entries)),
  );
const anyLife: fc.Arbitrary<Life> = fc
  .tuple(
    fc.constantFrom<readonly [string, VersionScheme]>(
      ["1.0.0", "semver"],
      ["0.4.0", "semver"],
      ["1.0.0-rc.1", "semver"],
      ["2026-03-01", "date"],
      ["v3", "integer"],
      ["wip", "none"],
    ),
    fc.array(
      fc.record({
        codes,
        open: fc.constantFrom("closed" as const, "open" as const),
        correction: fc.boolean(),
        prerelease: fc.boolean(),
        field: fc.boolean(),
      }),
      { minLength: 2, maxLength: 5 },
    ),
  )
  .map(([[start, scheme], plans]) => {
    const steps: { baseline: Baseline; contract: Contract }[] = [];
    for (const [index, plan] of plans.entries()) {
      const body = plan.field ? { body: { extra: { type: ["string"], required: true } } } : {};
      const contractAt = (version: string) => contractOf(version, plan.codes, { open: plan.open, ...body });
      const last = steps.at(-1);
      if (last === undefined) {
        const contract = contractAt(start);
        steps.push({ contract, baseline: init(contract) });
        continue;
      }
      const next = step(last.baseline, contractAt, `r${index}`, scheme, plan);
      if (next !== null) steps.push(next);
    }
    return { scheme, steps };
  });

/** Accepts whatever a change needs, and declares what is required: the step that any team could take. */
function step(
  baseline: Baseline,
  contractAt: (version: string) => Contract,
  name: string,
  scheme: VersionScheme,
  { correction, prerelease }: { correction: boolean; prerelease: boolean },
): { baseline: Baseline; contract: Contract } | null {
  const same = contractAt(baseline.version);
  const acceptances = check(baseline, same).changes.flatMap((change) => {
    if (change.level !== "error" || change.lawful !== null) return [];
    const at = change.field ?? null;
    return [accept({ kind: change.kind, code: change.code, at, catalog: change.catalog, correction })];
  });
  const { version } = check(baseline, same, { accept: acceptances });
  const lowest = suggestedVersion(baseline, version.requiredBump, scheme, context.now);
  if (lowest === null && scheme !== "none") return null;
  const isFull = lowest !== null && !lowest.includes("-");
  const declared = scheme === "semver" && prerelease && isFull ? `${lowest}-beta.1` : (lowest ?? "wip");
  const contract = contractAt(scheme === "none" ? "wip" : declared);
  const result = release({
    baseline,
    contract,
    verdict: check(baseline, contract, { accept: acceptances }),
    acceptances,
    policy,
    now: context.now,
    as: scheme === "none" && version.requiredBump !== "none" ? name : null,
  });
  if (result.state === "refused") throw new Error(`${result.code}: ${result.message}`);
  return result.state === "released" ? { contract, baseline: result.baseline } : null;
}

describe("whatever releases a spec goes through", () => {
  test("each is lawful, and so are several at once", () => {
    fc.assert(
      fc.property(anyLife, ({ steps }) => {
        for (const [index, { baseline }] of steps.entries()) {
          for (const later of steps.slice(index)) {
            expect(checkStep(baseline, later.baseline, later.contract, context)).toEqual([]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("each gives a file that reads back the same, and released again changes nothing", () => {
    fc.assert(
      fc.property(anyLife, ({ steps }) => {
        for (const { baseline, contract } of steps) {
          expect(parseBaseline(formatBaseline(baseline), "b.json")).toEqual(baseline);
          const verdict = check(baseline, contract);
          const again = release({
            baseline,
            contract,
            verdict,
            acceptances: [],
            policy,
            now: context.now,
            as: null,
          });
          expect(again.state).toBe("unchanged");
          expect(again).toMatchObject({ baseline: { version: baseline.version } });
        }
      }),
    );
  });

  test("no code that was ever released is forgotten", () => {
    fc.assert(
      fc.property(anyLife, ({ steps }) => {
        const last = steps.at(-1)?.baseline.main;
        for (const { baseline } of steps) {
          for (const code of [...Object.keys(baseline.main.codes), ...Object.keys(baseline.main.retired)]) {
            expect(last !== undefined && (code in last.codes || code in last.retired)).toBe(true);
          }
        }
      }),
    );
  });

  test("any single line that is edited in a release, or without one, is caught", () => {
    fc.assert(
      fc.property(anyLife, fc.nat(), fc.nat(), ({ steps }, which, how) => {
        const index = which % steps.length;
        const [before, after] = [steps[Math.max(0, index - 1)], steps[index]];
        if (before === undefined || after === undefined) return;
        const mutated = mutate(after.baseline, before.baseline.version, which, how);
        fc.pre(mutated !== null && formatBaseline(mutated) !== formatBaseline(after.baseline));
        if (mutated === null) return;
        const found = checkStep(before.baseline, mutated, after.contract, context);
        expect(found.length, formatBaseline(mutated)).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });
});

/** One edit that no release makes. Null where the baseline has nothing of the kind. */
function mutate(baseline: Baseline, version: string, which: number, how: number): Baseline | null {
  const { codes, retired } = baseline.main;
  const code = Object.keys(codes)[which % Math.max(1, Object.keys(codes).length)];
  const gone = Object.keys(retired)[which % Math.max(1, Object.keys(retired).length)];
  const entry = code === undefined ? undefined : codes[code];
  const tombstone = gone === undefined ? undefined : retired[gone];
  const copy = <Value>(record: Readonly<Record<string, Value>>, drop?: string): Record<string, Value> => {
    const result: Record<string, Value> = Object.assign(Object.create(null), record);
    if (drop !== undefined) delete result[drop];
    return result;
  };
  const withCodes = (main: Partial<Baseline["main"]>) => ({
    ...baseline,
    main: { ...baseline.main, ...main },
  });
  switch (how % 9) {
    case 0:
      return code === undefined ? null : withCodes({ codes: copy(codes, code) });
    case 1:
      if (code === undefined || entry === undefined) return null;
      return withCodes({
        codes: Object.assign(copy(codes), { [code]: { ...entry, since: otherThan(entry.since, version) } }),
      });
    case 2:
      return gone === undefined ? null : withCodes({ retired: copy(retired, gone) });
    case 3:
      if (gone === undefined || tombstone === undefined) return null;
      return withCodes({
        retired: Object.assign(copy(retired), {
          [gone]: { ...tombstone, since: otherThan(tombstone.since, version) },
        }),
      });
    case 4:
      return withCodes({ open: baseline.main.open === "open" ? "closed" : "open" });
    case 5:
      return { ...baseline, body: {} };
    case 6:
      return { ...baseline, known: { rule: ["GET /x 404"] } };
    case 7:
      return withCodes({ codes: Object.assign(copy(codes), { never_there: { since: baseline.version } }) });
    default:
      if (code === undefined || entry === undefined) return null;
      return withCodes({ codes: Object.assign(copy(codes), { [code]: { ...entry, statuses: ["599"] } }) });
  }
}

/** A version that is not right: the one before, or one that never was. */
function otherThan(since: string, version: string): string {
  return since === version ? "0.0.1" : version;
}
