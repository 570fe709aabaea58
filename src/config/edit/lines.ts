import type { TreeArray } from "../../tree/node.js";

// Edits cut and insert whole lines, so that all others stay as they are.

/** The offset at which the line of an offset begins. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** After the line break that ends the line, or the end of the text. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end === -1 ? text.length : end + 1;
}

/** The column of a block list's dashes. */
export function dashColumn(text: string, list: TreeArray): number {
  return list.start - lineStart(text, list.start);
}

/** Where the lines of an item of a block list begin (at its dash) and end (with the comments that are indented as it is). */
export function itemLines(text: string, list: TreeArray, index: number): { start: number; end: number } {
  const item = list.items[index] ?? list;
  const column = dashColumn(text, list);
  const dash = new RegExp(`^ {${column}}-(?:\\s|$)`);
  let start = lineStart(text, item.start);
  while (start > list.start - column && !dash.test(text.slice(start, lineEnd(text, start)))) {
    start = lineStart(text, start - 1);
  }
  const content = Math.max(text.slice(0, item.end).trimEnd().length, start);
  let end = lineEnd(text, content);
  const own = new RegExp(`^ {${column + 1},}#`);
  while (end < text.length && own.test(text.slice(end, lineEnd(text, end)))) end = lineEnd(text, end);
  return { start, end };
}

/** Where the comment lines begin that stand right above a line, indented as it is. */
export function commentsAbove(text: string, start: number, column: number): number {
  const comment = new RegExp(`^ {${column}}#`);
  let above = start;
  while (above > 0) {
    const line = lineStart(text, above - 1);
    if (!comment.test(text.slice(line, above))) break;
    above = line;
  }
  return above;
}

/** One replacement in a text. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly put: string;
}

/** Makes all replacements in a text. Offsets are those of the text as it was; cuts may come in any order. */
export function applyCuts(text: string, cuts: readonly Cut[]): string {
  const parts: string[] = [];
  let done = 0;
  // Sorting keeps the order of those at one place.
  for (const { start, end, put } of [...cuts].sort((a, b) => a.start - b.start)) {
    parts.push(text.slice(done, start), put);
    done = Math.max(done, end);
  }
  return parts.join("") + text.slice(done);
}
