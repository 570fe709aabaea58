import { describe, expect, test } from "vitest";
import { compare } from "../../src/compare/compare.js";
import type { Change } from "../../src/contract/change.js";
import type { Contract, Operation } from "../../src/contract/contract.js";
import { catalog, change, code, contract, operation } from "./contracts.js";

type Responses = Readonly<Record<string, readonly string[]>>;

const at = (path: string) => ({ file: "openapi.yaml", pointer: `#/paths/${path}` });
const list = { file: "openapi.yaml", pointer: "#/components/schemas/ErrorCode" };
const placed = (text: string) =>
  code(text, { sites: [{ file: "openapi.yaml", pointer: `#/codes/${text}` }] });
const placeOf = (text: string) => ({ file: "openapi.yaml", pointer: `#/codes/${text}` });

/** Codes a to d, all of which an operation beside the others returns, before and after. */
function api(operations: Readonly<Record<string, Responses>>): Contract {
  const codes = ["a", "b", "c", "d"];
  return contract([catalog(codes.map(placed))], {
    operations: [
      operation("GET /rest", { default: codes }),
      ...Object.entries(operations).map(([id, responses]) => operation(id, responses)),
    ],
  });
}

/** Operations with one response each, of such a status, and with such a list of letters: the same list for the same letters. */
function sharing(statuses: readonly string[], lists: readonly string[]): Operation[] {
  const sets = new Map(lists.map((letters) => [letters, new Set(letters)]));
  return lists.map((letters, index) => {
    const site = at(`GET /${index}`);
    const codes = new Map([["code", sets.get(letters) ?? new Set<string>()]]);
    return { id: `GET /${index}`, site, responses: [{ status: statuses[index] ?? "404", site, codes }] };
  });
}

