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

/** An ending, and two words of six letters a letter apart that are none, though one would be with the ending inside it undone. */
const noWords: readonly (readonly [string, string, string])[] = [
  ["ies for y", "tiespe", "tiespa"],
  ["ied for y", "tiedpe", "tiedpa"],
  ["ing", "kingey", "kingay"],
  ["ing for e", "singnd", "singnt"],
];

/** What was slipped in, and a short word with it and without. */
const shortSlips: readonly (readonly [string, string, string])[] = [
  ["a letter left out of five", "prbe", "probe"],
  ["one of two like letters left out", "cal", "call"],
  ["another letter in a word of six", "apbend", "append"],
  ["swapped neighbours in a word of four", "lcok", "lock"],
];

/** What would be slipped in, and two words that it does not make one. */
const noSlips: readonly (readonly [string, string, string])[] = [
  ["another letter in a word of four", "lzck", "lock"],
  ["another letter in six, where neither is a word", "frobaz", "frobuz"],
  ["a letter left out of four", "desk", "dek"],
  ["the first letter left out of five", "video", "ideo"],
  ["one of two like letters, where neither is a word", "abrt", "abbrt"],
  ["two letters left out, so that eight are left", "descedng", "descending"],
  ["another first letter in a word of six", "molicy", "policy"],
  ["the first letter and the third swapped", "tuahentication", "authentication"],
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

describe("what would be a word without an ending in the midst of it is none:", () => {
  test.each(noWords)("%s", (_, from, to) => {
    expect(became(from, to)).toEqual([`${from} left`]);
  });
});

test("an ending alone is no word", () => {
  expect(became("inng", "ing")).toEqual(["inng left"]);
});

describe("a slip in a short word is", () => {
  test.each(shortSlips)("%s", (_, from, to) => {
    expect(became(from, to)).toEqual([`${from} > ${to}: typo 0.9 (a spelling corrected)`]);
    expect(became(to, from)).toEqual([`${to} > ${from}: typo 0.9 (a spelling corrected)`]);
  });
});

describe("no slip is", () => {
  test.each(noSlips)("%s", (_, from, to) => {
    expect(became(from, to)).toEqual([`${from} left`]);
    expect(became(to, from)).toEqual([`${to} left`]);
  });
});

describe("of words that differ at several places,", () => {
  test("all are slips, with more than one word between them", () => {
    expect(became("recieved_one_two_mising", "received_one_two_missing")).toEqual([
      "recieved_one_two_mising > received_one_two_missing: typo 0.92 (a spelling corrected; the only code that left, and the only one that came)",
    ]);
  });

  test("swapped neighbours in a word of three are no slip, whatever slips stand beside them", () => {
    expect(became("bad_one_two_mising", "bda_one_two_missing")).toEqual([
      "bad_one_two_mising > bda_one_two_missing: token 0.68 (both say `one_two`; the only code that left, and the only one that came)",
    ]);
  });

  test("one slip beside another word is no typo", () => {
    expect(became("recieved_now_green", "received_now_white")).toEqual(["recieved_now_green left"]);
  });

  test("a slip beside words that grew together is a typo in a name of twelve letters or more", () => {
    expect(became("idcard_at_gren", "id_card_at_green")).toEqual([
      "idcard_at_gren > id_card_at_green: typo 0.75 (almost the same letters)",
    ]);
    expect(became("apikey_now_mising", "api_key_now_missing")).toEqual([
      "apikey_now_mising > api_key_now_missing: typo 0.75 (almost the same letters)",
    ]);
    expect(became("idcard_at_gon", "id_card_at_gone")).toEqual(["idcard_at_gon left"]);
  });
});

test("a slip beside which another word came corrects more than a spelling", () => {
  expect(became("one_two_six_unsupported", "one_two_six_usnupported_never")).toEqual([
    "one_two_six_unsupported > one_two_six_usnupported_never: token 0.71 (both say `one_two_six`; the only code that left, and the only one that came)",
  ]);
});

/** What differs, and two words of which none is a spelling of the other. */
const others: readonly (readonly [string, string, string])[] = [
  ["a letter for two in a word of seven", "blorxat", "bloryzat"],
  ["a letter between two that changed places", "bloxyqat", "bloyxrat"],
  ["three letters of a long word", "blorstaxyqen", "blorstazwren"],
  ["a letter that moved ahead beside two others", "blorstaxyqen", "blorstawxren"],
  ["a letter that moved back beside two others", "blorstaxyqen", "blorstaywren"],
];

describe("no spelling corrects", () => {
  test.each(others)("%s", (_, from, to) => {
    expect(became(`${from}_now`, `${to}_now`)).toEqual([`${from}_now left`]);
    expect(became(`${to}_now`, `${from}_now`)).toEqual([`${to}_now left`]);
  });
});

/** A word cut short, and the word: its beginning, or its first letter and consonants to the last. */
const cutShort: readonly (readonly [string, string])[] = [
  ["prod", "product"],
  ["usr", "user"],
  ["amt", "amount"],
  ["rcpt", "receipt"],
];

/** What is a word itself, has another end or beginning, is too short, or stands for no word. */
const notCutShort: readonly (readonly [string, string])[] = [
  ["card", "cardholder"],
  ["prdc", "product"],
  ["kser", "user"],
  ["ur", "user"],
  ["ssn", "session"],
  ["ttl", "total"],
  ["usr", "ussler"],
];

describe("a word cut short", () => {
  const said = (short: string, long: string) => became(`${short}_blocked_today`, `${long}_blocked_today`);

  test.each(cutShort)("is the word: %s, %s", (short, long) => {
    for (const one of [said(short, long), said(long, short)])
      expect(one.join()).toContain("forms of one word");
  });

  test.each(notCutShort)("is not %s for %s", (short, long) => {
    expect(said(short, long).join()).not.toContain("forms of one word");
  });
});
