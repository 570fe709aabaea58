import type { CodeLife, History } from "../contract/history.js";
import { code, plain } from "./escape/markdown.js";
import { eventWords, historyAsides, historyWords, shortCommit } from "./history-words.js";

/** The life of every code as a Markdown page: codes that are there, then those that are gone. */
export function render(history: History): string {
  const alive = history.codes.filter((life) => life.alive);
  const gone = history.codes.filter((life) => !life.alive);
  const asides = historyAsides(history).map((text) => `- ${plain(text)}`);
  return [
    `# Error codes of ${code(history.spec)}`,
    "",
    `${historyWords(history)}.`,
    "",
    ...table("Codes", alive),
    ...table("Gone", gone),
    ...(asides.length > 0 ? ["## Notes", "", ...asides, ""] : []),
  ].join("\n");
}

function table(title: string, lives: readonly CodeLife[]): string[] {
  if (lives.length === 0) return [];
  const rows = lives.flatMap((life) =>
    life.events.map((event, index) => {
      const version = event.version === null ? "" : code(event.version);
      const name = index === 0 ? code(life.code) : "";
      return `| ${name} | ${event.date} | ${version} | ${code(shortCommit(event.commit))} | ${eventWords(event, code)} |`;
    }),
  );
  return [
    `## ${title}`,
    "",
    "| Code | Date | Version | Commit | Event |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
    "",
  ];
}
