import type { Report, SpecError, SpecReport } from "../../contract/report.js";
import { entriesOf } from "../entries.js";
import type { RenderOptions } from "../options.js";
import { idOf } from "../standing.js";
import { acceptedOf, catalogWords, scopeWords, subjectOf, versionWords } from "../words.js";
import { entryLines } from "./entry.js";
import type { Style } from "./style.js";

/** What there is to say of one spec, in blocks of lines: its heading, what failed, what was accepted, the version. */
export function specBlocks(
  report: Report,
  spec: SpecReport,
  options: RenderOptions,
  style: Style,
): string[][] {
  const explained = new Set<string>();
  const entries = entriesOf(spec, options.verbose)
    .filter(({ level }) => !options.quiet || level === "error")
    .map((entry) => {
      const explain = !explained.has(entry.id);
      explained.add(entry.id);
      return entryLines(entry, options, style, explain);
    });
  const aside = options.quiet ? [] : [...acceptedLines(spec, options, style), ...noteLines(spec, style)];
  const blocks = [
    ...(spec.error && !options.problemsTold ? [errorLines(spec.error, style)] : []),
    ...entries,
    ...(aside.length > 0 ? [aside] : []),
  ];
  const several = report.specs.length > 1;
  if (blocks.length === 0 && (!several || options.quiet)) return [];
  return [headingLines(spec, several, options, style), ...blocks];
}

function headingLines(spec: SpecReport, several: boolean, options: RenderOptions, style: Style): string[] {
  const name = style.paint.bold.underline(style.safe(spec.spec));
  if (spec.error) return options.problemsTold ? [name, "  could not be judged"] : [name];
  if (!several) return [name];
  return [name, ...style.block(style.safe(scopeWords(spec)), "  ", style.paint.dim)];
}

/** Why something could not be judged. */
export function errorLines(error: SpecError, style: Style): string[] {
  const label = `error[${style.safe(error.code)}]`;
  const lines = style.title("error", label, style.safe(error.message));
  const { location } = error;
  if (location) {
    const place = "line" in location ? `${location.file}:${location.line}:${location.column}` : location.file;
    lines.push(`  ${style.paint.blueBright(style.glyph.place)} ${style.safe(place)}`);
  }
  return [...lines, ...style.block(style.safe(error.hint), "    ", style.paint.dim, "  = ")];
}

/** Accepted items, a line each: a reader must see what the config lets through. */
function acceptedLines(spec: SpecReport, options: RenderOptions, style: Style): string[] {
  const all = acceptedOf(spec);
  const list = options.verbose ? all : all.slice(0, 10);
  const lines = list.flatMap((item) => {
    const { accepted } = item;
    if (accepted === null) return [];
    const end = [accepted.owner, accepted.until === null ? null : `until ${accepted.until}`]
      .filter(Boolean)
      .join(", ");
    const mark = `${accepted.new ? "new: " : ""}${accepted.correction ? "correction: " : ""}`;
    const text = `accepted ${idOf(item)} ${subjectOf(item)}: ${mark}${accepted.reason}${end === "" ? "" : ` (${end})`}`;
    return style.block(style.safe(text), "    ", accepted.new ? style.paint.yellow : style.paint.dim, "  ");
  });
  const rest = all.length - list.length;
  return rest > 0 ? [...lines, `  and ${rest} more accepted; --verbose lists them`] : lines;
}

function noteLines(spec: SpecReport, style: Style): string[] {
  const version = versionWords(spec.version);
  const notes = [...spec.notes, ...catalogWords(spec), ...(version === null ? [] : [version])];
  return notes.flatMap((note) => style.block(style.safe(note), "    ", undefined, `  ${style.glyph.dot} `));
}
