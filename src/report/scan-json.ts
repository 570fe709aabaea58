import type { Report } from "../contract/report.js";
import { locationOf } from "../scan/findings.js";
import type { ConsumerReport, ScanReport, Suggestion } from "../scan/report.js";
import { json } from "./escape/json.js";
import { locationJson } from "./json.js";

/** What a scan found, by consumer; with the verdict that the report has on it. */
export function renderScanJson(
  report: Report,
  { consumers, unmentioned }: ScanReport,
  suggestions: readonly Suggestion[],
): string {
  const { format, tool, now, result, summary, specs } = report;
  return json({
    format,
    tool,
    now,
    result,
    consumers: consumers.map((consumer) => consumerJson(consumer, report)),
    unmentioned,
    suggestions,
    errors: specs.flatMap(({ spec, error }) => (error === null ? [] : [{ spec, ...error }])),
    summary,
  });
}

function consumerJson(
  { name, spec, files, skipped, named, findings, ignored }: ConsumerReport,
  report: Report,
) {
  const judged = new Map(
    report.specs
      .filter((each) => each.spec === spec)
      .flatMap((each) => each.findings.map((finding) => [`${finding.rule} ${finding.at}`, finding])),
  );
  return {
    ...{ name, spec, files, skipped, named, ignored },
    findings: findings.map(({ kind, code, suggestion, mentions }) => {
      const weighed = judged.get(`consumer-${kind}-code ${name} ${code}`);
      const places = mentions.map((mention) => locationJson(locationOf(mention)));
      return {
        ...{ kind, code, suggestion, level: weighed?.level ?? null, accepted: weighed?.accepted ?? null },
        message: weighed?.message ?? null,
        location: places[0] ?? null,
        locations: places,
        fingerprint: weighed?.fingerprint ?? null,
      };
    }),
  };
}
