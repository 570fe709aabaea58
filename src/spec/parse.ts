import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { measureJson, parseJson } from "./json/parse.js";
import { problemAt, specProblem } from "./problems.js";
import { parseYaml } from "./yaml/parse.js";

/** What parsing one text gives. */
export interface Parsed {
  readonly format: "json" | "yaml";
  readonly data: unknown;
  /** Number of key-value pairs in the text, where the parser would not notice that keys stand twice. */
  readonly pairs: number | null;
  /** Whether one object may stand at several places of the data. */
  readonly shares: boolean;
}

/**
 * Parses a text as JSON (`.json`, or whatever starts like it and is), else as YAML.
 * Throws a Problem that says where and why it is neither.
 */
export function parseText(text: string, file: string, limits: Limits): Parsed {
  refuseConflict(text, file);
  if (/\.json$/i.test(file)) return asJson(text, file, limits);
  return (/^\s*[{[]/.test(text) && tryJson(text, file, limits)) || asYaml(text, file, limits);
}

function asJson(text: string, file: string, limits: Limits): Parsed {
  const { depth, pairs, values } = measureJson(text);
  if (depth > limits.depth) throw tooDeep(file, limits);
  if (values > limits.nodes)
    throw specProblem("too-many-nodes", file, `the file has more than ${limits.nodes} values.`);
  return { format: "json", data: parseJson(text, file), pairs, shares: false };
}

function asYaml(text: string, file: string, limits: Limits): Parsed {
  return { format: "yaml", data: parseYaml(text, file, limits), pairs: null, shares: mayHaveAnchors(text) };
}

function tryJson(text: string, file: string, limits: Limits): Parsed | null {
  try {
    return asJson(text, file, limits);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Whether an `&` stands where a node may start. Text in block scalars can look like that; then it only costs time. */
function mayHaveAnchors(text: string): boolean {
  for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
    const before = text.slice(Math.max(text.lastIndexOf("\n", at), text.lastIndexOf("\r", at)) + 1, at);
    if (/\s/.test(text[at + 1] ?? " ")) continue;
    if (/(?:^\s*|[-:?]\s+|,\s*|(?:^|[\s[{,:])[[{]\s*|!\S*\s+)$/.test(before.slice(-200))) return true;
  }
  return false;
}

function refuseConflict(text: string, file: string): void {
  const start = text.startsWith("<<<<<<< ") ? 0 : text.indexOf("\n<<<<<<< ") + 1;
  if ((start > 0 || text.startsWith("<<<<<<< ")) && text.includes("\n>>>>>>> ", start)) {
    throw problemAt("conflict-markers", file, text, start, "a merge conflict is not resolved here.", {
      length: 7,
    });
  }
}

/** For what is nested deeper than the limit, or than the stack of this machine. */
export function tooDeep(file: string, limits: Limits, cause?: unknown): Problem {
  const message = `values are nested more than ${limits.depth} deep, or deeper than this machine can follow.`;
  return specProblem("too-deep", file, message, { cause });
}
