import type { ErrorResponse } from "../../contract/contract.js";
import { remember } from "../../contract/memo.js";
import type { CatalogPair } from "../catalogs.js";

/** What became of a code of the old contract that still exists, under its name or another. */
export interface Survivors {
  readonly pair: CatalogPair;
  readonly kept: ReadonlySet<string>;
  /** Old names of the codes that renames led to. */
  readonly oldNames: ReadonlyMap<string, readonly string[]>;
  readonly renamed: ReadonlySet<string>;
}

/** The codes of responses, of an old contract, that did not leave their catalog. Lists are shared: each is read once. */
export class SurvivingCodes {
  readonly #survivors: ReadonlyMap<string, Survivors>;
  readonly #lists = new Map<ReadonlySet<string>, readonly string[]>();

  constructor(all: readonly Survivors[]) {
    this.#survivors = new Map(all.map((survivors) => [survivors.pair.before.catalog.name, survivors]));
  }

  of(responses: readonly ErrorResponse[]): Set<string> {
    const lists = new Set(responses.flatMap(({ codes }) => [...codes].map((entry) => this.#list(...entry))));
    const found = new Set<string>();
    for (const list of lists) for (const code of list) found.add(code);
    return found;
  }

  anyIn({ codes }: ErrorResponse): boolean {
    for (const entry of codes) if (this.#list(...entry).length > 0) return true;
    return false;
  }

  #list(catalog: string, codes: ReadonlySet<string>): readonly string[] {
    return remember(this.#lists, codes, () => {
      const survivors = this.#survivors.get(catalog);
      return survivors === undefined
        ? []
        : [...codes].filter((code) => survivors.kept.has(code) || survivors.renamed.has(code));
    });
  }
}

export function carriesCodes(response: ErrorResponse): boolean {
  for (const codes of response.codes.values()) if (codes.size > 0) return true;
  return false;
}
