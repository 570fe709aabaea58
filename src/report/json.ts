import type { Location } from "../contract/location.js";
import type { JudgedChange, JudgedFinding, Report, SpecError, SpecReport } from "../contract/report.js";
import { jsonPieces, lazily } from "./escape/json.js";

/** The report as `schema/report.schema.json` has it: all of it but the lines that exist for people only. */
export function render(report: Report): Iterable<string> {
  const { format, tool, command, now, result, error, against, specs, summary } = report;
  return jsonPieces({
    ...{ format, tool, command, now, result },
    error: error && errorJson(error),
    against,
    specs: specs.map(specJson),
    summary,
  });
}

function specJson(report: SpecReport) {
  const { spec, error, baseline, catalogs, operations, version, changes, findings, notes } = report;
  return {
    spec,
    error: error && errorJson(error),
    ...{ baseline, catalogs, operations, version },
    changes: lazily(changes, changeJson),
    findings: lazily(findings, findingJson),
    notes,
  };
}

function changeJson(change: JudgedChange) {
  const { kind, level, bump, origin, catalog, code, to, how, confidence, pattern, evidence } = change;
  const { statuses, operations, field, before, after, codes, candidate } = change;
  const { accepted, message, remedy, fingerprint } = change;
  return {
    kind,
    level,
    bump,
    origin,
    catalog,
    code,
    to,
    how,
    confidence,
    pattern,
    evidence,
    statuses,
    operations,
    field,
    before,
    after,
    codes,
    candidate,
    accepted,
    message,
    remedy,
    fingerprint,
    location: change.location && locationJson(change.location),
  };
}

function findingJson(finding: JudgedFinding) {
  const { rule, level, origin, at, accepted, known, message, cause, remedy, fingerprint } = finding;
  const location = finding.location && locationJson(finding.location);
  return { rule, level, origin, at, accepted, known, message, cause, remedy, fingerprint, location };
}

export function errorJson({ code, message, hint, location }: SpecError) {
  return { code, message, hint, location };
}

export function locationJson({ file, line, column, endLine, endColumn, pointer }: Location) {
  return { file, line, column, endLine, endColumn, pointer };
}
