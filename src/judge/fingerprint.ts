import { hash } from "node:crypto";
import type { Change, ChangeKind } from "../contract/change.js";
import type { Finding } from "../contract/finding.js";

/** Kinds by which a code leaves its catalog. Which of them it is called never decides anything. */
export const leavingKinds: ReadonlySet<string> = new Set<ChangeKind>([
  "code-removed",
  "code-renamed",
  "catalog-removed",
]);

const ofWholeCatalog: ReadonlySet<string> = new Set<ChangeKind>([
  "catalog-removed",
  "catalog-opened",
  "catalog-closed",
  "code-reordered",
]);

export function leaves(change: Pick<Change, "kind" | "code">): boolean {
  return leavingKinds.has(change.kind) && change.code !== null;
}

/** The codes that leave with a change, with `catalog-removed` unfolded. */
export function leavingCodes(change: Pick<Change, "kind" | "code" | "codes">): readonly string[] {
  if (!leavingKinds.has(change.kind)) return [];
  return change.code === null ? change.codes : [change.code];
}

/**
 * Who a change is, whatever its wording, its line and the version of this tool: the spec; catalog and code for a code
 * that leaves; otherwise the kind, the code and the place. 16 hexadecimal digits.
 */
export function changeFingerprint(spec: string, change: Change): string {
  const identity = leaves(change)
    ? ["leaves", spec, change.catalog, change.code]
    : [change.kind, spec, change.catalog, change.code, placeOf(change)];
  return digest(identity);
}

/** What a finding is known by from one run to the next: its rule, its spec and its place, not its words. */
export function findingFingerprint(spec: string, finding: Pick<Finding, "rule" | "at">): string {
  return digest([finding.rule, spec, finding.at]);
}

/**
 * The place of a change that its code does not name, as acceptances and reports write it: a path of the body, or
 * operations with statuses (`GET /v1/x 404`). Empty where the catalog says it all.
 */
export function placeOf(change: Pick<Change, "kind" | "code" | "field" | "operations" | "statuses">): string {
  if (change.field !== null) return change.field;
  if (change.code !== null || ofWholeCatalog.has(change.kind)) return "";
  return [...change.operations, ...change.statuses].join(" ");
}

function digest(identity: readonly (string | null)[]): string {
  return hash("sha256", JSON.stringify(identity), "hex").slice(0, 16);
}
