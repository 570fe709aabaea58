import { describe, expect, test } from "vitest";
import { baseline, catalog, code, contract, listed, operation } from "../contracts.js";
import { told } from "../told.js";

/** What is shown, codes that left, codes that came, and what became of those that left. */
type Row = readonly [string, string, string, readonly string[]];

/** So many codes in all, the others of which have nothing to do with these or with each other. */
function among(texts: string, others: string, count: number): string[] {
  const codes = texts.split(" ");
  const letters = (index: number) =>
    `${others}${"abcdefghij"[index % 10]}${"klmnopqrst"[Math.floor(index / 10)]}`;
  return [...codes, ...Array.from({ length: count - codes.length }, (_, index) => letters(index))];
}

/** What became of these codes when so many left and so many came. */
function toldAmong(before: string, after: string, left = 78, came = 78): string[] {
  const lines = told(baseline(...among(before, "zy", left)), listed(...among(after, "vq", came)));
  return lines.filter((line) => before.split(" ").some((text) => line.startsWith(`${text} `)));
}

const tied: readonly Row[] = [
  [
    "that have the same letters",
    "SandboxFull",
    "sandbox_full",
    ["SandboxFull > sandbox_full: separator 0.97 (the same words in another style)"],
  ],
  [
    "that differ by a word more",
    "sandbox_is_full",
    "sandbox_is_too_full",
    ["sandbox_is_full > sandbox_is_too_full: prefix 0.62 (both say `sandbox_is_full`)"],
  ],
  [
    "that differ by a word less",
    "sandbox_is_too_full",
    "sandbox_is_full",
    ["sandbox_is_too_full > sandbox_is_full: prefix 0.62 (both say `sandbox_is_full`)"],
  ],
  [
    "that differ by a word at the beginning",
    "paper_box_is_green",
    "cloth_box_is_green",
    ["paper_box_is_green left, cloth_box_is_green?"],
  ],
  [
    "that differ by a word at the end",
    "green_box_is_paper",
    "green_box_is_cloth",
    ["green_box_is_paper left, green_box_is_cloth?"],
  ],
  [
    "that differ by two words together",
    "paper_thing_is_really_green_now",
    "box_cloth_is_really_green_now",
    ["paper_thing_is_really_green_now left"],
  ],
  [
    "that differ by two words more",
    "sandbox_is_really_full",
    "sandbox_was_not_really_full",
    ["sandbox_is_really_full left"],
  ],
  [
    "that differ by a slip",
    "invalid_reqeust",
    "invalid_request",
    ["invalid_reqeust > invalid_request: typo 0.9 (a spelling corrected)"],
  ],
  [
    "that lack a letter",
    "invalid_requst",
    "invalid_request",
    ["invalid_requst > invalid_request: typo 0.9 (a spelling corrected)"],
  ],
  [
    "that have a letter too many",
    "invalid_requestt",
    "invalid_request",
    ["invalid_requestt > invalid_request: typo 0.9 (a spelling corrected)"],
  ],
  [
    "that end alike",
    "err:data:thing:really_full_today",
    "app:data:item:more:really_full_today",
    ["err:data:thing:really_full_today left, app:data:item:more:really_full_today?"],
  ],
  [
    "that follow one pattern",
    "sandbox_full sandbox_idle sandbox_gone",
    "machine_full machine_idle machine_gone",
    [
      "sandbox_full > machine_full: token 0.9 (2 other codes swap sandbox for machine; no code says `sandbox` any more; both say `full`) [sandbox > machine]",
      "sandbox_gone > machine_gone: token 0.87 (2 other codes swap sandbox for machine; no code says `sandbox` any more; both say `gone`) [sandbox > machine]",
      "sandbox_idle > machine_idle: token 0.9 (2 other codes swap sandbox for machine; no code says `sandbox` any more; both say `idle`) [sandbox > machine]",
    ],
  ],
  [
    "of which each has a better partner",
    "sandbox_is_full sandboxIsIdle",
    "sandbox-is-idle sandbox_is_fully",
    [
      "sandboxIsIdle > sandbox-is-idle: separator 0.97 (the same words in another style)",
      "sandbox_is_full > sandbox_is_fully: token 0.75 (`full` and `fully` are forms of one word)",
    ],
  ],
  [
    "that share a part with eight others",
    "sandbox_green_full",
    "sandbox_a_full sandbox_b_full sandbox_c_full sandbox_d_full sandbox_e_full sandbox_f_full sandbox_g_full sandbox_green_fully_full",
    ["sandbox_green_full left, sandbox_green_fully_full?"],
  ],
];

