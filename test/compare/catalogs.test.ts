import { describe, expect, test } from "vitest";
import { compare } from "../../src/compare/compare.js";
import type { Catalog, Contract, Openness } from "../../src/contract/contract.js";
import { catalog, change, code, contract, operation } from "./contracts.js";

const list = { file: "openapi.yaml", pointer: "#/components/schemas/ErrorCode" };
const placeOf = (text: string) => ({ file: "openapi.yaml", pointer: `#/codes/${text}` });

/** A catalog of these codes, each of which has its own place. */
function codes(texts: string, said: Partial<Catalog> = {}): Catalog {
  return catalog(
    texts.split(" ").map((text) => code(text, { sites: [placeOf(text)] })),
    said,
  );
}

describe("catalogs that moved", () => {
  const names = ["a", "b", "c", "d"].map((name) => `${name}.code`);
  const of = (suffix: string, texts: readonly string[]) =>
    contract(texts.map((text, index) => codes(text, { name: `${names[index]}${suffix}` })));

  test("go where most of their codes are, and of several to the first", () => {
    const before = of("", ["a b c", "a b c", "x y z"]);
    const after = of("2", ["x y w", "a b c", "a b d", "a b c"]);
    const moves = compare(before, after).filter(({ kind }) => kind === "body-field-removed");
    expect(moves.map(({ field, after }) => [field, after])).toEqual([
      ["a.code", "b.code2"],
      ["b.code", "d.code2"],
      ["c.code", "a.code2"],
    ]);
  });

  test.each([
    ["to the first that has as many, whichever has the first code", "a b c", ["b c", "a b"], "a.code2"],
    ["to the one that has most, though an earlier one has some", "a b c d e", ["e", "a b c"], "b.code2"],
    ["nowhere, where no other has more than half", "a b c d", ["a b", "c d"], undefined],
  ])("go %s", (_, texts, now, to) => {
    const moves = compare(of("", [texts]), of("2", now)).filter(({ kind }) => kind === "body-field-removed");
    expect(moves.map(({ after }) => after)).toEqual(to === undefined ? [] : [to]);
  });

  test("end at the limit where many have the same codes", () => {
    const same = (suffix: string) =>
      contract(Array.from({ length: 40 }, (_, index) => codes("a b", { name: `n${index}${suffix}` })));
    const limited = (limit: number) => () =>
      compare(same("1"), same("2"), { places: { limit, file: "openapi.yaml" } });
    // Each of 40 looks at those that are left, twice: 1,640 looks of 16
    expect(limited(20_000)).toThrow(expect.objectContaining({ code: "too-many-places" }));
    expect(limited(40_000)).not.toThrow();
  });
});

