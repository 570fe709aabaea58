import { describe, expect, test } from "vitest";
import { compare } from "../../src/compare/compare.js";
import { changeMessage } from "../../src/compare/message.js";
import type { Code, Contract } from "../../src/contract/contract.js";
import { baseline, catalog, code, contract, listed, operation } from "./contracts.js";

const kinds = (before: Contract, after: Contract) => compare(before, after).map((change) => change.kind);
const one = (said: Partial<Code>) => contract([catalog([code("conflict", said)])]);

describe("statuses", () => {
  const statuses = (before: string[], after: string[]) =>
    compare(one({ statuses: before }), one({ statuses: after }));

  test("a status that another replaces is one change that names both", () => {
    const [change] = statuses(["404"], ["410"]);
    expect(change).toMatchObject({
      kind: "code-status-removed",
      statuses: ["404"],
      before: "404",
      after: "410",
    });
    expect(changeMessage(change as NonNullable<typeof change>)).toBe(
      "`conflict` now comes with 410, no longer with 404.",
    );
  });

  test("saying statuses for the first time, or no more, takes none away", () => {
    expect(statuses([], ["404"])).toEqual([]);
    expect(statuses(["404"], [])).toEqual([]);
  });

  test("a range that takes in what was listed, or the reverse, loses no status", () => {
    expect(statuses(["404"], ["4XX"]).map((change) => change.kind)).toEqual(["code-status-added"]);
    expect(statuses(["4XX"], ["404", "409"])).toEqual([]);
    expect(statuses(["404"], ["default"]).map((change) => change.kind)).toEqual(["code-status-added"]);
    expect(statuses(["4XX"], ["500"]).map((change) => change.kind)).toEqual(["code-status-removed"]);
  });
});

describe("deprecation", () => {
  const sunset = (before: string | null, after: string | null) =>
    kinds(one({ deprecated: true, sunset: before }), one({ deprecated: true, sunset: after }));

  test("only an earlier sunset, or one taken back, is shortened", () => {
    expect(sunset("2027-06-01", "2027-01-01")).toEqual(["code-sunset-shortened"]);
    expect(sunset("2027-06-01", null)).toEqual(["code-sunset-shortened"]);
    expect(sunset("2027-01-01", "2027-06-01")).toEqual([]);
    expect(sunset(null, "2027-06-01")).toEqual([]);
  });

  test("an old and a new name side by side are an addition and a deprecation, not a rename", () => {
    const after = contract([
      catalog([code("conflict", { deprecated: true, replacedBy: "state_conflict" }), code("state_conflict")]),
    ]);
    expect(kinds(one({}), after)).toEqual(["code-added", "code-deprecated"]);
  });
});

describe("what a baseline does not hold", () => {
  test("operations, wording and order are compared only where both sides have them", () => {
    const after = contract([catalog([code("b", { description: "B.", group: "G" }), code("a")])], {
      operations: [operation("GET /x", { "404": ["a"] })],
    });
    expect(compare(baseline("a", "b"), after)).toEqual([]);
  });
});

describe("catalogs", () => {
  const body = (...paths: string[]) =>
    Object.fromEntries(paths.map((path) => [path, { type: ["string"], required: true }]));

  test("one whose property moved is one change; its codes did not leave", () => {
    const before = contract([catalog([code("a"), code("b")])], { body: body("code") });
    const after = contract([catalog([code("a"), code("b")], { name: "error.code" })], {
      body: body("error", "error.code"),
    });
    expect(kinds(before, after)).toEqual(["body-field-removed", "body-field-added"]);
    expect(compare(before, after)[0]).toMatchObject({
      field: "code",
      after: "error.code",
      codes: ["a", "b"],
    });
  });

  test("one that is gone while its property stays is removed, with its codes folded in", () => {
    const before = contract([catalog([code("b"), code("a")])]);
    const [change, ...rest] = compare(before, contract([]));
    expect(change).toMatchObject({ kind: "catalog-removed", codes: ["a", "b"] });
    expect(rest).toEqual([]);
  });

  test("a list that became mere examples is gone, unless examples are locked", () => {
    const after = contract([catalog([code("a")], { normative: false, open: "open" })]);
    expect(kinds(listed("a"), after)).toEqual(["catalog-removed"]);
    expect(compare(listed("a"), after, { examples: true })).toEqual([]);
  });

  test("a code that moved to another catalog left the first, and the message says where it is", () => {
    const reasons = (...codes: string[]) =>
      catalog(
        codes.map((text) => code(text)),
        { name: "errors[].reason" },
      );
    const before = contract([catalog([code("a"), code("b")]), reasons("x")]);
    const after = contract([catalog([code("a")]), reasons("x", "b")]);
    const [removed, added] = compare(before, after);
    expect(removed).toMatchObject({
      kind: "code-removed",
      catalog: "code",
      code: "b",
      after: "errors[].reason",
    });
    expect(added).toMatchObject({ kind: "code-added", catalog: "errors[].reason", code: "b" });
  });
});

