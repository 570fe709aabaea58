import { byCodePoint } from "../../contract/record.js";
import { html } from "../../report/escape/html.js";
import { count } from "../../report/words.js";
import type { PageCatalog, PageOperation } from "../page.js";
import { element, picture, text } from "./svg.js";

const row = 24;
const column = 46;
/** Characters of an operation's name. */
const longestLabel = 50;
/** The heads come again after so many rows, because they scroll away. */
const stretch = 30;
/** Codes in a cell's tooltip. */
const mostNamed = 30;
/** Beyond so many rows a picture is no help; the rest is counted. */
const mostRows = 300;

export interface Matrix {
  readonly svg: string;
  readonly rows: number;
  /** Operations that were not drawn. */
  readonly omitted: number;
}

type Response = PageOperation["responses"][number];

/**
 * Operations by status: how many codes each error response is known to carry, or that it may carry any. Operations with
 * equal rows are folded. Null: there are no error responses with codes.
 */
export function matrix(id: string, { operations }: PageCatalog): Matrix | null {
  const all = fold(operations);
  const rows = all.slice(0, mostRows);
  const statuses = [...new Set(rows.flatMap(({ responses }) => responses.map(({ status }) => status)))].sort(
    byCodePoint,
  );
  if (statuses.length === 0) return null;
  const longest = Math.max(...rows.map(({ names }) => names[0]?.length ?? 0));
  const labels = Math.ceil(Math.min(longestLabel, longest + 14) * 7.4) + 16;
  const heads = Math.ceil(rows.length / stretch);
  const height = (rows.length + heads) * row + 8;
  const inner: string[] = [];
  let top = 0;
  for (const [at, operation] of rows.entries()) {
    if (at % stretch === 0) {
      for (const [index, status] of statuses.entries()) {
        inner.push(text(labels + (index + 0.5) * column, top + 17, status, "soft middle", 7));
      }
      top += row;
    }
    inner.push(drawRow(operation, top, statuses, labels));
    top += row;
  }
  const width = labels + statuses.length * column + 8;
  const omitted = all.slice(mostRows).reduce((sum, { names }) => sum + names.length, 0);
  const words = { title: "Operations by status", description: describe(operations, statuses) };
  return { svg: picture(id, { width, height }, words, inner.join("")), rows: rows.length, omitted };
}

interface Row {
  readonly names: string[];
  readonly responses: readonly Response[];
}

function fold(operations: readonly PageOperation[]): Row[] {
  const rows = new Map<string, Row>();
  // The lists of codes are shared between responses, so equal ones are told by identity.
  const lists = new Map<readonly string[], number>();
  const idOf = (codes: readonly string[]) => lists.get(codes) ?? lists.set(codes, lists.size).size - 1;
  for (const { operation, responses } of operations) {
    const key = JSON.stringify(
      responses.map(({ status, any, codes, shown }) => [
        status,
        any,
        codes.length === 0 ? -1 : idOf(codes),
        shown,
      ]),
    );
    const known = rows.get(key) ?? { names: [], responses };
    rows.set(key, known);
    known.names.push(operation);
  }
  return [...rows.values()];
}

function drawRow(
  { names, responses }: Row,
  top: number,
  statuses: readonly string[],
  labels: number,
): string {
  const more = names.length > 1 ? ` and ${names.length - 1} more` : "";
  const label = element(
    "g",
    {},
    element("title", {}, html(names.join("\n"))) +
      text(0, top + 16, clip(names[0] ?? "", longestLabel - more.length) + more, "mono"),
  );
  const line = element("line", {
    ...{ x1: 0, x2: labels + statuses.length * column, y1: top + row, y2: top + row, class: "grid" },
  });
  const cells = responses.map((response) =>
    cell(response, labels + statuses.indexOf(response.status) * column, top),
  );
  return line + label + cells.join("");
}

/** A filled box: so many codes are known to come. A dashed one: up to so many, or any, by the status alone. */
function cell({ status, codes, shown, any }: Response, at: number, top: number): string {
  const known = shown.length > 0 ? shown : any ? [] : codes;
  const listed = known.length > 0 ? known : codes;
  const rest = listed.length - mostNamed;
  const named = listed.slice(0, mostNamed).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
  const words = known.length > 0 ? named : listed.length > 0 ? `any of ${named}` : "any code";
  const box = { x: at + 6, y: top + 3, width: column - 12, height: row - 6, rx: 4 };
  return element(
    "g",
    {},
    element("title", {}, html(`${status}: ${words}`)) +
      element("rect", { ...box, class: known.length > 0 ? "cell" : "any" }) +
      text(at + column / 2, top + 17, listed.length > 0 ? String(listed.length) : "any", "middle"),
  );
}

function clip(words: string, longest: number): string {
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}

function describe(operations: readonly PageOperation[], statuses: readonly string[]): string {
  const parts = statuses.slice(0, 20).map((status) => {
    const number = operations.filter(({ responses }) =>
      responses.some((each) => each.status === status),
    ).length;
    return `${status} in ${count(number, "operation")}`;
  });
  return `Error responses with codes: ${parts.join(", ")}. The list above names the operations of every code.`;
}
