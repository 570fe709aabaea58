import { describe, expect, test } from "vitest";
import { candidates, type OtherTies } from "../../../src/compare/rename/candidates.js";
import { parseName } from "../../../src/compare/rename/name.js";

const words = (text: string) => text.split(" ");
const untied: OtherTies = () => [];

/** These codes and others, `count` in all, that have nothing in common with what stands on the other side. */
function among(codes: readonly string[], others: string, count: number): string[] {
  return [...codes, ...Array.from({ length: count - codes.length }, (_, index) => `${others}${index}`)];
}

function pairs(from: readonly string[], to: readonly string[], ties = untied): string[] {
  return candidates(from.map(parseName), to.map(parseName), ties).map(
    ([row, column]) => `${from[row]} > ${to[column]}`,
  );
}

/** The pairs of these codes where more came, which is what is also found where more left. */
function tied(from: string, to: string, ties = untied): string[] {
  const came = pairs(among(words(from), "zy", 60), among(words(to), "vq", 110), ties);
  expect(pairs(among(words(from), "zy", 110), among(words(to), "vq", 60), ties)).toEqual(came);
  return came;
}

/** What is shown, codes that left, codes that came, and the pairs to weigh. */
type Row = readonly [string, string, string, readonly string[]];

const alike: readonly Row[] = [
  [
    "codes of the same letters",
    "SandboxFull",
    "sandbox_full Sandbox-Full",
    ["SandboxFull > sandbox_full", "SandboxFull > Sandbox-Full"],
  ],
  [
    "codes that have a word more at any place",
    "box_is_full",
    "big_box_is_full box_never_is_full box_is_full_now",
    ["box_is_full > big_box_is_full", "box_is_full > box_never_is_full", "box_is_full > box_is_full_now"],
  ],
  [
    "codes that have another word at any place",
    "box_is_full",
    "sack_is_full box_was_full box_is_gone",
    ["box_is_full > sack_is_full", "box_is_full > box_was_full", "box_is_full > box_is_gone"],
  ],
  [
    "codes that have two other words side by side",
    "paper_thing_is_really_green",
    "cloth_sack_is_really_green",
    ["paper_thing_is_really_green > cloth_sack_is_really_green"],
  ],
  [
    "codes that have two words for one, or one for two",
    "box_is_really_green sack_was_gone_today_again",
    "box_was_never_really_green sack_went_today_again",
    ["box_is_really_green > box_was_never_really_green", "sack_was_gone_today_again > sack_went_today_again"],
  ],
  ["no codes that have other words in two places", "box_is_really_green", "box_was_really_blue", []],
  [
    "no codes that have other words in the first and the third place",
    "box_is_really_green",
    "sack_is_not_green",
    [],
  ],
  ["no codes that have three other words", "paper_thing_is_really_green", "cloth_sack_was_really_green", []],
  ["no codes of one word that is another", "green", "blue", []],
  [
    "codes that end in the same part",
    "err:data:thing:box_is_full",
    "app:item:box_is_full",
    ["err:data:thing:box_is_full > app:item:box_is_full"],
  ],
  ["no codes that end in other parts", "err:data:thing:box_is_full", "app:item:sack_was_gone", []],
  ["no code without parts that another ends in", "err:data:thing:box_is_full", "box-is-full", []],
  ["no codes too long to read", "ab_".repeat(101), "cd_".repeat(101), []],
  [
    "codes of which one has a letter more, though their words are divided differently",
    "invalidrequestt notfound",
    "invalid_request not_founds",
    ["invalidrequestt > invalid_request", "notfound > not_founds"],
  ],
  [
    "codes that differ in a letter, though their words are divided differently",
    "invalidrequesd nktfound",
    "invalid_request not_found",
    ["invalidrequesd > invalid_request", "nktfound > not_found"],
  ],
  [
    "no codes that differ in two letters and in how they are divided",
    "invalidrekwest",
    "invalid_request",
    [],
  ],
];

const surest: readonly Row[] = [
  [
    "of the same letters have no other partner",
    "SandboxFull VolumeBusy",
    "sandbox_full volume_busy sandbox_fully volume_bussy",
    ["SandboxFull > sandbox_full", "VolumeBusy > volume_busy"],
  ],
  [
    "a word apart have no other partner two words apart",
    "box_is_full",
    "box_is_really_full box_was_gone",
    ["box_is_full > box_is_really_full"],
  ],
  [
    "two words apart have no other partner a slip apart",
    "box_is_really_full",
    "box_was_never_really_full boxisreallyfulll",
    ["box_is_really_full > box_was_never_really_full"],
  ],
];

