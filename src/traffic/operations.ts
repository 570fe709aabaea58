import type { ErrorResponse, Operation } from "../contract/contract.js";
import { remember } from "../contract/memo.js";

/** Finds the operation that a request went to; null where the spec has none. */
export type OperationFinder = (method: string, path: string) => Operation | null;

interface Template {
  readonly operation: Operation;
  readonly literals: number;
  /** Its place in the spec. */
  readonly index: number;
}

/** Templates that begin alike, so that of fifty thousand paths only those are tried that may fit. */
interface Branch {
  readonly literal: Map<string, Branch>;
  /** By what the segment ends with, then by all that is fixed in it. */
  readonly templated: Map<string, Map<string, Templated>>;
  template: Template | null;
}

interface Templated {
  /** What stands around its parameters. */
  readonly parts: readonly string[];
  readonly branch: Branch;
}

/** A path of more segments is none that anybody serves. */
const mostSegments = 200;
/** Characters of a segment that are held against a template at one go. */
const stride = 512;

/**
 * Matches paths to path templates (OpenAPI, "Path Templating"): concrete ones before templated ones. What stands
 * before a path on the server (`/api`) need not be in the spec.
 *
 * @param spend is told how many templates are tried
 */
export function operationFinder(
  operations: readonly Operation[],
  spend: (tries: number) => void,
): OperationFinder {
  const roots = new Map<string, Branch>();
  for (const [index, operation] of operations.entries()) {
    const [, method = "", path = ""] = /^([A-Z]+) (\/.*)$/s.exec(operation.id) ?? [];
    if (method === "") continue;
    let branch = roots.get(method) ?? newBranch();
    roots.set(method, branch);
    let literals = 0;
    for (const segment of segmentsOf(path)) {
      if (!segment.includes("{")) literals += 1;
      branch = branchFor(branch, segment);
    }
    branch.template ??= { operation, literals, index };
  }
  return (method, path) => {
    const root = roots.get(method);
    const segments = segmentsOf(path);
    if (segments.length > mostSegments) return null;
    for (let from = 0; root !== undefined && from <= segments.length; from++) {
      // Behind a prefix that the spec does not know, something must be the same to the letter.
      const found = best(fitting(root, segments, from, spend), from === 0 ? 0 : 1);
      if (found !== null) return found.operation;
    }
    return null;
  };
}

function newBranch(): Branch {
  return { literal: new Map(), templated: new Map(), template: null };
}

function branchFor(branch: Branch, segment: string): Branch {
  if (!segment.includes("{")) {
    const next = branch.literal.get(segment) ?? newBranch();
    branch.literal.set(segment, next);
    return next;
  }
  const parts = segment.split(/\{[^}]*\}/);
  const alike = remember(branch.templated, parts.at(-1) ?? "", () => new Map<string, Templated>());
  return remember(alike, JSON.stringify(parts), () => ({ parts, branch: newBranch() })).branch;
}

function* fitting(
  branch: Branch,
  segments: readonly string[],
  at: number,
  spend: (tries: number) => void,
): Generator<Template> {
  spend(1);
  const segment = segments[at];
  if (segment === undefined) {
    if (branch.template !== null) yield branch.template;
    return;
  }
  const literal = branch.literal.get(segment);
  if (literal !== undefined) yield* fitting(literal, segments, at + 1, spend);
  const length = Math.ceil(segment.length / stride);
  spend(length * Math.min(branch.templated.size, segment.length + 1));
  for (const alike of ending(branch.templated, segment)) {
    spend(length * alike.size);
    for (const { parts, branch: next } of alike.values()) {
      if (holds(segment, parts)) yield* fitting(next, segments, at + 1, spend);
    }
  }
}

/** What is kept under the ends of a text. */
function* ending<T>(byEnd: ReadonlyMap<string, T>, text: string): Generator<T> {
  if (byEnd.size < text.length) {
    for (const [end, kept] of byEnd) if (text.endsWith(end)) yield kept;
    return;
  }
  for (let from = 0; from <= text.length; from++) {
    const kept = byEnd.get(text.slice(from));
    if (kept !== undefined) yield kept;
  }
}

/** The one with most literals, of those the first of the spec. */
function best(templates: Iterable<Template>, fewestLiterals: number): Template | null {
  let found: Template | null = null;
  for (const each of templates) {
    if (each.literals < fewestLiterals) continue;
    const isBetter =
      found === null ||
      each.literals > found.literals ||
      (each.literals === found.literals && each.index < found.index);
    if (isBetter) found = each;
  }
  return found;
}

function segmentsOf(path: string): string[] {
  return path.split("/").filter((segment) => segment !== "");
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

/** Finds the response that an operation documents for a status: itself, its range, or `default`. */
export function responseFinder(): (operation: Operation, status: number) => ErrorResponse | null {
  const known = new Map<Operation, ReadonlyMap<string, ErrorResponse>>();
  return (operation, status) => {
    const responses = remember(known, operation, () => byStatus(operation));
    const found = namesOf(status).find((name) => responses.has(name));
    return (found === undefined ? undefined : responses.get(found)) ?? null;
  };
}

function byStatus({ responses }: Operation): ReadonlyMap<string, ErrorResponse> {
  return new Map(responses.toReversed().map((each) => [each.status.toUpperCase(), each]));
}

/** What a spec may call a status, in capitals, the nearest first. */
export function namesOf(status: number): readonly string[] {
  return [String(status), `${Math.floor(status / 100)}XX`, "DEFAULT"];
}
