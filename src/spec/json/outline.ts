import { mapping, Outline, scalar, sequence } from "../outline.js";

/** Where a text stops being JSON, and why. */
export class JsonError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const literal = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;

/**
 * Where the values of a JSON text stand (RFC 8259). What is inside of strings is not looked at.
 * Throws a JsonError at the first place that is no JSON.
 */
export function outlineJson(text: string): Outline {
  const outline = new Outline();
  let at = 0;
  let lastString = -1;

  function fail(expected: string): never {
    if (lastString >= 0 && /^"(?:\\.|[^"\\\n])*\n/s.test(text.slice(lastString, at + 1))) {
      throw new JsonError("this string is not closed on its line", lastString);
    }
    throw new JsonError(at < text.length ? unexpected(text, at, expected) : `the file ends ${expected}`, at);
  }

  function skipSpace(): number {
    for (;;) {
      const c = text.charCodeAt(at);
      if (c > 0x20 || (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09)) return c;
      at++;
    }
  }

  function skipString(): void {
    lastString = at;
    let end = at;
    for (;;) {
      end = text.indexOf('"', end + 1);
      if (end < 0) throw new JsonError("this string is never closed", at);
      let before = end - 1;
      while (text.charCodeAt(before) === 0x5c) before--;
      if ((end - before) % 2 === 1) break;
    }
    at = end + 1;
  }

  function value(keyStart: number, keyEnd: number): void {
    const c = skipSpace();
    const start = at;
    if (c === 0x7b) {
      const node = outline.open(mapping, start, keyStart, keyEnd);
      members();
      outline.close(node, at);
    } else if (c === 0x5b) {
      const node = outline.open(sequence, start, keyStart, keyEnd);
      items();
      outline.close(node, at);
    } else {
      if (c === 0x22) skipString();
      else skipLiteral();
      outline.add(scalar, start, at, keyStart, keyEnd);
    }
  }

  function skipLiteral(): void {
    literal.lastIndex = at;
    if (!literal.test(text)) fail("where a value should be");
    at = literal.lastIndex;
  }

  function members(): void {
    at++;
    if (skipSpace() === 0x7d) {
      at++;
      return;
    }
    for (;;) {
      if (skipSpace() !== 0x22) fail("where a key in double quotes should be");
      const keyStart = at;
      skipString();
      const keyEnd = at;
      if (skipSpace() !== 0x3a) fail("where the `:` after a key should be");
      at++;
      value(keyStart, keyEnd);
      const c = skipSpace();
      if (c !== 0x2c && c !== 0x7d) fail("where a `,` or `}` should be");
      at++;
      if (c === 0x7d) return;
    }
  }

  function items(): void {
    at++;
    if (skipSpace() === 0x5d) {
      at++;
      return;
    }
    for (;;) {
      value(-1, -1);
      const c = skipSpace();
      if (c !== 0x2c && c !== 0x5d) fail("where a `,` or `]` should be");
      at++;
      if (c === 0x5d) return;
    }
  }

  value(-1, -1);
  skipSpace();
  if (at < text.length) fail("after the end of the document");
  return outline;
}

function unexpected(text: string, at: number, expected: string): string {
  const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
  if (found === "/" || found === "#") return "JSON has no comments";
  if (found === "'") return "JSON strings are written in double quotes";
  if ((found === "}" || found === "]") && /,\s*$/.test(text.slice(Math.max(0, at - 1000), at))) {
    return `JSON allows no comma before \`${found}\``;
  }
  return `\`${found}\` stands ${expected}`;
}

/** The text of a key, or of a string, from its source between and with the quotes. */
export function jsonString(source: string): string {
  return source.includes("\\") ? String(JSON.parse(source)) : source.slice(1, -1);
}
