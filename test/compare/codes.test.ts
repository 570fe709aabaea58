import { describe, expect, test } from "vitest";
import { compare } from "../../src/compare/compare.js";
import type { Change } from "../../src/contract/change.js";
import type { Code, Contract } from "../../src/contract/contract.js";
import { catalog, change, code, contract, operation } from "./contracts.js";

const site = (name: string, file = "openapi.yaml") => ({ file, pointer: `#/components/schemas/${name}` });
const list = site("ErrorCode");
const old = site("Old/enum/0");
const fresh = site("New/enum/0");

/** One code before and after, each with its own place, beside one that stays. */
function lives(before: Partial<Code>, after: Partial<Code>): Change[] {
  const of = (said: Partial<Code>) =>
    contract([catalog([code("gone", said), code("kept", { sites: [site("Kept")] })])]);
  return compare(of({ sites: [old], ...before }), of({ sites: [fresh], ...after }));
}

const gone = { catalog: "code", code: "gone", site: fresh, beforeSite: old };

describe("the life of a code that stays", () => {
  test.each<readonly [string, Partial<Code>, Partial<Code>, readonly Change[]]>([
    [
      "is deprecated, with its sunset and what replaces it",
      {},
      { deprecated: true, sunset: "2027-01-01", replacedBy: "kept" },
      [change("code-deprecated", { ...gone, to: ["kept"], after: "2027-01-01" })],
    ],
    ["is deprecated without more", {}, { deprecated: true }, [change("code-deprecated", gone)]],
    [
      "is no longer deprecated, whatever becomes of its sunset",
      { deprecated: true, sunset: "2027-01-01" },
      {},
      [change("code-undeprecated", gone)],
    ],
    [
      "has its sunset moved forward",
      { deprecated: true, sunset: "2027-06-01" },
      { deprecated: true, sunset: "2027-01-01" },
      [change("code-sunset-shortened", { ...gone, before: "2027-06-01", after: "2027-01-01" })],
    ],
    [
      "has its sunset taken back",
      { deprecated: true, sunset: "2027-06-01" },
      { deprecated: true },
      [change("code-sunset-shortened", { ...gone, before: "2027-06-01" })],
    ],
    [
      "keeps its sunset",
      { deprecated: true, sunset: "2027-06-01" },
      { deprecated: true, sunset: "2027-06-01" },
      [],
    ],
    ["stays deprecated without a sunset", { deprecated: true }, { deprecated: true }, []],
    [
      "gets a sunset while it is deprecated",
      { deprecated: true },
      { deprecated: true, sunset: "2027-01-01" },
      [],
    ],
    [
      "has a sunset before it is deprecated: no promise is broken yet",
      { sunset: "2027-06-01" },
      { deprecated: true, sunset: "2027-01-01" },
      [change("code-deprecated", { ...gone, after: "2027-01-01" })],
    ],
    [
      "has another description",
      { description: "It is gone." },
      { description: "It went." },
      [change("description-changed", { ...gone, before: "It is gone.", after: "It went." })],
    ],
    [
      "has its description laid out anew",
      { description: "It is gone.\nFor good." },
      { description: "  It  is gone. For\n\n  good. " },
      [],
    ],
    [
      "has two words of its description written as one",
      { description: "It is gone for good." },
      { description: "Itisgoneforgood." },
      [
        change("description-changed", {
          ...gone,
          before: "It is gone for good.",
          after: "Itisgoneforgood.",
        }),
      ],
    ],
    ["gets its first description", {}, { description: "It is gone." }, []],
    ["loses its only description", { description: "It is gone." }, {}, []],
    [
      "stands in another group",
      { group: "General" },
      { group: "Things" },
      [change("group-changed", { ...gone, before: "General", after: "Things" })],
    ],
    ["gets its first group", {}, { group: "General" }, []],
    ["loses its group", { group: "General" }, {}, []],
  ])("%s", (_, before, after, changes) => {
    expect(lives(before, after)).toEqual(changes);
  });
});

