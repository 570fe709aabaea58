import type { SpecError, SpecReport } from "../../contract/report.js";
import { entriesOf } from "../entries.js";
import { html, htmlCode, htmlProse } from "../escape/html.js";
import type { RenderOptions } from "../options.js";
import { idOf } from "../standing.js";
import { acceptedOf, catalogWords, problemWords, scopeWords, subjectOf, versionWords } from "../words.js";
import { entryArticle } from "./entry.js";
import { overview } from "./overview.js";

/** One spec of the page. */
export function specSection(spec: SpecReport, options: RenderOptions): string {
  const entries = entriesOf(spec, options.verbose);
  return [
    `<section><h2>${htmlCode(spec.spec)}</h2>`,
    ...(spec.error
      ? [problemArticle(spec.error)]
      : [scope(spec), ...spec.catalogs.map((catalog) => overview(catalog, spec))]),
    ...entries.map((entry) => entryArticle(entry, options)),
    accepted(spec),
    "</section>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Why something could not be judged. */
export function problemArticle(error: SpecError): string {
  return `<article class="error"><h3><span class="badge">✖ ${html(error.code)}</span>${htmlProse(problemWords(error))}</h3><p>${htmlProse(error.hint)}</p></article>`;
}

function scope(spec: SpecReport): string {
  const version = versionWords(spec.version);
  const notes = [...(version === null ? [] : [version]), ...spec.notes, ...catalogWords(spec)];
  return [
    `<p class="scope">${htmlProse(scopeWords(spec))}</p>`,
    ...notes.map((note) => `<p class="note">${htmlProse(note)}</p>`),
  ].join("\n");
}

function accepted(spec: SpecReport): string {
  const items = acceptedOf(spec);
  if (items.length === 0) return "";
  const rows = items.map((item) => {
    const { reason = "", owner, until, correction, new: fresh } = item.accepted ?? {};
    const marks = [...(fresh ? ["<strong>new</strong>"] : []), ...(correction ? ["correction"] : [])].join(
      ", ",
    );
    const what = `${htmlCode(idOf(item))} ${htmlCode(subjectOf(item))} ${marks}`;
    return `<tr><td>${what}</td><td>${html(reason)}</td><td>${html(owner ?? "")}</td><td>${html(until ?? "")}</td></tr>`;
  });
  const head =
    '<tr><th scope="col">What</th><th scope="col">Reason</th><th scope="col">Owner</th><th scope="col">Until</th></tr>';
  return `<details open><summary>${items.length} accepted</summary><table><thead>${head}</thead><tbody>${rows.join("")}</tbody></table></details>`;
}
