import type { SpecError, SpecReport } from "../../contract/report.js";
import { entriesOf } from "../entries.js";
import { code, fenced, prose } from "../escape/markdown.js";
import type { RenderOptions } from "../options.js";
import { fails, idOf } from "../standing.js";
import {
  acceptedOf,
  catalogWords,
  count,
  problemWords,
  scopeWords,
  subjectOf,
  versionWords,
} from "../words.js";
import { commandsOf, entryRow } from "./entry.js";

/** One spec of the page: a heading, what was looked at, a table of entries, and what to run, folded away. */
export function specBlocks(spec: SpecReport, options: RenderOptions, most: number): string[] {
  return [
    `### ${code(spec.spec)}`,
    ...(spec.error ? problemBlocks(spec.error) : [scope(spec)]),
    ...entries(spec, options, most),
    ...accepted(spec, most),
  ];
}

/** Why something could not be judged. */
export function problemBlocks(error: SpecError): string[] {
  return [`❌ **${code(error.code)}** ${prose(problemWords(error))}`, prose(error.hint)];
}

function scope(spec: SpecReport): string {
  const version = versionWords(spec.version);
  const notes = [...spec.notes, ...catalogWords(spec)].map((note) => `${sentence(note)}.`);
  const due = version === null ? [] : [`**${sentence(version)}.**`];
  return [`${prose(scopeWords(spec))}.`, ...due, ...notes].join(" ");
}

function sentence(words: string): string {
  return prose(words.charAt(0).toUpperCase() + words.slice(1));
}

function entries(spec: SpecReport, options: RenderOptions, most: number): string[] {
  const all = entriesOf(spec, options.verbose);
  if (all.length === 0) return [];
  const shown = all.slice(0, most);
  const rest = all.length - shown.length;
  const commands = [
    ...new Set(shown.filter(({ level }) => fails(level, options.failOn)).flatMap(commandsOf)),
  ];
  return [
    ["| | What | Where |", "| --- | --- | --- |", ...shown.map(entryRow)].join("\n"),
    ...(rest > 0 ? [`and ${count(rest, "more entry", "more entries")}`] : []),
    ...(commands.length > 0
      ? details(`Make it lawful: ${count(commands.length, "command")}`, fenced(commands, "sh"))
      : []),
  ];
}

function accepted(spec: SpecReport, most: number): string[] {
  const all = acceptedOf(spec);
  if (all.length === 0) return [];
  const shown = all.slice(0, most);
  const rows = shown.map((item) => {
    const { reason = "", owner, until, correction, new: fresh } = item.accepted ?? {};
    const marks = [...(fresh ? ["**new**"] : []), ...(correction ? ["correction"] : [])].join(", ");
    const cells = [
      `${code(idOf(item))} ${code(subjectOf(item))}`,
      prose(reason),
      prose(owner ?? ""),
      prose(until ?? ""),
      marks,
    ];
    return `| ${cells.join(" | ")} |`;
  });
  const head = ["| Accepted | Reason | Owner | Until | |", "| --- | --- | --- | --- | --- |"];
  const table = [...head, ...rows].join("\n");
  const rest = all.length - shown.length;
  return details(`${all.length} accepted`, rest > 0 ? `${table}\n\nand ${rest} more` : table);
}

function details(summary: string, body: string): string[] {
  return [`<details><summary>${summary}</summary>`, body, "</details>"];
}
