import type { Candidate } from "../mention.js";

const header = /^(?:error[ _-]?)?(?:codes?|names?|keys?|ids?|types?|errors?)$/i;

/** Reads a table of lines and cells, each cell with its column. Lines that begin with `#` are comments. */
export function readTable(text: string, kind: "tsv" | "csv"): Candidate[] {
  const separator = kind === "tsv" ? "\t" : separatorOf(text);
  const found: Candidate[] = [];
  let isFirst = true;
  for (const line of text.matchAll(/[^\r\n]+/g)) {
    if (line[0].startsWith("#")) continue;
    const cells = [...cellsOf(line[0], separator)];
    const isHeader = isFirst && cells.some((cell) => header.test(cell.text.trim()));
    isFirst = false;
    if (isHeader) continue;
    let column = 0;
    for (const cell of cells) {
      const trimmed = cell.text.trim();
      const start = line.index + cell.start + cell.text.indexOf(trimmed);
      if (trimmed !== "") {
        const slots = [{ kind: "group", key: `column ${column}` }] as const;
        found.push({ text: trimmed, start, end: start + trimmed.length, slots });
      }
      column += 1;
    }
  }
  return found;
}

function separatorOf(text: string): string {
  const first = /^[^#\r\n].*/m.exec(text)?.[0] ?? "";
  return !first.includes(",") && first.includes(";") ? ";" : ",";
}

/** RFC 4180, without line breaks inside of quotes. */
function* cellsOf(line: string, separator: string): Generator<{ text: string; start: number }> {
  for (let at = 0; at <= line.length; ) {
    const isQuoted = line[at] === '"';
    const start = isQuoted ? at + 1 : at;
    let end = line.indexOf(isQuoted ? '"' : separator, start);
    while (isQuoted && end >= 0 && line[end + 1] === '"') end = line.indexOf('"', end + 2);
    if (end < 0) end = line.length;
    yield { text: line.slice(start, end), start };
    const next = isQuoted ? line.indexOf(separator, end) : end;
    if (next < 0) return;
    at = next + 1;
  }
}
