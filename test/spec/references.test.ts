import { expect, test } from "vitest";
import { Problem } from "../../src/contract/problem.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import { appendToken, formatPointer, parsePointer } from "../../src/spec/pointer.js";
import { describe, load, loadFiles, MemorySource, problemOf } from "./memory.js";

test("a reference in the same file is followed", async () => {
  const spec = await load("a: {b/c: {d~e: {f%g: [x, 1]}}}\n");
  for (const ref of ["#/a/b~1c/d~0e/f%25g/1", "#/a/b~1c/d~0e/f%g/1", "#/%61/b%7E1c/d~0e/f%25g/1"]) {
    expect(spec.follow(ref, "spec.yaml")).toEqual({
      value: 1,
      site: { file: "spec.yaml", pointer: "#/a/b~1c/d~0e/f%25g/1" },
    });
  }
  expect(spec.follow("#", "spec.yaml")).toMatchObject({ value: spec.root.data, site: { pointer: "#" } });
});

test("references lead through several files, relative to the file they stand in", async () => {
  const spec = await loadFiles({
    "api/spec.yaml": "a: {$ref: 'schemas/one.yaml#/x'}\nb: {$ref: './schemas/../codes.json'}\n",
    "api/schemas/one.yaml": "x: {$ref: '../../shared/two%20words.yaml#/y'}\n",
    "shared/two words.yaml": "y: {z: {$ref: '/../../etc/passwd'}}\n",
    "api/codes.json": '["A", "B"]',
  });
  expect([...spec.documents.keys()].sort()).toEqual([
    "api/codes.json",
    "api/schemas/one.yaml",
    "api/spec.yaml",
    "shared/two words.yaml",
  ]);
  expect(spec.follow("../../shared/two%20words.yaml#/y/z", "api/schemas/one.yaml")).toMatchObject({
    site: { file: "shared/two words.yaml", pointer: "#/y/z" },
  });
  expect(spec.follow("./schemas/../codes.json", "api/spec.yaml")).toEqual({
    value: ["A", "B"],
    site: { file: "api/codes.json", pointer: "#" },
  });
});

test("space around a reference is no part of it", async () => {
  const spec = await loadFiles({
    "a.yaml": "x:\n  $ref: 'b.yaml\n'\ny: {$ref: ' #/x '}\n",
    "b.yaml": "code: gone\n",
  });
  expect(spec.follow("b.yaml ", "a.yaml")).toMatchObject({ value: { code: "gone" } });
  expect(spec.follow(" #/x ", "a.yaml")).toMatchObject({ site: { file: "a.yaml", pointer: "#/x" } });
  expect(spec.follow(" ../secret.yaml ", "a.yaml")).toMatchObject({ code: "ref-outside" });
});

test("references that name each other end", async () => {
  const spec = await loadFiles({
    "a.yaml": "x: {$ref: 'b.yaml#/x'}\ny: {$ref: '#/y'}\nz: {$ref: '#/z/deeper'}",
    "b.yaml": "x: {$ref: 'a.yaml#/x'}",
  });
  expect(spec.follow("b.yaml#/x", "a.yaml")).toMatchObject({ site: { file: "b.yaml", pointer: "#/x" } });
  expect(spec.follow("#/y", "a.yaml")).toMatchObject({ value: { $ref: "#/y" } });
  expect(spec.follow("#/z/deeper", "a.yaml")).toMatchObject({ code: "ref-missing" });
});

test("a pointer may lead through a reference on its way", async () => {
  const spec = await loadFiles({
    "a.yaml": "x: {$ref: 'b.yaml'}\n",
    "b.yaml": "y: {$ref: 'c.yaml#/deep'}\n",
    "c.yaml": "deep: {z: 1}\n",
  });
  expect(spec.follow("#/x/y/z", "a.yaml")).toEqual({
    value: 1,
    site: { file: "c.yaml", pointer: "#/deep/z" },
  });
});

test("a target that is missing is a problem that names the reference and where it stands", async () => {
  const spec = await loadFiles({
    "a.yaml": "x:\n  $ref: '#/nowhere'\ny:\n  $ref: gone.yaml#/z\nz:\n  $ref: b.yaml#/w/v\n",
    "b.yaml": "w: {u: 1}\n",
  });
  expect(describe(spec.follow("#/nowhere", "a.yaml"))).toBe(
    "ref-missing 2:9 `$ref: #/nowhere` in a.yaml:2 cannot be followed: a.yaml# has no `nowhere`",
  );
  expect(describe(spec.follow("gone.yaml#/z", "a.yaml"))).toContain(
    "in a.yaml:4 cannot be followed: there is no gone.yaml",
  );
  expect(describe(spec.follow("b.yaml#/w/v", "a.yaml"))).toContain("b.yaml#/w has no `v`");
});

test("what is no usable file is a problem only for who follows it", async () => {
  const spec = await loadFiles({
    "a.yaml": "example: {$ref: notes.md}\nproperties: {$ref: {type: string}}\nlist: {$ref: [1]}\n",
    "notes.md": "a: b: c\n",
  });
  expect(describe(spec.follow("notes.md", "a.yaml"))).toMatch(
    /^yaml-syntax 1:5 `\$ref: notes.md` in a.yaml:1 cannot/,
  );
});