describe("a field that had a part in a catalog, and has a list of its own now", () => {
  const body = { code: { type: ["string"], required: true }, "errors[].code": { type: [], required: false } };
  const whole = (texts: string) => contract([codes(texts)], { body });
  const two = (texts: string, own: string, said: Partial<Catalog> = {}) =>
    contract([codes(texts), codes(own, { name: "errors[].code", ...said })], { body });
  const told = (before: Contract, after: Contract) =>
    compare(before, after).map((one) => `${one.kind} ${one.catalog} ${one.code} ${one.to.join()}`);

  test("has lost the codes that its list lacks, and has no other new", () => {
    expect(told(whole("a b c"), two("a b c", "a c d"))).toEqual([
      "code-removed errors[].code b ",
      "code-added errors[].code d ",
    ]);
    expect(told(whole("a b c"), two("a b c", "a b c"))).toEqual([]);
    expect(told(whole("a user_gone"), two("a user_gone", "a user_is_gone"))).toEqual([
      "code-renamed errors[].code user_gone user_is_gone",
    ]);
  });

  test("is new where it has less than half of the codes, or they are less than half of its own", () => {
    expect(told(whole("a b c d"), two("a b c d", "a b"))).toHaveLength(2);
    expect(told(whole("a b c d e"), two("a b c d e", "a b"))).toEqual([
      "code-added errors[].code a ",
      "code-added errors[].code b ",
    ]);
    expect(told(whole("a b c"), two("a b c", "a b x y z")).filter((one) => /removed/.test(one))).toEqual([]);
    expect(told(whole("a b"), two("a b", "a b x y z"))).toEqual([
      "code-added errors[].code x ",
      "code-added errors[].code y ",
      "code-added errors[].code z ",
    ]);
  });

  test("is new where the error body had no such field, and where examples alone show its codes", () => {
    const before = contract([codes("a b c")], { body: { code: { type: ["string"], required: true } } });
    expect(told(before, two("a b c", "a b")).filter((one) => /^code-/.test(one))).toEqual([
      "code-added errors[].code a ",
      "code-added errors[].code b ",
    ]);
    expect(told(whole("a b c"), two("a b c", "a b", { normative: false }))).toEqual([]);
  });

  test("takes over the whole catalog where that is gone from its own field", () => {
    const after = contract([codes("a b", { name: "errors[].code" })], {
      body: { "errors[].code": body["errors[].code"] },
    });
    expect(
      compare(whole("a b c"), after).map((one) => [one.kind, one.catalog ?? one.field, one.code]),
    ).toEqual([
      ["code-removed", "code", "c"],
      ["body-field-removed", "code", null],
    ]);
  });

  test("goes by the catalog that it has most of, with what has been retired", () => {
    const more = { ...body, reason: { type: ["string"], required: false } };
    const before = contract([codes("a b"), codes("a b c d", { name: "reason" })], { body: more });
    const grown = (own: string, said: Partial<Catalog> = {}) =>
      contract([...before.catalogs, codes(own, { name: "errors[].code", ...said })], { body: more });
    expect(told(before, grown("a b c"))).toEqual(["code-removed errors[].code d "]);
    const tombstone = { since: "1.0.0", retired: "2.0.0", reason: "gone" };
    const retired = { c: tombstone, d: tombstone, b: tombstone };
    expect(told(before, grown("a x y z v w", { retired })).filter((one) => /removed/.test(one))).toEqual([
      "code-removed errors[].code b ",
      "code-removed errors[].code c ",
      "code-removed errors[].code d ",
    ]);
  });

  test("loses codes at those operations that have it", () => {
    const before = contract([codes("a b")], {
      body,
      operations: [operation("GET /x", { "404": ["a", "b"] }), operation("GET /y", { "404": ["a", "b"] })],
    });
    const set = new Set(["a"]);
    const [x, y] = before.operations ?? [];
    const at = x?.responses.map((one) => ({
      ...one,
      codes: new Map([...one.codes, ["errors[].code", set]]),
    }));
    const after = {
      ...two("a b", "a"),
      operations: [x, y]
        .flatMap((one) => one ?? [])
        .map((one) => (one === x && at ? { ...one, responses: at } : one)),
    };
    expect(compare(before, after).map((one) => [one.kind, one.catalog, one.code, one.operations])).toEqual([
      ["code-removed", "errors[].code", "b", ["GET /x"]],
    ]);
  });

  test("is looked for within the limit", () => {
    const name = (index: number) => `n${index}`;
    const fields = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [name(index), { type: ["string"], required: false }]),
    );
    const of = (count: number) =>
      contract(
        Array.from({ length: count }, (_, index) => codes("a b", { name: name(index) })),
        { body: fields },
      );
    const limited = (limit: number) => () =>
      compare(of(20), of(40), { places: { limit, file: "openapi.yaml" } });
    // Each of 20 has two codes, and looks at 20 for each of them: 800 looks of 16
    expect(limited(12_799)).toThrow(expect.objectContaining({ code: "too-many-places" }));
    expect(limited(20_000)).not.toThrow();
  });
});

describe("a catalog that is gone", () => {
  const operations = [
    operation("GET /y", { "409": ["b"] }),
    operation("GET /x", { "404": ["a", "b"], "410": ["a"] }),
  ];

  test("takes its codes along, with the operations and statuses that they had", () => {
    expect(compare(contract([codes("b a")], { operations }), contract([]))[0]).toEqual(
      change("catalog-removed", {
        catalog: "code",
        codes: ["a", "b"],
        operations: ["GET /x", "GET /y"],
        statuses: ["404", "409", "410"],
        beforeSite: list,
      }),
    );
  });

  test("has the statuses that its codes say", () => {
    const before = contract([catalog([code("b", { statuses: ["410"] }), code("a", { statuses: ["404"] })])]);
    expect(compare(before, contract([]))).toEqual([
      change("catalog-removed", { catalog: "code", codes: ["a", "b"], statuses: ["404", "410"] }),
    ]);
  });

  test("while examples show its codes points at them", () => {
    const reasons = codes("r", { name: "reason" });
    const after = contract([reasons, codes("a", { normative: false })]);
    expect(compare(contract([reasons, codes("b a")]), after)).toEqual([
      change("catalog-removed", {
        catalog: "code",
        codes: ["a", "b"],
        after: "examples",
        site: placeOf("a"),
        beforeSite: list,
      }),
    ]);
  });

  test("and had no code takes nothing away", () => {
    expect(compare(contract([catalog([])]), contract([]))).toEqual([]);
  });

  test("while its field still stands has not moved, whoever lists its codes now", () => {
    const after = contract([codes("a b", { name: "error.code" })]);
    expect(compare(contract([codes("a b")]), after).map((one) => [one.kind, one.catalog, one.code])).toEqual([
      ["code-added", "error.code", "a"],
      ["code-added", "error.code", "b"],
      ["catalog-removed", "code", null],
    ]);
  });
});