const shared: readonly Row[] = [
  [
    "eight codes share ties with it",
    "sandbox_green_full",
    "sandbox_apple_full sandbox_pear_full sandbox_plum_full sandbox_quince_full sandbox_grape_full sandbox_fig_full sandbox_date_full sandbox_lime_full",
    [
      "sandbox_green_full > sandbox_apple_full",
      "sandbox_green_full > sandbox_pear_full",
      "sandbox_green_full > sandbox_plum_full",
      "sandbox_green_full > sandbox_quince_full",
      "sandbox_green_full > sandbox_grape_full",
      "sandbox_green_full > sandbox_fig_full",
      "sandbox_green_full > sandbox_date_full",
      "sandbox_green_full > sandbox_lime_full",
    ],
  ],
  [
    "nine codes share ties with it, which then ties none",
    "sandbox_green_full",
    "sandbox_apple_full sandbox_pear_full sandbox_plum_full sandbox_quince_full sandbox_grape_full sandbox_fig_full sandbox_date_full sandbox_lime_full sandbox_kiwi_full",
    [],
  ],
];

describe("among thousands of pairs, those to weigh are", () => {
  test.each(alike)("%s", (_, from, to, expected) => {
    expect(tied(from, to)).toEqual(expected);
  });
});

describe("of codes that came, those", () => {
  test.each(surest)("%s", (_, from, to, expected) => {
    expect(tied(from, to)).toEqual(expected);
  });
});

describe("a code is weighed where", () => {
  test.each(shared)("%s", (_, from, to, expected) => {
    expect(tied(from, to)).toEqual(expected);
  });
});

describe("beyond names,", () => {
  test("a code is weighed with what else ties it, and then with nothing that is merely like it", () => {
    const ties: OtherTies = (code) => (code === "box_is_full" ? ["green", "blue"] : []);
    expect(tied("box_is_full sack_is_gone", "green box_was_full blue sack_was_gone", ties)).toEqual([
      "box_is_full > green",
      "box_is_full > blue",
      "sack_is_gone > sack_was_gone",
    ]);
  });

  test("a tie to a code that did not come is none", () => {
    expect(tied("box_is_full", "green", () => ["blue", "box_is_full"])).toEqual([]);
  });
});

describe("by number,", () => {
  test("a few codes are all weighed with each other", () => {
    expect(pairs(words("a b c"), words("x y"))).toEqual(
      words("a b c").flatMap((one) => [`${one} > x`, `${one} > y`]),
    );
    expect(pairs(words("a b"), words("x y z"))).toEqual(
      words("a b").flatMap((one) => [`${one} > x`, `${one} > y`, `${one} > z`]),
    );
    expect(pairs([], words("x"))).toEqual([]);
  });

  test("six thousand pairs are all weighed, and of more those that something ties", () => {
    const many = (count: number, text: string) => Array.from({ length: count }, () => parseName(text));
    expect(candidates(many(60, "zy"), many(100, "vq"), untied)).toHaveLength(6000);
    expect(candidates(many(60, "zy"), many(101, "vq"), untied)).toEqual([]);
  });

  /** Pairs of two codes, where so many others of three hundred letters came, in words of so many letters. */
  function besideLong(count: number, letters: number, from: string, to: string): string[] {
    const long = parseName(Array.from({ length: 300 / (letters + 1) }, () => "x".repeat(letters)).join("_"));
    const came = [parseName(to), ...Array.from({ length: count }, () => long)];
    const left = among([from], "zy", 10).map(parseName);
    return candidates(left, came, untied).map(([row, column]) => `${row} > ${column}`);
  }

  test.each([
    ["the same words but for one", 1, 2700, "box_is_full", "box_was_full"],
    ["the same words but for two", 1, 2700, "paper_thing_is_green", "cloth_sack_is_green"],
    ["the same letters but for one", 299, 700, "boxisfull", "box_is_fulll"],
  ])("%s tie codes no more, where too many long ones came to compare", (_, letters, many, from, to) => {
    expect(tied(from, to)).toEqual([`${from} > ${to}`]);
    expect(besideLong(many, letters, from, to)).toEqual([]);
  });

  test("the same letters tie codes among however many long ones", () => {
    expect(besideLong(6100, 9, "boxIsFull", "box_is_full")).toEqual(["0 > 0"]);
  });
});
