import type { Report, SpecError, SpecReport } from "../contract/report.js";
import { xml } from "./escape/xml.js";
import type { RenderOptions } from "./options.js";
import { inPieces } from "./pieces.js";
import { fails, type Item, idOf, itemsOf, standingOf } from "./standing.js";
import { problemWords, scopeWords, subjectOf, versionWords } from "./words.js";

interface Case {
  readonly name: string;
  readonly state: "passed" | "failed" | "skipped" | "error";
  readonly body: string;
}

/**
 * JUnit XML as Jenkins, GitLab and others read it: a suite for each spec, a case for each change and finding. What does not
 * fail the build is a passed case with its text; what is accepted, known or older than the branch is a skipped one.
 */
export function render(report: Report, options: RenderOptions): Iterable<string> {
  return inPieces(written(report, options));
}

function* written(report: Report, options: RenderOptions): Generator<string> {
  const suites = report.specs.map((spec) => ({ name: spec.spec, cases: casesOf(spec, options) }));
  if (report.error) suites.unshift({ name: "errlock", cases: [unjudged(report.error)] });
  const all = suites.flatMap(({ cases }) => cases);
  const counts = `tests="${all.length}" failures="${tally(all, "failed")}" errors="${tally(all, "error")}"`;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="errlock ${report.command}" ${counts}>\n`;
  for (const { name, cases } of suites) yield* suite(name, cases);
  yield "</testsuites>\n";
}

function* suite(title: string, cases: readonly Case[]): Generator<string> {
  const counts = `tests="${cases.length}" failures="${tally(cases, "failed")}" errors="${tally(cases, "error")}"`;
  yield `  <testsuite name="${xml(title)}" ${counts} skipped="${tally(cases, "skipped")}">\n`;
  for (const { name, body } of cases) {
    const open = `    <testcase classname="${xml(title)}" name="${xml(name)}"`;
    yield body === "" ? `${open} />\n` : `${open}>\n${body}\n    </testcase>\n`;
  }
  yield "  </testsuite>\n";
}

function casesOf(spec: SpecReport, options: RenderOptions): Case[] {
  return [judged(spec), ...itemsOf(spec).map((item) => itemCase(item, options))];
}

/** That the spec could be judged at all is a case too, so that a suite is never empty. */
function judged({ error, ...spec }: SpecReport): Case {
  if (error) return unjudged(error);
  const words = [scopeWords({ ...spec, error }), ...spec.notes, versionWords(spec.version)].filter(
    (line) => line !== null,
  );
  return {
    name: "judged",
    state: "passed",
    body: `      <system-out>${words.map(xml).join("\n")}</system-out>`,
  };
}

function unjudged(error: SpecError): Case {
  const text = `      <error type="${xml(error.code)}" message="${xml(problemWords(error))}">${xml(error.hint)}</error>`;
  return { name: "judged", state: "error", body: text };
}

function itemCase(item: Item, options: RenderOptions): Case {
  const name = `${idOf(item)} ${subjectOf(item)}`;
  const standing = standingOf(item);
  const text = textOf(item);
  if (standing !== "counts") {
    const why = item.accepted
      ? `accepted: ${item.accepted.reason}`
      : standing === "known"
        ? "known"
        : "there before this branch";
    return { name, state: "skipped", body: `      <skipped>${xml(why)}</skipped>` };
  }
  if (!fails(item.level, options.failOn)) {
    return { name, state: "passed", body: `      <system-out>${item.level}: ${text}</system-out>` };
  }
  const head = `<failure type="${xml(idOf(item))}" message="${xml(item.message)}">`;
  return { name, state: "failed", body: `      ${head}${text}</failure>` };
}

function textOf({ message, location, remedy }: Item): string {
  const place = location ? `${location.file}:${location.line}:${location.column}: ` : "";
  const cure = remedy.length > 0 ? ["", "To make it lawful:", ...remedy] : [];
  return [place + message, ...cure].map(xml).join("\n");
}

function tally(cases: readonly Case[], state: Case["state"]): number {
  return cases.filter((one) => one.state === state).length;
}
