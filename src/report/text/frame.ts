import type { Location, Snippet } from "../../contract/location.js";
import type { Style } from "./style.js";
import { columns } from "./width.js";

/**
 * The spec's own lines with carets under each range, as wide as the terminal: a longer line shows the part around its range;
 * of a range over several lines the first is marked.
 */
export function frame(locations: readonly Location[], snippet: Snippet, style: Style): string[] {
  const digits = gutterWidth(snippet);
  const bar = style.paint.blueBright(style.glyph.bar);
  const room = style.width - digits - 3;
  return snippet.lines.flatMap((raw, at) => {
    const number = snippet.firstLine + at;
    const gutter = `${style.paint.blueBright(String(number).padStart(digits))} ${bar}`;
    const location = locations.find(({ line }) => line === number);
    const { line, before, wide } = marked(raw, location, room, style);
    const shown = line === "" ? gutter : `${gutter} ${line}`;
    if (!location) return [shown];
    return [
      shown,
      `${" ".repeat(digits)} ${bar} ${" ".repeat(before)}${style.paint.red.bold("^".repeat(wide))}`,
    ];
  });
}

/** A line as it is shown, and the columns before and under its range. Tabs take two columns. */
function marked(whole: string, location: Location | undefined, room: number, style: Style) {
  // A line may be the whole document: what is far from the range is not looked at
  const near = 2 * Math.max(room, 40);
  const cut = Math.max(0, (location?.column ?? 1) - 1 - near);
  const column = (location?.column ?? 1) - 1 - cut;
  const raw = whole.slice(cut, cut + column + near);
  const text = raw.trimEnd().replaceAll("\t", "  ");
  const tabs = raw.slice(0, column).split("\t").length - 1;
  const from = column + tabs;
  const start = windowStart(text, from, room);
  const end =
    location && location.endLine === location.line ? location.endColumn - 1 - cut + tabs : text.length;
  const lead = start > 0 ? columns(style.glyph.dots) : 0;
  const before = Math.min(lead + columns(style.safe(text.slice(start, from))), room - 1);
  const under = columns(style.safe(text.slice(from, Math.min(end, start + room))));
  return {
    line: fitted(text, start, room, style),
    before,
    wide: Math.max(1, Math.min(under, room - before)),
  };
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
  let left = room - columns(dots);
  let end = 0;
  for (const character of piece) {
    left -= columns(character);
    if (left < 0) break;
    end += character.length;
  }
  return piece.slice(0, end) + dots;
}