describe("responses", () => {
  type Row = readonly [
    string,
    Readonly<Record<string, Responses>>,
    Readonly<Record<string, Responses>>,
    readonly Change[],
  ];
  const lost = (said: Partial<Change>) => change("error-response-removed", { before: "response", ...said });

  test.each<Row>([
    [
      "that went take their codes along",
      { "GET /x": { "404": ["b", "a"], "409": ["c"] } },
      { "GET /x": { "409": ["c"] } },
      [
        lost({
          operations: ["GET /x"],
          statuses: ["404"],
          codes: ["a", "b"],
          site: at("GET /x"),
          beforeSite: at("GET /x/responses/404"),
        }),
      ],
    ],
    [
      "that went together are one change",
      { "GET /x": { "404": ["a"], "409": ["c"] } },
      { "GET /x": {} },
      [
        lost({
          operations: ["GET /x"],
          statuses: ["404", "409"],
          codes: ["a", "c"],
          site: at("GET /x"),
          beforeSite: at("GET /x/responses/404"),
        }),
      ],
    ],
    [
      "of the same statuses that went from several operations are one change",
      { "GET /y": { "404": ["a"] }, "GET /x": { "404": ["b"] }, "GET /z": { "409": ["c"] } },
      { "GET /y": {}, "GET /x": {}, "GET /z": {} },
      [
        lost({
          operations: ["GET /x", "GET /y"],
          statuses: ["404"],
          codes: ["a", "b"],
          site: at("GET /y"),
          beforeSite: at("GET /y/responses/404"),
        }),
        lost({
          operations: ["GET /z"],
          statuses: ["409"],
          codes: ["c"],
          site: at("GET /z"),
          beforeSite: at("GET /z/responses/409"),
        }),
      ],
    ],
    [
      "that still stand there without codes are told apart from those that went",
      { "GET /x": { "404": ["a"], "409": ["b"] } },
      { "GET /x": { "404": [] } },
      [
        lost({
          operations: ["GET /x"],
          statuses: ["404"],
          codes: ["a"],
          after: "no codes",
          site: at("GET /x"),
          beforeSite: at("GET /x/responses/404"),
        }),
        lost({
          operations: ["GET /x"],
          statuses: ["409"],
          codes: ["b"],
          site: at("GET /x"),
          beforeSite: at("GET /x/responses/409"),
        }),
      ],
    ],
    ["that never had a code lose none", { "GET /x": { "404": [] } }, { "GET /x": { "404": [] } }, []],
    [
      "without codes that went are told too",
      { "GET /x": { "404": [] } },
      { "GET /x": {} },
      [
        lost({
          operations: ["GET /x"],
          statuses: ["404"],
          site: at("GET /x"),
          beforeSite: at("GET /x/responses/404"),
        }),
      ],
    ],
    [
      "that a range with codes stands for now have not gone",
      { "GET /x": { "404": ["a"] } },
      { "GET /x": { "4XX": ["a"] } },
      [],
    ],
    [
      "that a range without codes stands for now are lost",
      { "GET /x": { "404": ["a"] } },
      { "GET /x": { "4XX": [] } },
      [
        lost({
          operations: ["GET /x"],
          statuses: ["404"],
          codes: ["a"],
          site: at("GET /x"),
          beforeSite: at("GET /x/responses/404"),
        }),
      ],
    ],
    [
      "without codes that a range without codes stands for now have not gone",
      { "GET /x": { "404": [] } },
      { "GET /x": { "4XX": [] } },
      [],
    ],
    [
      "that another status with codes replaced are lost",
      { "GET /x": { "404": ["a"] } },
      { "GET /x": { "410": ["a"] } },
      [
        lost({
          operations: ["GET /x"],
          statuses: ["404"],
          codes: ["a"],
          site: at("GET /x"),
          beforeSite: at("GET /x/responses/404"),
        }),
      ],
    ],
    [
      "of operations that are gone are one change, with all that they could return",
      { "GET /y": { "404": ["b"] }, "GET /x": { "404": ["a"], "409": ["b"] }, "GET /z": {} },
      {},
      [
        change("error-response-removed", {
          operations: ["GET /x", "GET /y"],
          statuses: ["404", "409"],
          codes: ["a", "b"],
          before: "operation",
          beforeSite: at("GET /y"),
        }),
      ],
    ],
    ["of operations that came are no loss", {}, { "GET /x": {} }, []],
  ])("%s", (_, before, after, changes) => {
    expect(compare(api(before), api(after))).toEqual(changes);
  });

  test("that lost nothing but codes that left their catalog say nothing beyond that", () => {
    const of = (codes: string[], ...returned: string[]) =>
      contract([catalog(codes.map((text) => code(text)))], {
        operations: [operation("GET /rest", { "400": ["a"] }), operation("GET /x", { "404": returned })],
      });
    expect(compare(of(["a", "gone"], "gone"), of(["a"])).map(({ kind }) => kind)).toEqual(["code-removed"]);
  });

  test("that lost a renamed code with all others name it by its old name", () => {
    const of = (name: string, responses: Responses) =>
      contract([catalog([code("k"), code(name)])], {
        operations: [operation("GET /rest", { "400": ["k", name] }), operation("GET /x", responses)],
      });
    const changes = compare(
      of("invalid_reqeust", { "404": ["invalid_reqeust"], "409": ["invalid_reqeust"] }),
      of("invalid_request", { "404": [] }),
    );
    expect(changes.map(({ kind, after, codes }) => [kind, after, codes])).toEqual([
      ["code-renamed", null, []],
      ["error-response-removed", "no codes", ["invalid_reqeust"]],
      ["error-response-removed", null, ["invalid_reqeust"]],
    ]);
  });

  test("of several catalogs take along the codes of each", () => {
    const both = (responses: readonly ReadonlyMap<string, ReadonlySet<string>>[]) =>
      contract([catalog([code("a"), code("b")]), catalog([code("x"), code("y")], { name: "reason" })], {
        operations: responses.map((codes, index) => ({
          id: `GET /${index}`,
          site: at(`GET /${index}`),
          responses: [{ status: "404", site: at(`GET /${index}/responses/404`), codes }],
        })),
      });
    const codes = new Set(["a", "b"]);
    const rest = new Map([
      ["code", codes],
      ["reason", new Set(["x", "y"])],
    ]);
    const one = new Map([
      ["code", codes],
      ["reason", new Set(["x"])],
    ]);
    const other = new Map([
      ["code", codes],
      ["reason", new Set(["y"])],
    ]);
    const changes = compare(both([rest, one, other]), both([rest, new Map(), new Map()]));
    expect(changes).toEqual([
      change("error-response-removed", {
        operations: ["GET /1", "GET /2"],
        statuses: ["404"],
        codes: ["a", "b", "x", "y"],
        before: "response",
        after: "no codes",
        site: at("GET /1"),
        beforeSite: at("GET /1/responses/404"),
      }),
    ]);
  });
});

