import { expect, test } from "vitest";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import { load, MemorySource, problemOf } from "./memory.js";

async function data(text: string | Uint8Array, file?: string): Promise<unknown> {
  return (await load(text, file)).root.data;
}

test("YAML is read by its 1.2 core schema, so that dates and NO stay strings", async () => {
  expect(
    await data("a: NO\nb: off\nc: 2020-01-01\nd: 1_000\ne: true\nf: 12\ng: ~\n404: x\n1.0: y\n"),
  ).toEqual({
    a: "NO",
    b: "off",
    c: "2020-01-01",
    d: "1_000",
    e: true,
    f: 12,
    g: null,
    404: "x",
    1: "y",
  });
});

test("merge keys are merged, own keys win, and the first of several sources wins", async () => {
  const text = "x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz:\n  <<: [*x, *y]\n  a: 0\nw:\n  <<: *x\n  <<: *y\n";
  expect(await data(text)).toMatchObject({ z: { a: 0, b: 1, c: 2 }, w: { a: 1, b: 1, c: 2 } });
});

test("a quoted << is a key like any other", async () => {
  expect(await data('a:\n  "<<": {b: 1}\n')).toEqual({ a: { "<<": { b: 1 } } });
});

test("aliases are shared objects", async () => {
  const { a, b } = (await data("a: &a {x: 1}\nb: *a\n")) as Record<string, unknown>;
  expect(a).toBe(b);
});

test.each([
  ["JSON in a YAML file", '{"a": [1, 2]}', "spec.yaml", "json", { a: [1, 2] }],
  ["flow YAML that is no JSON", "{a: [1, 2], }", "spec.yaml", "yaml", { a: [1, 2] }],
  ["CRLF", "a: 1\r\nb:\r\n  - c\r\n", "spec.yaml", "yaml", { a: 1, b: ["c"] }],
  ["a byte order mark", "\ufeffa: 1\n", "spec.yaml", "yaml", { a: 1 }],
  ["a byte order mark before JSON", '\ufeff{"a": 1}', "spec.json", "json", { a: 1 }],
  ["a document between --- and ...", "%YAML 1.2\n---\na: 1\n...\n", "spec.yaml", "yaml", { a: 1 }],
  ["a trailing ---", "a: 1\n---\n", "spec.yaml", "yaml", { a: 1 }],
  ["a file without an ending", "a: 1", "spec", "yaml", { a: 1 }],
])("%s is read", async (_, text, file, format, expected) => {
  const { root } = await load(text, file);
  expect(root).toMatchObject({ format, data: expected });
});

test("UTF-16 with a byte order mark is read", async () => {
  expect(await data(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x3a, 0, 0x20, 0, 0x31, 0))).toEqual({ a: 1 });
  expect(await data(Uint8Array.of(0xfe, 0xff, 0, 0x61, 0, 0x3a, 0, 0x20, 0, 0x31))).toEqual({ a: 1 });
});

test("content that is given is not read from the source", async () => {
  const source = new MemorySource({ "b.yaml": "x: 1" });
  const content = new TextEncoder().encode("a: {$ref: b.yaml#/x}");
  const spec = await loadSpec(source, "stdin.yaml", defaultLimits, content);
  expect(source.reads).toEqual(["b.yaml"]);
  expect(spec.follow("b.yaml#/x", "stdin.yaml")).toMatchObject({ value: 1 });
});

test("text that YAML 1.1 tags as a date or as base64 is text", async () => {
  const spec = await loadSpec(
    new MemorySource({ "a.yaml": "day: !!timestamp 2020-01-01\nword: !!binary |-\n  w6R0\n  emVuZA==\n" }),
    "a.yaml",
    defaultLimits,
  );
  expect(spec.root.data).toEqual({ day: "2020-01-01", word: "ätzend" });
});

