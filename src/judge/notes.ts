import { catalogNamed } from "../contract/baseline.js";
import { isPastSunset } from "./lawful-exit.js";
import type { JudgeInput, VerdictChange } from "./types.js";

/** What to say aloud beside changes and findings. */
export function notesOf(
  { baseline, contract, now }: JudgeInput,
  changes: readonly VerdictChange[],
): string[] {
  const notes: string[] = [];
  const corrections = changes.filter((change) => change.accepted?.correction).length;
  if (corrections > 0)
    notes.push(`${count(corrections, "change is", "changes are")} accepted as a correction`);
  const due = contract.catalogs.flatMap((catalog) => {
    const released = catalogNamed(baseline, catalog.name);
    return released === null ? [] : catalog.codes.filter(({ code }) => isPastSunset(code, released, now));
  });
  if (due.length > 0) {
    const names = due.slice(0, 3).map(({ code }) => `\`${code}\``);
    const more = due.length > 3 ? ` and ${due.length - 3} more` : "";
    notes.push(
      `past ${due.length === 1 ? "its sunset" : "their sunsets"}, may leave: ${names.join(", ")}${more}`,
    );
  }
  return notes;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
