import { eastAsianWidth } from "get-east-asian-width";

/** Columns that a text takes in a terminal: marks none, East Asian wide characters and emoji two (UAX 11). */
export function columns(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) {
    if (/^\p{M}$/u.test(character)) continue;
    width += eastAsianWidth(character.codePointAt(0) ?? 0);
  }
  return width;
}

/** Lines of at most `width` columns, broken between words. A word that is too long has a line of its own and is never cut. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const word of text.split(" ")) {
    const wide = columns(word);
    if (line !== "" && used + 1 + wide > width) {
      lines.push(line);
      line = word;
      used = wide;
    } else {
      line = line === "" ? word : `${line} ${word}`;
      used += line === word ? wide : wide + 1;
    }
  }
  lines.push(line);
  return lines;
}
