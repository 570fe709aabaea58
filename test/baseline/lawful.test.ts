import { describe, expect, test } from "vitest";
import { formatBaseline, parseBaseline } from "../../src/baseline/format.js";
import { checkStep } from "../../src/baseline/lawful.js";
import type { Baseline } from "../../src/contract/baseline.js";
import type { Contract } from "../../src/contract/contract.js";
import { accept, catalogOf, contractOf, init, policy, released } from "./contracts.js";

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

  test("when a field that had a part in a catalog gets a list of its own, and a code is neither there nor retired", () => {
    const body = { ...first.body, "errors[].code": { type: ["string"], required: false } };
    const whole = init(contractOf("1.0.0", ["a", "b", "c"], { body }));
    const own = (version: string, ...codes: readonly string[]) =>
      contractOf(version, ["a", "b", "c"], {
        body,
        catalogs: [catalogOf("code", ["a", "b", "c"]), catalogOf("errors[].code", codes)],
      });
    const next = released(whole, own("2.0.0", "a", "c"), { accept: [accept({ code: "b" })] });
    expect(next.catalogs["errors[].code"]).toMatchObject({
      codes: { a: { since: "1.0.0" }, c: { since: "1.0.0" } },
      retired: { b: { since: "1.0.0", retired: "2.0.0", reason: "agreed" } },
    });
    expect(messages(whole, next, own("2.0.0", "a", "c"))).toEqual([]);
    const without = edited(next, [/,\s*"retired": \{\s*"b":.*\s*\}/, ""]);
    expect(messages(whole, without, own("2.0.0", "a", "c"))).toEqual(["catalogs errors[].code codes b"]);
    const later = own("3.0.0", "c", "x", "y", "z", "v");
    const grown = released(next, later, { accept: [accept({ code: "a" })] });
    expect(messages(whole, grown, later)).toEqual([]);
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
