import type { ErrorResponse } from "../../contract/contract.js";
import type { Side } from "../catalogs.js";
import { matchOperations } from "../operations/match.js";
import type { Exchange } from "./exchange.js";

/** More codes at once than this are a rewritten response, which says nothing of single codes. */
const few = 3;

/** What left and came in the responses of operations that both contracts have. A shared list is looked at once. */
export function responseExchanges(before: Side, after: Side): Exchange[] {
  if (before.operations === null || after.operations === null) return [];
  const seen = new Map<ReadonlySet<string>, Set<ReadonlySet<string>>>();
  const exchanges: Exchange[] = [];
  for (const pair of matchOperations(before.operations, after.operations).pairs) {
    const now = new Map(pair.after.responses.map((response) => [response.status, response]));
    for (const response of pair.before.responses) {
      const old = codesOf(response, before);
      const fresh = codesOf(now.get(response.status), after);
      if (old === undefined || fresh === undefined || seen.get(old)?.has(fresh)) continue;
      seen.set(old, (seen.get(old) ?? new Set()).add(fresh));
      const left = minus(old, fresh);
      const came = minus(fresh, old);
      if (left.length === 0 || came.length === 0 || left.length > few || came.length > few) continue;
      const whole = left.length === old.size && came.length === fresh.size;
      const place = `${pair.before.id} ${response.status}`;
      exchanges.push({
        left,
        came,
        whole,
        weight: whole ? 0.45 : 0.25,
        rows: false,
        place,
        kind: "response",
      });
    }
  }
  return exchanges;
}

function codesOf(response: ErrorResponse | undefined, side: Side): ReadonlySet<string> | undefined {
  return response?.codes.get(side.catalog.name);
}

function minus(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((code) => !b.has(code));
}
