import type { Location } from "../contract/location.js";
import { Problem } from "../contract/problem.js";

/** Where a span of the text stands: lines and columns from 1. */
export function locate(text: string, file: string, pointer: string, start: number, end = start): Location {
  const [line, column] = position(text, start);
  const [endLine, endColumn] = position(text, end);
  return { file, pointer, line, column, endLine, endColumn };
}

function position(text: string, offset: number): readonly [number, number] {
  const starts = lineStarts(text);
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return [low + 1, offset - (starts[low] ?? 0) + 1];
}

/** Of the text that was asked for last: thousands of places are asked for in one text, one after another. */
let known: { readonly text: string; readonly starts: readonly number[] } = { text: "", starts: [0] };

function lineStarts(text: string): readonly number[] {
  if (known.text === text) {
    // An equal text that is another object would be compared character by character each time
    known = { text, starts: known.starts };
    return known.starts;
  }
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  known = { text, starts };
  return starts;
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
