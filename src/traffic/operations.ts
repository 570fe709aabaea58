import type { ErrorResponse, Operation } from "../contract/contract.js";

/** Finds the operation that a request went to; null where the spec has none. */
export type OperationFinder = (method: string, path: string) => Operation | null;

interface Template {
  readonly operation: Operation;
  readonly segments: readonly (string | readonly string[])[];
  readonly literals: number;
}

/**
 * Matches paths to path templates (OpenAPI, "Path Templating"): concrete ones before templated ones. What stands
 * before a path on the server (`/api`) need not be in the spec.
 */
export function operationFinder(operations: readonly Operation[]): OperationFinder {
  const templates = new Map<string, Template[]>();
  for (const operation of operations) {
    const [, method = "", path = ""] = /^([A-Z]+) (\/.*)$/s.exec(operation.id) ?? [];
    if (method === "") continue;
    const segments = segmentsOf(path).map(segmentMatcher);
    const literals = segments.filter((segment) => typeof segment === "string").length;
    const key = `${method} ${segments.length}`;
    templates.set(key, [...(templates.get(key) ?? []), { operation, segments, literals }]);
  }
  for (const list of templates.values()) list.sort((a, b) => b.literals - a.literals);
  return (method, path) => {
    const segments = segmentsOf(path);
    for (let from = 0; from <= segments.length; from++) {
      const rest = segments.slice(from);
      const found = templates.get(`${method} ${rest.length}`)?.find((template) => {
        // Behind a prefix that the spec does not know, something must be the same to the letter.
        return (from === 0 || template.literals > 0) && fits(template, rest);
      });
      if (found !== undefined) return found.operation;
    }
    return null;
  };
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
}

/** A segment to the letter, or what stands around its parameters. */
function segmentMatcher(segment: string): string | readonly string[] {
  return segment.includes("{") ? segment.split(/\{[^}]*\}/) : segment;
}

function fits({ segments }: Template, path: readonly string[]): boolean {
  return segments.every((segment, index) => {
    const actual = path[index] ?? "";
    return typeof segment === "string" ? segment === actual : holds(actual, segment);
  });
}

/** Whether a text consists of these parts with something between them; each is looked for once, from the left. */
function holds(text: string, [start = "", ...parts]: readonly string[]): boolean {
  const end = parts.at(-1) ?? "";
  if (!text.startsWith(start)) return false;
  let at = start.length;
  for (const part of parts.slice(0, -1)) {
    const found = text.indexOf(part, at + 1);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length > at + end.length && text.endsWith(end);
}

/** The response that an operation documents for a status: itself, its range, or `default`. */
export function responseFor({ responses }: Operation, status: number): ErrorResponse | null {
  const range = `${Math.floor(status / 100)}XX`;
  const find = (name: string) => responses.find((each) => each.status.toUpperCase() === name);
  return find(String(status)) ?? find(range) ?? find("DEFAULT") ?? null;
}
