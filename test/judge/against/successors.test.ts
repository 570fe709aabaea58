import { expect, test } from "vitest";
import { parseBaseline } from "../../../src/baseline/format.js";
import { succeed } from "../../../src/judge/against/successors.js";

const baseline = (code: string) =>
  parseBaseline(
    JSON.stringify({
      format: 1,
      version: "1.0.0",
      errors: { schemas: ["Error"], code: "code", linked: "responses" },
      open: "closed",
      body: { code: { type: ["string"], required: true } },
      codes: { [code]: { since: "1.0.0" } },
    }),
    "baselines/a.json",
  );

const files = (entries: Readonly<Record<string, string>>) =>
  new Map(Object.entries(entries).map(([name, code]) => [`baselines/${name}.json`, baseline(code)]));

/** In these tests a step is lawful when the codes are the same. */
function told(base: Readonly<Record<string, string>>, branch: Readonly<Record<string, string>>): string[] {
  const steps = succeed(files(base), files(branch), (before, after, at) =>
    Object.keys(before.main.codes).join() === Object.keys(after.main.codes).join()
      ? []
      : [{ rule: "baseline-edited", level: "error", at, message: "", cause: null, location: null }],
  );
  return steps.map(({ path, successor, findings }) => {
    const name = (file: string | null) => file?.replace(/baselines\/|\.json/g, "") ?? "nothing";
    return [
      `${name(path)} to ${name(successor)}`,
      ...findings.map(({ rule, at }) => `${rule} ${name(at)}`),
    ].join(": ");
  });
}

test("a baseline at the same path is the successor, lawful or not", () => {
  expect(told({ b: "x", a: "x" }, { a: "x", b: "y" })).toEqual(["a to a", "b to b: baseline-edited b"]);
});

test("a baseline that moved is found by being lawful", () => {
  expect(told({ old: "x" }, { decoy: "y", new: "x" })).toEqual(["old to new"]);
});

test("a baseline that moved and was edited has no successor", () => {
  expect(told({ old: "x" }, { new: "y" })).toEqual(["old to nothing: baseline-removed old"]);
});

test("one baseline succeeds only one other, and none that has a successor at its own path", () => {
  expect(told({ a: "x", b: "x" }, { c: "x" })).toEqual(["a to c", "b to nothing: baseline-removed b"]);
  expect(told({ a: "x", b: "x" }, { b: "x" })).toEqual(["a to nothing: baseline-removed a", "b to b"]);
});

test("a baseline that only the branch has succeeds none", () => {
  expect(told({}, { a: "x" })).toEqual([]);
});

test("the first by path of several that could be it is the successor", () => {
  expect(told({ b: "x", a: "x", c: "x" }, { z: "x", y: "x", x: "x", w: "y" })).toEqual([
    "a to x",
    "b to y",
    "c to z",
  ]);
});

test("a baseline without a successor is an error that names its file", () => {
  const [{ findings } = { findings: [] }] = succeed(files({ old: "x" }), files({}), () => []);
  expect(findings).toEqual([
    {
      rule: "baseline-removed",
      level: "error",
      at: "baselines/old.json",
      message: "`baselines/old.json` is a baseline at the base and has no lawful successor on this branch.",
      cause: null,
      location: null,
    },
  ]);
});