describe("codes of single operations", () => {
  test("that left several are one change, located at the first that lost it", () => {
    const before = { "GET /y": { "409": ["a", "b"], "404": ["b"] }, "GET /x": { "404": ["b", "a"] } };
    const after = { "GET /y": { "409": ["a"], "404": ["a"] }, "GET /x": { "404": ["a"] } };
    expect(compare(api(before), api(after))).toEqual([
      change("operation-code-removed", {
        catalog: "code",
        code: "b",
        operations: ["GET /x", "GET /y"],
        statuses: ["404", "409"],
        site: at("GET /y"),
        beforeSite: at("GET /y"),
      }),
    ]);
  });

  test("that several gained are one change, located at the first that gained it", () => {
    const before = { "GET /y": { "404": ["a"] }, "GET /x": { "404": ["a"] } };
    const after = { "GET /y": { "404": ["a", "b"] }, "GET /x": { "404": ["a", "b"] } };
    expect(compare(api(before), api(after))).toEqual([
      change("operation-code-added", {
        catalog: "code",
        code: "b",
        operations: ["GET /x", "GET /y"],
        site: at("GET /y"),
      }),
    ]);
  });

  test("that moved to another status of their operation did not leave it", () => {
    const before = { "GET /x": { "404": ["a", "b"], "409": ["c"] } };
    const after = { "GET /x": { "404": ["a"], "409": ["b", "c"] } };
    expect(compare(api(before), api(after))).toEqual([]);
  });

  test("that went with a response are told by the response alone", () => {
    const before = { "GET /x": { "404": ["a", "b"], "409": ["b", "c"] } };
    const after = { "GET /x": { "409": ["c"] } };
    expect(
      compare(api(before), api(after)).map(({ kind, code, statuses }) => [kind, code, statuses]),
    ).toEqual([
      ["error-response-removed", null, ["404"]],
      ["operation-code-removed", "b", ["409"]],
    ]);
  });

  test("that went with the codes of a response are told by the response alone", () => {
    const before = { "GET /x": { "404": ["a", "b"], "409": ["c"] } };
    const after = { "GET /x": { "404": [], "409": ["c"] } };
    expect(compare(api(before), api(after)).map(({ kind, code }) => [kind, code])).toEqual([
      ["error-response-removed", null],
    ]);
  });

  test("that came back with a new response are no gain", () => {
    const before = { "GET /x": { "404": ["a"] } };
    const after = { "GET /x": { "410": ["a"] } };
    expect(compare(api(before), api(after)).map(({ kind }) => kind)).toEqual(["error-response-removed"]);
  });

  test("that an operation without codes gained are one thing, together with those that gained the same", () => {
    const before = { "GET /x": {}, "GET /y": { "404": [] }, "GET /z": {}, "PUT /x": {} };
    const after = {
      "GET /x": { "404": ["b", "a"] },
      "GET /y": { "404": ["a"], "409": ["b"] },
      "GET /z": { "404": ["b", "c"] },
      "PUT /x": { "404": ["d"] },
    };
    expect(compare(api(before), api(after))).toEqual([
      change("operation-code-added", {
        catalog: "code",
        codes: ["a", "b"],
        operations: ["GET /x"],
        site: at("GET /x"),
      }),
      change("operation-code-added", {
        catalog: "code",
        codes: ["b", "c"],
        operations: ["GET /z"],
        site: at("GET /z"),
      }),
      change("operation-code-added", {
        catalog: "code",
        code: "a",
        operations: ["GET /y"],
        site: at("GET /y"),
      }),
      change("operation-code-added", {
        catalog: "code",
        code: "b",
        operations: ["GET /y"],
        site: at("GET /y"),
      }),
      change("operation-code-added", {
        catalog: "code",
        code: "d",
        operations: ["PUT /x"],
        site: at("PUT /x"),
      }),
    ]);
  });

  test("that share their lists between operations are told of all of them", () => {
    const of = (before: ReadonlySet<string>) =>
      contract([catalog(["a", "b"].map(placed))], {
        operations: [
          operation("GET /rest", { "400": ["a", "b"] }),
          ...["GET /x", "GET /y"].map(
            (id): Operation => ({
              id,
              site: at(id),
              responses: [{ status: "404", site: at(id), codes: new Map([["code", before]]) }],
            }),
          ),
        ],
      });
    const changes = compare(of(new Set(["a"])), of(new Set(["b"])));
    expect(changes.map(({ kind, code, operations }) => [kind, code, operations])).toEqual([
      ["operation-code-removed", "a", ["GET /x", "GET /y"]],
      ["operation-code-added", "b", ["GET /x", "GET /y"]],
    ]);
  });

  test("that left with a status that the code itself lost are told once, by the code", () => {
    const of = (statuses: string[], responses: Readonly<Record<string, Responses>>) =>
      contract([catalog([code("a", { statuses }), code("b")])], {
        operations: [
          operation("GET /rest", { "409": ["a"], "400": ["b"] }),
          ...Object.entries(responses).map(([id, one]) => operation(id, one)),
        ],
      });
    const before = of(["404", "409"], { "GET /x": { "404": ["a", "b"] }, "GET /y": { "409": ["a", "b"] } });
    const after = of(["409"], { "GET /x": { "404": ["b"] }, "GET /y": { "409": ["b"] } });
    expect(compare(before, after).map(({ kind, code, operations }) => [kind, code, operations])).toEqual([
      ["code-status-removed", "a", ["GET /rest", "GET /x", "GET /y"]],
      ["operation-code-removed", "a", ["GET /y"]],
    ]);
  });

  test("that left with a status that another code, or the code of another catalog, lost are told", () => {
    const of = (status: readonly string[], responses: Responses) =>
      contract(
        [
          catalog([code("a"), code("b")]),
          catalog([code("a", { statuses: status }), code("x")], { name: "reason" }),
        ],
        { operations: [operation("GET /rest", { default: ["a", "b"] }), operation("GET /x", responses)] },
      );
    const changes = compare(of(["404", "409"], { "404": ["a", "b"] }), of(["409"], { "404": ["b"] }));
    expect(changes.map(({ kind, catalog, statuses }) => [kind, catalog, statuses])).toEqual([
      ["code-status-removed", "reason", ["404"]],
      ["operation-code-removed", "code", ["404"]],
    ]);
  });

  test("that left with more statuses than the code lost are told with all of them", () => {
    const of = (statuses: readonly string[], responses: Responses) =>
      contract([catalog([code("a", { statuses }), code("b")])], {
        operations: [operation("GET /rest", { default: ["a", "b"] }), operation("GET /x", responses)],
      });
    const before = of(["404", "409"], { "404": ["a", "b"], "409": ["a", "b"] });
    const changes = compare(before, of(["409"], { "404": ["b"], "409": ["b"] }));
    expect(changes.map(({ kind, statuses }) => [kind, statuses])).toEqual([
      ["code-status-removed", ["404"]],
      ["operation-code-removed", ["404", "409"]],
    ]);
    const wider = compare(of(["404"], { "410": ["a", "b"] }), of(["404", "410"], { "410": ["b"] }));
    expect(wider.map(({ kind, statuses }) => [kind, statuses])).toEqual([
      ["code-status-added", ["410"]],
      ["operation-code-removed", ["410"]],
    ]);
  });

  test("that others were merged into are no gain where one of those was returned", () => {
    const of = (codes: readonly string[], x: readonly string[], y: readonly string[], z: readonly string[]) =>
      contract([catalog(codes.map((text) => code(text)))], {
        operations: [
          operation("GET /rest", { default: codes }),
          operation("GET /x", { "404": x }),
          operation("GET /y", { "404": y }),
          operation("GET /z", { "404": z }),
        ],
      });
    const before = of(["NotFound", "Not-Found", "not_found", "k"], ["NotFound"], ["Not-Found"], ["k"]);
    const after = of(["not_found", "k"], ["not_found"], ["not_found"], ["k", "not_found"]);
    expect(compare(before, after).map(({ kind, code, operations }) => [kind, code, operations])).toEqual([
      ["code-renamed", "Not-Found", ["GET /rest", "GET /y"]],
      ["code-renamed", "NotFound", ["GET /rest", "GET /x"]],
      ["operation-code-added", "not_found", ["GET /z"]],
    ]);
  });

  test("that operations without codes gained are told apart, whatever their names", () => {
    const of = (x: Responses, y: Responses) =>
      contract([catalog(["ab", "c", "a", "bc"].map(placed))], {
        operations: [
          operation("GET /rest", { default: ["ab", "c", "a", "bc"] }),
          operation("GET /x", x),
          operation("GET /y", y),
        ],
      });
    const changes = compare(of({}, {}), of({ "404": ["ab", "c"] }, { "404": ["a", "bc"] }));
    expect(changes.map(({ codes, operations }) => [codes, operations])).toEqual([
      [["ab", "c"], ["GET /x"]],
      [["a", "bc"], ["GET /y"]],
    ]);
  });

  test("are located at the first that gained them, also where it could return none before", () => {
    const before = { "GET /y": {}, "GET /x": { "404": ["a"] } };
    const after = { "GET /y": { "404": ["b"] }, "GET /x": { "404": ["a", "b"] } };
    expect(compare(api(before), api(after))).toEqual([
      change("operation-code-added", {
        catalog: "code",
        code: "b",
        operations: ["GET /x", "GET /y"],
        site: at("GET /y"),
      }),
    ]);
  });

  test("that left several are located at the first whose loss the code itself does not say", () => {
    const of = (statuses: readonly string[], lists: readonly string[]) =>
      contract([catalog([code("a", { statuses }), code("b"), code("c")])], {
        operations: sharing(["404", "409", "409", "409"], lists),
      });
    const changes = compare(of(["404", "409"], ["ab", "ac", "ab", "a"]), of(["409"], ["b", "c", "b", "a"]));
    expect(changes.map(({ kind, operations, site }) => [kind, operations, site])).toEqual([
      ["code-status-removed", ["GET /0", "GET /1", "GET /2", "GET /3"], null],
      ["operation-code-removed", ["GET /1", "GET /2"], at("GET /1")],
    ]);
  });

  test("that left other responses of one operation are told each with its own statuses", () => {
    const before = { "GET /x": { "404": ["a", "c"], "409": ["b", "c"] } };
    const after = { "GET /x": { "404": ["c"], "409": ["c"] } };
    expect(compare(api(before), api(after)).map(({ code, statuses }) => [code, statuses])).toEqual([
      ["a", ["404"]],
      ["b", ["409"]],
    ]);
  });

  test("that left with a status that the code itself lost are told by the code alone", () => {
    const of = (statuses: readonly string[], returned: readonly string[]) =>
      contract([catalog([code("a", { statuses }), code("b")])], {
        operations: [
          operation("GET /rest", { default: ["a", "b"] }),
          operation("GET /x", { "404": returned }),
        ],
      });
    const changes = compare(of(["404", "409"], ["a", "b"]), of(["409"], ["b"]));
    expect(changes.map(({ kind }) => kind)).toEqual(["code-status-removed"]);
  });

  test("that left have the statuses of those responses that carried their catalog", () => {
    const of = (returned: readonly string[]) => {
      const x = operation("GET /x", { "404": returned });
      const other = { status: "409", site: at("409"), codes: new Map([["reason", new Set(["r"])]]) };
      return contract([catalog([code("a"), code("b")]), catalog([code("r")], { name: "reason" })], {
        operations: [
          operation("GET /rest", { default: ["a", "b"] }),
          { ...x, responses: [...x.responses, other] },
        ],
      });
    };
    const changes = compare(of(["a", "b"]), of(["b"]));
    expect(changes.map(({ kind, code, statuses }) => [kind, code, statuses])).toEqual([
      ["operation-code-removed", "a", ["404"]],
    ]);
  });

  test("are told of operations that share lists with others in turn", () => {
    const of = (...lists: readonly string[]) =>
      contract([catalog(["a", "b", "c", "d"].map(placed))], {
        operations: [operation("GET /rest", { default: ["a", "b", "c", "d"] }), ...sharing([], lists)],
      });
    const changes = compare(of("ab", "cd", "ab", "cd"), of("a", "c", "a", "c"));
    expect(changes.map(({ code, operations }) => [code, operations])).toEqual([
      ["b", ["GET /0", "GET /2"]],
      ["d", ["GET /1", "GET /3"]],
    ]);
  });

  test("are not compared where one side does not know its operations", () => {
    const before = api({ "GET /x": { "404": ["a"] } });
    expect(compare({ ...before, operations: null }, api({}))).toEqual([]);
    expect(compare(before, { ...api({}), operations: null })).toEqual([]);
  });
});

