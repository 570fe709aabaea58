import { count } from "../../report/words.js";
import type { LifeStep, PageCatalog } from "../page.js";
import { groupTitle } from "../words.js";

/** Codes of one group with the same life, drawn as one bar. */
export interface Lane {
  readonly label: string;
  readonly codes: readonly string[];
  readonly steps: readonly LifeStep[];
  readonly retired: boolean;
}

/**
 * Folds the lives of a catalog into lanes. A code to which more happened than being born stands alone, all others stand
 * together by group and birth.
 */
export function lanesOf(catalog: PageCatalog): Lane[] {
  const groups = new Map(
    catalog.groups.flatMap((group) =>
      group.codes.map(({ code }) => [code, groupTitle(group.name, catalog)] as const),
    ),
  );
  const folded = new Map<string, { label: string | null; codes: string[]; steps: readonly LifeStep[] }>();
  const order = [...groups.keys()];
  const place = new Map(order.map((code, at) => [code, at]));
  const lives = [...catalog.lives].sort(
    (a, b) => (place.get(a.code) ?? order.length) - (place.get(b.code) ?? order.length),
  );
  for (const { code, steps } of lives) {
    const group = groups.get(code) ?? null;
    const alone = steps.length > 1 || group === null;
    const key = alone ? JSON.stringify([code]) : JSON.stringify([group, steps]);
    const lane = folded.get(key) ?? { label: alone ? null : group, codes: [], steps };
    folded.set(key, lane);
    lane.codes.push(code);
  }
  return [...folded.values()].map(({ label, codes, steps }) => ({
    label: labelOf(label, codes),
    codes,
    steps,
    retired: ["retired", "renamed"].includes(steps.at(-1)?.kind ?? ""),
  }));
}

function labelOf(group: string | null, codes: readonly string[]): string {
  const [only] = codes;
  return codes.length === 1 && only !== undefined ? only : `${group ?? ""}: ${count(codes.length, "code")}`;
}
