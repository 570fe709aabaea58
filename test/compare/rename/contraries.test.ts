import { describe, expect, test } from "vitest";
import { baseline, listed } from "../contracts.js";
import { told } from "../told.js";

/** What is shown, the codes of a baseline, the codes of a document, and what became of those that left. */
type Row = readonly [string, string, string, readonly string[]];

const words = (text: string) => text.split(" ");

const contraries: readonly Row[] = [
  [
    "one opposite, whatever else differs",
    "one_min_two_six_ten_nine_green x",
    "one_max_two_six_ten_nine_white x",
    ["one_min_two_six_ten_nine_green left"],
  ],
  [
    "one opposite, though a word came elsewhere",
    "min_two_six_ten_nine_thing x",
    "max_two_six_ten_nine_thing_here x",
    ["min_two_six_ten_nine_thing left"],
  ],
  [
    "a role that does something and the one that it is done to, in this order",
    "assignee_missing_name x",
    "assignor_missing_name x",
    ["assignee_missing_name left"],
  ],
];

const none: readonly Row[] = [
  [
    "a negation that came with the word that it negates",
    "one_two_green_now x",
    "one_two_not_six_green_now x",
    [
      "one_two_green_now > one_two_not_six_green_now: prefix 0.72 (both say `one_two_green_now`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "letters within a word that would negate it in front of it",
    "minister_name_green_now x",
    "mister_name_green_now x",
    [
      "minister_name_green_now > mister_name_green_now: token 0.66 (both say `name_green_now`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a word that goes on behind a role",
    "trustee_missing_name_now x",
    "trusteeship_missing_name_now x",
    [
      "trustee_missing_name_now > trusteeship_missing_name_now: token 0.61 (both say `missing_name_now`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "a short word that ends as a role does, gone",
    "fee_one_two_six x",
    "cost_one_two_six x",
    [
      "fee_one_two_six > cost_one_two_six: token 0.66 (both say `one_two_six`; the only code that left, and the only one that came)",
    ],
  ],
];

const failures: readonly Row[] = [
  [
    "a state less is the same failure",
    "card_declined_expired x",
    "card_declined x",
    [
      "card_declined_expired > card_declined: prefix 0.73 (both say `card_declined`; the only code that left, and the only one that came)",
    ],
  ],
  [
    "the same excess is the same failure, though its word stood in the name once more",
    "weak_one_two_lock_too_weak x",
    "soft_one_two_lock_too_weak x",
    [
      "weak_one_two_lock_too_weak > soft_one_two_lock_too_weak: token 0.74 (both say `one_two_lock_too_weak`; the only code that left, and the only one that came)",
    ],
  ],
];

describe("names say the contrary by", () => {
  test.each(contraries)("%s", (_, before, after, lines) => {
    expect(told(baseline(...words(before)), listed(...words(after)))).toEqual(lines);
  });
});

describe("names say no contrary by", () => {
  test.each(none)("%s", (_, before, after, lines) => {
    expect(told(baseline(...words(before)), listed(...words(after)))).toEqual(lines);
  });
});

describe("of names that say a failure,", () => {
  test.each(failures)("%s", (_, before, after, lines) => {
    expect(told(baseline(...words(before)), listed(...words(after)))).toEqual(lines);
  });

  test("a bare one in the place of another is worth a question", () => {
    expect(told(listed("busy", "declined", "full"), listed("busy", "expired", "full"))).toEqual([
      "declined left, expired?",
    ]);
  });
});
