import { remember } from "../../contract/memo.js";
import type { CatalogPair } from "../catalogs.js";
import type { Exchange } from "./exchange.js";
import { listExchanges } from "./list-exchanges.js";
import { responseExchanges } from "./response-exchanges.js";
import type { Voice } from "./voice.js";

interface Sighting {
  readonly weight: number;
  readonly exchange: Exchange;
}

/** Evidence from where codes stand: one code for one code in the same place says much, a crowd for a crowd little. */
export class Places {
  readonly exchanges: readonly Exchange[];
  readonly #sightings = new Map<string, Map<string, Sighting[]>>();
  readonly #counts = { list: new Map<string, number>(), response: new Map<string, number>() };

  /** @param ordered whether both sides know where their codes stand; a baseline does not */
  constructor(pair: CatalogPair, ordered: boolean) {
    this.exchanges = ordered ? [...listExchanges(pair.before, pair.after), ...responseExchanges(pair)] : [];
    for (const exchange of this.exchanges) this.#note(exchange);
  }

  #note(exchange: Exchange): void {
    const { left, came, kind } = exchange;
    const counts = this.#counts[kind];
    for (const code of [...left, ...came]) counts.set(code, (counts.get(code) ?? 0) + 1);
    const size = Math.max(left.length, came.length);
    // Codes rewritten by the hundred say nothing of each other, and would be millions of pairs.
    if (size > 50) return;
    for (const [index, from] of left.entries()) {
      const row = this.#sightings.get(from) ?? new Map<string, Sighting[]>();
      this.#sightings.set(from, row);
      for (const [other, to] of came.entries()) {
        const weight =
          size === 1 ? exchange.weight : exchange.weight * share(size, exchange.rows && index === other);
        remember(row, to, () => []).push({ weight, exchange });
      }
    }
  }

  /** Codes that came where this one left. */
  targetsOf(code: string): Iterable<string> {
    return this.#sightings.get(code)?.keys() ?? [];
  }

  /** Lists and responses mostly show the same exchange, so the stronger of the two speaks. */
  voice(from: string, to: string): Voice | null {
    const list = this.#voiceOf(from, to, "list");
    const response = this.#voiceOf(from, to, "response");
    return (list?.weight ?? 0) >= (response?.weight ?? 0) ? list : response;
  }

  #voiceOf(from: string, to: string, kind: Exchange["kind"]): Voice | null {
    const seen = (this.#sightings.get(from)?.get(to) ?? []).filter((one) => one.exchange.kind === kind);
    const [best, ...others] = seen.sort((a, b) => b.weight - a.weight);
    if (best === undefined) return null;
    const doubt = others.reduce((left, one) => left * (1 - 0.25 * one.weight), 1 - best.weight);
    const counts = this.#counts[kind];
    const everywhere = seen.length / Math.max(counts.get(from) ?? 1, counts.get(to) ?? 1);
    const weight = Math.min(0.8, 1 - doubt) * (0.4 + 0.6 * everywhere);
    return { weight, says: weight >= 0.2 ? words(best.exchange) : null };
  }
}

function words({ kind, whole, place }: Exchange): string {
  if (kind === "list") return `same place in ${place}`;
  return whole ? `the only code of ${place}, then and now` : `one left and one came in ${place}`;
}

/** What is left of a place's weight when several codes left or came at once. */
function share(size: number, sameRow: boolean): number {
  if (!sameRow) return 0.15;
  return size === 2 ? 0.85 : size === 3 ? 0.5 : 0.35;
}
