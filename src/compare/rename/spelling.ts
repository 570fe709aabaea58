import { edits } from "./distance.js";
import { isWord } from "./lexicon.js";

const inflection = /^(?:s|es|d|ed|ing|al|ion|ation|ization|isation|ment|ity|ly)$/;
const endings = /(?:ation|ition|ion|ment|ing|ied|ies|ed|es|able|ance|ence|ity|e|s|y|d)$/;

/**
 * Is one word a misspelling of the other? Two real words are not, however alike. The longer the word, the more slips it
 * may have: in a short one a single letter makes another word (`card`, `cart`).
 */
export function isSpellingOf(a: string, b: string, most: 1 | 2): boolean {
  const length = Math.min(a.length, b.length);
  const allowed = length >= 9 ? most : 1;
  const distance = edits(a, b, allowed);
  if (distance === 0 || distance > allowed) return false;
  const real = [a, b].filter(isWord).length;
  if (real === 2) return false;
  if (length < 7 && real === 1 && isFingerSlip(a, b)) return true;
  if (length < 5) return false;
  // A slip at the first letter is rarer than another word (`lender`, `sender`), except for swapped neighbours.
  if (a[0] !== b[0] && a[0] !== b[1] && a[1] !== b[0]) return false;
  // One replaced letter in a shortish word is as likely another word (`parse`, `purse`).
  return length >= (real === 1 ? 6 : 7) || a.length !== b.length || isSwapped(a, b);
}

/** One edit that fingers make in any word: two neighbours swapped, a letter doubled or not doubled, one left out. */
function isFingerSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length < 4) return false;
  if (short.length === long.length) return isSwapped(a, b);
  const at = [...long].findIndex((letter, index) => letter !== short[index]);
  return long[at] === long[at - 1] || (short.length >= 4 && isWord(long) && at > 0);
}

/** Forms of one word: `expire` and `expired`, `validate` and `validation`. */
export function isVariantOf(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  // Either way both begin with the same four letters at least, which is sooner seen than what they end in
  if (short.length < 4 || !long.startsWith(short.slice(0, 4))) return false;
  if (long.startsWith(short) && inflection.test(long.slice(short.length))) return true;
  const stem = short.replace(endings, "");
  return stem.length >= 4 && long.replace(endings, "") === stem;
}

/**
 * Is one the other cut short: its beginning (`desc`, `description`), or its first letter and some of its consonants to
 * the last (`usr`, `user`; `amt`, `amount`)? What is a word itself is short for nothing, and three consonants are as
 * likely an acronym (`ssn`, `session`; `ttl`, `total`).
 */
export function isShortFor(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 3 || (short.length === 3 && !/[aeiou]/.test(short))) return false;
  if (short[0] !== long[0] || isWord(short) || !isWord(long)) return false;
  if (short.length >= 4 && long.startsWith(short)) return true;
  const consonants = long.slice(1).replace(/[aeiou]/g, "");
  let met = 1;
  for (const letter of consonants) if (letter === short[met]) met++;
  return met === short.length && consonants.at(-1) === short.at(-1);
}

function isSwapped(a: string, b: string): boolean {
  return [...a].sort().join("") === [...b].sort().join("");
}
