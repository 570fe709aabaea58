import { describe, expect, test } from "vitest";
import { compare } from "../../src/compare/compare.js";
import type { Change } from "../../src/contract/change.js";
import type { Catalog, Contract } from "../../src/contract/contract.js";
import { catalog, change, code, contract } from "./contracts.js";

type Fields = Readonly<Record<string, readonly [string, boolean?]>>;

const site = { file: "openapi.yaml", pointer: "#/components/schemas/ErrorCode/enum/0" };
const list = { file: "openapi.yaml", pointer: "#/components/schemas/ErrorCode" };

/** Fields as `path: ["string null", true]`: types (none: not said), and whether the field is required. */
function shape(fields: Fields, said: Partial<Catalog> = {}): Contract {
  const body = Object.entries(fields).map(([path, [types, required = false]]) => [
    path,
    { type: types === "" ? [] : types.split(" "), required },
  ]);
  return contract([catalog([code("a", { sites: [site] })], said)], { body: Object.fromEntries(body) });
}

/** Changes as `kind field`, with the new type of a field that came. */
function told(before: Fields, after: Fields): string[] {
  return compare(shape(before), shape(after)).map((one) =>
    [one.kind, one.field, one.after].filter((word) => word !== null).join(" "),
  );
}

const code1 = { code: ["string", true] } as const;

describe("fields of the error body", () => {
  test.each<readonly [string, Fields, Fields, readonly Change[]]>([
    [
      "one that went",
      { ...code1, detail: ["string"] },
      code1,
      [change("body-field-removed", { field: "detail", site: list })],
    ],
    [
      "one that came, with its type",
      code1,
      { ...code1, detail: ["string"] },
      [change("body-field-added", { field: "detail", after: "string", site: list })],
    ],
    [
      "one that came with several types",
      code1,
      { ...code1, detail: ["null string"] },
      [change("body-field-added", { field: "detail", after: "null or string", site: list })],
    ],
    [
      "one that came and does not say its type",
      code1,
      { ...code1, detail: [""] },
      [change("body-field-added", { field: "detail", site: list })],
    ],
    [
      "one that may be missing now",
      code1,
      { code: ["string", false] },
      [change("body-field-optional", { field: "code", site: list })],
    ],
    [
      "one that is always there now",
      { ...code1, detail: ["string", false] },
      { ...code1, detail: ["string", true] },
      [change("body-field-required", { field: "detail", site: list })],
    ],
    [
      "one that may have another type",
      { ...code1, detail: ["string"] },
      { ...code1, detail: ["null object string"] },
      [
        change("body-field-type-changed", {
          field: "detail",
          before: "string",
          after: "null or object or string",
          site: list,
        }),
      ],
    ],
    [
      "one that is optional and has another type is told twice",
      { ...code1, detail: ["null string", true] },
      { ...code1, detail: ["integer", false] },
      [
        change("body-field-optional", { field: "detail", site: list }),
        change("body-field-type-changed", {
          field: "detail",
          before: "null or string",
          after: "integer",
          site: list,
        }),
      ],
    ],
    [
      "one whose types were not said, or are no longer, has no other type",
      { ...code1, detail: [""], more: ["string"] },
      { ...code1, detail: ["string"], more: [""] },
      [],
    ],
    ["integers are numbers", { ...code1, n: ["number string"] }, { ...code1, n: ["integer string"] }, []],
    [
      "numbers are no integers",
      { ...code1, n: ["integer"] },
      { ...code1, n: ["number"] },
      [
        change("body-field-type-changed", {
          field: "n",
          before: "integer",
          after: "number",
          site: list,
        }),
      ],
    ],
    [
      "strings are no numbers, beside numbers either",
      { ...code1, n: ["number"] },
      { ...code1, n: ["number string"] },
      [
        change("body-field-type-changed", {
          field: "n",
          before: "number",
          after: "number or string",
          site: list,
        }),
      ],
    ],
  ])("%s", (_, before, after, changes) => {
    expect(compare(shape(before), shape(after))).toEqual(changes);
  });

  test.each<readonly [string, Fields, Fields, readonly string[]]>([
    [
      "an object is one change, with its fields, and theirs",
      { ...code1, info: ["object"], "info.at": ["object"], "info.at.line": ["integer"] },
      code1,
      ["body-field-removed info"],
    ],
    [
      "a list is one change, with its elements and their fields",
      { ...code1, errors: ["array"], "errors[]": ["object"], "errors[].reason": ["string"] },
      code1,
      ["body-field-removed errors"],
    ],
    [
      "an object that came is one change, with its fields",
      code1,
      { ...code1, info: ["object"], "info.at": ["object"], "info.at.line": ["integer"] },
      ["body-field-added info object"],
    ],
    [
      "a field of an object that stayed is a change of its own",
      { ...code1, info: ["object"], "info.at": ["object"], "info.at.line": ["integer"] },
      { ...code1, info: ["object"] },
      ["body-field-removed info.at"],
    ],
    [
      "a field of the elements of a list that stayed is a change of its own",
      { ...code1, errors: ["array"], "errors[]": ["object"], "errors[].reason": ["string"] },
      { ...code1, errors: ["array"], "errors[]": ["object"] },
      ["body-field-removed errors[].reason"],
    ],
    [
      "fields of an object that no side lists are changes of their own",
      { ...code1, "info.at": ["object"], "info.by": ["string"] },
      code1,
      ["body-field-removed info.at", "body-field-removed info.by"],
    ],
    [
      "a field that begins like another is none of its parts",
      { ...code1, info: ["object"], information: ["string"] },
      code1,
      ["body-field-removed info", "body-field-removed information"],
    ],
    [
      "gravest first, then by path",
      { ...code1, b: ["string"], a: ["string"], z: ["string", true] },
      { ...code1, y: ["string"], x: ["string"], z: ["string", false] },
      [
        "body-field-removed a",
        "body-field-removed b",
        "body-field-optional z",
        "body-field-added x string",
        "body-field-added y string",
      ],
    ],
  ])("of what goes or comes, %s", (_, before, after, lines) => {
    expect(told(before, after)).toEqual(lines);
  });

  test("a body that one side does not know is not compared", () => {
    expect(told({}, { ...code1, detail: ["string"] })).toEqual([]);
    expect(told({ ...code1, detail: ["string"] }, {})).toEqual([]);
  });

  test("without a list to point at, a change of the body points at the first code", () => {
    const before = shape({ ...code1, detail: ["string"] }, { pointers: [] });
    expect(compare(before, shape(code1, { pointers: [] }))).toEqual([
      change("body-field-removed", { field: "detail", site }),
    ]);
  });

  test("where no code is left to point at, a change of the body points nowhere", () => {
    const empty = (fields: Fields) => shape(fields, { pointers: [], codes: [] });
    expect(compare(empty({ ...code1, detail: ["string"] }), empty(code1))).toEqual([
      change("body-field-removed", { field: "detail" }),
    ]);
    const none = (fields: Fields) => contract([], { body: shape(fields).body });
    expect(compare(none({ ...code1, detail: ["string"] }), none(code1))).toEqual([
      change("body-field-removed", { field: "detail" }),
    ]);
  });
});

