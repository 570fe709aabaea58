import type { Location, Snippet } from "../../contract/location.js";
import type { Style } from "./style.js";
import { columns } from "./width.js";

/**
 * The spec's own lines with carets under the range. A line wider than the terminal shows the part around the range; of a
 * range over several lines the first is marked.
 */
export function frame(location: Location, snippet: Snippet, style: Style): string[] {
  const digits = gutterWidth(snippet);
  const { bar } = style.glyph;
  const room = style.width - digits - 3;
  return snippet.lines.flatMap((raw, at) => {
    const number = snippet.firstLine + at;
    const gutter = style.paint.blue(`${String(number).padStart(digits)} ${bar}`);
    const text = raw.replaceAll("\t", "  ");
    const tabs = raw.slice(0, location.column - 1).split("\t").length - 1;
    const from = number === location.line ? location.column - 1 + tabs : 0;
    const start = windowStart(text, from, room);
    const line = fitted(text, start, room, style);
    if (number !== location.line) return [`${gutter} ${line}`.trimEnd()];
    const end = location.endLine === location.line ? location.endColumn - 1 + tabs : text.trimEnd().length;
    const lead = start > 0 ? columns(style.glyph.dots) : 0;
    const before = lead + columns(style.safe(text.slice(start, from)));
    const wide = columns(style.safe(text.slice(from, Math.min(end, start + room))));
    const carets = "^".repeat(Math.max(1, Math.min(wide, room - before)));
    return [
      `${gutter} ${line}`.trimEnd(),
      `${" ".repeat(digits)} ${style.paint.blue(bar)} ${" ".repeat(before)}${style.paint.red.bold(carets)}`,
    ];
  });
}

/** Columns of the widest line number. */
export function gutterWidth(snippet: Snippet): number {
  return String(snippet.firstLine + snippet.lines.length - 1).length;
}

/** Where to begin a line so that what stands at `from` is seen. */
function windowStart(text: string, from: number, room: number): number {
  if (text.length <= room || from < room - 20) return 0;
  const start = from - Math.floor(room / 3);
  return /^[\udc00-\udfff]/.test(text.slice(start, start + 1)) ? start - 1 : start;
}

/** The part of a line from `start` that fits into `room` columns, with dots where something is left out. */
function fitted(text: string, start: number, room: number, style: Style): string {
  const { dots } = style.glyph;
  const lead = start > 0 ? dots : "";
  const piece = lead + style.safe(text.slice(start, start + room));
  if (start + room >= text.length && columns(piece) <= room) return piece;
  const characters = [...piece];
  while (columns(characters.join("")) > room - columns(dots)) characters.pop();
  return characters.join("") + dots;
}
