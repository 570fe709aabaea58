import type { Baseline, BaselineCatalog, BaselineCode, Correction } from "../contract/baseline.js";
import type { ErrorPlace, Tombstone } from "../contract/contract.js";
import { byCodePoint } from "../contract/record.js";

/**
 * The text of a baseline file: one line per entry, keys by code point, LF, nothing that depends on when or where it
 * was written, so that two branches which add codes never touch the same line. Empty parts are left out.
 */
export function formatBaseline(baseline: Baseline): string {
  const parts = [
    member("format", String(baseline.format)),
    member("version", text(baseline.version)),
    optional("stable", baseline.stable),
    optional("scheme", baseline.scheme),
    member("errors", baseline.errors === "none" ? text("none") : place(baseline.errors)),
    baseline.errors === "none" ? null : member("open", text(baseline.main.open)),
    block(1, "body", baseline.body, (field) =>
      inline([member("type", strings(field.type)), member("required", String(field.required))]),
    ),
    ...codesAndRetired(1, baseline.main),
    block(1, "catalogs", baseline.catalogs, (catalog) =>
      braces(2, [member("open", text(catalog.open)), ...codesAndRetired(3, catalog)]),
    ),
    block(1, "known", baseline.known, (places) => list(2, sort(places).map(text))),
    baseline.corrected.length === 0 ? null : member("corrected", list(1, baseline.corrected.map(correction))),
  ];
  return `${braces(0, parts)}\n`;
}

function codesAndRetired(depth: number, catalog: BaselineCatalog): (string | null)[] {
  return [block(depth, "codes", catalog.codes, code), block(depth, "retired", catalog.retired, tombstone)];
}

function place(errors: ErrorPlace): string {
  return inline([
    member("schemas", strings(sort(errors.schemas))),
    member("code", text(errors.code)),
    member("linked", text(errors.linked)),
  ]);
}

function code(entry: BaselineCode): string {
  return inline([
    member("since", text(entry.since)),
    entry.deprecated === undefined ? null : member("deprecated", JSON.stringify(entry.deprecated)),
    optional("sunset", entry.sunset),
    optional("replacedBy", entry.replacedBy),
    entry.statuses === undefined ? null : member("statuses", strings(sort(entry.statuses))),
    optional("reintroduced", entry.reintroduced),
    past(entry.past),
  ]);
}

function tombstone(entry: Tombstone): string {
  const { replacedBy } = entry;
  return inline([
    member("since", text(entry.since)),
    member("retired", text(entry.retired)),
    replacedBy === undefined
      ? null
      : member("replacedBy", typeof replacedBy === "string" ? text(replacedBy) : strings(replacedBy)),
    member("reason", text(entry.reason)),
    past(entry.past),
  ]);
}

function past(entries: readonly Tombstone[] | undefined): string | null {
  return entries === undefined ? null : member("past", `[${entries.map(tombstone).join(", ")}]`);
}

function correction(entry: Correction): string {
  return inline([
    member("version", text(entry.version)),
    member("kind", text(entry.kind)),
    optional("catalog", entry.catalog),
    optional("code", entry.code),
    optional("at", entry.at),
    member("reason", text(entry.reason)),
  ]);
}

/** A JSON string. Line separators of Unicode are escaped too: editors and diffs count them as new lines. */
function text(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function strings(values: readonly string[]): string {
  return `[${values.map(text).join(", ")}]`;
}

function sort(values: readonly string[]): string[] {
  return [...values].sort(byCodePoint);
}

function member(key: string, value: string): string {
  return `${text(key)}: ${value}`;
}

function optional(key: string, value: string | undefined): string | null {
  return value === undefined ? null : member(key, text(value));
}

function inline(members: readonly (string | null)[]): string {
  return `{ ${members.filter((part) => part !== null).join(", ")} }`;
}

/** A record with one line per entry; null when it is empty. */
function block<Value>(
  depth: number,
  key: string,
  values: Readonly<Record<string, Value>>,
  format: (value: Value) => string,
): string | null {
  const entries = Object.entries(values).sort(([a], [b]) => byCodePoint(a, b));
  if (entries.length === 0) return null;
  return member(
    key,
    braces(
      depth,
      entries.map(([name, value]) => member(name, format(value))),
    ),
  );
}

function braces(depth: number, members: readonly (string | null)[]): string {
  return lines(
    depth,
    "{",
    members.filter((part) => part !== null),
    "}",
  );
}

/** One item stands inline, several have a line each. */
function list(depth: number, items: readonly string[]): string {
  return items.length === 1 ? `[${items.join("")}]` : lines(depth, "[", items, "]");
}

function lines(depth: number, open: string, items: readonly string[], close: string): string {
  const indent = "  ".repeat(depth);
  return `${open}\n${items.map((item) => `${indent}  ${item}`).join(",\n")}\n${indent}${close}`;
}
