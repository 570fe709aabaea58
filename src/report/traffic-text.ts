import { trafficMessage } from "../traffic/message.js";
import type { RenderOptions } from "./options.js";
import { styleOf } from "./text/style.js";
import type { TrafficResult } from "./traffic-json.js";
import { count } from "./words.js";

/** Codes listed without `--verbose`. */
const shown = 8;

/** What recorded responses break, and which codes were seen. */
export function renderTrafficText(report: TrafficResult, options: RenderOptions): string {
  const { paint, glyph, safe, title, block } = styleOf(options);
  const { coverage, findings } = report;
  const entries = findings
    .filter(({ level }) => !options.quiet || level === "error")
    .flatMap((finding) => {
      const { file, number } = finding.first;
      const times = finding.count === 1 ? "" : `, ${count(finding.count, "time")}`;
      return [
        ...title(finding.level, `${finding.level}[${finding.kind}]`, safe(trafficMessage(finding))),
        `  ${paint.dim(glyph.place)} ${safe(`${file}:${number}`)}${times}`,
        "",
      ];
    });
  const seen = Object.keys(coverage.seen).length;
  const list = options.verbose ? coverage.unseen : coverage.unseen.slice(0, shown);
  const rest = coverage.unseen.length - list.length;
  const notes = [
    `${seen} of ${count(seen + coverage.unseen.length, "code")} seen`,
    ...(list.length === 0
      ? []
      : [`never seen: ${list.join(", ")}${rest > 0 ? ` and ${rest} more (--verbose lists them)` : ""}`]),
    ...(report.unmatched === 0
      ? []
      : [`${count(report.unmatched, "error response")} of no operation of the spec`]),
    ...(report.unread === 0
      ? []
      : [`${count(report.unread, "line or entry", "lines or entries")} could not be read`]),
    ...(report.more === 0 ? [] : [`${report.more} more beyond the limit of different findings`]),
  ];
  const aside = options.quiet
    ? []
    : [...notes.flatMap((note) => block(safe(note), "    ", undefined, `  ${glyph.dot} `)), ""];
  const mark = report.result === "pass" ? paint.green(glyph.ok) : paint.red(glyph.bad);
  const verdict = report.result === "pass" ? "traffic keeps the contract" : "traffic breaks the contract";
  const tally = `${count(report.responses, "response")}, ${count(report.errors, "error response")}, ${count(findings.length, "finding")}`;
  return [...entries, ...aside, `${mark} ${tally}: ${verdict}`, ""].join("\n");
}
