import { expect, test } from "vitest";
import { parseIgnore } from "../../src/host/ignore.js";
import fc, { runs } from "../support/fast-check.js";

const ignores = (rule: string, path: string) => parseIgnore(rule)(path, false) === true;

test.each([
  ["*.gen.*", "src/a.gen.ts", true],
  ["*a*b*", "src/xxaxxbxx", true],
  ["*a*b*", "src/xxbxxaxx", false],
  ["src/*/b?.ts", "src/a/b1.ts", true],
  ["src/*/b?.ts", "src/a/c/b1.ts", false],
  ["**/a/**/b", "x/a/y/a/z/b", true],
  ["**/a/**/b", "x/b/a", false],
  ["a/**/b/**/c", "a/b/x/b/c", true],
  ["a/**", "a/b/c", true],
  ["a/**", "a", false],
  ["[!a]*b*", "xab", true],
  ["[!a]*b*", "aab", false],
  ["b.ts", "src/b.ts", true],
  ["b.ts", "src/ab.ts", false],
  ["/b.ts", "src/b.ts", false],
  ["/b.ts", "b.ts", true],
  ["src/b.ts", "src/b.ts", true],
  ["src/b.ts", "x/src/b.ts", false],
  ["*.ts", "src/.ts", true],
  ["*.ts", "src/a.tsx", false],
  ["*.ts\n!b.ts", "src/b.ts", false],
  ["!b.ts\n*.ts", "src/b.ts", true],
  ["*\n!*.ts", "b.ts", false],
  ["b.ts\nb.ts/", "b.ts", true],
  ["b.ts/", "b.ts", false],
])("%s on %s: %s", (rule, path, expected) => {
  expect(ignores(rule, path)).toBe(expected);
});

test.each([
  ["*a*a*a*a*a*b", "a".repeat(250)],
  ["**/a/**/a/**/a/**/a/**/a/**/b", `${"a/".repeat(2000)}a`],
])("%s cannot run forever", (rule, path) => {
  const started = performance.now();
  expect(ignores(rule, path)).toBe(false);
  expect(performance.now() - started).toBeLessThan(1000);
});

test("of many rules the last that matches decides", () => {
  const rule = fc.constantFrom(
    "a",
    "b/",
    "*b",
    "a/b",
    "/a",
    "?",
    "*",
    "a*",
    "**/b",
    "[ab]b",
    "!a",
    "!*b",
    "!a/b",
    "!b*",
    "!?b/",
  );
  const path = fc.constantFrom("a", "b", "ab", "a/b", "b/a", "a/ab", "b/b/b", "c");
  fc.assert(
    fc.property(fc.array(rule, { maxLength: 8 }), path, fc.boolean(), (rules, at, isFolder) => {
      const said = rules.map((each) => parseIgnore(each)(at, isFolder)).filter((each) => each !== null);
      expect(parseIgnore(rules.join("\n"))(at, isFolder)).toBe(said.at(-1) ?? null);
    }),
    { numRuns: runs(500) },
  );
});

test("what can be looked up is not compared", () => {
  let spent = 0;
  const rules = Array.from({ length: 1000 }, (_, at) => `name${at}\n*.end${at}\n/path/${at}\nx?${at}`);
  parseIgnore(rules.join("\n"), (comparisons) => {
    spent += comparisons;
  })("src/a.ts", false);
  expect(spent).toBeLessThan(100_000);
});
