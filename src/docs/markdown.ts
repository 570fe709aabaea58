import { pageCode, pageProse, pageText } from "../report/escape/page.js";
import { type Column, columnsOf, retiredColumns } from "./markdown/columns.js";
import type { Page, PageCatalog, PageCode } from "./page.js";
import { groupTitle, oneLine, title } from "./words.js";

/** The page as Markdown that GitHub and MDX read alike: no comments, no raw markup but anchors. */
export function render(page: Page): string {
  const several = page.catalogs.length > 1;
  const blocks = [
    `# ${pageText(title(page.api))}`,
    ...page.introduction.map((paragraph) => pageProse(oneLine(paragraph))),
    ...page.catalogs.flatMap((catalog) => catalogBlocks(catalog, several)),
    origin(page),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function catalogBlocks(catalog: PageCatalog, several: boolean): string[] {
  const level = several ? "###" : "##";
  const columns = columnsOf(catalog);
  return [
    ...(several ? [`## Codes of ${pageCode(catalog.name)}`] : []),
    ...(catalog.normative ? [] : ["These codes stand only in examples, which are not normative."]),
    ...catalog.groups.flatMap((group) => [
      `${level} ${pageText(groupTitle(group.name, catalog))}`,
      table(columns, group.codes),
    ]),
    ...(catalog.retired.length > 0
      ? [
          `${level} Retired codes`,
          "These codes are no longer sent and will not come back with another meaning.",
          table(retiredColumns, catalog.retired),
        ]
      : []),
  ];
}

function table(columns: readonly Column[], codes: readonly PageCode[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(columns.map(({ head }) => head)),
    row(columns.map(() => "---")),
    ...codes.map((code) => row(columns.map(({ cell }) => cell(code)))),
  ].join("\n");
}

function origin({ spec, version, baseline }: Page): string {
  const from = spec === null ? "" : ` from ${pageCode(spec)}`;
  const declared = version === null ? "" : `, version ${pageText(version)}`;
  const since = baseline === null || baseline === version ? "" : ` (last release ${pageText(baseline)})`;
  return `Generated${from}${declared}${since} by \`errlock docs\`. Do not edit by hand.`;
}
