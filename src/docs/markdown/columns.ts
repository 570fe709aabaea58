import { pageCode, pageProse, pageText } from "../../report/escape/page.js";
import { count } from "../../report/words.js";
import type { CodeLink, PageCatalog, PageCode, PageReach } from "../page.js";
import { oneLine, sinceWords } from "../words.js";

/** A column of the tables: its head, and a cell's Markdown; empty where there is nothing to say. */
export interface Column {
  readonly head: string;
  cell(code: PageCode): string;
}

/** Up to so many operations are named, more are counted. */
const few = 2;

const code: Column = {
  head: "Code",
  cell: ({ code, anchor }) => `<a id="${anchor}"></a>${pageCode(code)}`,
};

const description: Column = { head: "Description", cell: (code) => pageProse(oneLine(code.description)) };

const known: readonly Column[] = [
  { head: "Status", cell: ({ statuses }) => statuses.map(pageText).join(", ") },
  { head: "Operations", cell: operations },
  { head: "Since", cell: (code) => pageText(sinceWords(code) ?? "") },
  { head: "Deprecated", cell: deprecated },
];

/** The columns of a catalog's tables: code and description, and whatever is known of at least one code. */
export function columnsOf(catalog: PageCatalog): readonly Column[] {
  const codes = catalog.groups.flatMap((group) => group.codes);
  return [code, description, ...known.filter(({ cell }) => codes.some((entry) => cell(entry) !== ""))];
}

export const retiredColumns: readonly Column[] = [
  code,
  { head: "Replaced by", cell: ({ replacedBy }) => links(replacedBy) },
  { head: "Since", cell: ({ since }) => pageText(since ?? "") },
  { head: "Retired", cell: ({ retired }) => pageText(retired?.version ?? "") },
  { head: "Reason", cell: ({ retired }) => pageProse(oneLine(retired?.reason ?? "")) },
];

function operations({ basis, operations, shownIn }: PageCode): string {
  if (basis === "narrowed") return reach(operations);
  if (shownIn.length > 0) return reach(shownIn);
  return basis === "any" ? "any" : reach(operations);
}

function reach(operations: readonly PageReach[]): string {
  if (operations.length > few) return count(operations.length, "operation");
  return operations.map(({ operation }) => pageCode(operation)).join(", ");
}

function deprecated({ deprecated, replacedBy }: PageCode): string {
  if (deprecated === null) return replacedBy.length > 0 ? `use ${links(replacedBy)}` : "";
  const { since, sunset } = deprecated;
  return [
    since === null ? "yes" : `since ${pageText(since)}`,
    ...(sunset === null ? [] : [`may be gone from ${pageText(sunset)}`]),
    ...(replacedBy.length > 0 ? [`use ${links(replacedBy)}`] : []),
  ].join("; ");
}

function links(codes: readonly CodeLink[]): string {
  return codes
    .map(({ code, anchor }) =>
      anchor === null ? pageCode(code) : `[${pageCode(code)}](#${encodeURI(anchor)})`,
    )
    .join(", ");
}
