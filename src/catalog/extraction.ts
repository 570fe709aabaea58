import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import type { Site } from "../contract/location.js";
import type { Survey } from "./survey.js";

/** A property that could have been a catalog, and what became of it. */
export interface CandidateExplanation {
  readonly path: string;
  readonly codes: number;
  /** The first codes, to recognise the list by. */
  readonly sample: readonly string[];
  /** Responses that can carry it. */
  readonly responses: number;
  readonly score: number;
  readonly evidence: readonly string[];
  readonly taken: boolean;
  /** Why it was not taken; null when it was. */
  readonly against: string | null;
  readonly sites: readonly Site[];
}

/** Codes that are declared where no error response of an operation reaches them: listed, and not locked. */
export interface UnusedCodes {
  readonly path: string;
  readonly codes: readonly string[];
  readonly where: "callback" | "component";
  readonly site: Site;
}

export interface Explanation {
  /** `openapi`: operations; `library`: components without operations; `schema`: JSON Schema without OpenAPI. */
  readonly document: "openapi" | "library" | "schema";
  readonly operations: number;
  readonly errorResponses: number;
  /** How the codes were looked for, in a sentence. */
  readonly how: string;
  readonly candidates: readonly CandidateExplanation[];
}

export interface Extraction {
  readonly contract: Contract;
  readonly warnings: readonly Finding[];
  readonly explanation: Explanation;
  readonly unused: readonly UnusedCodes[];
  /** Everything that was read to find them, so that the rules need not read it again. */
  readonly survey: Survey;
}
