import type { Change, ChangeKind } from "../contract/change.js";
import { changeKindOrder } from "./kinds.js";

const nothing: Omit<Change, "kind"> = {
  catalog: null,
  code: null,
  to: [],
  how: null,
  confidence: null,
  pattern: null,
  evidence: [],
  statuses: [],
  operations: [],
  field: null,
  before: null,
  after: null,
  codes: [],
  candidate: null,
  site: null,
  beforeSite: null,
};

/** A change of a kind: what is not given says nothing. */
export function change(kind: ChangeKind, said: Partial<Omit<Change, "kind">>): Change {
  return { kind, ...nothing, ...said };
}

const rank = new Map(changeKindOrder.map((kind, index) => [kind, index]));

/** The order of a report: by kind as in the table, then by catalog, code and field, by code point. */
export function byKindAndPlace(a: Change, b: Change): number {
  return (
    (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) ||
    byText(a.catalog ?? "", b.catalog ?? "") ||
    byText(a.code ?? "", b.code ?? "") ||
    byText(a.field ?? "", b.field ?? "") ||
    byText(a.operations.join("\n"), b.operations.join("\n")) ||
    byText(a.statuses.join("\n"), b.statuses.join("\n"))
  );
}

/** By code point (for strings without lone surrogates), never by locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Distinct texts, sorted. */
export function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(byText);
}
