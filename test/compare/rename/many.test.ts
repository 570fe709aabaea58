import { describe, expect, test } from "vitest";
import { catalog, code, contract, listed } from "../contracts.js";
import { told } from "../told.js";
import { type Api, api } from "./api.js";

/** What is shown, the list of codes before and after, and what became of those that left. */
type ListRow = readonly [string, string, string, readonly string[]];

type ResponseRow = readonly [string, Api, Api, readonly string[]];

const splits: readonly ListRow[] = [
  [
    "two that say it and more, where it stood",
    "key tau_conflict map",
    "key tau_conflict_read tau_conflict_write map",
    ["tau_conflict > tau_conflict_read + tau_conflict_write: split 0.7 (they came where it left)"],
  ],
  [
    "three that say it and more, where it stood",
    "key alpha_conflict map",
    "key alpha_conflict_red alpha_conflict_blue alpha_conflict_pink map",
    [
      "alpha_conflict > alpha_conflict_blue + alpha_conflict_pink + alpha_conflict_red: split 0.7 (they came where it left)",
    ],
  ],
  [
    "none of four: that is a list rewritten",
    "key alpha_conflict map",
    "key alpha_conflict_red alpha_conflict_blue alpha_conflict_pink alpha_conflict_gray map",
    ["alpha_conflict left, alpha_conflict_blue?"],
  ],
  [
    "none, where one of two has nothing to do with it",
    "key alpha_conflict map",
    "key alpha_conflict_red orange map",
    ["alpha_conflict left, alpha_conflict_red?"],
  ],
  [
    "none, where one of two says the contrary",
    "key alpha_valid map",
    "key alpha_valid_now alpha_invalid map",
    ["alpha_valid left, alpha_valid_now?"],
  ],
  [
    "none, where one of two has another number",
    "key alpha_conflict map",
    "key alpha_conflict_now alpha_conflict_2 map",
    ["alpha_conflict left, alpha_conflict_now?"],
  ],
  [
    "two where one was the whole list, though one has nothing to do with it",
    "alpha_conflict",
    "alpha_conflict_red orange",
    [
      "alpha_conflict > alpha_conflict_red + orange: split 0.75 (the only code of the list, and now its only codes)",
    ],
  ],
  [
    "none where one was the whole list and neither has anything to do with it",
    "conflict",
    "orange purple",
    ["conflict left"],
  ],
  [
    "none where one was the whole list and one of two says the contrary",
    "alpha_valid",
    "alpha_valid_now alpha_invalid",
    ["alpha_valid left, alpha_valid_now?"],
  ],
  [
    "two, though one of them alone would be a rename",
    "key alpha_conflict map",
    "key alpha_conflict_red alpha_conflicts map",
    ["alpha_conflict > alpha_conflict_red + alpha_conflicts: split 0.7 (they came where it left)"],
  ],
  [
    "none, where one of two is clearly another code's new name",
    "key alpha_request map alpha_request_recieved zip",
    "key alpha_request_red alpha_request_received map zip",
    [
      "alpha_request left, alpha_request_red?",
      "alpha_request_recieved > alpha_request_received: typo 0.9 (a spelling corrected)",
    ],
  ],
  [
    "two, where one is perhaps another code's new name",
    "key alpha_conflict map alpha_conflict_ted zip",
    "key alpha_conflict_red alpha_conflict_teds map zip",
    [
      "alpha_conflict_ted left",
      "alpha_conflict > alpha_conflict_red + alpha_conflict_teds: split 0.7 (they came where it left)",
    ],
  ],
  [
    "none, where one of two is another code's words in another order",
    "key alpha_conflict map red_alpha_conflict zip",
    "key alpha_conflict_red alpha_conflict_blue map zip",
    [
      "alpha_conflict left, alpha_conflict_blue?",
      "red_alpha_conflict > alpha_conflict_red: token 0.85 (the same words in another order)",
    ],
  ],
  [
    "two, where one is a form of another code, which then has no new name",
    "key alpha_conflict map alpha_conflict_weakly zip",
    "key alpha_conflict_weak alpha_conflict_blue map zip",
    [
      "alpha_conflict_weakly left",
      "alpha_conflict > alpha_conflict_blue + alpha_conflict_weak: split 0.7 (they came where it left)",
    ],
  ],
  [
    "two, one of which took another code in",
    "key alpha_conflict map alpha_conflicting zip",
    "key alpha_conflicts alpha_conflict_blue map zip",
    [
      "alpha_conflict > alpha_conflict_blue + alpha_conflicts: split 0.7 (they came where it left)",
      "alpha_conflicting > alpha_conflicts: merge 0.75 (`conflicting` and `conflicts` are forms of one word)",
    ],
  ],
  [
    "none, where it is surely another code elsewhere",
    "key alpha_conflict map zip",
    "key alpha_conflict_red alpha_conflict_blue map alphaConflict zip",
    ["alpha_conflict > alphaConflict: separator 0.97 (the same words in another style)"],
  ],
  [
    "two, where a mere form of it came elsewhere",
    "key alpha_conflict map zip",
    "key alpha_conflict_red alpha_conflict_blue map alpha_conflicts zip",
    ["alpha_conflict > alpha_conflict_blue + alpha_conflict_red: split 0.7 (they came where it left)"],
  ],
  [
    "two that say its failure of something, where it was the bare failure",
    "key not_found map",
    "key unknown_user unknown_order map",
    ["not_found > unknown_order + unknown_user: split 0.7 (they came where it left)"],
  ],
  [
    "two, one of which follows a pattern of others",
    "key sandbox_full map sandbox_idle zip sandbox_green",
    "key sandbox_fully machine_full map machine_idle zip machine_green",
    [
      "sandbox_full > machine_full + sandbox_fully: split 0.7 (they came where it left) [sandbox > machine]",
      "sandbox_green > machine_green: token 0.89 (2 other codes swap sandbox for machine; both say `green`; same place in the list) [sandbox > machine]",
      "sandbox_idle > machine_idle: token 0.92 (2 other codes swap sandbox for machine; same place in the list; both say `idle`) [sandbox > machine]",
    ],
  ],
  [
    "none, where one was there already",
    "key alpha_conflict map alpha_conflict_red",
    "key alpha_conflict_red alpha_conflict_blue map",
    [
      "alpha_conflict > alpha_conflict_blue: prefix 0.61 (both say `alpha_conflict`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "none, where another left beside it",
    "key alpha_conflict alpha_conflicted map",
    "key alpha_conflict_red alpha_conflict_blue map",
    ["alpha_conflict left, alpha_conflict_blue?", "alpha_conflicted left, alpha_conflict_red?"],
  ],
  [
    "two that mean the same in other words",
    "key conflict map",
    "key aborted already_exists map",
    ["conflict > aborted + already_exists: split 0.7 (they came where it left)"],
  ],
  [
    "two at the end of a list",
    "key map alpha_conflict",
    "key map alpha_conflict_red alpha_conflict_blue",
    ["alpha_conflict > alpha_conflict_blue + alpha_conflict_red: split 0.7 (they came where it left)"],
  ],
  [
    "two each, for two that left apart",
    "key alpha_conflict map beta_failure zip",
    "key alpha_conflict_red alpha_conflict_blue map beta_failure_pink beta_failure_gray zip",
    [
      "alpha_conflict > alpha_conflict_blue + alpha_conflict_red: split 0.7 (they came where it left)",
      "beta_failure > beta_failure_gray + beta_failure_pink: split 0.7 (they came where it left)",
    ],
  ],
];

const responseSplits: readonly ResponseRow[] = [
  [
    "what it was all a response could say, and they are all it can say now",
    { codes: "conflict key map", operations: { "GET /x": { "409": "conflict" } } },
    {
      codes: "key map aborted already_exists",
      operations: { "GET /x": { "409": "aborted already_exists" } },
    },
    ["conflict > aborted + already_exists: split 0.75 (the only code of GET /x 409, and now its only codes)"],
  ],
  [
    "the one of two that means the same, where the other has nothing to do with it",
    { codes: "conflict key map", operations: { "GET /x": { "409": "conflict" } } },
    { codes: "key map aborted orange", operations: { "GET /x": { "409": "aborted orange" } } },
    ["conflict > aborted: other 0.7 (`conflict` and `aborted` mean the same; same statuses and operations)"],
  ],
  [
    "nothing, where neither has anything to do with it",
    { codes: "conflict key map", operations: { "GET /x": { "409": "conflict" } } },
    { codes: "key map purple orange", operations: { "GET /x": { "409": "purple orange" } } },
    ["conflict left"],
  ],
  [
    "less, where the response says another code too",
    { codes: "conflict key map", operations: { "GET /x": { "409": "conflict key" } } },
    {
      codes: "key map aborted already_exists",
      operations: { "GET /x": { "409": "aborted already_exists key" } },
    },
    ["conflict > aborted + already_exists: split 0.7 (they came where it left)"],
  ],
  [
    "nothing, where the response says another code too and one has nothing to do with it",
    { codes: "conflict key map", operations: { "GET /x": { "409": "conflict key" } } },
    { codes: "key map aborted orange", operations: { "GET /x": { "409": "aborted orange key" } } },
    ["conflict > aborted: other 0.69 (`conflict` and `aborted` mean the same; same statuses and operations)"],
  ],
  [
    "most, where it was all that the response could say, wherever that response stands",
    {
      codes: "conflict key map",
      operations: { "GET /y": { "409": "conflict key" }, "GET /z": { "409": "conflict" } },
    },
    {
      codes: "key map aborted already_exists alpha_conflict tau_conflict",
      operations: {
        "GET /y": { "409": "alpha_conflict tau_conflict key" },
        "GET /z": { "409": "aborted already_exists" },
      },
    },
    ["conflict > aborted + already_exists: split 0.75 (the only code of GET /z 409, and now its only codes)"],
  ],
];

const responseMerges: readonly ResponseRow[] = [
  [
    "what they were all a response could say, and it is all it can say now",
    {
      codes: "not_found parcel_not_found key map",
      operations: { "GET /x": { "409": "not_found parcel_not_found" } },
    },
    { codes: "key map item_not_found", operations: { "GET /x": { "409": "item_not_found" } } },
    [
      "not_found > item_not_found: merge 0.75 (one of the only codes of GET /x 409, and now its only one)",
      "parcel_not_found > item_not_found: merge 0.75 (one of the only codes of GET /x 409, and now its only one)",
    ],
  ],
  [
    "nothing, where the response says another code too",
    {
      codes: "not_found parcel_not_found key map",
      operations: { "GET /x": { "409": "not_found parcel_not_found key" } },
    },
    { codes: "key map item_not_found", operations: { "GET /x": { "409": "item_not_found key" } } },
    ["not_found left, item_not_found?", "parcel_not_found left"],
  ],
  [
    "nothing, where one of them is still there, elsewhere",
    {
      codes: "not_found parcel_not_found key map",
      operations: { "GET /x": { "409": "not_found parcel_not_found" }, "GET /y": { "409": "not_found map" } },
    },
    {
      codes: "not_found key map item_not_found",
      operations: { "GET /x": { "409": "item_not_found" }, "GET /y": { "409": "not_found map" } },
    },
    ["parcel_not_found left"],
  ],
  [
    "the one of two that it has to do with, where the other has not",
    { codes: "conflict orange key map", operations: { "GET /x": { "409": "conflict orange" } } },
    { codes: "key map aborted", operations: { "GET /x": { "409": "aborted" } } },
    [
      "orange left",
      "conflict > aborted: other 0.7 (`conflict` and `aborted` mean the same; same statuses and operations)",
    ],
  ],
  [
    "the one of two whose other spelling it is",
    {
      codes: "not_found parcel_not_found key map",
      operations: { "GET /x": { "409": "not_found parcel_not_found" } },
    },
    { codes: "key map parcelNotFound", operations: { "GET /x": { "409": "parcelNotFound" } } },
    [
      "not_found left",
      "parcel_not_found > parcelNotFound: separator 0.98 (the same words in another style; same statuses and operations)",
    ],
  ],
];

const intoExisting: readonly ResponseRow[] = [
  [
    "wherever the one was alone, the other is now",
    {
      codes: "alpha_conflict tau_conflict map",
      operations: { "GET /x": { "409": "alpha_conflict" }, "GET /y": { "409": "alpha_conflict map" } },
    },
    {
      codes: "tau_conflict map",
      operations: { "GET /x": { "409": "tau_conflict" }, "GET /y": { "409": "tau_conflict map" } },
    },
    [
      "alpha_conflict > tau_conflict: merge 0.62 (the only code of GET /x 409, then and now; same statuses and operations; both say `conflict`)",
    ],
  ],
  [
    "in half of the places the other is now",
    {
      codes: "alpha_conflict tau_conflict map",
      operations: { "GET /x": { "409": "alpha_conflict" }, "GET /y": { "409": "alpha_conflict map" } },
    },
    {
      codes: "tau_conflict map",
      operations: { "GET /x": { "409": "tau_conflict" }, "GET /y": { "409": "map" } },
    },
    ["alpha_conflict left"],
  ],
  [
    "the other is now, without a word in common",
    {
      codes: "orange key map",
      operations: { "GET /x": { "409": "orange" }, "GET /y": { "409": "orange map" } },
    },
    { codes: "key map", operations: { "GET /x": { "409": "key" }, "GET /y": { "409": "key map" } } },
    ["orange left"],
  ],
  [
    "the other is now beside others",
    { codes: "alpha_conflict tau_conflict map", operations: { "GET /x": { "409": "alpha_conflict map" } } },
    { codes: "tau_conflict map", operations: { "GET /x": { "409": "tau_conflict map" } } },
    ["alpha_conflict left"],
  ],
  [
    "the other is now beside others, however like its name",
    {
      codes: "one_two_alpha_conflict one_two_tau_conflict map",
      operations: { "GET /x": { "409": "one_two_alpha_conflict map" } },
    },
    { codes: "one_two_tau_conflict map", operations: { "GET /x": { "409": "one_two_tau_conflict map" } } },
    ["one_two_alpha_conflict left"],
  ],
  [
    "the other was already",
    {
      codes: "alpha_conflict tau_conflict map",
      operations: { "GET /x": { "409": "alpha_conflict tau_conflict" } },
    },
    { codes: "tau_conflict map", operations: { "GET /x": { "409": "tau_conflict" } } },
    ["alpha_conflict left"],
  ],
];

describe("one code becomes", () => {
  test.each(splits)("%s", (_, before, after, lines) => {
    expect(told(listed(...before.split(" ")), listed(...after.split(" ")))).toEqual(lines);
  });
});

test("codes that each say one of the messages of another where it stood are parts of it", () => {
  const of = (...codes: Parameters<typeof code>[]) => contract([catalog(codes.map((one) => code(...one)))]);
  const [lost, late] = ["The parcel was lost on its way.", "It comes much later than it should."];
  const before = of(["key"], ["green", { messages: [lost, late] }], ["map"]);
  expect(
    told(before, of(["key"], ["white", { messages: [lost] }], ["orange", { messages: [late] }], ["map"])),
  ).toEqual(["green > orange + white: split 0.7 (they came where it left)"]);
  expect(told(before, of(["key"], ["white", { messages: [lost] }], ["orange"], ["map"]))).toEqual([
    "green > white: other 0.66 (same message)",
  ]);
});

describe("codes that came to a response instead of one are", () => {
  test.each(responseSplits)("%s", (_, before, after, lines) => {
    expect(told(api(before), api(after))).toEqual(lines);
  });
});

describe("codes that left a response where one came are", () => {
  test.each(responseMerges)("%s", (_, before, after, lines) => {
    expect(told(api(before), api(after))).toEqual(lines);
  });
});

describe("one code goes into another that was there already where", () => {
  test.each(intoExisting)("%s", (_, before, after, lines) => {
    expect(told(api(before), api(after))).toEqual(lines);
  });
});

describe("what was declared", () => {
  const declared = (before: string, after: string, facts: Readonly<Record<string, readonly string[]>>) =>
    told(listed(...before.split(" ")), listed(...after.split(" ")), {
      declared: Object.entries(facts).map(([from, to]) => ({ from, to, catalog: null })),
    });

  test("names all new codes that it lists, sorted, of those that are there", () => {
    expect(declared("old x", "y z x", { old: ["z", "nowhere", "y"] })).toEqual([
      "old > y + z: declared 1 (an acceptance says so)",
    ]);
  });

  test("may name a code that was there already", () => {
    expect(declared("old x", "x", { old: ["x"] })).toEqual(["old > x: declared 1 (an acceptance says so)"]);
  });

  test("takes its new code from the one that the names suggest", () => {
    expect(declared("invalid_reqeust old x", "invalid_request x", { old: ["invalid_request"] })).toEqual([
      "invalid_reqeust left",
      "old > invalid_request: declared 1 (an acceptance says so)",
    ]);
  });

  test("leaves to another code what is next best", () => {
    expect(
      declared("lock_weak_here old x", "lock_weakly_here lock_weaks_here x", { old: ["lock_weakly_here"] }),
    ).toEqual([
      "lock_weak_here > lock_weaks_here: token 0.82 (`weak` and `weaks` are forms of one word; the only code that left, and the only one that came)",
      "old > lock_weakly_here: declared 1 (an acceptance says so)",
    ]);
  });

  test("takes its old code out of what could become another", () => {
    expect(
      declared("lock_weakly_here lock_weaks_here x", "lock_weak_here other x", {
        lock_weakly_here: ["other"],
      }),
    ).toEqual([
      "lock_weakly_here > other: declared 1 (an acceptance says so)",
      "lock_weaks_here > lock_weak_here: token 0.82 (`weaks` and `weak` are forms of one word; the only code that left, and the only one that came)",
    ]);
  });

  test("as `replacedBy` of the old contract counts when the new one lists that code", () => {
    const before = contract([catalog([code("old", { replacedBy: "fresh" }), code("x")])]);
    expect(told(before, listed("fresh", "x"))).toEqual([
      "old > fresh: declared 1 (`replacedBy` of the old code names it)",
    ]);
    expect(told(before, listed("other", "x"))).toEqual(["old left"]);
    expect(
      told(before, listed("fresh", "other", "x"), {
        declared: [{ from: "old", to: ["other"], catalog: null }],
      }),
    ).toEqual(["old > other: declared 1 (an acceptance says so)"]);
  });

  test("of a code that is still there says nothing", () => {
    expect(declared("old x", "old x y", { old: ["y"] })).toEqual([]);
  });
});
