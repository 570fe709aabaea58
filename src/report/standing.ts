import type { JudgedChange, JudgedFinding, SpecReport } from "../contract/report.js";

export type Item = JudgedChange | JudgedFinding;

/** Whether an item counts, and if not, what took it out of the count. */
export type Standing = "counts" | "accepted" | "known" | "base" | "hidden";

export function isChange(item: Item): item is JudgedChange {
  return "kind" in item;
}

/** The kind of a change, or the rule of a finding. */
export function idOf(item: Item): string {
  return isChange(item) ? item.kind : item.rule;
}

export function standingOf(item: Item): Standing {
  if (item.level === "off") return "hidden";
  if (item.accepted !== null) return "accepted";
  if (!isChange(item) && item.known) return "known";
  return item.origin === "base" ? "base" : "counts";
}

const ranks = { error: 0, warn: 1, info: 2, off: 3 } as const;

/** Worst first; items of one level keep their order. */
export function worstFirst<T extends Pick<Item, "level">>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => ranks[a.level] - ranks[b.level]);
}

/** Does an item of this level fail the build? */
export function fails(level: Item["level"], failOn: "error" | "warn" | "info"): boolean {
  return ranks[level] <= ranks[failOn];
}

/** All of a spec that is not hidden by its level, worst first. */
export function itemsOf(spec: SpecReport): Item[] {
  return worstFirst([...spec.changes, ...spec.findings].filter(({ level }) => level !== "off"));
}
