import type { ErrorResponse } from "../../contract/contract.js";
import type { CatalogPair } from "../catalogs.js";

/** What became of a code of the old contract that still exists, under its name or another. */
export interface Survivors {
  readonly pair: CatalogPair;
  readonly kept: ReadonlySet<string>;
  /** Old names of the codes that renames led to. */
  readonly oldNames: ReadonlyMap<string, readonly string[]>;
  readonly renamed: ReadonlySet<string>;
}

/** The codes of a response, of an old contract, that did not leave their catalog. */
export function survivingCodes(response: ErrorResponse, all: readonly Survivors[]): Set<string> {
  const codes = new Set<string>();
  for (const { pair, kept, renamed } of all) {
    for (const code of response.codes.get(pair.before.catalog.name) ?? []) {
      if (kept.has(code) || renamed.has(code)) codes.add(code);
    }
  }
  return codes;
}

export function carriesCodes(response: ErrorResponse): boolean {
  for (const codes of response.codes.values()) if (codes.size > 0) return true;
  return false;
}
