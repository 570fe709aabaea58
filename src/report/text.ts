import type { Report } from "../contract/report.js";
import type { RenderOptions } from "./options.js";
import { errorLines, specBlocks } from "./text/spec.js";
import { styleOf } from "./text/style.js";
import { groundLines, summaryLines } from "./text/summary.js";

/** The report for a terminal, a pipe or a log: grouped by spec, worst first, one summary line at the end. */
export function render(report: Report, options: RenderOptions): string {
  const style = styleOf(options);
  const blocks = report.specs.flatMap((spec) => specBlocks(report, spec, options, style));
  if (report.error && !options.problemsTold) blocks.unshift(errorLines(report.error, style));
  const end = [...groundLines(report, options, style), ...summaryLines(report, style)];
  return `${[...blocks, end].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