describe("the statuses of a code that stays", () => {
  const statuses = (...list: string[]): Partial<Code> => ({ statuses: list });

  test.each<readonly [string, readonly string[], readonly string[], readonly Change[]]>([
    [
      "are fewer",
      ["404", "410"],
      ["410"],
      [change("code-status-removed", { ...gone, statuses: ["404"], before: "404" })],
    ],
    [
      "are others",
      ["404", "410"],
      ["409", "422"],
      [
        change("code-status-removed", {
          ...gone,
          statuses: ["404", "410"],
          before: "404 and 410",
          after: "409 and 422",
        }),
      ],
    ],
    [
      "are more",
      ["404"],
      ["400", "404", "410"],
      [change("code-status-added", { ...gone, beforeSite: null, statuses: ["400", "410"] })],
    ],
    [
      "have one that a range stands for",
      ["404"],
      ["4xx"],
      [change("code-status-added", { ...gone, beforeSite: null, statuses: ["4xx"] })],
    ],
    ["were a range of which one is left", ["4XX", "500"], ["404", "500"], []],
    [
      "were a range that was there beside the one that is left",
      ["404", "4XX"],
      ["404"],
      [change("code-status-removed", { ...gone, statuses: ["4XX"], before: "4XX" })],
    ],
    ["have one that a range of before stood for", ["4XX"], ["404", "4XX"], []],
    [
      "lost one to a range of other statuses",
      ["404"],
      ["5XX"],
      [change("code-status-removed", { ...gone, statuses: ["404"], before: "404", after: "5XX" })],
    ],
    ["were left to a default", ["404", "default"], ["default"], []],
    ["were a default that is now told one by one", ["default"], ["404", "500"], []],
    [
      "were a default of which a range is no substitute beside what was there",
      ["404", "default"],
      ["404"],
      [change("code-status-removed", { ...gone, statuses: ["default"], before: "default" })],
    ],
    [
      "have one that is no range, however it looks",
      ["404"],
      ["4XXX"],
      [change("code-status-removed", { ...gone, statuses: ["404"], before: "404", after: "4XXX" })],
    ],
    [
      "have one that only ends as a range does",
      ["144"],
      ["14XX"],
      [change("code-status-removed", { ...gone, statuses: ["144"], before: "144", after: "14XX" })],
    ],
    [
      "have one of no class that a range may stand for",
      ["604"],
      ["6XX"],
      [change("code-status-removed", { ...gone, statuses: ["604"], before: "604", after: "6XX" })],
    ],
    ["are said for the first time", [], ["404"], []],
    ["are said no more", ["404"], [], []],
  ])("%s", (_, before, after, changes) => {
    expect(lives(statuses(...before), statuses(...after))).toEqual(changes);
  });

  test("are told with the operations that returned it, or return it now", () => {
    const of = (status: readonly string[], ...ids: string[]) =>
      contract([catalog([code("gone", { statuses: status })])], {
        operations: [
          operation("GET /rest", { default: ["gone"] }),
          ...ids.map((id) => operation(id, { "404": ["gone"] })),
        ],
      });
    expect(compare(of(["404"]), of(["410"], "GET /new"))[0]).toEqual(
      change("code-status-removed", {
        catalog: "code",
        code: "gone",
        statuses: ["404"],
        before: "404",
        after: "410",
        operations: ["GET /rest"],
      }),
    );
    expect(compare(of(["404"]), of(["404", "410"], "GET /new"))[0]).toEqual(
      change("code-status-added", {
        catalog: "code",
        code: "gone",
        statuses: ["410"],
        operations: ["GET /new", "GET /rest"],
      }),
    );
  });
});

describe("a code that comes or goes", () => {
  const stays = code("kept", { sites: [site("Kept")] });
  const api = (said: Partial<Code> | null, responses: Readonly<Record<string, readonly string[]>> = {}) =>
    contract([catalog(said === null ? [stays] : [stays, code("gone", { sites: [old], ...said })])], {
      operations: [operation("GET /x", responses), operation("GET /y", responses)],
    });
  const everywhere = { "404": ["kept", "gone"], "409": ["gone"], "500": ["kept"] };

  test("shows in the operations that carry it and their statuses, and points at itself", () => {
    expect(compare(api(null), api({}, everywhere))[0]).toEqual(
      change("code-added", {
        catalog: "code",
        code: "gone",
        operations: ["GET /x", "GET /y"],
        statuses: ["404", "409"],
        site: old,
      }),
    );
  });

  test("has the statuses that its contract says, whatever its responses show", () => {
    expect(compare(api(null), api({ statuses: ["410", "404"] }, everywhere))[0]).toEqual(
      change("code-added", {
        catalog: "code",
        code: "gone",
        operations: ["GET /x", "GET /y"],
        statuses: ["404", "410"],
        site: old,
      }),
    );
  });

  test("points at the list that lost it, and at where it stood", () => {
    const [removed, ...rest] = compare(api({}, everywhere), api(null, { "404": ["kept"], "500": ["kept"] }));
    expect(removed).toEqual(
      change("code-removed", {
        catalog: "code",
        code: "gone",
        operations: ["GET /x", "GET /y"],
        statuses: ["404", "409"],
        site: site("ErrorCode"),
        beforeSite: old,
      }),
    );
    expect(rest.map(({ kind }) => kind)).toEqual(["error-response-removed"]);
  });

  test("has no operations when the contract does not know them", () => {
    const before = { ...api({}), operations: null };
    expect(compare(before, api(null))[0]).toEqual(
      change("code-removed", { catalog: "code", code: "gone", site: list, beforeSite: old }),
    );
  });

  test("and was retired before is back, wherever it stands now", () => {
    const retired = { gone: { since: "0.1.0", retired: "0.9.0", reason: "nobody sent it" } };
    const before = contract([catalog([stays], { retired })]);
    expect(compare(before, api({}, { "404": ["gone"] }))).toEqual([
      change("code-reintroduced", {
        catalog: "code",
        code: "gone",
        before: "retired in 0.9.0",
        operations: ["GET /x", "GET /y"],
        statuses: ["404"],
        site: old,
      }),
    ]);
  });

  test("and lives on under another name points at both, and at the list when the new one has no place", () => {
    const named = (text: string, ...sites: Code["sites"]) =>
      contract([catalog([stays, code(text, { sites })])]);
    const renamed = {
      catalog: "code",
      code: "goneCode",
      to: ["gone_code"],
      how: "separator",
      confidence: 0.98,
      evidence: ["the same words in another style", "the only code that left, and the only one that came"],
    } as const;
    expect(compare(named("goneCode", old), named("gone_code", fresh))).toEqual([
      change("code-renamed", { ...renamed, site: fresh, beforeSite: old }),
    ]);
    expect(compare(named("goneCode"), named("gone_code"))).toEqual([
      change("code-renamed", { ...renamed, site: list }),
    ]);
  });

  test("has a name of its own, even one that every object knows", () => {
    const [added] = compare(contract([catalog([])]), contract([catalog([code("constructor")])]));
    expect(added).toEqual(change("code-added", { catalog: "code", code: "constructor" }));
  });
});

