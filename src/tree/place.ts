import type { Location } from "../contract/location.js";
import { Problem } from "../contract/problem.js";

/** Where a span of the text stands: lines and columns from 1. */
export function locate(text: string, file: string, pointer: string, start: number, end = start): Location {
  const [line, column] = position(text, start);
  const [endLine, endColumn] = position(text, end);
  return { file, pointer, line, column, endLine, endColumn };
}

function position(text: string, offset: number): readonly [number, number] {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf("\n"); next !== -1 && next < offset; next = text.indexOf("\n", lineStart)) {
    line += 1;
    lineStart = next + 1;
  }
  return [line, offset - lineStart + 1];
}

/** `#/a/b` (RFC 6901, as a URI fragment that escapes `%` alone, as pointers into specs do). */
export function pointerOf(path: readonly string[]): string {
  return `#${path.map((key) => `/${key.replace(/~/g, "~0").replace(/\//g, "~1").replace(/%/g, "%25")}`).join("")}`;
}

/** Throws a Problem at the line where a merge left its markers. `what` is "baseline" or "config". */
export function refuseConflict(text: string, file: string, what: "baseline" | "config", hint: string): void {
  const marker = /^<{7}(?: .*)?\r?$/m.exec(text);
  if (marker === null || !/^>{7}(?: .*)?\r?$/m.test(text)) return;
  const place = locate(text, file, "#", marker.index, marker.index + 7);
  throw new Problem(`${what}-conflict`, `the ${what} has merge conflict markers.`, hint, place);
}
