import type { Change } from "../contract/change.js";
import { remember } from "../contract/memo.js";
import type { CatalogMatch, CatalogPair } from "./catalogs.js";
import { shows } from "./catalogs.js";
import { change } from "./change.js";
import { codeAdded, codeReintroduced, codeRemoved, codeSite, listSite } from "./codes.js";
import type { Survivors } from "./operations/survivors.js";
import type { DeclaredRename } from "./rename/declared.js";
import { findRenames, type Rename } from "./rename/renames.js";

export interface CodeChanges extends Survivors {
  readonly changes: readonly Change[];
}

/** The codes of one catalog: which left, which live on under another name, which came. */
export function compareCodes(
  pair: CatalogPair,
  match: CatalogMatch,
  ordered: boolean,
  declared: readonly DeclaredRename[],
): CodeChanges {
  const { retired } = pair.before.catalog;
  const kept = new Set([...pair.before.codes.keys()].filter((code) => pair.after.codes.has(code)));
  const removed = [...pair.before.codes.keys()].filter((code) => !kept.has(code));
  const came = [...pair.after.codes.keys()].filter((code) => !kept.has(code));
  const added = came.filter((code) => !Object.hasOwn(retired, code));
  const { renames, questions } = findRenames({ pair, removed, added, ordered, declared });
  const changes: Change[] = [];
  const oldNames = new Map<string, string[]>();
  for (const code of removed) {
    const rename = renames.get(code);
    if (rename === undefined) {
      changes.push({ ...codeRemoved(pair, code, match), candidate: questions.get(code) ?? null });
    } else {
      changes.push(codeRenamed(pair, rename));
      for (const to of rename.to) remember(oldNames, to, () => []).push(code);
    }
  }
  for (const code of came) {
    if (Object.hasOwn(retired, code)) changes.push(codeReintroduced(pair, code));
    else if (!oldNames.has(code)) changes.push(codeAdded(pair.after, code));
  }
  return { pair, kept, oldNames, renamed: new Set(renames.keys()), changes };
}

function codeRenamed(pair: CatalogPair, rename: Rename): Change {
  const { from, ...said } = rename;
  const [to] = rename.to;
  return change("code-renamed", {
    catalog: pair.before.catalog.name,
    code: from,
    ...said,
    ...shows(pair.before, from),
    site: (to === undefined ? null : codeSite(pair.after, to)) ?? listSite(pair.after),
    beforeSite: codeSite(pair.before, from),
  });
}
