import { describe, expect, test } from "vitest";
import { extract } from "../../src/catalog/extract.js";
import type { ErrorPlace } from "../../src/contract/contract.js";
import type { ErrorsSetting } from "../../src/contract/policy.js";
import { body, extractFrom, type Json, notesOf, things } from "./document.js";
import { loadFiles } from "./load.js";

const document = (code: string, file = "openapi.yaml"): Record<string, string> => ({
  [file]: `openapi: 3.1.0
info: { title: Things, version: 1.0.0 }
paths:
  /v1/things:
    get:
      responses:
        "404": { content: { a/b: { schema: { properties: { message: {}, code: ${code} } } } } }
`,
});

async function warningsOf(files: Record<string, string>, setting: ErrorsSetting | null = null) {
  return extract(await loadFiles(files), { place: null, setting }).warnings;
}

/** \`rule at: message\`. */
async function said(code: string): Promise<string[]> {
  return (await warningsOf(document(code))).map(({ rule, at, message }) => `${rule} ${at}: ${message}`);
}

test("a warning names its rule, its level, its place, and what to do", async () => {
  expect(await warningsOf(document("{ enum: [a_failed, <code>] }"))).toEqual([
    {
      rule: "code-placeholder",
      level: "warn",
      at: "code <code>",
      message: "`<code>` is a placeholder, no code: write the code, or remove it.",
      cause: null,
      location: {
        file: "openapi.yaml",
        pointer: "#/paths/~1v1~1things/get/responses/404/content/a~1b/schema/properties/code/enum/1",
        line: 7,
        column: 98,
        endLine: 7,
        endColumn: 104,
      },
    },
  ]);
});

test.each([
  "{{CODE}}",
  "x-{{CODE}}-y",
  "<code>",
  "{code}",
  "[code]",
  "(code)",
  "$" + "{code}",
  "%s",
  "%d",
  "string",
  "todo",
  "tbd",
  "fixme",
  "your code",
  "YOUR_CODE",
  "xxx",
  "XXXX",
  "...",
  "…",
  "???",
  "-",
  " ___ ",
])("%s is a placeholder", async (value) => {
  const { contract, warnings } = await extractFrom(
    things({ 404: body({ code: { enum: ["a_failed", value] } }) }),
  );
  expect(contract.catalogs[0]?.codes.map(({ code }) => code)).toEqual(["a_failed"]);
  expect(warnings.map(({ rule }) => rule)).toEqual(["code-placeholder"]);
});

test.each([
  "xx",
  "substring",
  "todo_failed",
  "yours",
  "my_todo",
  "a<code>",
  "<code>a",
  "%x",
  "x%s",
  "a{code}",
  "$code",
  "a...b",
  `x$${"{code}"}`,
  `$${"{code}"}x`,
  "a_",
  "%sx",
  "...a",
  "100%d",
  "yxxx",
  "xxxy",
])("%s is none", async (value) => {
  expect(await notesOf({ enum: ["a_failed", value] })).toEqual({ a_failed: {}, [value]: {} });
});

describe("a value that is no string", () => {
  const odd = (written: string, type: string): string =>
    `code-not-string code ${written}: \`${written}\` is read as ${type}, no code: put it in quotes if it is one.`;
  const digits = (code: string): string =>
    `code-not-string code ${code}: the code \`${code}\` is a number: it is treated as the string "${code}".`;

  test.each([
    ["yes, true and false are", "{ enum: [a_failed, true] }", [odd("true", "a boolean")]],
    ["a list is", "{ enum: [a_failed, [b, c]] }", [odd("[b, c]", "a list")]],
    ["an object is", "{ enum: [a_failed, { b: c }] }", [odd("{ b: c }", "an object")]],
    ["a number is a code, by its digits", "{ enum: [1001, 1002] }", [digits("1001"), digits("1002")]],
    ["null and the empty string say nothing", '{ enum: [a_failed, null, ""] }', []],
  ])("%s", async (_, code, expected) => {
    expect(await said(code)).toEqual(expected);
  });

  test("is told as it was read where the file is JSON without a text for it", async () => {
    const { warnings } = await extractFrom(
      things({ 404: body({ code: { enum: ["a_failed", { b: ["c"] }] } }) }),
    );
    expect(warnings.map(({ message }) => message)).toEqual([
      '`{"b":["c"]}` is read as an object, no code: put it in quotes if it is one.',
    ]);
  });
});

