import { reveal } from "./reveal.js";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text for an HTML text node or a quoted attribute: no markup, no hidden characters, no command of a CI log (`##[`). */
export function html(text: string): string {
  return reveal(text)
    .replace(/[&<>"']/g, (character) => entities[character] ?? "")
    .replaceAll("##", "#&#35;");
}

/** Text whose parts in backticks become `<code>`; `bdi` keeps a right-to-left part from turning round what follows. */
export function htmlProse(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, at) => (at % 2 === 0 ? html(part) : htmlCode(part)))
    .join("");
}

export function htmlCode(text: string): string {
  return `<code><bdi>${html(text)}</bdi></code>`;
}
