import { sorted } from "../contract/record.js";
import type { Body } from "./bodies.js";
import { allowedIn, type Group } from "./merge.js";

/** A body, and a status that it comes with. */
export interface Carrier {
  readonly status: string;
  readonly body: Body;
}

/**
 * Statuses that schemas tie codes to. A response whose set is a part of the catalog says that its codes come with its
 * status. One that can carry the whole list says nothing, unless all responses that carry codes have one status.
 */
export function narrowedStatuses(
  { paths, codes }: Group,
  carriers: readonly Carrier[],
): Map<string, readonly string[]> {
  const carrying = new Map<string, Set<ReadonlySet<string>>>();
  for (const { status, body } of carriers) {
    const allowed = allowedIn(body, paths);
    if (allowed === null) continue;
    const sets = carrying.get(status) ?? new Set();
    carrying.set(status, sets.add(allowed));
  }
  const statuses = new Map<string, Set<string>>();
  for (const [status, sets] of carrying) {
    for (const set of sets) {
      if (set.size >= codes.length && carrying.size > 1) continue;
      for (const code of set) statuses.set(code, (statuses.get(code) ?? new Set()).add(status));
    }
  }
  return new Map([...statuses].map(([code, found]) => [code, sorted(found)]));
}
