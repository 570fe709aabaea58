import { describe, expect, test } from "vitest";
import type { Code, Contract } from "../../../src/contract/contract.js";
import { catalog, code, contract } from "../contracts.js";
import { told } from "../told.js";

type Codes = Readonly<Record<string, Partial<Code>>>;

/** What is shown, the codes of both sides with what is said of them, and what became of those that left. */
type Row = readonly [string, Codes, Codes, readonly string[]];

/** Codes of a contract that says nothing of their places, so that only what is said of them counts. */
function said(codes: Codes): Contract {
  const list = Object.entries(codes).map(([text, words]) => code(text, words));
  return contract([catalog(list)], { operations: null });
}

const texts: readonly Row[] = [
  [
    "the same description pairs names without a word in common",
    { green: { description: "There is no such thing as that here." }, x: {} },
    { white: { description: "There is no such thing as that here." }, x: {} },
    ["green > white: other 0.75 (same description)"],
  ],
  [
    "case, marks and layout are no words of a description",
    { green: { description: "There is no such thing as that here." }, x: {} },
    { white: { description: "there is\n no such thing, AS THAT (here)" }, x: {} },
    ["green > white: other 0.75 (same description)"],
  ],
  [
    "letters outside of ASCII are words",
    { green: { description: "Größe fehlt überall heute völlig" }, x: {} },
    { white: { description: "größe fehlt überall heute völlig" }, x: {} },
    ["green > white: other 0.75 (same description)"],
  ],
  [
    "words of one description in another order are the same",
    { green: { description: "no card is a good card now" }, x: {} },
    { white: { description: "a good card is no card now" }, x: {} },
    ["green > white: other 0.75 (same description)"],
  ],
  [
    "a description of four words says less",
    { green_alpha_x: { description: "No such thing here" }, x: {} },
    { white_alpha_x: { description: "No such thing here" }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.78 (similar description; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a description of five words says all it can",
    { green: { description: "No such thing is here" }, x: {} },
    { white: { description: "No such thing is here" }, x: {} },
    ["green > white: other 0.75 (same description)"],
  ],
  [
    "a description of three words says something",
    { green_alpha_x: { description: "Not here now" }, x: {} },
    { white_alpha_x: { description: "Not here now" }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.78 (similar description; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a description of two words says nothing",
    { green_alpha_x: { description: "Not here" }, x: {} },
    { white_alpha_x: { description: "Not here" }, x: {} },
    ["green_alpha_x left, white_alpha_x?"],
  ],
  [
    "a description of two words beside a long one says nothing",
    { green_alpha_x: { description: "Not here" }, x: {} },
    { white_alpha_x: { description: "Not here now" }, x: {} },
    ["green_alpha_x left, white_alpha_x?"],
  ],
  [
    "another word of seven is similar",
    { green_alpha_x: { description: "The card is not valid any more" }, x: {} },
    { white_alpha_x: { description: "The card is not valid any longer" }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.77 (similar description; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "another word of four is a little similar",
    { green_alpha_x: { description: "The card is invalid" }, x: {} },
    { white_alpha_x: { description: "This card is invalid" }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.64 (both say `alpha_x`; the only code that left, and the only one that came; similar description)",
    ],
  ],
  [
    "two words of eight are a little similar",
    { green_alpha_x: { description: "The card is no good at all today" }, x: {} },
    { white_alpha_x: { description: "The card was no good at all yesterday" }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.68 (both say `alpha_x`; similar description; the only code that left, and the only one that came)",
    ],
  ],
  [
    "four of five words are similar",
    { green_alpha_x: { description: "The card is gone now" }, x: {} },
    { white_alpha_x: { description: "The card is gone today" }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.77 (similar description; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "two of three words are a little similar",
    { green_alpha_x: { description: "Card is gone" }, x: {} },
    { white_alpha_x: { description: "Card is lost" }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.64 (both say `alpha_x`; the only code that left, and the only one that came; similar description)",
    ],
  ],
  [
    "half of the words are not similar",
    { green_alpha_x: { description: "The card is gone" }, x: {} },
    { white_alpha_x: { description: "The card was lost" }, x: {} },
    ["green_alpha_x left, white_alpha_x?"],
  ],
  [
    "a word said again is another word",
    { green_alpha_x: { description: "card card card card" }, x: {} },
    { white_alpha_x: { description: "card is not good" }, x: {} },
    ["green_alpha_x left, white_alpha_x?"],
  ],
  [
    "twenty words but one are the same, nearly",
    { green_alpha_x: { description: "a b c d e f g h i j k l m n o p q r s t u v w y" }, x: {} },
    { white_alpha_x: { description: "a b c d e f g h i j k l m n o p q r s t u v w z" }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.89 (same description; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a description that was always another code's takes the code into it",
    {
      green: { description: "There is no such thing as that here." },
      white: { description: "There is no such thing as that here." },
      x: {},
    },
    { white: { description: "There is no such thing as that here." }, x: {} },
    ["green > white: merge 0.75 (same description)"],
  ],
  [
    "a description that another code has now takes the code into it",
    { green: { description: "There is no such thing as that here." }, white: {}, x: {} },
    { white: { description: "There is no such thing as that here." }, x: {} },
    ["green > white: merge 0.75 (same description)"],
  ],
  [
    "a message that another code has as its description is no description of it",
    { green: { messages: ["There is no such thing as that here."] }, white: {}, x: {} },
    { white: { description: "There is no such thing as that here." }, x: {} },
    ["green left"],
  ],
  [
    "a message that another code has now takes the code into it, if its name says so too",
    { green_alpha: { messages: ["There is no such thing as that here."] }, white_alpha: {}, x: {} },
    { white_alpha: { messages: ["There is no such thing as that here."] }, x: {} },
    ["green_alpha > white_alpha: merge 0.74 (same message; both say `alpha`)"],
  ],
  [
    "a description that several codes have takes no code into any",
    {
      green: { description: "There is no such thing as that here." },
      white: { description: "There is no such thing as that here." },
      pink: { description: "There is no such thing as that here." },
      x: {},
    },
    {
      white: { description: "There is no such thing as that here." },
      pink: { description: "There is no such thing as that here." },
      x: {},
    },
    ["green left"],
  ],
  [
    "a description that several codes have takes none into one with a name like it",
    {
      one_two_six_green: { description: "There is no such thing as that here." },
      one_two_six_white: { description: "There is no such thing as that here." },
      pink: { description: "There is no such thing as that here." },
    },
    {
      one_two_six_white: { description: "There is no such thing as that here." },
      pink: { description: "There is no such thing as that here." },
    },
    ["one_two_six_green left"],
  ],
  [
    "a spelling of one that was there outranks the text of another",
    { NotFound: { description: "There is no such thing as that here." }, alpha: {}, not_found: {} },
    { alpha: { description: "There is no such thing as that here." }, not_found: {} },
    ["NotFound > not_found: merge 0.97 (the same words in another style)"],
  ],
  [
    "a word of all codes is no evidence beside a text",
    {
      acme_a1: {},
      acme_b2: {},
      acme_c3: {},
      acme_d4: {},
      acme_e5: {},
      acme_f6: {},
      acme_green: { description: "There is no such thing as that here." },
    },
    {
      acme_a1: {},
      acme_b2: {},
      acme_c3: {},
      acme_d4: {},
      acme_e5: {},
      acme_f6: {},
      acme_white: { description: "There is no such thing as that here." },
    },
    ["acme_green > acme_white: token 0.75 (same description)"],
  ],
  [
    "a short description takes no code into another",
    { green: { description: "Not here" }, white: {}, x: {} },
    { white: { description: "Not here" }, x: {} },
    ["green left"],
  ],
  [
    "a description of a new code is not one that was there",
    { green: { description: "There is no such thing as that here." }, x: {} },
    {
      white: { description: "There is no such thing as that here." },
      pink: { description: "There is no such thing as that here." },
      x: {},
    },
    ["green left"],
  ],
  [
    "a description on one side alone says nothing",
    { green_alpha_x: { description: "There is no such thing as that here." }, x: {} },
    { white_alpha_x: {}, x: {} },
    ["green_alpha_x left, white_alpha_x?"],
  ],
  [
    "the same message says a little less than the same description",
    { green_alpha_x: { messages: ["The card has gone away for good."] }, x: {} },
    { white_alpha_x: { messages: ["The card has gone away for good."] }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.83 (same message; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "the message most alike speaks",
    { green_alpha_x: { messages: ["Nothing like it at all", "The card has gone away for good."] }, x: {} },
    {
      white_alpha_x: {
        messages: ["Quite another thing it is", "The card has gone away for good.", "And one more of them"],
      },
      x: {},
    },
    [
      "green_alpha_x > white_alpha_x: token 0.83 (same message; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a short message says less",
    { green_alpha_x: { messages: ["The card is gone"] }, x: {} },
    { white_alpha_x: { messages: ["The card is gone"] }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.75 (similar message; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a similar message is told as one",
    { green_alpha_x: { messages: ["The card is not valid any more"] }, x: {} },
    { white_alpha_x: { messages: ["The card is not valid any longer"] }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.74 (similar message; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a description and a message speak each for itself",
    {
      green: {
        description: "There is no such thing as that here.",
        messages: ["The card has gone away for good."],
      },
      x: {},
    },
    {
      white: {
        description: "There is no such thing as that here.",
        messages: ["The card has gone away for good."],
      },
      x: {},
    },
    ["green > white: other 0.91 (same description; same message)"],
  ],
  [
    "a description that several codes share marks none of them",
    {
      green_alpha_x: { description: "There is no such thing as that here." },
      x: { description: "There is no such thing as that here." },
    },
    {
      white_alpha_x: { description: "There is no such thing as that here." },
      x: { description: "There is no such thing as that here." },
    },
    [
      "green_alpha_x > white_alpha_x: token 0.63 (both say `alpha_x`; the only code that left, and the only one that came; similar description)",
    ],
  ],
  [
    "a description that another code had before marks none",
    {
      green_alpha_x: { description: "There is no such thing as that here." },
      y: { description: "There is no such thing as that here." },
      x: {},
    },
    { white_alpha_x: { description: "There is no such thing as that here." }, x: {} },
    ["green_alpha_x left, white_alpha_x?", "y left"],
  ],
  [
    "a message that another code has as its description marks none",
    {
      green_alpha_x: { messages: ["The card has gone away for good."] },
      x: { description: "The card has gone away for good." },
    },
    {
      white_alpha_x: { messages: ["The card has gone away for good."] },
      x: { description: "The card has gone away for good." },
    },
    [
      "green_alpha_x > white_alpha_x: token 0.61 (both say `alpha_x`; the only code that left, and the only one that came; similar message)",
    ],
  ],
  [
    "texts of the same letters, in other words, are other texts",
    {
      green_alpha_x: { description: "The card number is not valid any more" },
      x: { description: "The card numberis not valid any more" },
    },
    { white_alpha_x: { description: "The cardnumber is not valid any more" }, x: {} },
    [
      "green_alpha_x > white_alpha_x: token 0.77 (similar description; both say `alpha_x`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a text that is only similar to one of another code marks none",
    {
      green_alpha_x: { description: "The card is not valid any more" },
      x: { description: "The card is not valid any more" },
    },
    { white_alpha_x: { description: "The card is not valid any longer" }, x: {} },
    ["green_alpha_x left, white_alpha_x?"],
  ],
  [
    "another failure with its own description may be a rename",
    { card_declined: { description: "There is no such thing as that here." }, x: {} },
    { card_expired: { description: "There is no such thing as that here." }, x: {} },
    [
      "card_declined > card_expired: token 0.82 (same description; the only code that left, and the only one that came)",
    ],
  ],
  [
    "another failure with its own message may be a rename",
    { card_declined: { messages: ["The card has gone away for good. At once."] }, x: {} },
    { card_expired: { messages: ["The card has gone away for good. At once."] }, x: {} },
    [
      "card_declined > card_expired: token 0.74 (same message; the only code that left, and the only one that came)",
    ],
  ],
  [
    "another failure with a similar description is none",
    { card_declined: { description: "The card is not valid any more" }, x: {} },
    { card_expired: { description: "The card is not valid any longer" }, x: {} },
    ["card_declined left"],
  ],
  [
    "another failure with the description of others is none",
    {
      card_declined: { description: "There is no such thing as that here." },
      x: { description: "There is no such thing as that here." },
    },
    {
      card_expired: { description: "There is no such thing as that here." },
      x: { description: "There is no such thing as that here." },
    },
    ["card_declined left"],
  ],
  [
    "a contrary is none, whatever its description",
    { card_valid: { description: "There is no such thing as that here." }, x: {} },
    { card_invalid: { description: "There is no such thing as that here." }, x: {} },
    ["card_valid left"],
  ],
  [
    "another number may be the same, where its description is",
    { card_v1: { description: "There is no such thing as that here." }, x: {} },
    { card_v2: { description: "There is no such thing as that here." }, x: {} },
    ["card_v1 > card_v2: token 0.81 (same description; the only code that left, and the only one that came)"],
  ],
  [
    "the same name for constants pairs names without a word in common",
    { E17: { name: "CardExpired" }, x: {} },
    { expired_card: { name: "CardExpired" }, x: {} },
    ["E17 > expired_card: other 0.85 (same constant name `CardExpired`)"],
  ],
  [
    "the same name for constants says that even contraries are one",
    { card_valid: { name: "CardState" }, x: {} },
    { card_invalid: { name: "CardState" }, x: {} },
    [
      "card_valid > card_invalid: token 0.89 (same constant name `CardState`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "another name for constants says nothing",
    { E17: { name: "CardExpired" }, x: {} },
    { expired_card: { name: "CardGone" }, x: {} },
    ["E17 left"],
  ],
  [
    "words that live side by side speak against a swap in a name, not against another name",
    {
      user: { description: "There is no such thing as that here." },
      user_x: {},
      order_y: {},
    },
    {
      order: { description: "There is no such thing as that here." },
      user_x: {},
      order_y: {},
    },
    ["user > order: other 0.75 (same description)"],
  ],
  [
    "of names that share two fifths of their words, the only pair is told as the only one",
    { alpha_green: { description: "There is no such thing as that here." }, x: {} },
    { alpha_white_pink: { description: "There is no such thing as that here." }, x: {} },
    [
      "alpha_green > alpha_white_pink: token 0.84 (same description; both say `alpha`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "of names that share a third of their words, the only pair is no more than the text says",
    { alpha_green: { description: "There is no such thing as that here." }, x: {} },
    { alpha_white_pink_gray: { description: "There is no such thing as that here." }, x: {} },
    ["alpha_green > alpha_white_pink_gray: token 0.79 (same description; both say `alpha`)"],
  ],
  [
    "a name for constants on one side alone says nothing",
    { E17: { name: "CardExpired" }, x: {} },
    { expired_card: {}, x: {} },
    ["E17 left"],
  ],
];

const surroundings: readonly Row[] = [
  [
    "that one side does not know say nothing",
    { alpha_beta_green_now: {}, x: {} },
    { alpha_beta_white_now: { statuses: ["404"], group: "G" }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.66 (both say `alpha_beta_now`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "that the other side does not know say nothing",
    { alpha_beta_green_now: { statuses: ["404"], group: "G" }, x: {} },
    { alpha_beta_white_now: {}, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.66 (both say `alpha_beta_now`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "of one group speak a little for a pair",
    { alpha_beta_green_now: { group: "G" }, x: {} },
    { alpha_beta_white_now: { group: "G" }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.67 (both say `alpha_beta_now`; the only code that left, and the only one that came; same group)",
    ],
  ],
  [
    "of two groups speak against it",
    { alpha_beta_green_now: { group: "G" }, x: {} },
    { alpha_beta_white_now: { group: "H" }, x: {} },
    ["alpha_beta_green_now left, alpha_beta_white_now?"],
  ],
  [
    "of the same statuses speak for a pair",
    { alpha_beta_green_now: { statuses: ["404"] }, x: {} },
    { alpha_beta_white_now: { statuses: ["404"] }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.69 (both say `alpha_beta_now`; the only code that left, and the only one that came; same statuses)",
    ],
  ],
  [
    "of the same statuses in any order speak for a pair",
    { alpha_beta_green_now: { statuses: ["410", "404"] }, x: {} },
    { alpha_beta_white_now: { statuses: ["404", "410"] }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.69 (both say `alpha_beta_now`; the only code that left, and the only one that came; same statuses)",
    ],
  ],
  [
    "of some of the same statuses say nothing",
    { alpha_beta_green_now: { statuses: ["404", "410"] }, x: {} },
    { alpha_beta_white_now: { statuses: ["410"] }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.66 (both say `alpha_beta_now`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "of more statuses say nothing",
    { alpha_beta_green_now: { statuses: ["404"] }, x: {} },
    { alpha_beta_white_now: { statuses: ["404", "410"] }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.66 (both say `alpha_beta_now`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "of other statuses speak against it",
    { alpha_beta_green_now: { statuses: ["404"] }, x: {} },
    { alpha_beta_white_now: { statuses: ["410"] }, x: {} },
    ["alpha_beta_green_now left"],
  ],
  [
    "of two groups speak against the same words too",
    { alpha_green: { group: "G" }, x: {} },
    { alphaGreen: { group: "H" }, x: {} },
    [
      "alpha_green > alphaGreen: separator 0.83 (the same words in another style; the only code that left, and the only one that came)",
    ],
  ],
  [
    "of other statuses speak against the same words too",
    { alpha_green: { statuses: ["404"] }, x: {} },
    { alphaGreen: { statuses: ["410"] }, x: {} },
    [
      "alpha_green > alphaGreen: separator 0.64 (the same words in another style; the only code that left, and the only one that came)",
    ],
  ],
  [
    "of other groups and statuses speak against the same words twice",
    { alpha_green: { statuses: ["404"], group: "G" }, x: {} },
    { alphaGreen: { statuses: ["410"], group: "H" }, x: {} },
    ["alpha_green left, alphaGreen?"],
  ],
  [
    "that examples show in other operations do not speak against the same words",
    { alpha_green: { shownIn: [{ operation: "GET /x", status: "404" }] }, x: {} },
    { alphaGreen: { shownIn: [{ operation: "GET /y", status: "404" }] }, x: {} },
    [
      "alpha_green > alphaGreen: separator 0.98 (the same words in another style; the only code that left, and the only one that came; same statuses)",
    ],
  ],
  [
    "of the same statuses and group are told together",
    { alpha_beta_green_now: { statuses: ["404"], group: "G" }, x: {} },
    { alpha_beta_white_now: { statuses: ["404"], group: "G" }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.71 (both say `alpha_beta_now`; the only code that left, and the only one that came; same group and statuses)",
    ],
  ],
  [
    "that examples show are surroundings too",
    { alpha_beta_green_now: { shownIn: [{ operation: "GET /x", status: "404" }] }, x: {} },
    { alpha_beta_white_now: { shownIn: [{ operation: "GET /x", status: "404" }] }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.69 (both say `alpha_beta_now`; the only code that left, and the only one that came; same statuses)",
    ],
  ],
  [
    "that examples show under other statuses speak against a pair",
    { alpha_beta_green_now: { shownIn: [{ operation: "GET /x", status: "404" }] }, x: {} },
    { alpha_beta_white_now: { shownIn: [{ operation: "GET /x", status: "410" }] }, x: {} },
    ["alpha_beta_green_now left"],
  ],
  [
    "that examples show in other operations do not speak against a pair: operations move",
    { alpha_beta_green_now: { shownIn: [{ operation: "GET /x", status: "404" }] }, x: {} },
    { alpha_beta_white_now: { shownIn: [{ operation: "GET /y", status: "404" }] }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.69 (both say `alpha_beta_now`; the only code that left, and the only one that came; same statuses)",
    ],
  ],
  [
    "that examples show give way to statuses that the contract says",
    { alpha_beta_green_now: { statuses: ["404"], shownIn: [{ operation: "GET /x", status: "410" }] }, x: {} },
    { alpha_beta_white_now: { statuses: ["404"], shownIn: [{ operation: "GET /x", status: "422" }] }, x: {} },
    [
      "alpha_beta_green_now > alpha_beta_white_now: token 0.69 (both say `alpha_beta_now`; the only code that left, and the only one that came; same statuses)",
    ],
  ],
];

test("of many messages, the first fifty speak", () => {
  const many = (count: number) => [
    ...Array.from({ length: count - 1 }, (_, index) => `Message number ${index} is alike none`),
    "The card has gone away for good.",
  ];
  const of = (text: string, messages: readonly string[]) => said({ [text]: { messages }, x: {} });
  const line = (left: number, came: number) =>
    told(of("green_alpha_x", many(left)), of("white_alpha_x", many(came)));
  const same = [
    "green_alpha_x > white_alpha_x: token 0.83 (same message; both say `alpha_x`; the only code that left, and the only one that came)",
  ];
  const none = ["green_alpha_x left, white_alpha_x?"];
  expect([line(50, 1), line(1, 50)]).toEqual([same, same]);
  expect([line(51, 1), line(1, 51)]).toEqual([none, none]);
});

describe("of texts beside the names,", () => {
  test.each(texts)("%s", (_, before, after, lines) => {
    expect(told(said(before), said(after))).toEqual(lines);
  });
});

test("of two that left, the first by name is asked about, whatever the order of the document", () => {
  const left = (...codes: readonly string[]) =>
    told(
      said(Object.fromEntries(codes.map((one) => [one, {}]))),
      said({ team_upper_limit_hit_now: {}, x: {} }),
    );
  const lines = ["gold_upper_limit_hit_now left, team_upper_limit_hit_now?", "seat_upper_limit_hit_now left"];
  expect(left("seat_upper_limit_hit_now", "gold_upper_limit_hit_now", "x")).toEqual(lines);
  expect(left("gold_upper_limit_hit_now", "seat_upper_limit_hit_now", "x")).toEqual(lines);
});

describe("surroundings", () => {
  test.each(surroundings)("%s", (_, before, after, lines) => {
    expect(told(said(before), said(after))).toEqual(lines);
  });
});
