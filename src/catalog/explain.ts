import type { Choice } from "./choose.js";
import type { Discovery } from "./discover.js";
import type { CandidateExplanation, Explanation } from "./extraction.js";
import type { Survey } from "./survey.js";

/** Codes shown of each candidate, to recognise the list by. */
const sampleSize = 5;

/** Says what was looked at, and why each candidate was taken or not. */
export function explain(found: Survey, { how }: Discovery, choices: readonly Choice[]): Explanation {
  return {
    document: found.document,
    operations: found.operations.length,
    errorResponses: found.operations.reduce((sum, { responses }) => sum + responses.length, 0),
    how,
    candidates: choices.map(toExplanation),
  };
}

function toExplanation({ candidate, score, evidence, taken, against }: Choice): CandidateExplanation {
  return {
    path: candidate.path,
    codes: candidate.codes.length,
    sample: candidate.codes.slice(0, sampleSize),
    responses: candidate.responses,
    score,
    evidence,
    taken,
    against,
    sites: candidate.lists.map(({ site }) => site),
  };
}
