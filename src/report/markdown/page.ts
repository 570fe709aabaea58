import type { Report } from "../../contract/report.js";
import { code, prose } from "../escape/markdown.js";
import type { RenderOptions } from "../options.js";
import { asideWords, tallyWords, verdictWords } from "../words.js";
import { problemBlocks, specBlocks } from "./spec.js";

/** Most entries of a spec that a page shows; the first that makes it fit is taken. */
const attempts = [Number.POSITIVE_INFINITY, 1000, 300, 100, 30, 10, 3, 1];

/** The report as a page of Markdown (GFM) of at most `bytes` in UTF-8. */
export function page(report: Report, options: RenderOptions, bytes: number): string {
  for (const most of attempts) {
    const text = join([
      ...heading(report),
      ...(most === Number.POSITIVE_INFINITY ? [] : [cut(`at most ${most} of each spec's entries are shown`)]),
      ...report.specs.flatMap((spec) => specBlocks(spec, options, most)),
    ]);
    if (Buffer.byteLength(text) <= bytes) return text;
  }
  return join([...heading(report), cut("the specs are left out")]);
}

function join(blocks: readonly string[]): string {
  return `${blocks.join("\n\n")}\n`;
}

function cut(what: string): string {
  return `> ⚠️ **Cut:** this page is too long for GitHub, so ${what}. \`errlock check\` prints all.`;
}

function heading(report: Report): string[] {
  const mark = report.result === "pass" ? "✅" : "❌";
  const numbers = [...tallyWords(report), ...asideWords(report)].join(", ");
  const against =
    report.against && `Against ${code(report.against.ref)} (${code(report.against.commit.slice(0, 12))}).`;
  return [
    `## ${mark} errlock: ${verdictWords(report)}`,
    ...(numbers === "" ? [] : [`**${prose(numbers)}**`]),
    ...(against ? [against] : []),
    ...(report.error ? problemBlocks(report.error) : []),
  ];
}