describe("a code without quotes that YAML 1.1 reads as something else", () => {
  test.each([
    "y",
    "N",
    "yes",
    "No",
    "ON",
    "off",
    "2020-1-1",
    "2020-01-01",
    "2020-01-01T10:00:00Z",
    "2020-01-01 10:00",
    "1:30",
    "+190:20:30.15",
    "0_7",
    "-0_17",
    "1_000",
    "1_0e3",
    "1_0.5",
    "1_0.5e-3",
    "1_0e+3",
    "+1_0",
    "0b1_0",
    "0x1_f",
    "0o7_7",
    "10:0:0",
    "12:5",
  ])("%s is told", async (value) => {
    expect(await said(`{ enum: [a_failed, ${value}] }`)).toEqual([
      `code-ambiguous-yaml code ${value}: \`${value}\` without quotes is no string to every YAML reader: write "${value}".`,
    ]);
  });

  test.each([
    "yesno",
    "ny",
    "y1",
    "xoff",
    "2020-01-011",
    "a2020-01-01",
    "20-01-01",
    "1:60",
    "1:x",
    "1:30x",
    "0x1g",
    "1.2.3",
    "e3",
    "1e",
    ".infx",
    "x.nan",
    "09a",
    "x1:30",
    "0b1z",
    "x0b1",
    "0bz",
    "x1_0",
    "1_0x",
    "1_0e3x",
    "1_0ex",
    "1_0.x",
    "1:30.x",
    "2020-01-01x",
    "2020-001-01",
    "0y1",
    "__a",
  ])("%s is a string to all", async (value) => {
    expect(await said(`{ enum: [a_failed, ${value}] }`)).toEqual([]);
  });

  test("is no concern in quotes, in another code, or in JSON", async () => {
    expect(await said("{ enum: [\"no\", 'on', norway] }")).toEqual([]);
    const { warnings } = await extractFrom(things({ 404: body({ code: { enum: ["no", "a_failed"] } }) }));
    expect(warnings).toEqual([]);
  });
});

describe("a code does not look like what it is", () => {
  const deceptive = async (...codes: string[]): Promise<string[]> => {
    const { warnings } = await extractFrom(things({ 404: body({ code: { enum: codes } }) }));
    return warnings.map(({ rule, at, message }) => `${rule} ${at}: ${message}`);
  };
  const hidden = (code: string, point: string) => [
    `code-deceptive code ${code}: \`${code}\` holds ${point}, which nobody sees.`,
  ];

  test.each([
    ["a\u200bfailed", "U+200B"],
    ["a_failed\u202e", "U+202E"],
    ["a\u00a0failed", "U+00A0"],
    ["\u3164", "U+3164"],
    ["a\tfailed", "U+0009"],
    [" a_failed", "U+0020"],
    ["a_failed ", "U+0020"],
    ["\u{e0041}a_failed", "U+E0041"],
  ])("%j", async (code, point) => {
    expect(await deceptive("b_failed", code)).toEqual(hidden(code, point));
  });

  test("where a letter of another script stands for a Latin one", async () => {
    const twin = "not_f\u043eund";
    expect(await deceptive("NOT_FOUND", twin)).toEqual([
      `code-deceptive code ${twin}: \`${twin}\` looks like \`NOT_FOUND\` and is another code.`,
    ]);
    expect(await deceptive("b_failed", twin)).toEqual([
      `code-deceptive code ${twin}: \`${twin}\` mixes letters of several scripts that look alike.`,
    ]);
  });

  test.each([
    ["place", "\u0440l\u0430\u0441\u0435"],
    ["josh", "\u0458\u043e\u0455\u04bb"],
    ["mixty", "\u043c\u0456\u0445\u0442\u0443"],
    ["bad_vowel", "\u044ca\u0501_\u0475ow\u0435\u04cf"],
    ["quick_win", "\u051b\u057dic\u043a_\u051di\u0578"],
    ["topaz", "\u03c4\u03bf\u03c1\u03b1z"],
    ["cyan", "\u03f2\u03b3\u03b1n"],
    ["vixku", "\u03bd\u03b9\u03c7\u03ba\u03c5"],
  ])("where letters of other scripts stand for %s", async (twin, code) => {
    expect(await deceptive(code, twin)).toEqual([
      `code-deceptive code ${code}: \`${code}\` looks like \`${twin}\` and is another code.`,
    ]);
  });

  test("where a letter is a compatible form of a Latin one", async () => {
    expect(await deceptive("a_failed", "\uff41_failed")).toEqual([
      "code-deceptive code \uff41_failed: `\uff41_failed` looks like `a_failed` and is another code.",
    ]);
  });

  test("not where it is written in another script, or with letters of its own", async () => {
    expect(await deceptive("\u0430\u0441\u0435", "fehl\u00e4rm", "\u65e5\u672c", "a failed")).toEqual([]);
  });

  test("not where it differs from another by case", async () => {
    expect(await deceptive("not_found", "NOT_FOUND")).toEqual([]);
  });
});

