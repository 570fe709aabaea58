import type { Change, ChangeKind } from "../contract/change.js";
import { byCodePoint } from "../contract/record.js";
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
    byCodePoint(a.catalog ?? "", b.catalog ?? "") ||
    byCodePoint(a.code ?? "", b.code ?? "") ||
    byCodePoint(a.field ?? "", b.field ?? "") ||
    byCodePoint(a.operations.join("\n"), b.operations.join("\n")) ||
    byCodePoint(a.statuses.join("\n"), b.statuses.join("\n"))
  );
}
