import { describe, expect, test } from "vitest";
import { body, extractFrom, type Json, notesOf, ref, things } from "./document.js";

const list = { type: "string", enum: ["a_failed", "b_failed"] };
const a = { description: "A failed." };
const b = { description: "B failed." };

describe("what a generator's extensions say about the values of a list", () => {
  const cases: Record<string, [Json, Json]> = {
    "texts stand in the order of the list": [
      { "x-enum-descriptions": ["A failed.", "B failed."], "x-enum-varnames": ["A", "B"] },
      { a_failed: { ...a, name: "A" }, b_failed: { ...b, name: "B" } },
    ],
    "texts stand by value": [
      { "x-enumDescriptions": { b_failed: "B failed.", a_failed: "A failed." } },
      { a_failed: a, b_failed: b },
    ],
    "texts stand by the name that another extension gives the value": [
      { "x-enum-varnames": ["A", "B"], "x-enum-comments": { B: "B failed." } },
      { a_failed: { name: "A" }, b_failed: { ...b, name: "B" } },
    ],
    "of two extensions for the same text the usual one wins": [
      {
        "x-enum-varnames": ["A"],
        "x-enumNames": ["Other", "B"],
        "x-enum-descriptions": ["A failed."],
        "x-enumDescriptions": { a_failed: "Other.", b_failed: "B failed." },
      },
      { a_failed: { ...a, name: "A" }, b_failed: { ...b, name: "B" } },
    ],
    "a text is told without the white space around it, and one that is empty says nothing": [
      { "x-enum-descriptions": ["  A failed.\n", "  "], "x-enum-varnames": ["", 7] },
      { a_failed: a, b_failed: {} },
    ],
    "an extension of another form says nothing": [
      {
        "x-enum-descriptions": "A failed.",
        "x-enum-varnames": 7,
        "x-ms-enum": { values: "x" },
        "x-enum-elements": {},
      },
      { a_failed: {}, b_failed: {} },
    ],
    "elements name their value, and what they say of it": [
      {
        "x-ms-enum": {
          name: "Code",
          values: [
            { value: "b_failed", name: "BFailed", description: "B failed.", deprecated: true },
            { value: "a_failed", name: "a_failed", description: "", deprecated: "no" },
          ],
        },
      },
      { a_failed: {}, b_failed: { ...b, name: "BFailed", deprecated: true } },
    ],
    "elements may call their value a value, a code, an id or a name": [
      {
        enum: ["a_failed", "b_failed", "c_failed", "d_failed"],
        "x-enum-elements": [
          { value: "a_failed", description: "1" },
          { code: "b_failed", description: "2" },
        ],
        "x-enum-values": [
          { id: "c_failed", description: "3" },
          { name: "d_failed", description: "4" },
        ],
      },
      {
        a_failed: { description: "1" },
        b_failed: { description: "2" },
        c_failed: { description: "3" },
        d_failed: { description: "4" },
      },
    ],
    "the first element for a value counts, and others say nothing about it": [
      {
        "x-enum-values": ["a_failed", null, { value: "a_failed", description: "A failed." }],
        "x-ms-enum": { values: [{ value: "a_failed", description: "Another." }, { description: "Nobody." }] },
        enum: ["a_failed", "b_failed", "undefined"],
      },
      { a_failed: a, b_failed: {}, undefined: {} },
    ],
    "an element outranks a text": [
      {
        "x-enum-descriptions": ["Old."],
        "x-enum-elements": [{ value: "a_failed", description: "A failed." }],
      },
      { a_failed: a, b_failed: {} },
    ],
    "deprecated values stand in a list of them": [
      { "x-enum-deprecated": ["b_failed"] },
      { a_failed: {}, b_failed: { deprecated: true } },
    ],
    "deprecated values stand as flags in the order of the list": [
      { "x-deprecated-enum": [false, true] },
      { a_failed: {}, b_failed: { deprecated: true } },
    ],
    "deprecated values stand in a map, unless it says no": [
      { "x-deprecated": { a_failed: false, b_failed: "use a_failed" } },
      { a_failed: {}, b_failed: { deprecated: true } },
    ],
    "a flag for the whole list deprecates none of its values": [
      { "x-deprecated": true, deprecated: true },
      { a_failed: {}, b_failed: {} },
    ],
    "of two extensions that name deprecated values the first counts": [
      { "x-enum-deprecated": ["a_failed"], "x-deprecated": ["b_failed"] },
      { a_failed: { deprecated: true }, b_failed: {} },
    ],
  };

  test.each(Object.entries(cases))("%s", async (_, [extensions, expected]) => {
    expect(await notesOf({ ...list, ...extensions })).toEqual(expected);
  });

  test("numbers are named by their digits", async () => {
    const code = {
      type: "integer",
      enum: [4041, 4091],
      "x-enum-elements": [{ value: 4091, description: "Locked." }],
      "x-enum-deprecated": { 4041: true },
    };
    expect(await notesOf(code)).toEqual({ 4041: { deprecated: true }, 4091: { description: "Locked." } });
  });

  test("a code may be called like a method of objects", async () => {
    const code = {
      enum: ["constructor", "b_failed"],
      "x-enum-descriptions": { b_failed: "B failed." },
      "x-deprecated": {},
      "x-error-codes": {},
    };
    expect(await notesOf(code)).toEqual({ constructor: {}, b_failed: b });
  });
});

