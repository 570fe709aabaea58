import type { Change } from "../contract/change.js";
import { sorted } from "../contract/record.js";
import type { CatalogPair } from "./catalogs.js";
import { change } from "./change.js";
import { codeSite } from "./codes.js";
import { list } from "./words.js";

/** Statuses that came and went, as a list of statuses says it: `404`, ranges (`4XX`), `default`. */
export interface StatusDifference {
  readonly lost: readonly string[];
  readonly gained: readonly string[];
}

/**
 * A status is lost only when nothing stands for it any more: `404` written as `4XX`, or left to a `default` that was
 * there before, is a wider claim, `4XX` written as `404` a closer one, and none takes a status from a client that it
 * could name.
 */
export function statusDifference(before: Iterable<string>, after: Iterable<string>): StatusDifference {
  const old = new Set(before);
  const fresh = new Set(after);
  const gone = sorted(old).filter((status) => !fresh.has(status));
  const come = sorted(fresh).filter((status) => !old.has(status));
  return {
    lost: gone.filter(
      (status) =>
        ![...fresh].some((other) => covers(other, status)) && !come.some((other) => covers(status, other)),
    ),
    gained: come.filter((status) => ![...old].some((other) => covers(other, status))),
  };
}

/**
 * Statuses of the codes that both sides list. Empty on one side means that it does not say: going from any to some,
 * or back, is closer or wider documentation and no event.
 */
export function compareStatuses(pair: CatalogPair, kept: readonly string[]): Change[] {
  const changes: Change[] = [];
  for (const code of kept) {
    const before = pair.before.codes.get(code)?.statuses ?? [];
    const after = pair.after.codes.get(code)?.statuses ?? [];
    if (before.length === 0 || after.length === 0) continue;
    const { lost, gained } = statusDifference(before, after);
    const said = { catalog: pair.before.catalog.name, code, site: codeSite(pair.after, code) };
    if (lost.length > 0) {
      changes.push(
        change("code-status-removed", {
          ...said,
          statuses: lost,
          operations: pair.before.presence?.of(code).operations ?? [],
          before: list(lost),
          after: gained.length === 0 ? null : list(gained),
          beforeSite: codeSite(pair.before, code),
        }),
      );
    } else if (gained.length > 0) {
      const operations = pair.after.presence?.of(code).operations ?? [];
      changes.push(change("code-status-added", { ...said, statuses: gained, operations }));
    }
  }
  return changes;
}

/** Does a range or `default` stand for another status? OpenAPI 3.1, section 4.8.16. */
function covers(range: string, status: string): boolean {
  return range === "default" || (/^[1-5]XX$/i.test(range) && range[0] === status[0]);
}