describe("which operation is which", () => {
  const kinds = (before: Readonly<Record<string, Responses>>, after: Readonly<Record<string, Responses>>) =>
    compare(api(before), api(after)).map(({ kind, operations, code }) => [kind, operations, code]);

  test("is told by the path before the names of its parameters", () => {
    const before = { "GET /x/{a}": { "404": ["a"] }, "GET /x/{b}": { "404": ["b"] } };
    expect(kinds(before, { "GET /x/{b}": { "404": ["b"] }, "GET /x/{c}": { "404": ["a"] } })).toEqual([]);
  });

  test("is told once for each: two of one shape are not one", () => {
    const before = { "GET /x/{a}": { "404": ["a"] }, "GET /x/{b}": { "404": ["a"] } };
    expect(kinds(before, { "GET /x/{c}": { "404": ["a"] } })).toEqual([
      ["error-response-removed", ["GET /x/{b}"], null],
    ]);
  });

  test("is told by every part of the path and the method", () => {
    const before = { "GET /x/{a}/y/{b}": { "404": ["a"] } };
    expect(kinds(before, { "GET /x/{1}/y/{2}": { "404": ["a"] } })).toEqual([]);
    expect(kinds(before, { "GET /x//y/{b}": { "404": ["a"] } })).toEqual([
      ["error-response-removed", ["GET /x/{a}/y/{b}"], null],
    ]);
    expect(kinds(before, { "PUT /x/{a}/y/{b}": { "404": ["a"] } })).toEqual([
      ["error-response-removed", ["GET /x/{a}/y/{b}"], null],
    ]);
    expect(kinds(before, { "GET /x/{a}/z/{b}": { "404": ["a"] } })).toEqual([
      ["error-response-removed", ["GET /x/{a}/y/{b}"], null],
    ]);
  });
});

