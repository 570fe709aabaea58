import { presetOf } from "./languages.js";
import { mayBeCode, namedCodes } from "./named.js";
import { readCandidates } from "./read.js";
import type { Suggestion } from "./report.js";
import type { Vocabulary } from "./vocabulary.js";

/** Fewer codes than this say little: any program knows a timeout and a conflict. */
const fewest = 3;

/** Whether a file names so many codes that it should be a consumer; null: it should not. */
export function suggestionFor(file: string, text: string, vocabulary: Vocabulary): Suggestion | null {
  const preset = presetOf(file);
  if (preset === null) return null;
  const candidates = readCandidates(text, preset).filter((each) => mayBeCode(each, vocabulary));
  const named = new Set(namedCodes([{ file, text, candidates }], vocabulary).map(({ code }) => code));
  const known = [...named].filter((code) => vocabulary.codes.has(code)).length;
  return known < fewest ? null : { file, preset, known, unknown: named.size - known };
}

/** Files that test others name codes, but nobody branches on them there. */
export function isTest(file: string): boolean {
  return /(?:^|\/)(?:tests?|__tests__|testdata|fixtures|spec)\/|[._-](?:test|spec|mock)\.[^/]+$/.test(file);
}
