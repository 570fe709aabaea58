import type { ConsumerPreset } from "../../src/config/types.js";
import type { Contract } from "../../src/contract/contract.js";
import { mayBeCode, namedCodes } from "../../src/scan/named.js";
import { readCandidates } from "../../src/scan/read.js";
import { type Vocabulary, vocabularyOf } from "../../src/scan/vocabulary.js";
import { code } from "../compare/contracts.js";

/** A contract with one closed catalog. */
export function contractOf(codes: readonly string[]): Contract {
  return {
    version: "1.0.0",
    errors: { schemas: ["ErrorResponse"], code: "code", linked: "responses" },
    catalogs: [
      {
        name: "code",
        open: "closed",
        normative: true,
        linked: "responses",
        shape: "enum",
        errorSchemas: [],
        pointers: [],
        codes: codes.map((each) => code(each)),
        retired: {},
      },
    ],
    body: {},
    operations: null,
  };
}

export const machines: Vocabulary = vocabularyOf([
  {
    spec: "openapi.yaml",
    contract: contractOf([
      "machine_not_found",
      "machine_not_ready",
      "volume_not_found",
      "rate_limit_exceeded",
      "unauthorized",
      "QUOTA_EXCEEDED",
    ]),
    baseline: null,
  },
]);

/** What a text names, as `code line:column`. */
export function named(text: string, preset: ConsumerPreset, vocabulary = machines): string[] {
  const candidates = readCandidates(text, preset).filter((each) => mayBeCode(each, vocabulary));
  return namedCodes([{ file: "file", text, candidates }], vocabulary).map(
    ({ code: each, line, column }) => `${each} ${line}:${column}`,
  );
}

/** The codes alone. */
export function codesIn(text: string, preset: ConsumerPreset): string[] {
  return named(text, preset).map((each) => each.split(" ")[0] ?? "");
}
