import type { Location } from "../contract/location.js";
import { Problem } from "../contract/problem.js";

/** A JSON value (RFC 8259) that knows where it stands: `start` and `end` are offsets into the text. */
export type JsonNode = JsonObject | JsonArray | JsonScalar;

interface Span {
  readonly start: number;
  readonly end: number;
}
export interface JsonObject extends Span {
  readonly type: "object";
  readonly members: readonly JsonMember[];
}
export interface JsonArray extends Span {
  readonly type: "array";
  readonly items: readonly JsonNode[];
}
export interface JsonScalar extends Span {
  readonly type: "scalar";
  readonly value: string | number | boolean | null;
}
export interface JsonMember extends Span {
  readonly key: string;
  readonly value: JsonNode;
}

/** What the text is not: the reason and the offset where reading stopped. */
export class JsonError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const maximumDepth = 16;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const space = /[ \t\r\n]*/y;

/**
 * Reads JSON strictly, and also refuses what `JSON.parse` lets pass without a word: a key that stands twice, and
 * nesting that no baseline has. Throws a JsonError.
 */
export function parseJson(text: string): JsonNode {
  let at = 0;

  const fail = (message: string, offset = at): never => {
    throw new JsonError(message, offset);
  };
  const skip = () => {
    space.lastIndex = at;
    space.test(text);
    at = space.lastIndex;
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const takeString = (what: string): string => {
    if (text[at] !== '"') fail(`expected ${what}, found ${found(text, at)}`);
    // Only a well-formed token gets here, so that JSON.parse decodes its escapes and cannot fail.
    return JSON.parse(
      take(string) ?? fail("a string that does not end, or holds a control character"),
    ) as string;
  };
  /** The parts between brackets, separated by commas. */
  const list = (close: string, part: () => void) => {
    at += 1;
    skip();
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (;;) {
      skip();
      part();
      skip();
      if (text[at] === close) break;
      if (text[at] !== ",") fail(`expected a comma or ${close}, found ${found(text, at)}`);
      at += 1;
    }
    at += 1;
  };

  const value = (depth: number): JsonNode => {
    if (depth > maximumDepth) fail(`nested more than ${maximumDepth} levels deep`);
    const start = at;
    if (text[at] === "{") {
      const members: JsonMember[] = [];
      const seen = new Set<string>();
      list("}", () => {
        const keyStart = at;
        const key = takeString("a key in quotes");
        if (seen.has(key)) fail(`the key ${JSON.stringify(key)} stands twice`, keyStart);
        seen.add(key);
        const keyEnd = at;
        skip();
        if (text[at] !== ":") fail(`expected a colon, found ${found(text, at)}`);
        at += 1;
        skip();
        members.push({ key, start: keyStart, end: keyEnd, value: value(depth + 1) });
      });
      return { type: "object", start, end: at, members };
    }
    if (text[at] === "[") {
      const items: JsonNode[] = [];
      list("]", () => items.push(value(depth + 1)));
      return { type: "array", start, end: at, items };
    }
    if (text[at] === '"') return { type: "scalar", value: takeString("a string"), start, end: at };
    const token = take(literal) ?? fail(`expected a value, found ${found(text, at)}`);
    return { type: "scalar", value: JSON.parse(token) as JsonScalar["value"], start, end: at };
  };

  skip();
  const root = value(0);
  skip();
  if (at < text.length) fail(`expected the end, found ${found(text, at)}`);
  return root;
}

function found(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "the end of the file" : JSON.stringify(String.fromCodePoint(point));
}

/** Where a span of the text stands: lines and columns from 1. */
export function locate(text: string, file: string, pointer: string, start: number, end = start): Location {
  const [line, column] = position(text, start);
  const [endLine, endColumn] = position(text, end);
  return { file, pointer, line, column, endLine, endColumn };
}

function position(text: string, offset: number): readonly [number, number] {
  let line = 1;
  let lineStart = 0;
  for (let next = text.indexOf("\n"); next !== -1 && next < offset; next = text.indexOf("\n", lineStart)) {
    line += 1;
    lineStart = next + 1;
  }
  return [line, offset - lineStart + 1];
}

/** Finds the line where a merge left its markers, or gives null. `what` is "baseline" or "config". */
export function conflictMarker(text: string, file: string, what: string, hint: string): Problem | null {
  const marker = /^(?:<{7}|\|{7}|>{7})(?: .*)?\r?$|^={7}\r?$/m.exec(text);
  if (marker === null || !/^<{7}/m.test(text)) return null;
  const place = locate(text, file, "#", marker.index, marker.index + 7);
  return new Problem(
    `${what}-conflict`,
    `${file}:${place.line}: the ${what} has merge conflict markers`,
    hint,
    place,
  );
}
