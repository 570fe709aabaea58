import { byCodePoint } from "../contract/record.js";

/**
 * Orders releases of any scheme: numbers by size, a prerelease before its release, dates by time. Only for showing;
 * nothing is judged by it.
 */
export function byVersion(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const order = byPart(left[at], right[at]);
    if (order !== 0) return order;
  }
  return byCodePoint(a, b);
}

function parts(version: string): string[] {
  return (version.replace(/\+.*$/, "").match(/\d+|[a-z]+/gi) ?? []).filter(
    (part, at) => at > 0 || !/^v$/i.test(part),
  );
}

function byPart(a: string | undefined, b: string | undefined): number {
  const [left, right] = [rank(a), rank(b)];
  if (left !== right) return left - right;
  if (left === 2) return Number(a) - Number(b);
  return byCodePoint(a ?? "", b ?? "");
}

/** A word (`-rc`) comes before the end, the end before a further number. */
function rank(part: string | undefined): number {
  if (part === undefined) return 1;
  return /^\d/.test(part) ? 2 : 0;
}