test.each([
  "../secret.yaml",
  "x/../../secret.yaml",
  "%2e%2e/secret.yaml",
  "..%2fsecret.yaml",
  "..\\secret.yaml",
  "..%5Csecret.yaml",
  "/etc/passwd",
  "//host/secret.yaml",
  "file:///etc/passwd",
  "FILE:secret.yaml",
  "C:\\secret.yaml",
  "c:/secret.yaml",
  "http://localhost/secret.yaml",
  "HTTPS://localhost/secret.yaml",
  "data:text/plain,x",
  "a%00b",
  "./",
])("%s is never read, and following it is a problem", async (ref) => {
  const source = new MemorySource({
    "spec.yaml": JSON.stringify({ a: { $ref: ref } }),
    "secret.yaml": "a: 1",
  });
  const spec = await loadSpec(source, "spec.yaml", defaultLimits);
  expect(source.reads).toEqual(["spec.yaml"]);
  const end = spec.follow(ref, "spec.yaml");
  expect(end).toBeInstanceOf(Problem);
  expect(end).toHaveProperty("message", expect.stringContaining(ref));
  expect(end).toHaveProperty("location.line", 1);
});

test("a wave of files is read at once", async () => {
  const waves: string[][] = [];
  const source = new MemorySource({
    "a.yaml": "x: {$ref: b.yaml}\ny: {$ref: 'c.yaml#/q'}\nz: {$ref: 'c.yaml'}",
    "b.yaml": "x: {$ref: d.yaml}",
    "c.yaml": "q: {$ref: a.yaml}",
    "d.yaml": "1",
  });
  const read = source.read.bind(source);
  source.read = (paths) => {
    waves.push([...paths]);
    return read(paths);
  };
  await loadSpec(source, "a.yaml", defaultLimits);
  expect(waves).toEqual([["a.yaml"], ["b.yaml", "c.yaml"], ["d.yaml"]]);
});

test("mapping values of a discriminator are loaded when they are files, and are no problem when they are names", async () => {
  const spec = await loadFiles({
    "a.yaml": "discriminator: {propertyName: x, mapping: {cat: cat.yaml, dog: Dog, cow: '#/Cow'}}\n",
    "cat.yaml": "enum: [a]\n",
  });
  expect([...spec.documents.keys()]).toEqual(["a.yaml", "cat.yaml"]);
});

const bundled = `
$id: https://example.com/root.json
$defs:
  codes: {$id: codes.json, $anchor: list, enum: [A], $defs: {x: {const: inner}}}
  other: {$dynamicAnchor: other, const: o}
x: {const: outer}
`;

test.each([
  ["codes.json", "#/$defs/codes"],
  ["https://example.com/codes.json#/enum", "#/$defs/codes/enum"],
  ["codes.json#list", "#/$defs/codes"],
  ["#other", "#/$defs/other"],
  ["root.json#/x", "#/x"],
  ["#/x", "#/x"],
])("%s finds its target by $id and $anchor", async (ref, pointer) => {
  const spec = await load(bundled);
  expect(describe(spec.follow(ref, "spec.yaml"))).toBe(`spec.yaml${pointer}`);
});

test("a pointer inside of a schema with an $id counts from that schema, where the place is known", async () => {
  const spec = await load(bundled);
  expect(spec.follow("#/$defs/x", "spec.yaml", "#/$defs/codes/$defs")).toMatchObject({
    value: { const: "inner" },
  });
  expect(spec.follow("#/$defs/x", "spec.yaml")).toMatchObject({ value: { const: "inner" } });
});

test("an $id on the network does not hide the file of that name beside the spec", async () => {
  const spec = await loadFiles({
    "schemas/a.json": '{"$id": "https://example.com/schemas/a.json", "x": {"$ref": "b.json#/enum"}}',
    "schemas/b.json": '{"$id": "https://example.com/schemas/b.json", "enum": [1]}',
  });
  expect(spec.follow("b.json#/enum", "schemas/a.json")).toMatchObject({ site: { file: "schemas/b.json" } });
  expect(spec.follow("https://example.com/schemas/b.json#/enum", "schemas/a.json")).toMatchObject({
    value: [1],
  });
  expect(spec.follow("https://example.com/c.json", "schemas/a.json")).toMatchObject({ code: "ref-remote" });
});

test("following is remembered", async () => {
  const spec = await load("a: {$ref: '#/b'}\nb: {}\n");
  expect(spec.follow("#/b", "spec.yaml")).toBe(spec.follow("#/b", "spec.yaml"));
});

test("a document that is a list or a scalar may be referred to, though it can be no spec", async () => {
  const spec = await loadFiles({ "a.yaml": "x: {$ref: b.yaml}\n", "b.yaml": "- A\n- B\n" });
  expect(spec.follow("b.yaml", "a.yaml")).toMatchObject({ value: ["A", "B"] });
  expect(await problemOf(load("- a\n"))).toContain("not-a-mapping");
});

test("pointers can be taken apart and put together again", () => {
  const tokens = ["paths", "/v1/{id}", "a~b", "50%", "%41", "", "x y", "ü"];
  expect(formatPointer(tokens)).toBe("#/paths/~1v1~1{id}/a~0b/50%25/%2541//x y/ü");
  expect(parsePointer(formatPointer(tokens))).toEqual(tokens);
  expect(appendToken("#", 0)).toBe("#/0");
  expect(parsePointer("#")).toEqual([]);
});
