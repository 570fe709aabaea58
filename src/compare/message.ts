import type { Change, ChangeKind } from "../contract/change.js";
import { count, list, quote, quoted } from "./words.js";

/** One sentence on a change, as a person would write it: what happened and where. Lists are folded with their count. */
export function changeMessage(change: Change): string {
  return sentences[change.kind](change);
}

const sentences = {
  "code-removed": (c) => `${code(c)} was removed${from(c)}${moved(c)}${where(c)}.${question(c)}`,
  "code-renamed": (c) => `${code(c)} was ${renamed(c)}${because(c)}.`,
  "code-reintroduced": (c) => `${code(c)} is back, though it was ${c.before ?? "retired"}.`,
  "catalog-removed": (c) =>
    `The catalog ${quote(c.catalog ?? "")} is gone, and with it ${count(c.codes.length, "code")}: ${quoted(c.codes)}${c.after === null ? "" : "; examples alone still show some"}.`,
  "code-status-removed": (c) =>
    c.after === null
      ? `${code(c)} no longer comes with ${list(c.statuses)}${where(c)}.`
      : `${code(c)} now comes with ${c.after}, no longer with ${c.before}${where(c)}.`,
  "code-status-added": (c) => `${code(c)} now comes with ${list(c.statuses)} too.`,
  "code-added": (c) => `${code(c)} was added${where(c)}.`,
  "code-deprecated": (c) =>
    `${code(c)} is now deprecated${c.after === null ? "" : `: it may leave from ${c.after} on`}${instead(c)}.`,
  "code-undeprecated": (c) => `${code(c)} is no longer deprecated.`,
  "code-sunset-shortened": (c) =>
    c.after === null
      ? `The sunset of ${code(c)} was ${c.before} and is no longer given, so the code may leave at any time.`
      : `The sunset of ${code(c)} moved forward from ${c.before} to ${c.after}.`,
  "description-changed": (c) => `The description of ${code(c)} changed from "${c.before}" to "${c.after}".`,
  "group-changed": (c) => `${code(c)} moved from the group "${c.before}" to "${c.after}".`,
  "catalog-opened": (c) =>
    `The catalog ${quote(c.catalog ?? "")} was closed and is now ${c.after}: codes that it does not list may come.`,
  "catalog-closed": (c) => `The catalog ${quote(c.catalog ?? "")} was ${c.before} and is now closed.`,
  "code-reordered": (c) => `The codes of the catalog ${quote(c.catalog ?? "")} stand in another order.`,
  "body-field-removed": (c) =>
    c.after === null
      ? `The error body no longer has ${field(c)}.`
      : `The codes moved from ${field(c)}, which the error body no longer has, to ${quote(c.after)}.`,
  "body-field-optional": (c) => `${field(c)} of the error body is no longer required.`,
  "body-field-type-changed": (c) => `${field(c)} of the error body was ${c.before} and is now ${c.after}.`,
  "body-field-added": (c) => `The error body now has ${field(c)}${c.after === null ? "" : ` (${c.after})`}.`,
  "body-field-required": (c) => `${field(c)} of the error body is now required.`,
  "error-response-removed": (c) => lostResponses(c),
  "operation-code-removed": (c) => `${list(c.operations, 3)} can no longer return ${code(c)}.`,
  "operation-code-added": (c) =>
    `${list(c.operations, 3)} can now return ${c.code === null ? `any of ${count(c.codes.length, "code")} of the catalog ${quote(c.catalog ?? "")}` : code(c)}.`,
  "code-unreachable": (c) =>
    c.code === null
      ? `The catalog ${quote(c.catalog ?? "")} lists ${count(c.codes.length, "code")} (${quoted(c.codes)}), but no operation can return any of them any more.`
      : `${code(c)} is listed, but no operation can return it any more.`,
} satisfies Record<ChangeKind, (change: Change) => string>;

function code(c: Change): string {
  return quote(c.code ?? "");
}

function field(c: Change): string {
  return quote(c.field ?? "");
}

function from(c: Change): string {
  return c.catalog === null ? "" : ` from ${quote(c.catalog)}`;
}

function moved(c: Change): string {
  return c.after === null ? "" : ` and is now listed under ${quote(c.after)}`;
}

function where(c: Change): string {
  if (c.operations.length === 0) return "";
  return c.operations.length <= 2
    ? ` (${list(c.operations)})`
    : ` (${count(c.operations.length, "operation")})`;
}

function question(c: Change): string {
  return c.candidate === null ? "" : ` Did it become ${quote(c.candidate)}?`;
}

function renamed(c: Change): string {
  switch (c.how) {
    case "split":
      return `split into ${quoted(c.to)}`;
    case "merge":
      return `merged into ${quoted(c.to)}`;
    default:
      return `renamed to ${quoted(c.to)}`;
  }
}

function because(c: Change): string {
  return c.evidence.length === 0 ? "" : ` (${c.evidence.join("; ")})`;
}

function instead(c: Change): string {
  return c.to.length === 0 ? "" : `, in favour of ${quoted(c.to)}`;
}

function lostResponses(c: Change): string {
  const operations = list(c.operations, 3);
  const codes = c.codes.length === 0 ? "" : ` (${count(c.codes.length, "code")}: ${quoted(c.codes)})`;
  if (c.before === "operation") {
    const [verb, subject] = c.operations.length === 1 ? ["is", "it"] : ["are", "they"];
    const what =
      c.codes.length === 0 ? `the error responses ${subject} declared` : `the codes ${subject} could return`;
    return `${operations} ${verb} gone, with ${what}${codes}.`;
  }
  const verb = c.operations.length === 1 ? "declares" : "declare";
  return c.after === "no codes"
    ? `${operations} still ${verb} ${list(c.statuses)}, but no longer with a code${codes}.`
    : `${operations} no longer ${verb} ${list(c.statuses)}${codes}.`;
}
