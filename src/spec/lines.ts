/** Offsets at which the lines of a text start. LF, CRLF and a lone CR end a line. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    if (text.includes("\r")) {
      for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(index + end.length);
    } else {
      for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#starts.push(at + 1);
    }
  }

  /** Number of lines; a line break at the end starts no further one. */
  get count(): number {
    const { length } = this.#starts;
    return this.#starts[length - 1] === this.#text.length ? length - 1 : length;
  }

  /** Line and column of an offset, both from 1. */
  at(offset: number): { line: number; column: number } {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#start(low) + 1 };
  }

  /** The text of a line (from 1) without what ends it; empty beyond the last. */
  line(line: number): string {
    const start = this.#start(line - 1);
    let end = this.#start(line);
    // No pattern: it would try every place of a line that may be the whole document.
    while (end > start && isBreak(this.#text.charCodeAt(end - 1))) end--;
    return this.#text.slice(start, end);
  }

  #start(index: number): number {
    return this.#starts[index] ?? this.#text.length;
  }
}

function isBreak(character: number): boolean {
  return character === 0x0a || character === 0x0d;
}