describe("among thousands of pairs, those are weighed", () => {
  test.each(tied)("%s", (_, before, after, lines) => {
    expect(toldAmong(before, after)).toEqual(lines);
  });
});

test("beyond six thousand pairs, one that nothing ties is not weighed", () => {
  expect(toldAmong("forbidden", "access_denied", 7, 8)).toEqual([
    "forbidden > access_denied: other 0.6 (`forbidden` and `access_denied` mean the same)",
  ]);
  expect(toldAmong("forbidden", "access_denied", 75, 81)).toEqual(["forbidden left"]);
});

test("among thousands of pairs, a text ties up to eight new codes to an old one, and a crowd to none", () => {
  const description = "There is no such thing as that here.";
  const of = (texts: readonly string[], said: number) =>
    contract([catalog(texts.map((text, index) => code(text, index < said ? { description } : {})))], {
      operations: null,
    });
  const before = of(among("forbidden", "zy", 79), 1);
  const others = ["ub", "uc", "ud", "uf", "ug", "uh", "uk", "ul"];
  const line = (count: number) => {
    const came = ["access_denied", ...others.slice(0, count - 1)].join(" ");
    return told(before, of(among(came, "vq", 79), count)).find((one) => one.startsWith("forbidden "));
  };
  expect(line(1)).toBe(
    "forbidden > access_denied: other 0.9 (same description; `forbidden` and `access_denied` mean the same)",
  );
  const similar =
    "forbidden > access_denied: other 0.68 (`forbidden` and `access_denied` mean the same; similar description)";
  expect(line(2)).toBe(similar);
  expect(line(8)).toBe(similar);
  expect(line(9)).toBe("forbidden left");
});

test("among thousands of pairs, those are weighed that say the same or came where the other left", () => {
  const of = (texts: readonly string[], first: Parameters<typeof code>[1]) =>
    contract([catalog(texts.map((text, index) => code(text, index === 0 ? first : {})))], {
      operations: [operation("GET /x", { "404": texts.slice(0, 1) })],
    });
  const [before, after] = [among("green", "zy", 79), among("white", "vq", 79)];
  const line = (left: ReturnType<typeof of>, came: ReturnType<typeof of>) =>
    told(left, came).find((one) => one.startsWith("green "));
  const description = "There is no such thing as that here.";
  const unplaced = (one: ReturnType<typeof of>) => ({ ...one, operations: null });
  expect(line(unplaced(of(before, { description })), unplaced(of(after, { description })))).toBe(
    "green > white: other 0.75 (same description)",
  );
  expect(line(of(before, {}), of(after, {}))).toBe("green left, white?");
  expect(line(unplaced(of(before, {})), unplaced(of(after, {})))).toBe("green left");
});

test("among thousands of pairs, a text of three words ties codes, and one of two none", () => {
  const of = (texts: readonly string[], first: string) =>
    contract(
      [
        catalog(
          texts.map((text, index) => code(text, { description: index === 0 ? first : `Its own is ${text}` })),
        ),
      ],
      { operations: null },
    );
  const line = (description: string) =>
    told(
      of(among("forbidden", "zy", 79), description),
      of(among("access_denied", "vq", 79), description),
    ).find((one) => one.startsWith("forbidden "));
  expect(line("Not here now")).toBe(
    "forbidden > access_denied: other 0.81 (`forbidden` and `access_denied` mean the same; similar description)",
  );
  expect(line("Not here")).toBe("forbidden left");
});
