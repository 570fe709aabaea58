import { describe, expect, test } from "vitest";
import type { Contract } from "../../../src/contract/contract.js";
import { catalog, code, contract, operation } from "../contracts.js";
import { told } from "../told.js";
import { type Api, api } from "./api.js";

/** Lists of codes by where they stand; `*` is the index of a code. */
type Lists = Readonly<Record<string, string>>;

/** What is shown, the lists of both sides, and what became of the codes that left. */
type Row = readonly [string, Lists, Lists, readonly string[]];

/** The same of responses, while the order of the codes says nothing. */
type ResponseRow = readonly [string, Api, Api, readonly string[]];

const words = (text: string) => text.split(" ");

function listedAt(lists: Lists): Contract {
  const sites = new Map<string, { file: string; pointer: string }[]>();
  for (const [pointer, texts] of Object.entries(lists)) {
    for (const [index, text] of words(texts).entries()) {
      const site = { file: "openapi.yaml", pointer: pointer.replace("*", String(index)) };
      sites.set(text, [...(sites.get(text) ?? []), site]);
    }
  }
  return contract([catalog([...sites].map(([text, places]) => code(text, { sites: places })))]);
}

const inOneList: readonly Row[] = [
  [
    "between two that stayed is one code",
    { "#/E/enum/*": "busy alpha_green full" },
    { "#/E/enum/*": "busy alpha_yellow full" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "at the end of a list is less surely one",
    { "#/E/enum/*": "busy full alpha_green" },
    { "#/E/enum/*": "busy full alpha_yellow" },
    [
      "alpha_green > alpha_yellow: token 0.61 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "at the beginning of a list is less surely one",
    { "#/E/enum/*": "alpha_green busy full" },
    { "#/E/enum/*": "alpha_yellow busy full" },
    [
      "alpha_green > alpha_yellow: token 0.61 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "that was the whole list is one code",
    { "#/E/enum/*": "alpha_green" },
    { "#/E/enum/*": "alpha_yellow" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "without a word in common is worth a question",
    { "#/E/enum/*": "key green map" },
    { "#/E/enum/*": "key white map" },
    ["green left, white?"],
  ],
  [
    "in a sorted list says next to nothing",
    { "#/E/enum/*": "alarm beta delta_green echo full" },
    { "#/E/enum/*": "alarm beta delta_yellow echo full" },
    ["delta_green left, delta_yellow?"],
  ],
  [
    "in a list that is sorted but for case and marks says next to nothing",
    { "#/E/enum/*": "ALARM beta Delta-green echo Full/a full_b" },
    { "#/E/enum/*": "ALARM beta Delta-yellow echo Full/a full_b" },
    ["Delta-green left, Delta-yellow?"],
  ],
  [
    "in a list that is sorted by words, whatever stands between them, says next to nothing",
    { "#/E/enum/*": "alarm delta_green full_a full-a full/b full::c fulla" },
    { "#/E/enum/*": "alarm delta_yellow full_a full-a full/b full::c fulla" },
    ["delta_green left, delta_yellow?"],
  ],
  [
    "in a list of four that is sorted by chance counts",
    { "#/E/enum/*": "beta delta_green echo full" },
    { "#/E/enum/*": "beta delta_yellow echo full" },
    [
      "delta_green > delta_yellow: token 0.72 (same place in the list; both say `delta`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "in a list that was sorted counts",
    { "#/E/enum/*": "alarm beta delta_green echo full" },
    { "#/E/enum/*": "alarm delta_yellow echo full beta" },
    [
      "delta_green > delta_yellow: token 0.72 (same place in the list; both say `delta`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "in a list that is sorted now counts",
    { "#/E/enum/*": "alarm delta_green echo full beta" },
    { "#/E/enum/*": "alarm beta delta_yellow echo full" },
    [
      "delta_green > delta_yellow: token 0.72 (same place in the list; both say `delta`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "beside another: the first for the first",
    { "#/E/enum/*": "key alpha_green gamma_white map" },
    { "#/E/enum/*": "key alpha_yellow gamma_black map" },
    ["alpha_green left, alpha_yellow?", "gamma_white left, gamma_black?"],
  ],
  [
    "beside another: not the first for the second",
    { "#/E/enum/*": "key alpha_green gamma_white map" },
    { "#/E/enum/*": "key gamma_black alpha_yellow map" },
    ["alpha_green left", "gamma_white left"],
  ],
  [
    "beside another with three words: the first for the first",
    { "#/E/enum/*": "key alpha_beta_green gamma_delta_white map" },
    { "#/E/enum/*": "key alpha_beta_yellow gamma_delta_black map" },
    [
      "alpha_beta_green > alpha_beta_yellow: token 0.68 (both say `alpha_beta`; same place in the list)",
      "gamma_delta_white > gamma_delta_black: token 0.68 (both say `gamma_delta`; same place in the list)",
    ],
  ],
  [
    "beside another, where nothing else was in the list and nothing else is",
    { "#/E/enum/*": "alpha_beta_green gamma_delta_white" },
    { "#/E/enum/*": "alpha_beta_yellow gamma_delta_black" },
    [
      "alpha_beta_green > alpha_beta_yellow: token 0.68 (both say `alpha_beta`; same place in the list)",
      "gamma_delta_white > gamma_delta_black: token 0.68 (both say `gamma_delta`; same place in the list)",
    ],
  ],
  [
    "among three",
    { "#/E/enum/*": "key one_alpha_beta_green two_gamma_delta_white six_tau_rho_brown map" },
    { "#/E/enum/*": "key one_alpha_beta_yellow two_gamma_delta_black six_tau_rho_purple map" },
    [
      "one_alpha_beta_green > one_alpha_beta_yellow: token 0.64 (both say `one_alpha_beta`; same place in the list)",
      "six_tau_rho_brown > six_tau_rho_purple: token 0.64 (both say `six_tau_rho`; same place in the list)",
      "two_gamma_delta_white > two_gamma_delta_black: token 0.64 (both say `two_gamma_delta`; same place in the list)",
    ],
  ],
  [
    "among four",
    {
      "#/E/enum/*": "key one_alpha_beta_green two_gamma_delta_white six_tau_rho_brown ten_phi_psi_orange map",
    },
    {
      "#/E/enum/*":
        "key one_alpha_beta_yellow two_gamma_delta_black six_tau_rho_purple ten_phi_psi_silver map",
    },
    [
      "one_alpha_beta_green > one_alpha_beta_yellow: token 0.6 (both say `one_alpha_beta`)",
      "six_tau_rho_brown > six_tau_rho_purple: token 0.6 (both say `six_tau_rho`)",
      "ten_phi_psi_orange > ten_phi_psi_silver: token 0.6 (both say `ten_phi_psi`)",
      "two_gamma_delta_white > two_gamma_delta_black: token 0.6 (both say `two_gamma_delta`)",
    ],
  ],
  [
    "beside one that only left",
    { "#/E/enum/*": "key one_alpha_beta_green gamma_white map" },
    { "#/E/enum/*": "key one_alpha_beta_yellow map" },
    ["gamma_white left", "one_alpha_beta_green left, one_alpha_beta_yellow?"],
  ],
  [
    "behind one that only left",
    { "#/E/enum/*": "key gamma_white alpha_beta_green map" },
    { "#/E/enum/*": "key alpha_beta_yellow map" },
    ["alpha_beta_green left, alpha_beta_yellow?", "gamma_white left"],
  ],
  [
    "in the rows of a sorted list",
    { "#/E/enum/*": "alarm alpha_beta_gamma_green alpha_delta_gamma_white map zoo" },
    { "#/E/enum/*": "alarm alpha_beta_gamma_purple alpha_delta_gamma_yellow map zoo" },
    ["alpha_beta_gamma_green left", "alpha_delta_gamma_white left"],
  ],
  [
    "in a list of other order counts between what kept its order",
    { "#/E/enum/*": "a1 b2 c3 alpha_green d4" },
    { "#/E/enum/*": "c3 a1 b2 alpha_yellow d4" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "in a list turned around is nowhere in particular",
    { "#/E/enum/*": "key alpha_green map zip" },
    { "#/E/enum/*": "zip map alpha_yellow key" },
    ["alpha_green left"],
  ],
  [
    "in a list of which parts changed places is told by the longer part",
    { "#/E/enum/*": "p1 q2 r3 alpha_green s4 t5 u6" },
    { "#/E/enum/*": "t5 u6 p1 q2 r3 alpha_yellow s4" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "at another place of the list than the one that came is none",
    { "#/E/enum/*": "key alpha_green map zip" },
    { "#/E/enum/*": "key map alpha_yellow zip" },
    ["alpha_green left"],
  ],
  [
    "in front of one that left elsewhere",
    { "#/E/enum/*": "key alpha_green map gamma_white zip" },
    { "#/E/enum/*": "key alpha_yellow map gamma_black zip" },
    [
      "alpha_green > alpha_yellow: token 0.64 (same place in the list; both say `alpha`)",
      "gamma_white > gamma_black: token 0.64 (same place in the list; both say `gamma`)",
    ],
  ],
];

const lists: readonly Row[] = [
  [
    "a list of `const`s",
    { "#/E/oneOf/*/const": "key alpha_green map" },
    { "#/E/oneOf/*/const": "key alpha_yellow map" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a list of enums of one",
    { "#/E/anyOf/*/properties/code/enum/0": "key alpha_green map" },
    { "#/E/anyOf/*/properties/code/enum/0": "key alpha_yellow map" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a list of `prefixItems`",
    { "#/E/prefixItems/*/const": "key alpha_green map" },
    { "#/E/prefixItems/*/const": "key alpha_yellow map" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a list of an extension",
    { "#/E/x-extensible-enum/*": "key alpha_green map" },
    { "#/E/x-extensible-enum/*": "key alpha_yellow map" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a list whose elements are objects",
    { "#/E/oneOf/*/properties/code/pattern": "key alpha_green map" },
    { "#/E/oneOf/*/properties/code/pattern": "key alpha_yellow map" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a list of ten and more, in the order of its indices",
    { "#/E/enum/*": "zip a1 a2 a3 a4 a5 a6 a7 a8 a9 alpha_green b1" },
    { "#/E/enum/*": "zip a1 a2 a3 a4 a5 a6 a7 a8 a9 alpha_yellow b1" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "one example",
    { "#/c/examples/NotFound/value/code": "alpha_green", "#/E/enum/*": "key map" },
    { "#/c/examples/NotFound/value/code": "alpha_yellow", "#/E/enum/*": "key map" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the example; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "the only example of a media type",
    { "#/c/example": "alpha_green", "#/E/enum/*": "key map" },
    { "#/c/example": "alpha_yellow", "#/E/enum/*": "key map" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the example; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "what is named like an example",
    { "#/c/examplesOf/code": "alpha_green", "#/E/enum/*": "key map" },
    { "#/c/examplesOf/code": "alpha_yellow", "#/E/enum/*": "key map" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "an example of another name",
    { "#/c/examples/NotFound/value/code": "alpha_green", "#/E/enum/*": "key map" },
    { "#/c/examples/Missing/value/code": "alpha_yellow", "#/E/enum/*": "key map" },
    ["alpha_green left"],
  ],
  [
    "two lists, to one of which it only came",
    { "#/E/enum/*": "key alpha_green map", "#/F/enum/*": "bar zip" },
    { "#/E/enum/*": "key alpha_yellow map", "#/F/enum/*": "bar alpha_yellow zip" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "two lists, in both of them",
    { "#/E/enum/*": "key alpha_green map", "#/F/enum/*": "bar alpha_green zip" },
    { "#/E/enum/*": "key alpha_yellow map", "#/F/enum/*": "bar alpha_yellow zip" },
    [
      "alpha_green > alpha_yellow: token 0.76 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "two lists, in one of them",
    { "#/E/enum/*": "key alpha_green map", "#/F/enum/*": "bar alpha_green zip" },
    { "#/E/enum/*": "key alpha_yellow map", "#/F/enum/*": "bar zip" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "two lists, in one of them another for another",
    { "#/E/enum/*": "key alpha_green map", "#/F/enum/*": "bar alpha_green zip" },
    { "#/E/enum/*": "key alpha_yellow map", "#/F/enum/*": "bar orange zip" },
    ["alpha_green left, alpha_yellow?"],
  ],
  [
    "two lists, in the second at its end",
    { "#/E/enum/*": "key alpha_green map", "#/F/enum/*": "bar zip alpha_green" },
    { "#/E/enum/*": "key alpha_yellow map", "#/F/enum/*": "bar zip alpha_yellow" },
    [
      "alpha_green > alpha_yellow: token 0.74 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "two lists, in the first at its end",
    { "#/E/enum/*": "key map alpha_green", "#/F/enum/*": "bar alpha_green zip" },
    { "#/E/enum/*": "key map alpha_yellow", "#/F/enum/*": "bar alpha_yellow zip" },
    [
      "alpha_green > alpha_yellow: token 0.74 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a list that moved",
    { "#/E/enum/*": "key alpha_green map" },
    { "#/G/enum/*": "key alpha_yellow map" },
    [
      "alpha_green > alpha_yellow: token 0.72 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "lists that moved, of which none tells which is which",
    { "#/E/enum/*": "key alpha_green map", "#/F/enum/*": "zip" },
    { "#/G/enum/*": "key alpha_yellow map", "#/H/enum/*": "zip" },
    ["alpha_green left"],
  ],
  [
    "a list that became two",
    { "#/E/enum/*": "key alpha_green map" },
    { "#/G/enum/*": "key alpha_yellow map", "#/H/enum/*": "zip" },
    ["alpha_green left"],
  ],
  [
    "two lists that became one",
    { "#/E/enum/*": "key alpha_green map", "#/F/enum/*": "zip" },
    { "#/G/enum/*": "key alpha_yellow map" },
    ["alpha_green left", "zip left"],
  ],
  [
    "lists in branches, apart",
    { "#/E/oneOf/0/enum/*": "key alpha_green map", "#/E/oneOf/1/enum/*": "bar zip" },
    { "#/E/oneOf/0/enum/*": "key alpha_yellow map", "#/E/oneOf/1/enum/*": "bar zip" },
    [
      "alpha_green > alpha_yellow: token 0.61 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "the list of one branch, at its end",
    { "#/E/oneOf/0/enum/*": "key map alpha_green", "#/E/oneOf/1/enum/*": "bar zip" },
    { "#/E/oneOf/0/enum/*": "key map alpha_yellow", "#/E/oneOf/1/enum/*": "bar zip" },
    [
      "alpha_green > alpha_yellow: token 0.61 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "one of two lists of `const`s, and not the same index of the other",
    { "#/E/oneOf/*/const": "key alpha_green", "#/F/oneOf/*/const": "map" },
    { "#/E/oneOf/*/const": "key", "#/F/oneOf/*/const": "map alpha_yellow" },
    ["alpha_green left"],
  ],
  [
    "one of two lists of `const`s, and not the beginning of the next",
    { "#/E/oneOf/*/const": "key alpha_green", "#/F/oneOf/*/const": "map" },
    { "#/E/oneOf/*/const": "key", "#/F/oneOf/*/const": "alpha_yellow map" },
    ["alpha_green left"],
  ],
  [
    "what an extension holds under a key, though that begins with a number",
    { "#/c/x-errors/1_first": "alpha_green", "#/E/enum/*": "key map" },
    { "#/c/x-errors/1_second": "alpha_yellow", "#/E/enum/*": "key map" },
    ["alpha_green left"],
  ],
];

/** Pointers of lists, of which each code is an element wherever its index is in the middle. */
const written: readonly (readonly [string, string])[] = [
  ["an enum", "#/E/enum/*"],
  ["an extensible enum", "#/E/x-extensible-enum/*"],
  ["a list of `const`s", "#/E/oneOf/*/const"],
  ["a list of `const`s of tuples", "#/E/prefixItems/*/const"],
  ["branches with a `const`", "#/E/oneOf/*/properties/code/const"],
  ["branches with an enum of one", "#/E/anyOf/*/properties/code/enum/0"],
  ["branches that narrow a base by a `const`", "#/E/oneOf/*/allOf/1/properties/code/const"],
  ["branches with an example", "#/E/oneOf/*/properties/code/default"],
  ["parts of a whole", "#/E/allOf/*/properties/code/const"],
];

const responses: readonly ResponseRow[] = [
  [
    "the only code of a response, then and now, is likely one",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.88 (both say `one_two_six_tau_alpha`; the only code of GET /x 404, then and now; the only code that left, and the only one that came; same statuses and operations)",
    ],
  ],
  [
    "the one that left a response and the one that came may be one",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green key" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow key" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.84 (both say `one_two_six_tau_alpha`; the only code that left, and the only one that came; one left and one came in GET /x 404; same statuses and operations)",
    ],
  ],
  [
    "the only code then is less, where others stand beside it now",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow key" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.8 (both say `one_two_six_tau_alpha`; the only code that left, and the only one that came; same statuses and operations)",
    ],
  ],
  [
    "the only code now is less, where others stood beside it then",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green key" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.8 (both say `one_two_six_tau_alpha`; the only code that left, and the only one that came; same statuses and operations)",
    ],
  ],
  [
    "several responses say more than one",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: {
        "GET /x": { "404": "one_two_six_tau_alpha_green" },
        "GET /y": { "404": "one_two_six_tau_alpha_green key" },
      },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: {
        "GET /x": { "404": "one_two_six_tau_alpha_yellow" },
        "GET /y": { "404": "one_two_six_tau_alpha_yellow key" },
      },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.89 (both say `one_two_six_tau_alpha`; the only code of GET /x 404, then and now; the only code that left, and the only one that came; same statuses and operations)",
    ],
  ],
  [
    "responses of other statuses say nothing of each other",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "410": "one_two_six_tau_alpha_yellow" } },
    },
    ["one_two_six_tau_alpha_green left, one_two_six_tau_alpha_yellow?"],
  ],
  [
    "responses of other operations say nothing of each other, and do not speak against a pair",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /y": { "404": "one_two_six_tau_alpha_yellow" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.76 (both say `one_two_six_tau_alpha`; the only code that left, and the only one that came; same statuses)",
    ],
  ],
  [
    "the parameters of a path have any name",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x/{a}": { "404": "one_two_six_tau_alpha_green" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /x/{b}": { "404": "one_two_six_tau_alpha_yellow" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.88 (both say `one_two_six_tau_alpha`; the only code of GET /x/{a} 404, then and now; the only code that left, and the only one that came; same statuses and operations)",
    ],
  ],
  [
    "a response that says the code for another somewhere else says less",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: {
        "GET /x": { "404": "one_two_six_tau_alpha_green" },
        "GET /y": { "404": "one_two_six_tau_alpha_green" },
      },
    },
    {
      codes: "key map orange one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow" }, "GET /y": { "404": "orange" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.76 (both say `one_two_six_tau_alpha`; the only code of GET /x 404, then and now; same statuses)",
    ],
  ],
  [
    "a response that holds the new code for another somewhere else says less",
    {
      codes: "one_two_six_tau_alpha_green brown key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green" }, "GET /y": { "404": "brown" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: {
        "GET /x": { "404": "one_two_six_tau_alpha_yellow" },
        "GET /y": { "404": "one_two_six_tau_alpha_yellow" },
      },
    },
    [
      "brown left",
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.76 (both say `one_two_six_tau_alpha`; the only code of GET /x 404, then and now; same statuses)",
    ],
  ],
  [
    "one that half of the codes have at most says more",
    {
      codes: "one_two_six_tau_alpha_green key map zip",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green key" } },
    },
    {
      codes: "key map zip one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow key" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.87 (both say `one_two_six_tau_alpha`; one left and one came in GET /x 404; the only code that left, and the only one that came; same statuses and operations)",
    ],
  ],
  [
    "several that show the same are named by the first",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: {
        "GET /x": { "404": "one_two_six_tau_alpha_green" },
        "GET /y": { "404": "one_two_six_tau_alpha_green" },
      },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: {
        "GET /x": { "404": "one_two_six_tau_alpha_yellow" },
        "GET /y": { "404": "one_two_six_tau_alpha_yellow" },
      },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.88 (both say `one_two_six_tau_alpha`; the only code of GET /x 404, then and now; the only code that left, and the only one that came; same statuses and operations)",
    ],
  ],
  [
    "one to which the new code only came says nothing",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green" }, "GET /y": { "404": "key" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: {
        "GET /x": { "404": "one_two_six_tau_alpha_yellow" },
        "GET /y": { "404": "one_two_six_tau_alpha_yellow key" },
      },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.87 (both say `one_two_six_tau_alpha`; the only code of GET /x 404, then and now; the only code that left, and the only one that came; same statuses)",
    ],
  ],
  [
    "one that the old code only left says nothing",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: {
        "GET /x": { "404": "one_two_six_tau_alpha_green" },
        "GET /y": { "404": "one_two_six_tau_alpha_green key" },
      },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow" }, "GET /y": { "404": "key" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.87 (both say `one_two_six_tau_alpha`; the only code of GET /x 404, then and now; the only code that left, and the only one that came; same statuses)",
    ],
  ],
  [
    "two that left and two that came say little",
    {
      codes: "one_two_six_tau_alpha_green brown key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green brown" } },
    },
    {
      codes: "key map orange one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow orange" } },
    },
    [
      "brown left",
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.71 (both say `one_two_six_tau_alpha`; same statuses and operations)",
    ],
  ],
  [
    "three that left and three that came say little",
    {
      codes: "one_two_six_tau_alpha_green brown white key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green brown white" } },
    },
    {
      codes: "key map orange black one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow orange black" } },
    },
    [
      "brown left",
      "white left",
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.71 (both say `one_two_six_tau_alpha`; same statuses and operations)",
    ],
  ],
  [
    "four that came say nothing",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green" } },
    },
    {
      codes: "key map orange black purple one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow orange black purple" } },
    },
    [
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.69 (both say `one_two_six_tau_alpha`; same statuses and operations)",
    ],
  ],
  [
    "four that left say nothing",
    {
      codes: "one_two_six_tau_alpha_green brown white pink key map",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_green brown white pink" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "one_two_six_tau_alpha_yellow" } },
    },
    [
      "brown left",
      "pink left",
      "white left",
      "one_two_six_tau_alpha_green > one_two_six_tau_alpha_yellow: token 0.69 (both say `one_two_six_tau_alpha`; same statuses and operations)",
    ],
  ],
  [
    "a response that nothing left says nothing",
    {
      codes: "one_two_six_tau_alpha_green key map",
      operations: { "GET /x": { "404": "key" }, "GET /y": { "404": "one_two_six_tau_alpha_green" } },
    },
    {
      codes: "key map one_two_six_tau_alpha_yellow",
      operations: { "GET /x": { "404": "key one_two_six_tau_alpha_yellow" } },
    },
    ["one_two_six_tau_alpha_green left, one_two_six_tau_alpha_yellow?"],
  ],
  [
    "the only code of a response becomes the only one, without a word in common",
    { codes: "green key map", operations: { "GET /x": { "404": "green" } } },
    { codes: "key map yellow", operations: { "GET /x": { "404": "yellow" } } },
    [
      "green > yellow: other 0.65 (the only code of GET /x 404, then and now; same statuses and operations; the only code that left, and the only one that came)",
    ],
  ],
];

describe("one code that left a list and one that came", () => {
  test.each(inOneList)("%s", (_, before, after, lines) => {
    expect(told(listedAt(before), listedAt(after))).toEqual(lines);
  });
});

describe("a place is that of", () => {
  test.each(lists)("%s", (_, before, after, lines) => {
    expect(told(listedAt(before), listedAt(after))).toEqual(lines);
  });

  test.each(written)("%s, also behind ten others and one that is new", (_, pointer) => {
    const others = { "#/F/enum/*": "bar foo" };
    const before = { ...others, [pointer]: "zip a1 b2 c3 d4 e5 f6 g7 h8 key alpha_green map" };
    const after = { ...others, [pointer]: "zip a1 new b2 c3 d4 e5 f6 g7 h8 key alpha_yellow map" };
    expect(told(listedAt(before), listedAt(after))).toEqual([
      "alpha_green > alpha_yellow: token 0.64 (same place in the list; both say `alpha`)",
    ]);
  });

  test("the list in its own order, whatever the order of the catalog", () => {
    const reversed = (lists: Lists) => {
      const [one, ...others] = listedAt(lists).catalogs;
      return contract([catalog([...(one?.codes ?? [])].reverse()), ...others]);
    };
    const before = { "#/E/enum/*": "zip alpha_green map key" };
    const after = { "#/E/enum/*": "zip alpha_yellow map key" };
    expect(told(reversed(before), reversed(after))).toEqual(told(listedAt(before), listedAt(after)));
    expect(told(reversed(before), listedAt(after))).toEqual(told(listedAt(before), listedAt(after)));
  });

  test("a list of its own file", () => {
    const of = (text: string, file: string, other: string) =>
      contract([
        catalog([
          code("key", { sites: [{ file, pointer: "#/E/enum/0" }] }),
          code(text, { sites: [{ file, pointer: "#/E/enum/1" }] }),
          code("map", { sites: [{ file: other, pointer: "#/E/enum/0" }] }),
        ]),
      ]);
    expect(told(of("alpha_green", "a.yaml", "b.yaml"), of("alpha_yellow", "a.yaml", "b.yaml"))).toEqual([
      "alpha_green > alpha_yellow: token 0.61 (same place in the list; both say `alpha`; the only code that left, and the only one that came)",
    ]);
    expect(told(of("alpha_green", "a.yaml", "b.yaml"), of("alpha_yellow", "b.yaml", "a.yaml"))).toEqual([
      "alpha_green left",
    ]);
  });

  test("no list, where one side does not know its order", () => {
    const before = listedAt({ "#/E/enum/*": "key alpha_green map" });
    const after = listedAt({ "#/E/enum/*": "key alpha_yellow map" });
    expect(told({ ...before, operations: null }, after)).toEqual(["alpha_green left"]);
    expect(told(before, { ...after, operations: null })).toEqual(["alpha_green left"]);
  });
});

describe("in responses,", () => {
  test.each(responses)("%s", (_, before, after, lines) => {
    expect(told(api(before), api(after))).toEqual(lines);
  });

  test("a list that many responses share is looked at once, whatever their statuses", () => {
    const of = (codes: string, text: string) => {
      const shared = new Map([["code", new Set([text])]]);
      return contract([catalog(words(codes).map((one) => code(one)))], {
        operations: ["GET /x", "GET /y", "GET /z"].map((id) => ({
          id,
          site: { file: "openapi.yaml", pointer: `#/${id}` },
          responses: ["404", "410"].map((status) => ({
            status,
            site: { file: "openapi.yaml", pointer: `#/${id}/${status}` },
            codes: shared,
          })),
        })),
      });
    };
    expect(
      told(of("alpha_green key map", "alpha_green"), of("key map alpha_yellow", "alpha_yellow")),
    ).toEqual([
      "alpha_green > alpha_yellow: token 0.76 (the only code of GET /x 404, then and now; both say `alpha`; the only code that left, and the only one that came; same statuses and operations)",
    ]);
  });

  test("a code that was a bare status is a number, and no name takes its place", () => {
    const of = (text: string) =>
      api({
        codes: `${text} key map zip`,
        operations: { "GET /x": { "404": text }, "GET /y": { "409": "key map zip" } },
      });
    expect(told(of("404"), of("not_found"))).toEqual(["404 left"]);
  });

  test("one that came elsewhere is the only one of a place by statuses alone, and no more than the text says", () => {
    const of = (codes: string, text: string, description: string, status: string) =>
      contract(
        [
          catalog(
            words(codes).map((one) => code(one, one === text ? { statuses: ["404"], description } : {})),
          ),
        ],
        {
          operations: [
            operation("GET /x", { [status]: [text], "409": ["key"] }),
            operation("GET /y", { "409": ["map", "zip"] }),
          ],
        },
      );
    expect(
      told(
        of("green key map zip", "green", "The card is not valid any more", "404"),
        of("key map zip white", "white", "The card is not valid any longer", "410"),
      ),
    ).toEqual(["green > white: other 0.6 (similar description; same statuses and operations)"]);
  });

  test("one for one among most codes is a question, where no other code has the same places", () => {
    const of = (codes: string, text: string) =>
      api({ codes, operations: { "GET /x": { "404": `${text} key` }, "GET /y": { "409": "key map" } } });
    expect(told(of("green key map", "green"), of("key map white", "white"))).toEqual(["green left, white?"]);
  });

  test("what examples show counts as what is declared", () => {
    const of = (codes: string, shown: string, status = "404") =>
      contract(
        [
          catalog(
            words(codes).map((text) =>
              code(text, { shownIn: text === shown ? [{ operation: "GET /x", status }] : [] }),
            ),
          ),
        ],
        { operations: [operation("GET /x", { "404": [] })] },
      );
    const before = of("alpha_green key map", "alpha_green");
    expect(told(before, of("key map alpha_yellow", "alpha_yellow"))).toEqual([
      "alpha_green > alpha_yellow: token 0.76 (the only code of GET /x 404, then and now; both say `alpha`; the only code that left, and the only one that came; same statuses and operations)",
    ]);
    expect(told(before, of("key map alpha_yellow", "alpha_yellow", "410"))).toEqual(["alpha_green left"]);
  });

  test("all that examples show in one of them counts", () => {
    const of = (codes: string, ...shown: readonly string[]) =>
      contract(
        [
          catalog(
            words(codes).map((text) =>
              code(text, { shownIn: shown.includes(text) ? [{ operation: "GET /x", status: "404" }] : [] }),
            ),
          ),
        ],
        { operations: [operation("GET /x", { "404": [] })] },
      );
    expect(
      told(
        of("alpha_green key map", "alpha_green", "key"),
        of("key map alpha_yellow", "alpha_yellow", "key"),
      ),
    ).toEqual([
      "alpha_green > alpha_yellow: token 0.67 (both say `alpha`; one left and one came in GET /x 404; the only code that left, and the only one that came; same statuses and operations)",
    ]);
  });

  test("what examples show counts beside what is declared, and where nothing is", () => {
    const shownIn = [{ operation: "GET /x", status: "404" }];
    const of = (texts: string, declared: ReadonlyMap<string, ReadonlySet<string>>) => {
      const codes = words(texts).map((one) => code(one, one === "map" ? {} : { shownIn }));
      const site = { file: "openapi.yaml", pointer: "#/x" };
      return contract([catalog(codes)], {
        operations: [
          operation("GET /w", {}),
          { id: "GET /x", site, responses: [{ status: "404", site, codes: declared }] },
        ],
      });
    };
    const evidence =
      "both say `alpha`; one left and one came in GET /x 404; the only code that left, and the only one that came";
    const key = new Map([["code", new Set(["key"])]]);
    const line = (declared: ReadonlyMap<string, ReadonlySet<string>>) =>
      told(of("alpha_green key map", declared), of("key map alpha_yellow", declared));
    const lines = [`alpha_green > alpha_yellow: token 0.67 (${evidence}; same statuses and operations)`];
    expect(line(key)).toEqual(lines);
    expect(line(new Map())).toEqual(lines);
  });

  test("the first of those that show the same is named, also where examples alone show it", () => {
    const of = (text: string) => {
      const shownIn = [{ operation: "GET /w", status: "404" }];
      const [w, x] = [operation("GET /w", {}), operation("GET /x", { "404": [text] })];
      const site = { file: "openapi.yaml", pointer: "#/w" };
      return contract([catalog([code("key"), code("map"), code(text, { shownIn })])], {
        operations: [{ ...w, responses: [{ status: "404", site, codes: new Map() }] }, x],
      });
    };
    expect(told(of("alpha_green"), of("alpha_yellow"))).toEqual([
      "alpha_green > alpha_yellow: token 0.76 (the only code of GET /w 404, then and now; both say `alpha`; the only code that left, and the only one that came; same statuses and operations)",
    ]);
  });

  test("what left and came in each is told apart, whatever the names", () => {
    const of = (x: string, y: string) =>
      api({
        codes: `key map zip ${x} ${y}`,
        operations: { "GET /x": { "404": x }, "GET /y": { "404": y }, "GET /z": { "409": "key map zip" } },
      });
    expect(told(of("green", "greenx"), of("xwhite", "white"))).toEqual([
      "green left, xwhite?",
      "greenx left, white?",
    ]);
  });

  test("one of a library says more where half of its codes at most are in it", () => {
    const of = (codes: string, part: string, ...there: readonly string[]) => {
      const sites = [{ file: "lib.yaml", pointer: `#/components/responses/Missing/${part}` }];
      return contract([
        catalog(words(codes).map((text) => code(text, there.includes(text) ? { sites } : {}))),
      ]);
    };
    expect(
      told(
        of("alpha_green key map zip", "schema", "alpha_green", "key"),
        of("key map zip alpha_yellow", "examples", "alpha_yellow", "key"),
      ),
    ).toEqual([
      "alpha_green > alpha_yellow: token 0.67 (one left and one came in Missing; both say `alpha`; the only code that left, and the only one that came)",
    ]);
    expect(
      told(
        of("alpha_green key map", "schema", "alpha_green", "key"),
        of("key map alpha_yellow", "examples", "alpha_yellow", "key"),
      ),
    ).toEqual(["alpha_green left, alpha_yellow?"]);
  });

  test("those of a library without operations are told by their names", () => {
    const of = (codes: string, places: Readonly<Record<string, string>>) =>
      contract([
        catalog(
          words(codes).map((text) =>
            code(text, {
              sites: places[text] === undefined ? [] : [{ file: "lib.yaml", pointer: places[text] }],
            }),
          ),
        ),
      ]);
    const old = (pointer: string) => of("alpha_green key map", { alpha_green: pointer });
    const fresh = (pointer: string) => of("key map alpha_yellow", { alpha_yellow: pointer });
    const oneThere = [
      "alpha_green > alpha_yellow: token 0.69 (the only code of Missing, then and now; both say `alpha`; the only code that left, and the only one that came)",
    ];
    const there = "#/components/responses/Missing/content/json/example";
    expect(told(old(there), fresh("#/components/responses/Missing/content/json/schema"))).toEqual(oneThere);
    expect(told(old("#/responses/Missing/schema"), fresh("#/responses/Missing/examples"))).toEqual(oneThere);
    expect(told(old(there), fresh("#/components/responses/Gone/content/json/schema"))).toEqual([
      "alpha_green left",
    ]);
    const other = "#/components/responses/Missing/content/json/schema";
    const used = { operations: [operation("GET /x", {})] };
    expect(told({ ...old(there), ...used }, fresh(other))).toEqual(["alpha_green left"]);
    expect(told(old(there), { ...fresh(other), ...used })).toEqual(["alpha_green left"]);
    for (const elsewhere of ["#/x/responses/Missing/", "#/x/#/responses/Missing/"])
      expect(told(old(`${elsewhere}a`), fresh(`${elsewhere}b`))).toEqual(["alpha_green left"]);
    const unknown = { operations: null };
    expect(told({ ...old(there), ...unknown }, fresh(other))).toEqual(["alpha_green left"]);
    expect(told(old(there), { ...fresh(other), ...unknown })).toEqual(["alpha_green left"]);
  });
});
