import { expect, test } from "vitest";
import { parseIgnore } from "../../src/host/ignore.js";

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
