import type { Limits } from "../contract/policy.js";
import type { ReadDocument } from "./cache.js";
import { decodeText } from "./decode.js";
import { findDuplicate } from "./duplicates.js";
import { outlineJson } from "./json/outline.js";
import { jsonKey } from "./json/parse.js";
import { parseText, tooDeep } from "./parse.js";
import { survey } from "./survey.js";

/** The bytes of one file as plain data, measured against the limits. Throws a Problem with the place of what is wrong. */
export function readDocument(file: string, bytes: Uint8Array, limits: Limits): ReadDocument {
  try {
    return parseDocument(file, bytes, limits);
  } catch (error) {
    // A limit of depth that was raised beyond the stack.
    if (error instanceof RangeError) throw tooDeep(file, limits, error);
    throw error;
  }
}

function parseDocument(file: string, bytes: Uint8Array, limits: Limits): ReadDocument {
  const text = decodeText(bytes, file);
  const { format, data, pairs, shares } = parseText(text, file, limits);
  const facts = survey(data, shares, file, limits);
  if (pairs !== null && pairs !== facts.keys) {
    const outline = outlineJson(text);
    const duplicate = findDuplicate(text, file, outline, (node) => jsonKey(text, outline, node));
    if (duplicate) throw duplicate;
  }
  return { document: { file, format, data, text }, facts };
}