describe("the property of the codes", () => {
  const codes = (name: string, pointer: string, ...texts: string[]) =>
    catalog(
      texts.map((text) => code(text)),
      { name, pointers: [pointer] },
    );

  test("that moved is one change with the codes that came along, located in both documents", () => {
    const before = contract([codes("code", "old.yaml#/Code", "c", "a", "b", "left")]);
    const after = contract([codes("error.code", "new.yaml#/Code", "a", "b", "c", "came")], {
      body: {
        error: { type: ["object"], required: true },
        "error.code": { type: ["string"], required: true },
      },
    });
    expect(compare(before, after).filter(({ kind }) => kind.startsWith("body"))).toEqual([
      change("body-field-removed", {
        field: "code",
        after: "error.code",
        codes: ["a", "b", "c"],
        site: { file: "new.yaml", pointer: "#/Code" },
        beforeSite: { file: "old.yaml", pointer: "#/Code" },
      }),
      change("body-field-added", {
        field: "error",
        after: "object",
        site: { file: "new.yaml", pointer: "#/Code" },
      }),
    ]);
  });

  test("that moved is told even where the shape of a body is not known", () => {
    const before = contract([codes("code", "#/Code", "a")], { body: {} });
    const after = contract([codes("error.code", "#/Code", "a")], { body: {} });
    expect(compare(before, after)).toEqual([
      change("body-field-removed", { field: "code", after: "error.code", codes: ["a"] }),
    ]);
  });

  test("of several catalogs that moved are told by their old names, in order", () => {
    const both = (suffix: string) =>
      contract([codes(`two${suffix}`, "#/Two", "a", "b"), codes(`one${suffix}`, "#/One", "c", "d")], {
        body: {},
      });
    expect(compare(both(""), both(".code")).map(({ field, after }) => [field, after])).toEqual([
      ["one", "one.code"],
      ["two", "two.code"],
    ]);
  });

  test("moves to the catalog that holds most of its codes, if that is more than half of them", () => {
    const moved = (...lists: string[][]) =>
      compare(
        contract([codes("code", "#/Code", "a", "b", "c", "d")], { body: {} }),
        contract(
          lists.map((texts, index) => codes(`at${index}`, "#/Code", ...texts)),
          { body: {} },
        ),
      )
        .filter(({ kind }) => kind === "body-field-removed" || kind === "catalog-removed")
        .map(({ kind, after }) => [kind, after]);
    expect(moved(["a", "b", "c"])).toEqual([["body-field-removed", "at0"]]);
    expect(moved(["a", "b", "c"], ["a", "b", "c", "d"])).toEqual([["body-field-removed", "at1"]]);
    expect(moved(["a", "b", "c", "d"], ["a", "b", "c"])).toEqual([["body-field-removed", "at0"]]);
    expect(moved(["a", "b"])).toEqual([["catalog-removed", null]]);
  });
});
