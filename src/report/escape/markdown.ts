import { reveal } from "./reveal.js";

/** GitHub looks for mentions, references, emoji and bare links in finished text; a zero-width space takes them apart. */
const apart = "&#8203;";

/** Mentions, links, `GH-1`, `#1` and emoji (`:name:`) as GitHub finds them; blocks that a line may start; inline marks. */
const special =
  /(@|#(?=\d)|:(?=\/\/|[+-]1:|1234:|100:|(?=[\d_+-]*[a-z])[\w+-]+:)|(?<![a-z\d])(?:www(?=\.)|GH(?=-\d)))|^\s*(?:[+\-=:](?=[\s\-=]|$)|\d+[.)](?=\s|$))|[\\`*_[\]<>&~$!#{}|]/gi;

/** Prose for Markdown (GFM), also in a table cell: what stands in backticks is a code span, all else is plain text. */
export function prose(text: string): string {
  return text
    .split(/`([^`]+)`/)
    .map((part, at) => (at % 2 === 0 ? plain(part) : code(part)))
    .join("");
}

/** Text that is nothing but text: no markup, link, HTML, mention, reference, or start of a block. */
export function plain(text: string): string {
  return reveal(text).replace(special, (found, linking: string | undefined) => {
    if (linking !== undefined) return (linking === "#" ? "\\#" : linking) + apart;
    if (found === "&" || found === "<" || found === "|") return `&#${found.charCodeAt(0)};`;
    return `${found.slice(0, -1)}\\${found.slice(-1)}`;
  });
}

/** A code span, or `<code>` where a span cannot hold the text everywhere (backticks, pipes, spaces at an end). */
export function code(text: string): string {
  const shown = reveal(text);
  if (shown !== "" && !/[`|]|^\s|\s$|##/.test(shown)) return `\`${shown}\``;
  return `<code>${shown.replace(/[^A-Za-z0-9 ]/gu, (character) => `&#${character.codePointAt(0)};`)}</code>`;
}

/** A fenced block whose fence no line of it can close. */
export function fenced(lines: readonly string[], language: string): string {
  const text = lines.map((line) => reveal(line).replaceAll("##[", "#\\u{23}["));
  const longest = Math.max(
    2,
    ...text.flatMap((line) => [...line.matchAll(/`+/g)].map(([run]) => run.length)),
  );
  const fence = "`".repeat(longest + 1);
  return [fence + language, ...text, fence].join("\n");
}