describe("a catalog that is new", () => {
  test("brings its codes one by one, each with its place", () => {
    expect(compare(contract([]), contract([codes("b a")]))).toEqual([
      change("code-added", { catalog: "code", code: "a", site: placeOf("a") }),
      change("code-added", { catalog: "code", code: "b", site: placeOf("b") }),
    ]);
  });

  test("of mere examples brings none, unless examples are locked", () => {
    const after = contract([codes("a", { normative: false })]);
    expect(compare(contract([]), after)).toEqual([]);
    expect(compare(contract([]), after, { examples: false })).toEqual([]);
    expect(compare(contract([]), after, { examples: true }).map(({ kind }) => kind)).toEqual(["code-added"]);
  });
});

describe("catalogs of several names", () => {
  test("are compared by name, not by place among the others", () => {
    const one = codes("a b", { name: "code" });
    const other = codes("x y", { name: "reason" });
    expect(compare(contract([one, other]), contract([other, one]))).toEqual([]);
  });

  test("that both moved take one new place each", () => {
    const before = contract([codes("a b c", { name: "one" }), codes("a b d", { name: "two" })], { body: {} });
    const after = contract([codes("a b c d", { name: "all" })], { body: {} });
    expect(compare(before, after).map((one) => [one.kind, one.catalog ?? one.field, one.codes])).toEqual([
      ["code-added", "all", []],
      ["catalog-removed", "two", ["a", "b", "d"]],
      ["body-field-removed", "one", ["a", "b", "c"]],
    ]);
  });

  test("tell under which of them a code stands now", () => {
    const before = contract([codes("a gone"), codes("r", { name: "reason" })]);
    const inReason = contract([codes("a"), codes("r gone", { name: "reason" })]);
    const inNew = contract([codes("a"), codes("r", { name: "reason" }), codes("gone", { name: "detail" })]);
    const left = (after: Contract) => compare(before, after).find(({ kind }) => kind === "code-removed");
    const removed = { catalog: "code", code: "gone", site: list, beforeSite: placeOf("gone") };
    expect(left(inReason)).toEqual(change("code-removed", { ...removed, after: "reason" }));
    expect(left(inNew)).toEqual(change("code-removed", { ...removed, after: "detail" }));
    expect(left(contract([codes("a"), codes("r", { name: "reason" })]))).toEqual(
      change("code-removed", removed),
    );
  });
});

describe("a list", () => {
  const said = { catalog: "code", site: list, beforeSite: list };
  const of = (open: Openness, normative = true) => contract([codes("a b", { open, normative })]);

  test.each<readonly [Openness, Openness, "catalog-opened" | "catalog-closed" | null]>([
    ["closed", "open", "catalog-opened"],
    ["closed", "extensible", "catalog-opened"],
    ["open", "closed", "catalog-closed"],
    ["extensible", "closed", "catalog-closed"],
    ["open", "extensible", null],
    ["extensible", "open", null],
    ["closed", "closed", null],
  ])("that was %s and is %s", (before, after, kind) => {
    const changes = kind === null ? [] : [change(kind, { ...said, before, after })];
    expect(compare(of(before), of(after))).toEqual(changes);
  });

  test("of examples is neither open nor closed", () => {
    const examples = { examples: true };
    expect(compare(of("closed", false), of("open"), examples)).toEqual([]);
    expect(compare(of("closed"), of("open", false), examples)).toEqual([]);
  });

  test.each<readonly [string, string, string, boolean]>([
    ["in another order", "a b c", "b a c", true],
    ["with its last code first", "a b c", "c a b", true],
    ["with codes put between", "a b c", "a x b y c", false],
    ["with codes taken out", "a b c", "a c", false],
    ["with another in the place of one", "a b c", "a x c", false],
  ])("%s", (_, before, after, isReordered) => {
    const changes = compare(contract([codes(before)]), contract([codes(after)]));
    expect(changes.filter(({ kind }) => kind === "code-reordered")).toEqual(
      isReordered ? [change("code-reordered", said)] : [],
    );
  });

  test("of a baseline has no order to change", () => {
    const other = contract([codes("b a")]);
    const baseline = contract([codes("a b")], { operations: null });
    expect(compare(baseline, other)).toEqual([]);
    expect(compare(other, baseline)).toEqual([]);
  });
});
