import { named, reveal } from "./reveal.js";

// CI systems read commands out of a log: GitHub takes `::name::` at the start of a line and `##[name]` anywhere,
// Azure `##vso[`. A word that wraps can come to stand at a line's start.
const command = /(?<!\S)::(?=[\w-])|##(?=\[|vso\[)/gi;

/** Our own typography, as ASCII has it. */
const plain: Readonly<Record<string, string>> = { "…": "...", "→": "->", "·": "-" };

/** One line of text that a terminal and a CI log print and do not obey. With `ascii`, everything else is escaped too. */
export function visible(text: string, ascii = false): string {
  const inert = reveal(text).replace(command, (mark) => `${mark.charAt(0)}${named(mark.charAt(1))}`);
  return ascii ? inert.replace(/[^\x20-\x7e]/gu, (character) => plain[character] ?? named(character)) : inert;
}