test("a list that two properties share is told once", async () => {
  const code = { enum: ["a_failed", "string"] };
  const { warnings } = await extractFrom(
    things(
      {
        404: body({ code: { $ref: "#/components/schemas/Code" } }),
        409: body({ error: body({ code: { $ref: "#/components/schemas/Code" } }) }),
      },
      { schemas: { Code: code } },
    ),
  );
  expect(warnings.map(({ at }) => at)).toEqual(["code string"]);
});

describe("a reference that leads nowhere", () => {
  test("is told with its place and what follows", async () => {
    const [warning] = await warningsOf(document('{ $ref: "#/components/schemas/Gone" }'));
    expect(warning).toMatchObject({
      rule: "ref-unresolved",
      at: "#/paths/~1v1~1things/get/responses/404/content/a~1b/schema/properties/code",
      location: { line: 7 },
    });
    expect(warning?.message).toMatch(
      /#\/components\/schemas\/Gone.*[^.]\. What it would declare is not known\.$/,
    );
  });
});

test("a reference that leads back to itself is told", async () => {
  const { warnings } = await extractFrom(
    things(
      {},
      {
        operation: { responses: { 404: { $ref: "#/components/responses/A" } } },
        responses: { A: { $ref: "#/components/responses/B" }, B: { $ref: "#/components/responses/A" } },
      },
    ),
  );
  expect(warnings.map(({ rule, at, message }) => [rule, at, message])).toEqual([
    [
      "ref-unresolved",
      "#/paths/~1v1~1things/get/responses/404",
      "`$ref: #/components/responses/B` at openapi.json#/components/responses/A leads back to itself. What it would declare is not known.",
    ],
  ]);
});

describe("codes that are not where the config says", () => {
  const codeless = things({ 404: body({ note: { type: "string" } }) });
  const warning = async (document: Json, setting: ErrorsSetting | null) =>
    (await extractFrom(document, { setting })).warnings.map(({ rule, at, message, location }) => [
      rule,
      at,
      message,
      location?.line,
    ]);
  const missing = (where: string) => [
    [
      "errors-not-there",
      "errors",
      `the config says that the codes are${where}, and there is no list: see \`errlock codes --explain\`.`,
      1,
    ],
  ];

  test.each<[ErrorsSetting, string]>([
    [{ code: "grund" }, " at `grund`"],
    [{ schemas: ["A", "B"] }, " in A, B"],
    [{ code: "grund", schemas: ["A"] }, " at `grund` in A"],
  ])("are told: %j", async (setting, where) => {
    expect(await warning(codeless, setting)).toEqual(missing(where));
  });

  test("are no matter where the config says nothing about places, or they are there", async () => {
    expect(await warning(codeless, null)).toEqual([]);
    expect(await warning(codeless, { examples: "lock" })).toEqual([]);
    expect(await warning(things({ 404: body({ code: { enum: ["a_failed"] } }) }), { code: "code" })).toEqual(
      [],
    );
  });

  test("are told where a baseline knows another place, for there the rules see nothing", async () => {
    const document = things({ 404: body({ code: { enum: ["a_failed"] } }) });
    const place: ErrorPlace = { schemas: [], code: "code", linked: "responses" };
    const told = async (setting: ErrorsSetting) =>
      (await extractFrom(document, { setting, place, held: ["a_failed"] })).warnings.map(({ rule }) => rule);
    expect(await told({ code: "grund" })).toEqual(["errors-not-there"]);
    expect(await told({ schemas: ["Missing"] })).toEqual(["errors-not-there"]);
    expect(await told({ code: "code" })).toEqual([]);
  });
});
