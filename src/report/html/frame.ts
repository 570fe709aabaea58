import type { Location, Snippet } from "../../contract/location.js";
import { html } from "../escape/html.js";

/** A line longer than this shows the part around the range. */
const longest = 400;

/** The spec's own lines, numbered, with each range marked; of a range over several lines the first is. */
export function codeFrame(locations: readonly Location[], snippet: Snippet): string {
  const digits = String(snippet.firstLine + snippet.lines.length - 1).length;
  const lines = snippet.lines.map((line, at) => {
    const number = snippet.firstLine + at;
    const location = locations.find((one) => one.line === number);
    const text = location ? marked(line, location) : html(clip(line));
    return `<span class="n">${String(number).padStart(digits)} </span>${text}`;
  });
  return `<pre tabindex="0"><code>${lines.join("\n")}</code></pre>`;
}

function marked(line: string, { line: first, column, endLine, endColumn }: Location): string {
  const from = column - 1;
  const to = endLine === first ? endColumn - 1 : line.length;
  const start = Math.max(0, line.length > longest ? from - 80 : 0);
  const before = `${start > 0 ? "…" : ""}${html(line.slice(start, from))}`;
  return `${before}<mark>${html(clip(line.slice(from, to)))}</mark>${html(clip(line.slice(to)))}`;
}

function clip(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
