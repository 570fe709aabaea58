import { html, htmlCode } from "../../report/escape/html.js";
import type { Page, PageCatalog, PageCode } from "../page.js";
import { groupTitle } from "../words.js";
import { entry, type Listed } from "./entry.js";

/** A heading with its codes: a group, or the retired codes of a catalog. */
export interface Section {
  /** Never an anchor of a code: those have no underscore. */
  readonly id: string;
  readonly catalog: PageCatalog;
  readonly title: string;
  readonly aside: string | null;
  readonly codes: readonly PageCode[];
}

/** All headings of the page in their order. */
export function sectionsOf({ catalogs }: Page): Section[] {
  return catalogs.flatMap((catalog, at) => {
    const groups = catalog.groups.map(
      (group, number): Section => ({
        id: `_group-${at + 1}-${number + 1}`,
        catalog,
        title: groupTitle(group.name, catalog),
        aside: null,
        codes: group.codes,
      }),
    );
    if (catalog.retired.length === 0) return groups;
    return [
      ...groups,
      {
        id: `_retired-${at + 1}`,
        catalog,
        title: "Retired",
        aside: "No longer sent. None of these will come back with another meaning.",
        codes: catalog.retired,
      },
    ];
  });
}

/** The list itself, catalog by catalog. */
export function catalogSections(page: Page, sections: readonly Section[]): string {
  const several = page.catalogs.length > 1;
  const listed: Listed = new Map();
  return page.catalogs
    .map((catalog) => {
      const own = sections.filter((section) => section.catalog === catalog);
      const heading = several ? `<h2>Codes of ${htmlCode(catalog.name)}</h2>` : "";
      const examples = catalog.normative
        ? ""
        : '<p class="aside">These codes stand only in examples, which are not normative.</p>';
      return `<div class="catalog">${heading}${examples}${own.map((section) => group(section, several, listed)).join("\n")}</div>`;
    })
    .join("\n");
}

function group({ id, title, aside, codes }: Section, several: boolean, listed: Listed): string {
  const level = several ? 3 : 2;
  const inner = several ? 4 : 3;
  return `<section class="group" id="${id}" aria-labelledby="${id}-title">
<h${level} id="${id}-title">${html(title)}<span class="count">${codes.length}</span></h${level}>
${aside === null ? "" : `<p class="aside">${aside}</p>`}
<ul class="codes">
${codes.map((code) => entry(code, inner, listed)).join("\n")}
</ul>
</section>`;
}

/** The headings as links, for wide screens; nothing where there is one alone. */
export function navigation(sections: readonly Section[]): string {
  if (sections.length < 2) return "";
  const items = sections.map(
    ({ id, title, codes }) =>
      `<li><a href="#${id}"><span>${html(title)}</span><span>${codes.length}</span></a></li>`,
  );
  return `<nav class="groups" aria-label="Groups"><div><h2>Groups</h2><ul>${items.join("")}</ul></div></nav>`;
}
