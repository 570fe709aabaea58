import type { History } from "../contract/history.js";
import { json } from "./escape/json.js";

/** The life of every code, for machines. */
export function render({ spec, versions, first, last, codes, skipped, notes }: History): string {
  return json({
    format: 1,
    ...{ spec, versions, first, last },
    codes: codes.map(({ code, alive, events }) => ({
      ...{ code, alive },
      events: events.map(({ kind, commit, date, version, to, from }) => ({
        kind,
        commit,
        date,
        version,
        to,
        from,
      })),
    })),
    skipped: skipped.map(({ commit, date, reason }) => ({ commit, date, reason })),
    notes,
  });
}
