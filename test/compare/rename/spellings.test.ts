import { describe, expect, test } from "vitest";
import { baseline, listed } from "../contracts.js";
import { told } from "../told.js";

/** What became of one code that left while another came, beside one that stayed. */
const became = (from: string, to: string) => told(baseline(from, "x"), listed(to, "x"));

/** What ends the first word, the first word, and another a letter apart. */
const twoWords: readonly (readonly [string, string, string])[] = [
  ["s", "receives", "receiver"],
  ["d", "scheduled", "scheduler"],
  ["es", "publishes", "publisher"],
  ["ed", "published", "publisher"],
  ["ing", "packing", "parking"],
  ["ing for e", "parsing", "parking"],
  ["ly", "properly", "property"],
  ["ies for y", "verifies", "verifier"],
  ["ied for y", "verified", "verifier"],
];

/** What was slipped in, and words with it and without. */
const slips: readonly (readonly [string, string, string])[] = [
  ["a letter that would end a word", "paymednt", "payment"],
  ["a syllable twice that would end a verb", "crededential", "credential"],
  ["a syllable twice that would end a noun", "resestriction", "restriction"],
  ["a syllable twice that would end an adverb", "analylytics", "analytics"],
];

describe("a word that is inflected is a word, and one a letter apart another, behind", () => {
  test.each(twoWords)("%s", (_, from, to) => {
    expect(became(from, to)).toEqual([`${from} left`]);
    expect(became(to, from)).toEqual([`${to} left`]);
  });
});

describe("no ending of a word is, in the midst of it,", () => {
  test.each(slips)("%s", (_, from, to) => {
    expect(became(from, to)).toEqual([`${from} > ${to}: typo 0.9 (a spelling corrected)`]);
  });
});

test("a slip beside which another word came corrects more than a spelling", () => {
  expect(became("one_two_six_unsupported", "one_two_six_usnupported_never")).toEqual([
    "one_two_six_unsupported > one_two_six_usnupported_never: token 0.71 (both say `one_two_six`; the only code that left, and the only one that came)",
  ]);
});
