import { describe, expect, test } from "vitest";
import type { Code } from "../../../src/contract/contract.js";
import { baseline, catalog, code, contract, listed } from "../contracts.js";
import { told } from "../told.js";

/** What became of one code that left while another came, beside one that stayed. */
const became = (from: string, to: string) => told(baseline(from, "x"), listed(to, "x"));

/** The same between two that stayed in a list, so that its place in it speaks too. */
const inItsPlace = (from: string, to: string) =>
  told(listed("busy", from, "full"), listed("busy", to, "full"));

/** The same of a code with this said of it, in contracts that know no places. */
function saidOf(from: string, to: string, said: Partial<Code>): string[] {
  const of = (text: string) => contract([catalog([code(text, said), code("x")])], { operations: null });
  return told(of(from), of(to));
}

/** What is shown, the code that left, the one that came, and what became of it. */
type Row = readonly [string, string, string, string];

const names: readonly Row[] = [
  [
    "forms of two words are said word by word",
    "one_hosts_two_verified",
    "one_host_two_verify",
    "one_hosts_two_verified > one_host_two_verify: token 0.81 (`hosts_verified` and `host_verify` are forms of one word; the only code that left, and the only one that came)",
  ],
  [
    "phrases that mean the same are found in front of two words",
    "user_does_not_exist_here_now",
    "user_not_found_here_now",
    "user_does_not_exist_here_now > user_not_found_here_now: token 0.79 (`does_not_exist` and `not_found` mean the same; the only code that left, and the only one that came)",
  ],
  [
    "a word said once more at the end is a word more",
    "alpha_beta",
    "alpha_beta_beta",
    "alpha_beta > alpha_beta_beta: prefix 0.69 (both say `alpha_beta`; the only code that left, and the only one that came)",
  ],
  [
    "numbers that changed places are other numbers, though the words between mean the same",
    "v1_card_unknown_v2",
    "v2_card_not_found_v1",
    "v1_card_unknown_v2 left",
  ],
  [
    "words that mean the same do so of several things, too",
    "bad_query_params_here",
    "bad_query_parameters_here",
    "bad_query_params_here > bad_query_parameters_here: token 0.82 (`params` and `parameters` are forms of one word; the only code that left, and the only one that came)",
  ],
  [
    "what is left beside forms of a word may mean the same",
    "too_many_seats",
    "seat_limit_exceeded",
    "too_many_seats > seat_limit_exceeded: token 0.7 (`too_many_seats` and `seat_limit_exceeded` mean the same)",
  ],
  ["words that mean the same behind `too` mean it there alone", "name_big", "name_large", "name_big left"],
  ["a name without letters is no bare label", "----", "error", "---- left"],
  ["a bare label is no name without letters", "error", "----", "error left"],
];

const failures: readonly Row[] = [
  [
    "that came to a thing",
    "not_found",
    "user_unknown",
    "not_found > user_unknown: other 0.63 (same place in the list)",
  ],
  [
    "whose thing went",
    "the_unknown_user",
    "not_found",
    "the_unknown_user > not_found: other 0.63 (same place in the list)",
  ],
  [
    "in a phrase",
    "user_not_found_now",
    "unknown",
    "user_not_found_now > unknown: other 0.63 (same place in the list)",
  ],
  ["and none is no more than a question", "not_found", "user_card", "not_found left, user_card?"],
];

describe("of two names,", () => {
  test.each(names)("%s", (_, from, to, line) => {
    expect(became(from, to)).toEqual([line]);
  });
});

describe("at one place in a list, the same failure", () => {
  test.each(failures)("%s", (_, from, to, line) => {
    expect(inItsPlace(from, to)).toEqual([line]);
  });
});

describe("with the same description,", () => {
  const said = { description: "There is no such thing as that here." };

  test("names that no one can read are one, and no word of either is told", () => {
    expect(saidOf("1001", "2001", said)).toEqual(["1001 > 2001: other 0.75 (same description)"]);
  });

  test("names of two failures are one, and that their ends are the same says nothing", () => {
    expect(saidOf("declined:card_gone_now", "expired:card_gone_now", said)).toEqual([
      "declined:card_gone_now > expired:card_gone_now: token 0.83 (same description; the only code that left, and the only one that came)",
    ]);
  });
});

/** What is shown, the descriptions of `green_alpha_x` and `white_alpha_x`, which are a question without, and what is told. */
const descriptions: readonly Row[] = [
  [
    "a word that the new one says again is another word",
    "card is not good",
    "card card card card",
    "green_alpha_x left, white_alpha_x?",
  ],
  [
    "nineteen words of twenty are similar, not the same",
    "a b c d e f g h i j k l m n o p q r s t",
    "a b c d e f g h i j k l m n o p q r s z",
    "green_alpha_x > white_alpha_x: token 0.77 (similar description; both say `alpha_x`; the only code that left, and the only one that came)",
  ],
  [
    "thirteen words of twenty are a little similar",
    "a b c d e f g h i j k l m n o p q r s t",
    "a b c d e f g h i j k l m 1 2 3 4 5 6 7",
    "green_alpha_x > white_alpha_x: token 0.68 (both say `alpha_x`; similar description; the only code that left, and the only one that came)",
  ],
  [
    "four words and one more are less similar than five",
    "The card is gone",
    "The card is gone now",
    "green_alpha_x > white_alpha_x: token 0.7 (both say `alpha_x`; similar description; the only code that left, and the only one that came)",
  ],
];

describe("of descriptions,", () => {
  test.each(descriptions)("%s", (_, from, to, line) => {
    const of = (text: string, description: string) =>
      contract([catalog([code(text, { description }), code("x")])], { operations: null });
    expect(told(of("green_alpha_x", from), of("white_alpha_x", to))).toEqual([line]);
  });

  test("one that several codes have now is hardly a mark of any, though the old one was", () => {
    const before = { description: "The card is not valid any more" };
    const after = { description: "The card is not valid any longer" };
    expect(
      told(
        contract([catalog([code("green_alpha_x", before), code("x"), code("y")])], { operations: null }),
        contract([catalog([code("white_alpha_x", after), code("x", after), code("y", after)])], {
          operations: null,
        }),
      ),
    ).toEqual(["green_alpha_x left, white_alpha_x?"]);
  });
});
