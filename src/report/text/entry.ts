import type { Location } from "../../contract/location.js";
import type { Entry } from "../entries.js";
import { excerpt } from "../excerpt.js";
import { headline, row } from "../headline.js";
import { type RenderOptions, ruleInfo } from "../options.js";
import { fails, isChange } from "../standing.js";
import { reachWords, renameWords } from "../words.js";
import { frame, gutterWidth } from "./frame.js";
import type { Style } from "./style.js";

/** Of a folded entry, this many rows and commands are shown. */
const shown = 5;

/** One entry: heading, code frame, what is known of it, and the commands that would make it lawful. */
export function entryLines(entry: Entry, options: RenderOptions, style: Style, explain: boolean): string[] {
  const label = `${entry.level}[${style.safe(entry.id)}]`;
  return [
    ...style.title(entry.level, label, style.safe(headline(entry, style.glyph.arrow))),
    ...whereLines(entry, options, style),
    ...rows(entry, style).flatMap((row) => style.block(row, "    ", undefined, "  - ")),
    ...notes(entry, options, explain).flatMap((note) =>
      style.block(style.safe(note), "    ", style.paint.dim, "  = "),
    ),
    ...remedyLines(entry, options, style),
  ];
}

/** The place, and the lines there; an info needs none. */
function whereLines({ first, items, level }: Entry, options: RenderOptions, style: Style): string[] {
  const { location } = first;
  if (location === null) return [];
  const alike = items.flatMap((item) => (item.location?.file === location.file ? [item.location] : []));
  const shows = level !== "info" || options.verbose;
  const snippet = shows && first.snippet ? excerpt(alike, first.snippet) : null;
  const indent = " ".repeat(snippet ? gutterWidth(snippet) : 1);
  const place = `${indent} ${style.paint.blueBright(style.glyph.place)} ${style.safe(placeOf(location))}`;
  if (snippet === null) return [place];
  return [place, ...frame(alike, snippet, style), `${indent} ${style.paint.blueBright(style.glyph.bar)}`];
}

function placeOf(location: Location): string {
  return `${location.file}:${location.line}:${location.column}`;
}

/** The items of a folded entry, one row each. */
function rows({ first, items, cause, level }: Entry, style: Style): string[] {
  if (items.length === 1) return [];
  // Codes that fail the build are named one and all.
  const most = isChange(first) && level === "error" ? items.length : shown;
  const list = items.slice(0, most).map((item) => {
    const line = row(item, cause, style.glyph.arrow);
    return isChange(item) || !item.location ? line : `${line} (${placeIn(first.location, item.location)})`;
  });
  const rest = items.length - list.length;
  return [...list.map(style.safe), ...(rest > 0 ? [`and ${rest} more; --verbose lists them`] : [])];
}

/** Of a file that was named already, the line is enough. */
function placeIn(named: Location | null, { file, line }: Location): string {
  return named?.file === file ? `line ${line}` : `${file}:${line}`;
}

/** What is known beyond the heading, a line each. */
function notes(entry: Entry, options: RenderOptions, explain: boolean): string[] {
  const { first, items } = entry;
  const out: string[] = [];
  if (isChange(first)) {
    if (items.length === 1) {
      const reach = reachWords(first, options.verbose);
      if (reach) out.push(reach);
    }
    const rename = renameWords(first);
    if (rename) out.push(rename);
    if (first.codes.length > 0) out.push(`codes: ${first.codes.join(", ")}`);
    if (first.bump !== "none") out.push(`demands a ${first.bump} version`);
  }
  const info = explain ? ruleInfo(options, entry.id) : undefined;
  if (info && entry.level !== "info") out.push(info.why, info.fix);
  return out.filter((note) => note !== "");
}

/** What does not fail the build needs no cure. Command lines stand alone and are never wrapped, so that they can be copied. */
function remedyLines({ items, pattern, level }: Entry, options: RenderOptions, style: Style): string[] {
  if (!fails(level, options.failOn) && !options.verbose) return [];
  const commands = [...new Set(items.flatMap(({ remedy }) => remedy))];
  if (commands.length === 0) return [];
  const list = commands.slice(0, pattern ? commands.length : shown);
  const rest = commands.length - list.length;
  return [
    "",
    "  To make it lawful:",
    "",
    ...list.map((line) => `    ${style.paint.green(style.safe(line))}`),
    ...(rest > 0 ? [style.paint.dim(`    # and ${rest} more; --verbose lists them`)] : []),
  ];
}