test.each([
  ["name", ["x-enum-varnames", "x-enum-varNames", "x-enumNames", "x-enum-names", "enumNames"]],
  [
    "description",
    [
      "x-enum-descriptions",
      "x-enumDescriptions",
      "x-enum-description",
      "x-enum-value-descriptions",
      "x-enum-comments",
      "x-google-enum-descriptions",
      "enumDescriptions",
      "markdownEnumDescriptions",
    ],
  ],
])(
  "generators write a %s in many ways, and each is read beside a reference, too",
  async (note, extensions) => {
    for (const extension of extensions) {
      const said = { a_failed: { [note]: "Said" }, b_failed: {} };
      expect(await notesOf({ ...list, [extension]: ["Said"] })).toEqual(said);
      expect(await notesOf({ ...ref("Code"), [extension]: { a_failed: "Said" } }, { Code: list })).toEqual(
        said,
      );
    }
  },
);

describe("x-error-codes", () => {
  const cases: Record<string, [Json, Json]> = {
    "says everything about a code": [
      {
        description: "A failed.",
        name: "A",
        group: "Jobs",
        deprecated: true,
        sunset: "2027-01-31",
        since: "1.2.0",
        replacedBy: "b_failed",
        retryable: true,
        statuses: ["503", 429, "4XX"],
      },
      {
        description: "A failed.",
        name: "A",
        group: "Jobs",
        deprecated: true,
        sunset: "2027-01-31",
        since: "1.2.0",
        replacedBy: "b_failed",
        retryable: true,
        statuses: ["429", "4XX", "503"],
      },
    ],
    "takes a version or a group that YAML reads as a number": [
      { since: 2, group: 1.5 },
      { since: "2", group: "1.5" },
    ],
    "takes the first of several successors": [
      { replacedBy: ["b_failed", "c_failed"] },
      { replacedBy: "b_failed" },
    ],
    "deprecates a code that has a sunset": [
      { sunset: "2027-01-31" },
      { sunset: "2027-01-31", deprecated: true },
    ],
    "ignores what has the wrong type": [
      {
        description: ["x"],
        deprecated: "yes",
        retryable: "yes",
        statuses: "503",
        replacedBy: 7,
        sunset: true,
      },
      {},
    ],
    "outranks what other extensions say": [{ description: "Ours." }, { description: "Ours." }],
  };

  test.each(Object.entries(cases))("%s", async (_, [own, expected]) => {
    const code = { ...list, ...(own.description === "Ours." && { "x-enum-descriptions": ["Theirs."] }) };
    expect(await notesOf({ ...code, "x-error-codes": { a_failed: own, c_failed: own } })).toEqual({
      a_failed: expected,
      b_failed: {},
    });
  });

  test("says that a code must not be sent again, as firmly as that it may", async () => {
    const code = { ...list, "x-error-codes": { a_failed: { retryable: false } } };
    const { contract } = await extractFrom(things({ 404: body({ code }) }));
    expect(contract.catalogs[0]?.codes.map(({ retryable }) => retryable)).toEqual([false, null]);
  });
});

test("of two lists with a code the first that says something about it counts", async () => {
  const first = { ...list, "x-error-codes": { a_failed: { description: "First.", since: "1.0.0" } } };
  const second = {
    enum: ["a_failed", "c_failed"],
    "x-error-codes": { a_failed: { description: "Second.", group: "Jobs" } },
  };
  expect(await notesOf({ anyOf: [first, second] })).toEqual({
    a_failed: { description: "First.", since: "1.0.0", group: "Jobs" },
    b_failed: {},
    c_failed: {},
  });
});

describe("beside a `$ref` to the list", () => {
  test.each<[string, unknown, Json]>([
    ["x-enum-varnames", ["A"], { name: "A" }],
    ["x-enum-descriptions", { a_failed: "A failed." }, a],
    ["x-enum-elements", [{ value: "a_failed", description: "A failed." }], a],
    ["x-ms-enum", { values: [{ value: "a_failed", description: "A failed." }] }, a],
    ["x-deprecated", ["a_failed"], { deprecated: true }],
    ["x-error-codes", { a_failed: { group: "Jobs" } }, { group: "Jobs" }],
  ])("%s adds to what the list says", async (extension, value, expected) => {
    const code = { ...ref("Code"), [extension]: value };
    const schemas = { Code: { ...list, "x-error-codes": { a_failed: { since: "1.0.0" } } } };
    expect(await notesOf(code, schemas)).toEqual({ a_failed: { since: "1.0.0", ...expected }, b_failed: {} });
  });

  test("what is said of a code adds to what the list says of it, and takes nothing away", async () => {
    const said = {
      name: "A",
      description: "A failed.",
      since: "1.0.0",
      replacedBy: "b_failed",
      retryable: true,
      deprecated: true,
    };
    const Code = { ...list, "x-error-codes": { a_failed: said } };
    const beside = {
      "x-error-codes": { a_failed: { group: "Jobs", description: " " } },
      "x-enum-elements": [{ value: "a_failed" }],
      "x-enum-varnames": [],
    };
    expect(await notesOf({ ...ref("Code"), ...beside }, { Code })).toEqual({
      a_failed: { ...said, group: "Jobs" },
      b_failed: {},
    });
  });

  test("other keys change nothing", async () => {
    expect(
      await notesOf({ ...ref("Code"), description: "A code.", "x-other": ["A"] }, { Code: list }),
    ).toEqual({
      a_failed: {},
      b_failed: {},
    });
  });
});

describe("branches of one value each", () => {
  test("say by themselves what their value is", async () => {
    const code = {
      oneOf: [
        { const: "a_failed", title: "A", description: "A failed.", deprecated: true },
        { enum: ["b_failed"], title: " ", description: 7, deprecated: "yes" },
      ],
      "x-enum-descriptions": ["Old.", "B failed."],
    };
    expect(await notesOf(code)).toEqual({ a_failed: { ...a, name: "A", deprecated: true }, b_failed: b });
  });
});
