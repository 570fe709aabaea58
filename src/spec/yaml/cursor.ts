const tab = 0x09;
const lf = 0x0a;
const cr = 0x0d;
export const space = 0x20;
export const hash = 0x23;
export const minus = 0x2d;
export const colon = 0x3a;
export const question = 0x3f;

export const isEol = (c: number): boolean => c === lf || c === cr;
export const isBlank = (c: number): boolean => c === space || c === tab;
export const isGap = (c: number): boolean => c === space || c === lf || c === cr || c === tab;
export const isFlowIndicator = (c: number): boolean =>
  c === 0x2c || c === 0x5b || c === 0x5d || c === 0x7b || c === 0x7d;

/** Thrown where a text stops making sense; what stands before it keeps its places. */
export class ScanStop extends Error {}

/**
 * A position in a YAML text with what js-yaml knows about the line it is in. The scanner takes the same decisions as
 * js-yaml's loader, so that every text that it accepts has places; it reads no values.
 */
export class Cursor {
  /** Ends with a line break and a NUL, which spares bounds checks. */
  readonly input: string;
  readonly length: number;
  at = 0;
  line = 0;
  lineStart = 0;
  lineIndent = 0;
  /** First leading tab of the line: block collections cannot start behind one. */
  firstTab = -1;
  /** End of the last token that was no space. */
  tokenEnd = 0;

  constructor(text: string) {
    this.input = `${text}\n\0`;
    this.length = text.length + 1;
  }

  peek(ahead = 0): number {
    return this.input.charCodeAt(this.at + ahead);
  }

  lineBreak(): void {
    const c = this.peek();
    if (c === lf) this.at++;
    else if (c === cr) this.at += this.peek(1) === lf ? 2 : 1;
    else throw new ScanStop();
    this.line++;
    this.lineStart = this.at;
    this.firstTab = -1;
  }

  /** Skips spaces, line breaks and comments; true when a line break was among them. */
  skipSpace(comments: boolean): boolean {
    const { line } = this;
    let c = this.peek();
    while (c !== 0) {
      while (isBlank(c)) {
        if (c === tab && this.firstTab === -1) this.firstTab = this.at;
        this.at++;
        c = this.peek();
      }
      if (comments && c === hash) c = this.skipLine();
      if (!isEol(c)) break;
      this.lineBreak();
      this.lineIndent = 0;
      c = this.peek();
      while (c === space) {
        this.lineIndent++;
        this.at++;
        c = this.peek();
      }
    }
    return this.line !== line;
  }

  skipLine(): number {
    let c = this.peek();
    while (!isEol(c) && c !== 0) {
      this.at++;
      c = this.peek();
    }
    return c;
  }

  /** At `---` or `...` in the first column. */
  atSeparator(): boolean {
    if (this.at !== this.lineStart) return false;
    const c = this.peek();
    if ((c !== minus && c !== 0x2e) || this.peek(1) !== c || this.peek(2) !== c) return false;
    const after = this.peek(3);
    return after === 0 || isGap(after);
  }

  mark(): Mark {
    const { at, line, lineStart, lineIndent, firstTab, tokenEnd } = this;
    return { at, line, lineStart, lineIndent, firstTab, tokenEnd };
  }

  reset(mark: Mark): void {
    Object.assign(this, mark);
  }
}

/** A position to come back to. */
export type Mark = Pick<Cursor, "at" | "line" | "lineStart" | "lineIndent" | "firstTab" | "tokenEnd">;
