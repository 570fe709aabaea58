import { reveal } from "./reveal.js";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text for XML 1.0, in an element or a quoted attribute. What XML cannot hold (controls, lone surrogates) is written out. */
export function xml(text: string): string {
  return reveal(text)
    .replace(/[&<>"']/g, (character) => entities[character] ?? "")
    .replaceAll("##", "#&#35;");
}
