// Results as Markdown: one table per scenario.
import { readFileSync, writeFileSync } from "node:fs";

const start = "<!-- bench: start -->";
const end = "<!-- bench: end -->";

/** @returns {string} all that was measured, and all that was not */
export function toMarkdown({ machine, results, skipped }) {
  return [
    `Measured on ${machine}. Medians of whole processes, run in turn; \`×\` counts in the bold row of the same table.`,
    ...results.map(scenario),
    ...(skipped.length === 0 ? [] : ["Skipped here:", skipped.map((each) => `- ${each}`).join("\n")]),
  ].join("\n\n");
}

function scenario({ title, grows, subjects }) {
  const base = subjects.find(({ name }) => name.startsWith("**")) ?? subjects[0];
  const rows = subjects.map((subject) => [
    subject.error === null ? subject.name : `${subject.name}: did not run`,
    seconds(subject.wall),
    seconds(subject.cpu),
    times(subject.wall, base.wall),
    times(subject.cpu, base.cpu),
    subject.memory === null ? "–" : `${Math.round(subject.memory)} MB`,
  ]);
  const head = ["", "time", "CPU", "× time", "× CPU", "peak memory"];
  const align = [":--", ...head.slice(1).map(() => "--:")];
  const note = grows ? "\n\nInput doubles from row to row." : "";
  return `### ${title}\n\n${[head, align, ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")}${note}`;
}

function seconds(milliseconds) {
  return milliseconds === null ? "–" : `${(milliseconds / 1000).toFixed(2)} s`;
}

function times(value, base) {
  return value === null || base === null ? "–" : (value / base).toFixed(2);
}

/** Puts a text between the marks of a file. */
export function writeBetweenMarks(file, text) {
  const page = readFileSync(file, "utf8");
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} lacks ${start} or ${end}`);
  writeFileSync(file, `${page.slice(0, from + start.length)}\n\n${text}\n\n${page.slice(to)}`);
}
