import type { Problem } from "../../contract/problem.js";
import type { Outline } from "../outline.js";
import { problemAt, specProblem } from "../problems.js";
import { JsonError, jsonString, outlineJson } from "./outline.js";

/** What a text would make of a JSON parser: known before it is let loose. */
export interface JsonExtent {
  readonly depth: number;
  /** Number of key-value pairs as written: more than the data has keys where keys stand twice. */
  readonly pairs: number;
  /** There are at least so many values. */
  readonly values: number;
}

/** Measures without reading values; for a text that is no JSON the figures mean little. */
export function measureJson(text: string): JsonExtent {
  let pairs = 0;
  let commas = 0;
  let containers = 0;
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 0x22) {
      at = closingQuote(text, at);
      if (at < 0) break;
    } else if (c === 0x3a) pairs++;
    else if (c === 0x2c) commas++;
    else if (c === 0x7b || c === 0x5b) {
      containers++;
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (c === 0x7d || c === 0x5d) depth--;
  }
  return { depth: deepest, pairs, values: Math.max(commas, containers - 1) };
}

function closingQuote(text: string, open: number): number {
  for (let at = open; ; ) {
    at = text.indexOf('"', at + 1);
    if (at < 0) return -1;
    let before = at - 1;
    while (text.charCodeAt(before) === 0x5c) before--;
    if ((at - before) % 2 === 1) return at;
  }
}

/** Plain data of a JSON text. Throws a Problem with the place where it is no JSON. */
export function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw syntaxProblem(text, file, cause);
  }
}

function syntaxProblem(text: string, file: string, cause: unknown): Problem {
  try {
    const outline = outlineJson(text);
    const offset = firstBadString(text, outline);
    if (offset === null) return specProblem("json-syntax", file, "the file is not valid JSON.", { cause });
    const message =
      "this string holds a line break, a control character or an escape that JSON does not have.";
    return problemAt("json-syntax", file, text, offset, message, { cause });
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return problemAt("json-syntax", file, text, error.offset, `this is not JSON: ${error.message}.`, {
      cause,
    });
  }
}

function firstBadString(text: string, outline: Outline): number | null {
  for (let node = 0; node < outline.size; node++) {
    for (const [start, end] of [
      [outline.keyStart(node), outline.keyEnd(node)],
      [outline.start(node), outline.end(node)],
    ] as const) {
      if (text[start] === '"' && !isJson(text.slice(start, end))) return start;
    }
  }
  return null;
}

function isJson(source: string): boolean {
  try {
    JSON.parse(source);
    return true;
  } catch {
    return false;
  }
}

/** Decoded key of an outline's node. */
export function jsonKey(text: string, outline: Outline, node: number): string {
  return jsonString(text.slice(outline.keyStart(node), outline.keyEnd(node)));
}