describe("codes that nothing returns any more", () => {
  const bare = (...operations: Operation[]) =>
    contract([catalog(["a", "b", "c"].map(placed))], { operations });

  test("are told one by one while others of their list are returned", () => {
    const before = bare(
      operation("GET /y", { "404": ["a", "b", "c"] }),
      operation("GET /x", { "409": ["a"] }),
    );
    const after = bare(operation("GET /y", { "404": ["c"] }), operation("GET /x", { "409": ["c"] }));
    expect(compare(before, after).filter(({ kind }) => kind === "code-unreachable")).toEqual([
      change("code-unreachable", {
        catalog: "code",
        code: "a",
        operations: ["GET /x", "GET /y"],
        statuses: ["404", "409"],
        site: placeOf("a"),
        beforeSite: placeOf("a"),
      }),
      change("code-unreachable", {
        catalog: "code",
        code: "b",
        operations: ["GET /y"],
        statuses: ["404"],
        site: placeOf("b"),
        beforeSite: placeOf("b"),
      }),
    ]);
    expect(compare(before, after).map(({ kind, code }) => [kind, code])).toEqual([
      ["operation-code-added", "c"],
      ["code-unreachable", "a"],
      ["code-unreachable", "b"],
    ]);
  });

  test("are one change when no response leads to their list, whose responses are not told beside it", () => {
    const pointed = (contents: Contract) => ({
      ...contents,
      catalogs: contents.catalogs.map((one) => ({ ...one, pointers: ["#/components/schemas/ErrorCode"] })),
    });
    const before = pointed(
      bare(operation("GET /y", { "404": ["a", "b"] }), operation("GET /x", { "409": ["c"] })),
    );
    const after = pointed(bare(operation("GET /y", { "404": [] }), operation("GET /x", { "409": [] })));
    expect(compare(before, after)).toEqual([
      change("code-unreachable", {
        catalog: "code",
        codes: ["a", "b", "c"],
        operations: ["GET /x", "GET /y"],
        site: list,
        beforeSite: list,
      }),
    ]);
  });

  test("and never were returned are no event", () => {
    const before = bare(operation("GET /x", { "404": ["a"] }));
    expect(compare(before, before)).toEqual([]);
    expect(compare(bare(), bare())).toEqual([]);
  });

  test("are a loss of their responses too while another list is still returned", () => {
    const both = (code404: readonly string[], reason: readonly string[]) =>
      contract([catalog([code("a"), code("b")]), catalog([code("x"), code("y")], { name: "reason" })], {
        operations: [
          {
            id: "GET /x",
            site: at("GET /x"),
            responses: [
              { status: "404", site: at("404"), codes: new Map([["code", new Set(code404)]]) },
              { status: "409", site: at("409"), codes: new Map([["reason", new Set(reason)]]) },
            ],
          },
        ],
      });
    const changes = compare(both(["a", "b"], ["x", "y"]), both([], ["x", "y"]));
    expect(changes.map(({ kind, catalog, codes, after }) => [kind, catalog, codes, after])).toEqual([
      ["error-response-removed", null, ["a", "b"], "no codes"],
      ["code-unreachable", "code", ["a", "b"], null],
    ]);
    expect(
      compare(both(["a", "b"], ["x", "y"]), both([], [])).map(({ kind, catalog }) => [kind, catalog]),
    ).toEqual([
      ["code-unreachable", "code"],
      ["code-unreachable", "reason"],
    ]);
  });

  test("are told alone when the list has but one", () => {
    const of = (...codes: string[]) =>
      contract([catalog([placed("a")])], { operations: [operation("GET /x", { "404": codes })] });
    expect(compare(of("a"), of()).map(({ kind, code }) => [kind, code])).toEqual([
      ["error-response-removed", null],
      ["code-unreachable", "a"],
    ]);
  });
});
