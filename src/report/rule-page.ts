import { wrap } from "./text/width.js";

/** A rule's page, written in Markdown, for a terminal: texts are wrapped, tables become lists, code stays as it is. */
export function rulePage(markdown: string, width: number): string {
  const parts = markdown.trim().split(/^```\w*\n([\s\S]*?)^```$/m);
  return parts
    .flatMap((part, index) => (index % 2 === 1 ? [indented(part)] : textBlocks(part, width)))
    .join("\n\n");
}

function indented(code: string): string {
  return code.trimEnd().replaceAll(/^(?=.)/gm, "    ");
}

function textBlocks(text: string, width: number): string[] {
  const blocks = text.split(/\n\n+/).filter((block) => block.trim() !== "");
  return blocks.map((block) => {
    const lines = block.trim().split("\n");
    if (lines[0]?.startsWith("|")) return table(lines, width);
    return wrap(lines.join(" ").replace(/^#+ /, ""), width).join("\n");
  });
}

/** The rows of a table of two columns, the second below the first. */
function table([, , ...rows]: readonly string[], width: number): string {
  const room = Math.max(20, width - 6);
  return rows
    .flatMap((row) => {
      const [name = "", meaning = ""] = row
        .split("|")
        .slice(1)
        .map((cell) => cell.trim());
      return [`  ${name}`, ...wrap(meaning, room).map((line) => `      ${line}`)];
    })
    .join("\n");
}
