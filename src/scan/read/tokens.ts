import type { Syntax } from "../languages.js";

/** A piece of source text. A string's `start` and `end` are those of what stands between its quotes. */
export interface Token {
  readonly kind: "string" | "word" | "number" | "mark" | "line";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const marks = "===|!==|==|!=|=>|->|:=|::|\\?\\.|\\?\\?|&&|\\|\\||[^\\s\\w]";

const compiled = new WeakMap<Syntax, RegExp>();

function expressionOf(syntax: Syntax): RegExp {
  const known = compiled.get(syntax);
  if (known !== undefined) return known;
  const symbol = syntax.symbols ? "(?<![:\\w]):[A-Za-z_]\\w*[?!]?" : "(?!)";
  const made = new RegExp(
    `(${syntax.comments.join("|")})|(${syntax.strings.join("|")}|${symbol})|([\\p{L}_$@][\\p{L}\\p{N}_$]*)|(\\d[\\w.]*)|(\\n)|(${marks})`,
    "gu",
  );
  compiled.set(syntax, made);
  return made;
}

/** Splits a source text, comments and white space left out. What is no string in the language may be misread; nothing is lost but that. */
export function tokensOf(text: string, syntax: Syntax): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(expressionOf(syntax))) {
    const [found, comment, string, word, number, line] = match;
    const start = match.index;
    if (comment !== undefined) continue;
    if (string !== undefined) tokens.push(contentOf(string, start));
    else {
      const kind =
        word !== undefined ? "word" : number !== undefined ? "number" : line !== undefined ? "line" : "mark";
      tokens.push({ kind, text: found, start, end: start + found.length });
    }
  }
  return tokens;
}

/** What a string literal says. Escapes are left as they are: no code has any. */
function contentOf(literal: string, start: number): Token {
  if (literal.startsWith(":")) {
    return { kind: "string", text: literal.slice(1), start: start + 1, end: start + literal.length };
  }
  const [open = ""] = /^[A-Za-z@]*#*(?:"""|'''|["'`])/.exec(literal) ?? [];
  const close = open.replace(/^[A-Za-z@]*/, "").length;
  const text = literal.slice(open.length, Math.max(open.length, literal.length - close));
  return { kind: "string", text, start: start + open.length, end: start + open.length + text.length };
}
