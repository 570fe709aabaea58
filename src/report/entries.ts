import type { Level } from "../contract/change.js";
import type { SpecReport } from "../contract/report.js";
import { type Item, idOf, isChange, standingOf, worstFirst } from "./standing.js";

/** What a reader sees as one thing: a change, a finding, or many that are alike. */
export interface Entry {
  /** Kind of change or rule. */
  readonly id: string;
  readonly level: Level;
  readonly first: Item;
  /** All of them, the first included, in the report's order. */
  readonly items: readonly Item[];
  /** The swap of tokens that its renames share. */
  readonly pattern: { readonly from: string; readonly to: string } | null;
  /** What its findings have in common. */
  readonly cause: string | null;
}

/** More than this many alike read as one entry. */
const few = 3;

/**
 * What counts in a spec's report, worst first: renames of one pattern as one entry; many changes of one kind at one place,
 * and many findings of one rule and cause, as one. With `unfold` only patterns are folded.
 */
export function entriesOf(spec: SpecReport, unfold = false): Entry[] {
  const items = [...spec.changes, ...spec.findings].filter((item) => standingOf(item) === "counts");
  const groups = new Map<string, Item[]>();
  for (const item of worstFirst(items)) {
    const key = alike(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()].flatMap((group) => {
    const keep = patternOf(group[0]) ? group.length > 1 && !unfold : group.length > few && !unfold;
    return keep ? entry(group) : group.flatMap((item) => entry([item]));
  });
}

function entry(items: readonly Item[]): Entry[] {
  const [first] = items;
  if (first === undefined) return [];
  const cause = isChange(first) ? null : first.cause;
  return [{ id: idOf(first), level: first.level, first, items, pattern: patternOf(first), cause }];
}

function patternOf(item: Item | undefined): Entry["pattern"] {
  return item !== undefined && isChange(item) ? item.pattern : null;
}

/** Items with the same key are alike. An error keeps the place it happened at, lesser changes are alike by kind. */
function alike(item: Item): string {
  if (!isChange(item)) return JSON.stringify(["finding", item.level, item.rule, item.cause]);
  const { kind, level, pattern, location } = item;
  if (pattern) return JSON.stringify(["pattern", level, kind, pattern.from, pattern.to]);
  const place = level === "error" ? [location?.file, location?.line] : [];
  return JSON.stringify(["change", level, kind, ...place]);
}
