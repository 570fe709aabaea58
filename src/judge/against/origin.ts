import type { Change, ChangeKind } from "../../contract/change.js";
import type { Origin } from "../../contract/report.js";

/** What of a change decides whether it is the same change. */
type Identity = Pick<
  Change,
  "kind" | "catalog" | "code" | "field" | "after" | "statuses" | "operations" | "codes"
>;

/** Kinds that say how far a thing went: what it became is part of what happened. */
const became: ReadonlySet<ChangeKind> = new Set([
  "body-field-type-changed",
  "body-field-added",
  "catalog-opened",
  "catalog-closed",
  "code-deprecated",
  "code-sunset-shortened",
  "description-changed",
  "group-changed",
]);

/** Kinds that fold several places: each place is a thing that happened. */
const folded: ReadonlySet<ChangeKind> = new Set([
  "code-status-removed",
  "code-status-added",
  "error-response-removed",
  "operation-code-removed",
  "operation-code-added",
  "code-unreachable",
]);

/**
 * Tells a branch's changes from those that were there before, all of them seen from one baseline.
 *
 * @param base the changes from the baseline to the contract of the merge base
 * @returns `base` for a change whose every part had happened at the merge base; one that got worse on the branch (a
 *   further status is lost, the date came nearer) is the branch's. Whether a code that left is called removed or
 *   renamed makes no difference.
 */
export function changeOrigins(base: readonly Identity[]): (change: Identity) => Origin {
  const happened = new Set<string>();
  for (const change of base) for (const part of parts(change)) happened.add(part);
  const removed = new Set(
    base.flatMap(({ kind, field }) => (kind === "body-field-removed" && field !== null ? [field] : [])),
  );
  // A name may have many dots, and few of its beginnings are as long as a field that is gone
  const lengths = new Set([...removed].map(({ length }) => length));
  return (change) => {
    const { kind, field } = change;
    if (kind === "body-field-removed" && field !== null && isBelow(field, removed, lengths)) return "base";
    for (const part of parts(change)) if (!happened.has(part)) return "branch";
    return "base";
  };
}

/** Kinds that a baseline cannot tell, for it holds no operations, wording and order: two specs can. */
const beyondBaseline: ReadonlySet<ChangeKind> = new Set([
  "code-reordered",
  "code-unreachable",
  "description-changed",
  "error-response-removed",
  "group-changed",
  "operation-code-added",
  "operation-code-removed",
]);

/**
 * The changes of a branch: those from the baseline to its contract, and, of those from the merge base's contract to
 * its own, what no baseline can tell.
 */
export function joinChanges<Item extends Identity>(
  fromBaseline: readonly Item[],
  fromMergeBase: readonly Item[],
): Item[] {
  const told = changeOrigins(fromBaseline);
  return [
    ...fromBaseline,
    ...fromMergeBase.filter((change) => beyondBaseline.has(change.kind) && told(change) === "branch"),
  ];
}

/** The single things that happened in one change, each as a JSON text. One by one: of a change they may be millions. */
function* parts(change: Identity): Iterable<string> {
  const { kind, catalog, code, field, after } = change;
  if (kind === "code-removed" || kind === "code-renamed") yield left(catalog, code);
  else if (kind === "catalog-removed") yield* change.codes.map((gone) => left(catalog, gone));
  else {
    const what = [kind, catalog, code, field, became.has(kind) ? after : null];
    let places = 0;
    for (const place of folded.has(kind) ? placesOf(change) : []) {
      places++;
      yield JSON.stringify([...what, place]);
    }
    if (places === 0) yield JSON.stringify(what);
  }
}

/** Of a response, operation and status; of a code's statuses, the status alone: new operations make it no other change. */
function* placesOf({ kind, statuses, operations }: Identity): Iterable<string> {
  if (kind === "code-status-removed" || kind === "code-status-added") yield* statuses;
  else if (operations.length === 0 || statuses.length === 0) yield* [...operations, ...statuses];
  else for (const operation of operations) for (const status of statuses) yield `${operation} ${status}`;
}

function left(catalog: string | null, code: string | null): string {
  return JSON.stringify(["left", catalog, code]);
}

/** A field is gone, too, where one that it stands in is gone. */
function isBelow(field: string, removed: ReadonlySet<string>, lengths: ReadonlySet<number>): boolean {
  for (let parent = above(field); parent !== null; parent = above(parent))
    if (lengths.has(parent.length) && removed.has(parent)) return true;
  return false;
}

/** The field that a field stands in: `errors[].code`, `errors[]`, `errors`. */
function above(field: string): string | null {
  if (field.endsWith("[]")) return field.slice(0, -2);
  const dot = field.lastIndexOf(".");
  return dot < 0 || /[[\]]/.test(field.slice(dot)) ? null : field.slice(0, dot);
}
