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
  const happened = new Set(base.flatMap(parts));
  return (change) => (parts(change).every((part) => isAmong(part, happened)) ? "base" : "branch");
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

/** The single things that happened in one change, each as a JSON text. */
function parts(change: Identity): string[] {
  const { kind, catalog, code, field, after } = change;
  if (kind === "code-removed" || kind === "code-renamed") return [left(catalog, code)];
  if (kind === "catalog-removed") return [...change.codes.map((gone) => left(catalog, gone))];
  const what = [kind, catalog, code, field, became.has(kind) ? after : null];
  const places = folded.has(kind) ? placesOf(change) : [];
  return places.length === 0
    ? [JSON.stringify(what)]
    : places.map((place) => JSON.stringify([...what, place]));
}

/** Of a response, operation and status; of a code's statuses, the status alone: new operations make it no other change. */
function placesOf({ kind, statuses, operations }: Identity): string[] {
  const pairs = operations.flatMap((operation) => statuses.map((status) => `${operation} ${status}`));
  if (kind === "code-status-removed" || kind === "code-status-added") return [...statuses];
  return pairs.length > 0 ? pairs : [...operations, ...statuses];
}

function left(catalog: string | null, code: string | null): string {
  return JSON.stringify(["left", catalog, code]);
}

/** A field is gone, too, where one that it stands in is gone. */
function isAmong(part: string, happened: ReadonlySet<string>): boolean {
  if (happened.has(part)) return true;
  const [kind, catalog, code, field, after]: readonly (string | null)[] = JSON.parse(part);
  if (kind !== "body-field-removed" || typeof field !== "string") return false;
  const parent = field.replace(/(\[\]|\.[^.[\]]*)$/, "");
  return parent !== field && isAmong(JSON.stringify([kind, catalog, code, parent, after]), happened);
}