describe("the place of a list", () => {
  const removedFrom = (pointers: readonly string[], sites: Code["sites"] = [site("Kept", "a.yaml")]) => {
    const of = (...codes: Code[]) => contract([catalog(codes, { pointers })]);
    const [removed] = compare(of(code("kept", { sites }), code("gone")), of(code("kept", { sites })));
    return removed?.site;
  };

  test("is in the file of its codes, unless its pointer names another", () => {
    expect(removedFrom(["#/Code"])).toEqual({ file: "a.yaml", pointer: "#/Code" });
    expect(removedFrom(["b.yaml#/Code"])).toEqual({ file: "b.yaml", pointer: "#/Code" });
    expect(removedFrom(["b.yaml#/Code"], [])).toEqual({ file: "b.yaml", pointer: "#/Code" });
  });

  test("is that of the first of its pointers", () => {
    expect(removedFrom(["#/A", "#/B"])).toEqual({ file: "a.yaml", pointer: "#/A" });
  });

  test("is unknown without a pointer or a file", () => {
    expect(removedFrom([])).toBeNull();
    expect(removedFrom(["#/Code"], [])).toBeNull();
  });
});

describe("the order of a report", () => {
  const of = (catalogs: Readonly<Record<string, readonly string[]>>, said: Partial<Contract> = {}) =>
    contract(
      Object.entries(catalogs).map(([name, codes]) =>
        catalog(
          codes.map((text) => code(text)),
          { name },
        ),
      ),
      said,
    );

  test("is by kind, then by catalog, then by code, all by code point", () => {
    const before = of({ b: ["k", "z9", "Z9"], a: ["k", "y8"] });
    const after = of({ b: ["k", "ä1", "q2"], a: ["k", "r3"] });
    expect(compare(before, after).map((one) => [one.kind, one.catalog, one.code])).toEqual([
      ["code-removed", "a", "y8"],
      ["code-removed", "b", "Z9"],
      ["code-removed", "b", "z9"],
      ["code-added", "a", "r3"],
      ["code-added", "b", "q2"],
      ["code-added", "b", "ä1"],
    ]);
  });

  test("is by operations, then by statuses, where no code tells", () => {
    const api = (...operations: ReturnType<typeof operation>[]) => of({ code: ["k"] }, { operations });
    const rest = operation("GET /rest", { "400": ["k"] });
    const before = api(
      rest,
      operation("GET /y", { "404": ["k"] }),
      operation("GET /x", { "410": ["k"] }),
      operation("GET /z", { "404": ["k"], "409": [] }),
    );
    const after = api(
      rest,
      operation("GET /y", {}),
      operation("GET /x", {}),
      operation("GET /z", { "404": [] }),
    );
    expect(compare(before, after).map((one) => [one.kind, one.operations, one.statuses])).toEqual([
      ["error-response-removed", ["GET /x"], ["410"]],
      ["error-response-removed", ["GET /y"], ["404"]],
      ["error-response-removed", ["GET /z"], ["404"]],
      ["error-response-removed", ["GET /z"], ["409"]],
    ]);
  });
});
