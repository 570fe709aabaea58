import type { Report } from "../../contract/report.js";
import { asideWords, count, scopeWords, tallyWords, verdictWords } from "../words.js";
import type { Style } from "./style.js";

/** The last line: what was looked at, the verdict, and every number behind it. */
export function summaryLines(report: Report, style: Style): string[] {
  const { paint, glyph } = style;
  const passed = report.result === "pass";
  const [only] = report.specs;
  const scope =
    report.specs.length === 1 && only
      ? only.error
        ? only.spec
        : scopeWords(only)
      : count(report.specs.length, "spec");
  const numbers = [...tallyWords(report), ...asideWords(report)].join(", ");
  const text = style.safe(`${scope}: ${verdictWords(report)}${numbers === "" ? "" : `: ${numbers}`}`);
  const mark = passed ? glyph.ok : glyph.bad;
  const color = passed ? paint.green : paint.red;
  const lines = style.block(`${mark} ${text}`, "  ", paint.bold, "");
  return lines.map((line, at) => (at === 0 ? line.replace(mark, color(mark)) : line));
}
