import { expect, test } from "vitest";
import { compileFinder } from "../../src/scan/pattern.js";
import fc, { runs } from "../support/fast-check.js";

const find = (pattern: string, text: string) => compileFinder(pattern)(text).map(({ text: each }) => each);

test("the first group is the code, and without one the whole match", () => {
  expect(find("fail\\((\\w+)\\)", "fail(a_b) fail(c)\nfail(d)")).toEqual(["a_b", "c", "d"]);
  expect(find("E_\\w+", "E_A, E_B")).toEqual(["E_A", "E_B"]);
  expect(find("^(\\w+)\\s*=>", "a => b\n  c => d")).toEqual(["a"]);
});

test("places are those in the text", () => {
  expect(compileFinder("code=(\\w+)")("x\ncode=ab")).toEqual([
    { text: "ab", start: 7, end: 9, slots: [{ kind: "pattern", key: "" }] },
  ]);
});

test.each(["(a+)+$", "(a|a)*b", "(a*)*b", "a*a*a*a*a*c", "(.*)*x"])("%s cannot run forever", (pattern) => {
  const started = performance.now();
  compileFinder(pattern)("a".repeat(1500));
  expect(performance.now() - started).toBeLessThan(2000);
});

test.each(["(?:(?:(?:){9999}){9999}){9999}x", "a{0}{9999}{9999}{9999}"])(
  "%s, which repeats nothing without end, is refused",
  (pattern) => {
    expect(() => compileFinder(pattern)).toThrow("it repeats too much");
  },
);

test("what it costs is told line by line, and nothing where no match may begin", () => {
  const told: number[] = [];
  const spend = (steps: number) => told.push(steps);
  compileFinder("(a?){100}b", spend)(`${"a".repeat(100)}\n${"x".repeat(100)}`);
  expect(told[0]).toBeGreaterThan(10_000);
  expect(told[1]).toBe(0);
});

test("what no match follows is looked through once, not once for each match", () => {
  const line = "a".repeat(1990);
  const started = performance.now();
  expect(find("a.*b|a", `${line}\n${line}`)).toHaveLength(3980);
  expect(find("a.*b|a", "aab aa")).toEqual(["aab", "a", "a"]);
  expect(performance.now() - started).toBeLessThan(2000);
});

test.each(["(a)\\1", "(?=a)b", "(?<!a)b", "(?<name>a)", "(a{1,1000}){1,1000}", "(", "a**b)"])(
  "%s is refused",
  (pattern) => {
    expect(() => compileFinder(pattern)).toThrow(SyntaxError);
  },
);

test("finds what the engine of JavaScript finds", () => {
  const patterns = [
    "(a|ab)(c|bcd)?",
    "a*?(b+)",
    "x(a{1,2}?)b?",
    "(?:a|b)+?(c)",
    "b$",
    "^a|b",
    "[ab]+(c?)",
    "(a+)|b",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...patterns),
      fc.string({ unit: fc.constantFrom("a", "b", "c", "d", "x") }),
      (pattern, text) => {
        const expected = [...text.matchAll(new RegExp(pattern, "gu"))].map(
          (match) =>
            match[1] ??
            (pattern.replace(/\(\?:/g, "").includes("(") && match.length > 1 && match[1] === ""
              ? ""
              : match[0]),
        );
        expect(find(pattern, text)).toEqual(expected.filter((each) => each !== ""));
      },
    ),
    { numRuns: runs(300) },
  );
});
