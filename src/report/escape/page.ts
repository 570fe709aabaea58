import { reveal } from "./reveal.js";

/**
 * Text for a Markdown page that is committed (CommonMark, GFM, MDX), also in a table cell. Unlike `plain`, which must keep
 * a comment from notifying people and adds characters for it, it shows the very text.
 */
export function pageText(text: string): string {
  return edges(inline(text));
}

/** Prose of a page: what stands in single backticks is a code span. */
export function pageProse(text: string): string {
  const parts = text.split(/(?<!`)`([^`]+)`(?!`)/);
  return edges(parts.map((part, at) => (at % 2 === 0 ? inline(part) : pageCode(part))).join(""));
}

/** A code span, or `<code>` where a span would not show the very text (backticks, pipes, spaces at an end). */
export function pageCode(text: string): string {
  const shown = reveal(text);
  if (shown !== "" && !/[`|\\]|^ | $| {2}/.test(shown)) return `\`${shown}\``;
  return `<code>${shown.replace(/[^\p{L}\p{N} ]|^ | $|(?<= ) /gu, reference)}</code>`;
}

/** What acts anywhere in a line. */
function inline(text: string): string {
  return reveal(text)
    .replace(/[\\`*_[\]~$!#{}]/g, "\\$&")
    .replace(/[<>&|@]|:(?=\/\/|[\w+-]+:)|(?<=\b(?:www|mailto|xmpp))[.:]|(?<= ) /gi, reference);
}

/** What acts at the start of a line, and spaces that would be lost at its ends. */
function edges(line: string): string {
  return line.replace(/^ | $/g, reference).replace(/^[+=-]|[.)](?<=^\d+.)(?=\s|$)/, "\\$&");
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}
