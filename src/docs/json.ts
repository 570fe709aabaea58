import { remember } from "../contract/memo.js";
import type { Places } from "../contract/places.js";
import { jsonPieces } from "../report/escape/json.js";
import { namesOf, type Page, type PageReach } from "./page.js";

/** How deep the codes of a page lie. */
const codeDepth = 6;

/** The page for other generators, as `schema/docs.schema.json` has it. */
export function render(page: Page): Iterable<string> {
  return jsonPieces({ format: 1, ...page }, codeDepth);
}

/**
 * Counts what this form of a page names: codes share lists of operations, and here each has its own.
 *
 * @throws Problem where it is too much
 */
export function countNames({ catalogs }: Page, places: Places): void {
  const names = new Map<readonly PageReach[], readonly string[]>();
  for (const { groups, operations } of catalogs) {
    for (const code of groups.flatMap(({ codes }) => codes))
      for (const reach of [code.operations, code.shownIn])
        places.add(remember(names, reach, () => namesOf(reach)));
    for (const { codes, shown } of operations.flatMap(({ responses }) => responses))
      for (const list of [codes, shown]) places.add(list);
  }
}
