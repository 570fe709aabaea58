import type { RenameHow } from "../contract/change.js";
import type { JudgedChange, Report, SpecError, SpecReport, VersionVerdict } from "../contract/report.js";
import { isChange, standingOf } from "./standing.js";

/** `1 code`, `2 codes`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** What was looked at: `65 codes, 84 operations, baseline 1.0.0`. */
export function scopeWords(spec: SpecReport): string {
  const codes = spec.catalogs.reduce((sum, catalog) => sum + catalog.codes, 0);
  const parts = [count(codes, "code")];
  if (spec.catalogs.length > 1) parts[0] += ` in ${spec.catalogs.length} catalogs`;
  if (spec.operations > 0) parts.push(count(spec.operations, "operation"));
  if (spec.baseline) parts.push(`baseline ${spec.baseline.version}`);
  return parts.join(", ");
}

const verdicts = {
  check: { pass: "contract holds", fail: "contract broken" },
  lint: { pass: "rules hold", fail: "rules broken" },
  diff: { pass: "no break", fail: "contract broken" },
  scan: { pass: "consumers agree with the catalog", fail: "consumers drift" },
} as const;

/** The verdict in words. */
export function verdictWords(report: Report): string {
  return report.result === "error" ? "could not judge" : verdicts[report.command][report.result];
}

/** What is wrong and where: `specs/openapi.yaml:14:3: …`. */
export function problemWords({ location, message }: SpecError): string {
  if (location === null) return message;
  const place = "line" in location ? `${location.file}:${location.line}:${location.column}` : location.file;
  return `${place}: ${message}`;
}

/** The numbers behind the verdict, worst first; empty parts are left out. */
export function tallyWords(report: Report): string[] {
  const { errors, warnings, infos } = report.summary;
  const unjudged = report.specs.filter((spec) => spec.error !== null).length;
  return [
    ...(unjudged > 0 && report.specs.length > 1 ? [`${count(unjudged, "spec")} not judged`] : []),
    ...(errors > 0 ? [count(errors, "error")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
    ...(infos > 0 ? [count(infos, "info")] : []),
  ];
}

/** What did not count, and why: nothing is left out in silence. */
export function asideWords(report: Report): string[] {
  const { accepted, known, hidden, base } = report.summary;
  const items = report.specs.flatMap((spec) => [...spec.changes, ...spec.findings]);
  const corrections = items.filter(({ accepted }) => accepted?.correction === true).length;
  const fresh = items.filter(({ accepted }) => accepted?.new === true).length;
  const marks = [
    ...(corrections > 0 ? [count(corrections, "correction")] : []),
    ...(fresh > 0 ? [`${fresh} new on this branch`] : []),
  ];
  return [
    ...(accepted > 0 ? [`${accepted} accepted${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`] : []),
    ...(known > 0 ? [`${known} known`] : []),
    ...(base > 0 ? [`${base} there before this branch`] : []),
    ...(hidden > 0 ? [`${hidden} hidden by level`] : []),
  ];
}

/** What the version has to do with it; null where there is nothing to say. */
export function versionWords(version: VersionVerdict | null): string | null {
  if (version === null || version.required === null) return null;
  const { baseline, required, requiredBump, state } = version;
  const declared = version.declared ?? "nothing";
  if (state === "pending") return `the next version must be ${required} (declared ${declared})`;
  if (state === "covered") return `version ${declared} covers the ${requiredBump} bump from ${baseline}`;
  if (state === "too-small")
    return `the version must be ${required} (declared ${declared}, which is too small)`;
  if (state === "lowered")
    return `the version must be ${required} (declared ${declared}, lower than ${baseline})`;
  return null;
}

const hows = {
  typo: "a typo",
  case: "another case",
  separator: "another separator",
  prefix: "another prefix or suffix",
  token: "one word swapped",
  merge: "merged",
  split: "split",
  declared: "declared",
  other: "by evidence",
} as const satisfies Record<RenameHow, string>;

/** How a rename was recognised: `one word swapped, confidence 0.97: same place in the list; same group`. */
export function renameWords(change: JudgedChange): string | null {
  if (change.how === null) return null;
  const confidence = change.confidence === null ? "" : `, confidence ${change.confidence.toFixed(2)}`;
  const evidence = change.evidence.length > 0 ? `: ${change.evidence.join("; ")}` : "";
  return hows[change.how] + confidence + evidence;
}

/** Where a change shows: `404 on GET /v1/x and 37 more operations`. */
export function reachWords(change: JudgedChange, all: boolean): string | null {
  const { statuses, operations } = change;
  const shown = all ? operations : operations.slice(0, 2);
  const rest = operations.length - shown.length;
  const named = rest > 0 ? `${shown.join(", ")} and ${count(rest, "more operation")}` : shown.join(", ");
  if (statuses.length > 0 && named !== "") return `${statuses.join(", ")} on ${named}`;
  return statuses.length > 0 ? `status ${statuses.join(", ")}` : named || null;
}

/** Accepted items of a spec, new ones first. */
export function acceptedOf(spec: SpecReport) {
  const accepted = [...spec.changes, ...spec.findings].filter((item) => standingOf(item) === "accepted");
  return accepted.toSorted((a, b) => Number(b.accepted?.new ?? false) - Number(a.accepted?.new ?? false));
}

/** What an item is about: a code, a place. */
export function subjectOf(item: SpecReport["changes"][number] | SpecReport["findings"][number]): string {
  if (!isChange(item)) return item.at;
  return item.code ?? item.field ?? item.catalog ?? item.operations[0] ?? "";
}

/** What a reader may not expect of a catalog: that its codes come from examples. */
export function catalogWords(spec: SpecReport): string[] {
  return spec.catalogs
    .filter(({ normative }) => !normative)
    .map(({ name }) => `the codes of ${name} stand only in examples, which are not normative`);
}