describe("operations", () => {
  const codes = catalog(["a", "b", "c"].map((text) => code(text)));
  const api = (...operations: ReturnType<typeof operation>[]) => contract([codes], { operations });

  test("a code that leaves the sets of many operations is one change with all of them", () => {
    const three = (list: string[]) =>
      ["GET /x", "GET /y", "GET /z"].map((id) => operation(id, { "404": list }));
    const rest = operation("GET /rest", { "404": ["a", "b", "c"] });
    const changes = compare(api(...three(["a", "b"]), rest), api(...three(["a"]), rest));
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: "operation-code-removed", code: "b", statuses: ["404"] });
    expect(changes[0]?.operations).toEqual(["GET /x", "GET /y", "GET /z"]);
  });

  test("a response that is gone takes its codes along, said once", () => {
    const rest = operation("GET /rest", { default: ["a", "b", "c"] });
    const changes = compare(
      api(operation("GET /x", { "404": ["a"], "409": ["b"] }), rest),
      api(operation("GET /x", { "404": ["a"] }), rest),
    );
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ kind: "error-response-removed", statuses: ["409"], codes: ["b"] });
  });

  test("another name for a path parameter is the same operation", () => {
    const with404 = (id: string) => api(operation(id, { "404": ["a", "b", "c"] }));
    expect(compare(with404("GET /x/{id}"), with404("GET /x/{xId}"))).toEqual([]);
  });

  test("a list that no response leads to any more is one change, not one for each code", () => {
    const changes = compare(
      api(operation("GET /x", { "404": ["a", "b", "c"] })),
      api(operation("GET /x", { "404": [] })),
    );
    expect(changes.map((change) => [change.kind, change.code, change.codes.length])).toEqual([
      ["code-unreachable", null, 3],
    ]);
  });

  test("an operation that gets the whole list gets one thing", () => {
    const rest = operation("GET /rest", { "404": ["a", "b", "c"] });
    const changes = compare(
      api(operation("GET /x", {}), rest),
      api(operation("GET /x", { default: ["a", "b", "c"] }), rest),
    );
    expect(changes.map(changeMessage)).toEqual([
      "GET /x can now return any of 3 codes of the catalog `code`.",
    ]);
  });

  test("a renamed code is no loss and no gain of the operations that return it", () => {
    const of = (name: string) =>
      contract([catalog([code(name), code("x")])], {
        operations: [operation("GET /x", { "404": [name, "x"] })],
      });
    expect(kinds(of("invalid_reqeust"), of("invalid_request"))).toEqual(["code-renamed"]);
  });
});

describe("the error body", () => {
  const shape = (fields: Record<string, [string[], boolean]>) =>
    contract([catalog([code("a")])], {
      body: Object.fromEntries(
        Object.entries(fields).map(([path, [type, required]]) => [path, { type, required }]),
      ),
    });

  test("an object that goes is one change, with all that is in it", () => {
    const before = shape({
      code: [["string"], true],
      detail: [["object"], true],
      "detail.text": [["string"], false],
    });
    expect(compare(before, shape({ code: [["string"], true] }))).toMatchObject([
      { kind: "body-field-removed", field: "detail" },
    ]);
  });

  test("a narrower type is no change to a reader, a wider one is", () => {
    const of = (...type: string[]) => shape({ code: [["string"], true], n: [type, false] });
    expect(compare(of("null", "string"), of("string"))).toEqual([]);
    expect(compare(of("number"), of("integer"))).toEqual([]);
    expect(kinds(of("string"), of("null", "string"))).toEqual(["body-field-type-changed"]);
    expect(kinds(of("integer"), of("number"))).toEqual(["body-field-type-changed"]);
  });
});

test("long lists in messages are folded with their count", () => {
  const [change] = compare(
    listed(...Array.from({ length: 20 }, (_, index) => `code_${index}`)),
    contract([]),
  );
  expect(changeMessage(change as NonNullable<typeof change>)).toBe(
    "The catalog `code` is gone, and with it 20 codes: `code_0`, `code_1`, `code_10`, `code_11`, `code_12` and 15 more.",
  );
});
