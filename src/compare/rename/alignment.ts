/** A stretch of a list between two codes that stayed: what left it and what came. */
export interface Gap {
  readonly left: readonly string[];
  readonly came: readonly string[];
  /** It stands between two codes that stayed, not at an end of the list. */
  readonly inner: boolean;
}

/**
 * Aligns two versions of a list on the codes that both have, in the longest order they share. Gaps without anything that
 * left and came are left out.
 */
export function gapsBetween(before: readonly string[], after: readonly string[]): Gap[] {
  const anchors = sharedOrder(before, after);
  const gaps: Gap[] = [];
  const old = new Set(before);
  const fresh = new Set(after);
  let i = 0;
  let j = 0;
  for (let k = 0; k <= anchors.length; k++) {
    const anchor = anchors[k];
    const iEnd = anchor === undefined ? before.length : before.indexOf(anchor, i);
    const jEnd = anchor === undefined ? after.length : after.indexOf(anchor, j);
    const left = before.slice(i, iEnd).filter((code) => !fresh.has(code));
    const came = after.slice(j, jEnd).filter((code) => !old.has(code));
    if (left.length > 0 && came.length > 0) gaps.push({ left, came, inner: k > 0 && anchor !== undefined });
    i = iEnd + 1;
    j = jEnd + 1;
  }
  return gaps;
}

/** The longest increasing run of places: codes of both lists whose order did not change. */
function sharedOrder(before: readonly string[], after: readonly string[]): string[] {
  const place = new Map(after.map((code, index) => [code, index]));
  const shared = before.filter((code) => place.has(code));
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, code] of shared.entries()) {
    const value = place.get(code) ?? 0;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((place.get(shared[tails[middle] ?? 0] ?? "") ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  }
  const order: string[] = [];
  for (let at = tails[tails.length - 1] ?? -1; at >= 0; at = previous[at] ?? -1) order.push(shared[at] ?? "");
  return order.reverse();
}

/** Sorted lists put a new code where its name belongs, so its place tells nothing. Short ones are sorted by chance. */
export function isSorted(list: readonly string[]): boolean {
  if (list.length < 5) return false;
  const plain = list.map((code) => code.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " "));
  return plain.every((code, index) => (plain[index - 1] ?? "") <= code);
}
