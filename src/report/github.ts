import type { Location } from "../contract/location.js";
import type { Report, SpecError, SpecReport } from "../contract/report.js";
import { type Entry, entriesOf } from "./entries.js";
import { visible } from "./escape/terminal.js";
import { workflowCommand } from "./escape/workflow.js";
import { headline, row } from "./headline.js";
import type { Item } from "./standing.js";
import { acceptedOf, asideWords, count, scopeWords, subjectOf, tallyWords, verdictWords } from "./words.js";

export { renderSummary } from "./markdown.js";

type CommandName = Parameters<typeof workflowCommand>[0];

interface Annotation {
  readonly name: CommandName;
  readonly line: string;
}

/** GitHub keeps so many annotations of each name per step; more are dropped without a word. */
const limit = 10;
const names = { error: "error", warn: "warning", info: "notice", off: "notice" } as const;

/**
 * Annotations for GitHub Actions: worst first, what is alike folded into one, never more than GitHub shows. The last line
 * says how many are left for the job summary (`renderSummary`), which holds them all.
 *
 * Not `@stoplight/spectral-formatters`: it escapes newlines alone, so a `%`, `,` or `:` in a spec can forge an annotation.
 */
export function render(report: Report): string {
  const all = [...problem(report.error, null), ...report.specs.flatMap((spec) => annotations(spec))];
  const kept = (["error", "warning", "notice"] as const).flatMap((name) =>
    all.filter((annotation) => annotation.name === name).slice(0, limit),
  );
  const rest = all.length - kept.length;
  const words = [...tallyWords(report), ...asideWords(report)].join(", ");
  const last = `errlock: ${report.error ? "" : `${scope(report)}: `}${verdictWords(report)}${words === "" ? "" : `: ${words}`}`;
  const more =
    rest > 0 ? [`errlock: ${count(rest, "more annotation")} than GitHub shows; the job summary has all`] : [];
  return `${[...kept.map(({ line }) => line), visible(last), ...more].join("\n")}\n`;
}

function scope({ specs }: Report): string {
  const [only] = specs;
  return specs.length === 1 && only && !only.error ? scopeWords(only) : count(specs.length, "spec");
}

function annotations(spec: SpecReport): Annotation[] {
  const accepted = acceptedOf(spec).filter((item) => item.accepted?.new);
  return [
    ...problem(spec.error, spec.spec),
    ...entriesOf(spec).map((entry) => entryAnnotation(entry, spec)),
    ...accepted.map((item) => acceptedAnnotation(item, spec)),
  ];
}

/** Why something could not be judged. `file` stands for what has no place of its own. */
function problem(error: SpecError | null, file: string | null): Annotation[] {
  if (error === null) return [];
  const place = error.location ?? (file === null ? null : { file });
  return [annotation("error", `errlock: ${error.code}`, place, [error.message, error.hint])];
}

function entryAnnotation(entry: Entry, { spec }: SpecReport): Annotation {
  const { first, items, id } = entry;
  const folded = items.length > 1 ? items.slice(0, limit).map((item) => `- ${row(item, entry.cause)}`) : [];
  const rest = items.length - folded.length;
  const cure = [...new Set(items.flatMap(({ remedy }) => remedy))].slice(0, limit);
  return annotation(names[entry.level], `errlock: ${id}`, first.location ?? { file: spec }, [
    headline(entry),
    ...folded,
    ...(items.length > 1 && rest > 0 ? [`and ${rest} more`] : []),
    ...(cure.length > 0 ? ["To make it lawful:", ...cure] : []),
  ]);
}

function acceptedAnnotation(item: Item, { spec }: SpecReport): Annotation {
  const reason = item.accepted?.reason ?? "";
  return annotation("notice", "errlock: new acceptance", item.location ?? { file: spec }, [
    `${subjectOf(item)} is accepted by this branch: ${reason}`,
    item.message,
  ]);
}

/** A range over several lines is shown at its last one by GitHub, and may have no columns: its first line says more. */
function annotation(
  name: CommandName,
  title: string,
  place: Location | { readonly file: string } | null,
  lines: readonly string[],
): Annotation {
  if (place === null) return { name, line: workflowCommand(name, { title }, lines) };
  const { file } = place;
  if (!("line" in place)) return { name, line: workflowCommand(name, { file, line: 1, title }, lines) };
  const { line, endLine, column, endColumn } = place;
  const columns = line === endLine ? { col: column, endColumn } : {};
  return { name, line: workflowCommand(name, { file, line, ...columns, title }, lines) };
}
