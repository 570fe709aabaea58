import {
  type Cursor,
  colon,
  hash,
  isBlank,
  isEol,
  isFlowIndicator,
  isGap,
  minus,
  question,
  ScanStop,
  space,
} from "./cursor.js";

/** Characters that start no plain scalar: `#&*!|>'"%@` and the backtick. */
const notPlain = new Set([0x23, 0x26, 0x2a, 0x21, 0x7c, 0x3e, 0x27, 0x22, 0x25, 0x40, 0x60]);

function ends(next: number, inFlow: boolean): boolean {
  return isGap(next) || (inFlow && isFlowIndicator(next));
}

/** Moves behind a plain scalar, if one starts here. */
export function skipPlain(cursor: Cursor, indent: number, inFlow: boolean): boolean {
  const { input } = cursor;
  let c = cursor.peek();
  if (c === 0 || isGap(c) || isFlowIndicator(c) || notPlain.has(c)) return false;
  if ((c === question || c === minus) && ends(cursor.peek(1), inFlow)) return false;
  const start = cursor.at;
  let end = start;
  while (c !== 0) {
    if (c === colon) {
      if (ends(cursor.peek(1), inFlow)) break;
    } else if (c === hash) {
      if (isGap(input.charCodeAt(cursor.at - 1))) break;
    } else if (inFlow && isFlowIndicator(c)) {
      break;
    } else if ((c === minus || c === 0x2e) && cursor.atSeparator()) {
      break;
    } else if (isEol(c)) {
      const { line, lineStart, lineIndent } = cursor;
      cursor.skipSpace(false);
      if (cursor.lineIndent >= indent) {
        c = cursor.peek();
        continue;
      }
      cursor.at = end;
      cursor.line = line;
      cursor.lineStart = lineStart;
      cursor.lineIndent = lineIndent;
      break;
    }
    cursor.at++;
    if (!isBlank(c)) end = cursor.at;
    c = cursor.peek();
  }
  if (end === start) return false;
  cursor.tokenEnd = end;
  return true;
}

/** Moves behind a quoted scalar, if one starts here. */
export function skipQuoted(cursor: Cursor): boolean {
  const quote = cursor.peek();
  if (quote !== 0x22 && quote !== 0x27) return false;
  cursor.at++;
  for (let c = cursor.peek(); c !== 0; c = cursor.peek()) {
    if (c === quote) {
      cursor.at++;
      if (quote === 0x27 && cursor.peek() === quote) {
        cursor.at++;
        continue;
      }
      cursor.tokenEnd = cursor.at;
      return true;
    }
    if (c === 0x5c && quote === 0x22) {
      cursor.at++;
      if (!isEol(cursor.peek())) cursor.at++;
    } else if (isEol(c)) {
      cursor.skipSpace(false);
    } else {
      cursor.at++;
    }
  }
  throw new ScanStop();
}

/** Moves behind a literal (`|`) or folded (`>`) scalar, if one starts here. */
export function skipBlockScalar(cursor: Cursor, indent: number): boolean {
  let c = cursor.peek();
  if (c !== 0x7c && c !== 0x3e) return false;
  let textIndent = indent;
  let detected = false;
  for (;;) {
    cursor.at++;
    c = cursor.peek();
    if (c >= 0x31 && c <= 0x39) {
      textIndent = indent + c - 0x30 - 1;
      detected = true;
    } else if (c !== 0x2b && c !== minus) break;
  }
  cursor.tokenEnd = cursor.at;
  while (isBlank(cursor.peek())) cursor.at++;
  if (cursor.peek() === hash) cursor.skipLine();
  c = cursor.peek();
  while (c !== 0) {
    cursor.lineBreak();
    cursor.lineIndent = 0;
    c = cursor.peek();
    while ((!detected || cursor.lineIndent < textIndent) && c === space) {
      cursor.lineIndent++;
      cursor.at++;
      c = cursor.peek();
    }
    if (!detected && cursor.lineIndent > textIndent) textIndent = cursor.lineIndent;
    if (isEol(c)) continue;
    if (cursor.lineIndent < textIndent || c === 0) break;
    detected = true;
    c = cursor.skipLine();
    cursor.tokenEnd = cursor.at;
  }
  return true;
}
