import { expect, test } from "vitest";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import { load, MemorySource, problemOf } from "./memory.js";

const rows = (count: number, row: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => row(i)).join("\n");

test.each([
  ["brackets in JSON", "spec.json", "[".repeat(1_000_000)],
  ["closed brackets in JSON", "spec.json", `{"a": ${"[".repeat(10_000)}${"]".repeat(10_000)}}`],
  ["objects in JSON", "spec.json", '{"a":'.repeat(10_000)],
  ["brackets in YAML", "spec.yaml", "[".repeat(1_000_000)],
  ["braces in YAML", "spec.yaml", "{a: ".repeat(10_000)],
  ["nested mappings in YAML", "spec.yaml", rows(2_000, (i) => `${" ".repeat(i)}a:`)],
  ["nested lists in YAML", "spec.yaml", `a: ${"- ".repeat(10_000)}x`],
  ["compact lists in YAML", "spec.yaml", `a:\n  ${"- ".repeat(10_000)}x`],
  [
    "a chain of aliases",
    "spec.yaml",
    `a0: &a0 {}\n${rows(2_000, (i) => `a${i + 1}: &a${i + 1} {x: *a${i}}`)}`,
  ],
])("a depth bomb of %s is refused", async (_, file, text) => {
  expect(await problemOf(load(text, file))).toMatch(/^(too-deep|yaml-syntax)/);
});

test("a depth beyond what the machine can follow is a problem even when the limit allows it", async () => {
  const text = `{"a": ${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
  expect(await problemOf(load(text, "spec.json", { depth: 1_000_000 }))).toMatch(/^too-deep/);
  expect(await problemOf(load(text.replace(/"/g, ""), "spec.yaml", { depth: 1_000_000 }))).toMatch(
    /^too-deep/,
  );
});

test("aliases that multiply are refused, though they are small in memory", async () => {
  const text = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${rows(12, (i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`)}]`)}`;
  expect(await problemOf(load(text))).toMatch(/^too-many-(nodes|aliases)/);
});

test("merge keys that multiply are refused", async () => {
  const keys = rows(2_000, (i) => `  k${i}: 1`);
  const text = `x: &x\n${keys}\n${rows(1_000, (i) => `m${i}:\n  <<: *x`)}`;
  expect(await problemOf(load(text))).toMatch(/^too-many-aliases/);
});

test("an alias inside of its own anchor is refused", async () => {
  expect(await problemOf(load("a: &a\n  b: *a\n"))).toMatch(/^alias-cycle/);
  expect(await problemOf(load("a: &a [[*a]]\n"))).toMatch(/^alias-cycle/);
});

test("a mapping that merges itself is harmless", async () => {
  const spec = await load("a: &a\n  <<: *a\n  b: 1\n");
  expect(spec.root.data).toEqual({ a: { b: 1 } });
  expect(spec.locate({ file: "spec.yaml", pointer: "#/a/c" })).toMatchObject({ line: 2 });
});

test("many aliases of a small value are fine, as real specs have them", async () => {
  const text = `x: &x {a: 1}\n${rows(5_000, (i) => `m${i}: {<<: *x, y: *x}`)}`;
  expect((await load(text)).root.data).toHaveProperty("m4999.a", 1);
});

test.each([
  ["bytes", { bytes: 1_000 }, `a: ${"x".repeat(1_000)}`, "too-large"],
  ["nodes", { nodes: 100 }, `a: [${Array(200).fill(1)}]`, "too-many-nodes"],
  ["anchors", { aliases: 10 }, rows(20, (i) => `a${i}: &a${i} 1`), "too-many-aliases"],
  ["aliases", { aliases: 10 }, `a: &a {}\nb: [${Array(20).fill("*a")}]`, "too-many-aliases"],
  ["references", { refs: 10 }, rows(20, (i) => `a${i}: {$ref: "#/x${i}"}`), "too-many-refs"],
  ["files", { files: 10 }, rows(20, (i) => `a${i}: {$ref: "x${i}.yaml"}`), "too-many-files"],
])("the limit of %s holds", async (_, limits, text, code) => {
  expect(await problemOf(load(text, "spec.yaml", limits))).toMatch(new RegExp(`^${code} `));
});

test("of very many empty documents the second that is not is found at once", async () => {
  const start = process.cpuUsage().user;
  expect(await problemOf(load(`${"---\n".repeat(50_000)}a: 1\n---\nb: 1\n`))).toMatch(/^yaml-documents/);
  expect((process.cpuUsage().user - start) / 1e6).toBeLessThan(5);
});

test("the limit of time holds between files", async () => {
  let time = 0;
  const source = Object.assign(new MemorySource({ "a.yaml": "a: 1" }), { now: () => (time += 40_000) });
  expect(await problemOf(loadSpec(source, "a.yaml", defaultLimits))).toMatch(/^(no problem|too-slow)/);
  expect(await problemOf(loadSpec(source, "a.yaml", { ...defaultLimits, time: 1_000 }))).toMatch(/^too-slow/);
});

test("the limit of bytes counts all files together", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 5 }, (_, i) => [`f${i}.yaml`, `x: ${"y".repeat(300)}`]),
  );
  const text = rows(5, (i) => `a${i}: {$ref: f${i}.yaml}`);
  const source = new MemorySource({ "spec.yaml": text, ...files });
  expect(await problemOf(loadSpec(source, "spec.yaml", { ...defaultLimits, bytes: 1_000 }))).toMatch(
    /^too-large/,
  );
});

test.each([
  [
    "JSON",
    "spec.json",
    '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "b": {"toString": 1}}',
  ],
  [
    "YAML",
    "spec.yaml",
    "__proto__: {polluted: 1}\nconstructor: {prototype: {polluted: 1}}\nb: {toString: 1}\n",
  ],
  ["merge keys", "spec.yaml", "x: &x {__proto__: {polluted: 1}}\nb:\n  <<: *x\n"],
])("keys like __proto__ change no prototype in %s", async (_, file, text) => {
  const { data } = (await load(text, file)).root;
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  expect(Object.getPrototypeOf((data as { b: object }).b)).toBe(Object.prototype);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test("references do not reach inherited properties", async () => {
  const spec = await load("a: 1\n");
  for (const ref of ["#/constructor", "#/__proto__", "#/a/length", "#/toString/name"]) {
    expect(spec.follow(ref, "spec.yaml")).toMatchObject({ code: "ref-missing" });
  }
});
