import type { Report } from "../../contract/report.js";
import type { RenderOptions } from "../options.js";
import { asideWords, count, scopeWords, tallyWords, verdictWords } from "../words.js";
import type { Style } from "./style.js";

/** The last line: what was looked at, the verdict, and every number behind it. */
export function summaryLines(report: Report, style: Style): string[] {
  const { paint, glyph } = style;
  const passed = report.result === "pass";
  const [only] = report.specs;
  const single = only?.error ? only.spec : only && scopeWords(only);
  const scope = report.specs.length === 1 && single ? single : count(report.specs.length, "spec");
  const numbers = [...tallyWords(report), ...asideWords(report)].join(", ");
  const words = report.error ? [verdictWords(report)] : [scope, verdictWords(report), numbers];
  const text = style.safe(words.filter((part) => part !== "").join(": "));
  const mark = passed ? glyph.ok : glyph.bad;
  const color = passed ? paint.green : paint.red;
  const lines = style.block(`${mark} ${text}`, "  ", paint.bold, "");
  return lines.map((line, at) => (at === 0 ? line.replace(mark, color(mark)) : line));
}

/** What the report depends on beside the files: said where it is more than the baseline, and with `--verbose`. */
export function groundLines({ now, against, tool }: Report, options: RenderOptions, style: Style): string[] {
  if (options.quiet || (against === null && !options.verbose)) return [];
  const base = against === null ? "" : ` against ${against.ref} (${against.commit.slice(0, 12)})`;
  const text = `judged on ${now}${base} by errlock ${tool.version}`;
  return style.block(style.safe(text), "  ", style.paint.dim, "");
}
