import type { History, LifeEvent } from "../contract/history.js";
import { count } from "./words.js";

/** `born from a`, `renamed to b and c`. `mark` is put around each code. */
export function eventWords({ kind, to, from }: LifeEvent, mark: (code: string) => string): string {
  const names = (codes: readonly string[]) => codes.map(mark).join(" and ");
  if (to.length > 0) return `${kind} to ${names(to)}`;
  return from.length > 0 ? `${kind} from ${names(from)}` : kind;
}

/** `63 codes, 2 more that are gone, in 48 versions from 2024-01-02 to 2026-11-01`. */
export function historyWords({ codes, versions, first, last }: History): string {
  const alive = codes.filter((code) => code.alive).length;
  const gone = codes.length - alive;
  const days =
    first === null || last === null ? "" : first === last ? ` of ${first}` : ` from ${first} to ${last}`;
  return `${count(alive, "code")}${gone > 0 ? `, ${gone} more that ${gone === 1 ? "is" : "are"} gone` : ""}, in ${count(versions, "version")}${days}`;
}

/** Notes and versions that were left out, a sentence each. */
export function historyAsides({ skipped, notes }: History): string[] {
  return [
    ...notes,
    ...skipped.map(({ commit, date, reason }) => `${date} ${shortCommit(commit)} skipped: ${reason}`),
  ];
}

export function shortCommit(commit: string): string {
  return commit.slice(0, 10);
}
