import { expect, test } from "vitest";
import type { Spec } from "../../src/spec/spec.js";
import { load, loadFiles } from "./memory.js";

function place(spec: Spec, pointer: string, part: "key" | "value" = "value"): string {
  const { line, column, endLine, endColumn } = spec.locate({ file: spec.file, pointer }, part);
  return `${line}:${column}-${endLine}:${endColumn}`;
}

const yaml = `# comment
info: {title: "T\\u0041", version: 1.0}   # more
codes: &codes
  - A   # first
  - 'it''s'
  -
  - |
    block
    text

  - plain text
    over lines
other:
    enum: *codes
    ? explicit
    : value
    "quoted: key": x
    url: http://x/y#z
empty:
last: {{NAME}}
`;

test.each([
  ["#", "2:1-20:15"],
  ["#/info", "2:7-2:39"],
  ["#/info/title", "2:15-2:24"],
  ["#/info/version", "2:35-2:38"],
  ["#/codes", "4:3-12:15"],
  ["#/codes/0", "4:5-4:6"],
  ["#/codes/1", "5:5-5:12"],
  ["#/codes/2", "6:3-6:4"],
  ["#/codes/3", "7:5-9:9"],
  ["#/codes/4", "11:5-12:15"],
  ["#/other/enum", "14:11-14:17"],
  ["#/other/enum/1", "5:5-5:12"],
  ["#/other/explicit", "16:7-16:12"],
  ["#/other/quoted: key", "17:20-17:21"],
  ["#/other/url", "18:10-18:22"],
  ["#/empty", "19:1-19:6"],
  ["#/last", "20:7-20:15"],
])("the value of %s in YAML stands at %s", async (pointer, expected) => {
  expect(place(await load(yaml), pointer)).toBe(expected);
});

test.each([
  ["#/info", "2:1-2:5"],
  ["#/info/version", "2:26-2:33"],
  ["#/other/explicit", "15:7-15:15"],
  ["#/other/quoted: key", "17:5-17:18"],
  ["#/codes/1", "5:5-5:12"],
])(
  "the key of %s in YAML stands at %s, and where there is none the value does",
  async (pointer, expected) => {
    expect(place(await load(yaml), pointer, "key")).toBe(expected);
  },
);

test("merged values stand where the anchor's content stands", async () => {
  const spec = await load("x: &x {a: 1, b: 2}\ny: &y\n  c: 3\n  a: 4\nz:\n  <<: [*x, *y]\n  b: 5\n");
  expect(["#/z/a", "#/z/b", "#/z/c"].map((pointer) => place(spec, pointer))).toEqual([
    "1:11-1:12",
    "7:6-7:7",
    "3:6-3:7",
  ]);
});

test("an anchor that is given twice means the one before the alias", async () => {
  const spec = await load("a: &n {x: 1}\nb: *n\nc: &n {x: 2}\nd: *n\n");
  expect([place(spec, "#/b/x"), place(spec, "#/d/x")]).toEqual(["1:11-1:12", "3:11-3:12"]);
});

test("anchors and tags do not belong to the value", async () => {
  const spec = await load("a: &x !!str 1\nb: !!map\n  c: 1\n&k d: 2\ne: *k\n");
  expect(["#/a", "#/b", "#/d"].map((pointer) => place(spec, pointer))).toEqual([
    "1:13-1:14",
    "3:3-3:7",
    "4:7-4:8",
  ]);
});

test.each([
  ["#/a", "2:8-5:4"],
  ['#/a/x"y', "3:13-3:17"],
  ["#/a/l/1", "4:14-4:18"],
])("the value of %s in JSON stands at %s", async (pointer, expected) => {
  const spec = await load('{\n  "a": {\n    "x\\"y": "zu",\n    "l": [1, true]\n  }\n}', "spec.json");
  expect(place(spec, pointer)).toBe(expected);
});

test("columns count UTF-16 units, and every kind of line break ends a line", async () => {
  const spec = await load('{"😀": 1,\r\n"é": 2,\r"z": 3}', "spec.json");
  expect(["#/😀", "#/é", "#/z"].map((pointer) => place(spec, pointer))).toEqual([
    "1:8-1:9",
    "2:6-2:7",
    "3:6-3:7",
  ]);
});

test("what is not there is located at the nearest ancestor that is", async () => {
  const spec = await load("a:\n  b: [1]\n");
  expect([place(spec, "#/a/b/7"), place(spec, "#/a/c/d"), place(spec, "#/a/b/0/x")]).toEqual([
    "2:6-2:9",
    "2:3-2:9",
    "2:7-2:8",
  ]);
});

test("many are located in their order, over several files", async () => {
  const spec = await loadFiles({ "a.yaml": "x: {$ref: b.yaml}\ny: 1\n", "b.yaml": "\nz: 1\n" });
  const sites = [
    { file: "b.yaml", pointer: "#/z" },
    { file: "a.yaml", pointer: "#/y" },
  ];
  expect(spec.locateAll(sites)).toMatchObject([
    { ...sites[0], line: 2, column: 4 },
    { ...sites[1], line: 2, column: 4 },
  ]);
});

test("raw gives the text as it is written", async () => {
  const spec = await load("a: [NO, 2020-01-01, '1', 1_000, {{X}}, &n off, *n]\nb:\n  c: 1\n");
  const raw = (pointer: string) => spec.raw({ file: "spec.yaml", pointer });
  expect([0, 1, 2, 3, 4, 5, 6].map((index) => raw(`#/a/${index}`))).toEqual([
    "NO",
    "2020-01-01",
    "'1'",
    "1_000",
    "{{X}}",
    "off",
    "off",
  ]);
  expect(raw("#/b")).toBe("");
});

test("a snippet ends where the file ends", async () => {
  const spec = await load("a: 1\r\nb: 2\r\nc: 3\r\n");
  const at = (pointer: string) => spec.locate({ file: "spec.yaml", pointer });
  expect(spec.snippet(at("#/b"), 1)).toEqual({ firstLine: 1, lines: ["a: 1", "b: 2", "c: 3"] });
  expect(spec.snippet(at("#/c"), 5)).toEqual({ firstLine: 1, lines: ["a: 1", "b: 2", "c: 3"] });
  expect(spec.snippet(at("#/a"), 0)).toEqual({ firstLine: 1, lines: ["a: 1"] });
});