test.each([
  ["an empty file", " \n", "empty-file - the file is empty"],
  ["a NUL character", "a: b\nc: \0", "binary 2:4 this is a binary file: it holds a NUL character"],
  ["a Git LFS pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0", "lfs-pointer -"],
  ["conflict markers", "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n", "conflict-markers 2:1"],
  [
    "a tab as indentation",
    "a:\n\tb: 1\n",
    "yaml-syntax 2:1 this is not YAML: tab characters must not be used in",
  ],
  ["bad indentation", "a: 1\n b: 2\n", "yaml-syntax 2:3 this is not YAML: bad indentation"],
  ["an unknown alias", "a: *b\n", 'yaml-syntax 1:6 this is not YAML: unidentified alias "b"'],
  ["an unknown tag", "a: !include x.yaml\n", "yaml-tag 1:19"],
  ["two documents", "---\na: 1\n---\nb: 2\n", "yaml-documents 3:1 the file holds 2 YAML documents"],
  ["a list", "- a\n", "not-a-mapping - the document is a list"],
  ["plain text", "hello\n", "not-a-mapping - the document is a string"],
  ["comments alone", "# nothing\n", "not-a-mapping - the document is empty"],
  [
    "a key twice",
    "a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\nx: [",
    'duplicate-key 5:3 the key "c" stands here and already in line 3',
  ],
  ["a key twice in one line", "x: {a: 1, b: 2, a: 3}", "duplicate-key 1:17"],
  ["a key twice, quoted differently", "'a': 1\n\"\\x61\": 2\n", "duplicate-key 2:1"],
  [
    "a key twice beside merge keys",
    "x: &x {a: 1}\ny:\n  <<: *x\n  <<: *x\n  b: 1\n  b: 2\n",
    "duplicate-key 6:3",
  ],
  [
    "JSON with a key twice",
    '{"a": 1,\n"a": 2}',
    'duplicate-key 2:1 the key "a" stands here and already in line 1',
  ],
])("%s in a YAML file is refused with its place", async (_, text, problem) => {
  expect(await problemOf(load(text))).toContain(problem);
});

test.each([
  [
    "a key twice",
    '{"a": {"b": 1,\n "c": 2,\n"\\u0062": 3}}',
    'duplicate-key 3:1 the key "b" stands here and already in line 1',
  ],
  ["a trailing comma", '{"a": 1,\n}', "json-syntax 2:1 this is not JSON: JSON allows no comma before `}`"],
  ["a comment", '{ // x\n"a": 1}', "json-syntax 1:3 this is not JSON: JSON has no comments"],
  [
    "single quotes",
    "{'a': 1}",
    "json-syntax 1:2 this is not JSON: JSON strings are written in double quotes",
  ],
  [
    "a bare key",
    "{a: 1}",
    "json-syntax 1:2 this is not JSON: `a` stands where a key in double quotes should be",
  ],
  ["a bare word", '{"a": NaN}', "json-syntax 1:7"],
  ["a number with a leading zero", '{"a": 01}', "json-syntax 1:7"],
  [
    "a string that is not closed",
    '{"a": "foo,\n "b": 1}',
    "json-syntax 1:7 this is not JSON: this string is not closed on its line",
  ],
  [
    "a control character",
    '{"a":\n"x\ty"}',
    "json-syntax 2:1 this string holds a line break, a control character or an escape",
  ],
  ["an unknown escape", '{"\\q": 1}', "json-syntax 1:2"],
  [
    "a missing end",
    '{"a": [1,2',
    "json-syntax 1:11 this is not JSON: the file ends where a `,` or `]` should be",
  ],
  [
    "a second document",
    '{"a": 1}{}',
    "json-syntax 1:9 this is not JSON: `{` stands after the end of the document",
  ],
  ["YAML", "a: 1\n", "json-syntax 1:1"],
])("%s in a JSON file is refused with its place", async (_, text, problem) => {
  expect(await problemOf(load(text, "spec.json"))).toContain(problem);
});

test("invalid UTF-8 is refused with its place", async () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x3a, 0xc3, 0xa9, 0x0a, 0x63, 0x3a, 0x20, 0xff);
  expect(await problemOf(load(bytes))).toBe("invalid-encoding 2:4 the file is not valid UTF-8 here");
});

test("binary files are refused as such", async () => {
  expect(await problemOf(load(Uint8Array.of(0x1f, 0x8b, 0, 0xff)))).toContain("binary");
});

test("a missing file is the source's problem", async () => {
  expect(await problemOf(loadSpec(new MemorySource({}), "a.yaml", defaultLimits))).toContain("file-missing");
});

test("every problem of a text has a hint", async () => {
  await expect(load("a: [")).rejects.toMatchObject({ hint: expect.stringMatching(/\w.*\.$/) });
});
