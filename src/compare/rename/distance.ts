/**
 * Edits between two words: insert, delete, replace, swap of neighbours (optimal string alignment).
 * Gives `most + 1` as soon as it is clear that there are more.
 */
export function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  const shorter = Math.min(a.length, b.length) - start;
  while (end < shorter && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return between(a.slice(start, a.length - end), b.slice(start, b.length - end), most);
}

/** The same, of words that neither begin nor end alike. More than so many places apart, letters are not compared. */
function between(a: string, b: string, most: number): number {
  if (a === "" || b === "") return Math.min(a.length + b.length, most + 1);
  if (most === 1) return a.length === b.length && isOneEdit(a, b) ? 1 : 2;
  const far = most + 1;
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => Math.min(j, far));
  for (let i = 1; i <= a.length; i++) {
    const row: number[] = [Math.min(i, far)];
    const first = Math.max(1, i - most);
    for (let j = 1; j < first; j++) row.push(far);
    let least = first === 1 ? Math.min(i, far) : far;
    const last = Math.min(b.length, i + most);
    for (let j = first; j <= last; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(at(old, j) + 1, at(row, j - 1) + 1, at(old, j - 1) + same);
      if (a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, at(older, j - 2) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return far;
    older = old;
    old = row;
  }
  return Math.min(at(old, b.length), far);
}

function isOneEdit(a: string, b: string): boolean {
  return a.length === 1 || (a.length === 2 && a[0] === b[1] && a[1] === b[0]);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
