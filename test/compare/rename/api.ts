import type { Contract } from "../../../src/contract/contract.js";
import { catalog, code, contract, operation } from "../contracts.js";

/** Codes in the order of the document, and the codes of responses, by operation and status; all lists divided by spaces. */
export interface Api {
  readonly codes: string;
  readonly operations: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export function api({ codes, operations }: Api): Contract {
  return contract([catalog(words(codes).map((text) => code(text)))], {
    operations: Object.entries(operations).map(([id, responses]) =>
      operation(
        id,
        Object.fromEntries(Object.entries(responses).map(([status, texts]) => [status, words(texts)])),
      ),
    ),
  });
}

function words(text: string): string[] {
  return text.split(" ").filter((word) => word !== "");
}
