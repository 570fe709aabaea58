import { html } from "../../report/escape/html.js";
import { count } from "../../report/words.js";
import type { Page, PageCatalog } from "../page.js";
import { matrix } from "../picture/matrix.js";
import { sign } from "../picture/signs.js";
import { element } from "../picture/svg.js";
import { timeline } from "../picture/timeline.js";

/** Shapes that the page uses in many places. */
export const shapes = `<svg width="0" height="0" aria-hidden="true" focusable="false" class="unseen"><defs>
<pattern id="_hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6"/></pattern>
<symbol id="_link" viewBox="0 0 16 16"><path d="M6.5 9.5a3 3 0 0 0 4.3 0l2.3-2.3a3 3 0 0 0-4.3-4.3L7.7 4M9.5 6.5a3 3 0 0 0-4.3 0L2.9 8.8a3 3 0 0 0 4.3 4.3L8.3 12"/></symbol>
</defs></svg>`;

/** What a list cannot show, catalog by catalog. */
export function pictures({ catalogs }: Page): string {
  return catalogs
    .map((catalog, at) => {
      const name = catalogs.length > 1 ? ` of ${catalog.name}` : "";
      return overReleases(catalog, at + 1, name) + byStatus(catalog, at + 1, name);
    })
    .join("\n");
}

function overReleases(catalog: PageCatalog, number: number, name: string): string {
  const drawn = timeline(`_timeline-${number}`, catalog);
  if (drawn === null) return "";
  const rest =
    drawn.omitted > 0 ? `<p class="aside">${count(drawn.omitted, "more line")} not drawn.</p>` : "";
  return `<div class="picture"><h2>Codes over releases${html(name)}</h2>
${legend(drawn.kinds)}${scroll("timeline", `Codes over releases${name}`, drawn.svg)}${rest}</div>`;
}

function byStatus(catalog: PageCatalog, number: number, name: string): string {
  const drawn = matrix(`_matrix-${number}`, catalog);
  if (drawn === null) return "";
  const rest =
    drawn.omitted > 0 ? `<p class="aside">${count(drawn.omitted, "more operation")} not drawn.</p>` : "";
  return `<div class="picture"><h2>Operations by status${html(name)}</h2>
<p class="aside">A filled box: so many codes are known to come. A dashed one: by its status it may be any of so many.</p>
<details><summary>Show ${count(catalog.operations.length, "operation")}</summary>${scroll("matrix", `Operations by status${name}`, drawn.svg)}${rest}</details></div>`;
}

/** A picture that is wider than a phone scrolls alone, by keyboard too. */
function scroll(kind: "timeline" | "matrix", label: string, svg: string): string {
  return `<div class="scroll ${kind}" role="region" tabindex="0" aria-label="${html(label)}">${svg}</div>`;
}

const signs = {
  born: "in the contract",
  deprecated: "deprecated",
  renamed: "renamed or replaced",
  retired: "retired",
  coming: "not released yet",
} as const;

function legend(kinds: ReadonlySet<string>): string {
  const items = (Object.keys(signs) as (keyof typeof signs)[])
    .filter((kind) => kinds.has(kind))
    .map((kind) => `<li>${sample(kind)}${signs[kind]}</li>`);
  return `<ul class="legend">${items.join("")}</ul>`;
}

function sample(kind: keyof typeof signs): string {
  const bar = (name: string) => element("rect", { x: 8, y: 4, width: 24, height: 8, class: name });
  const drawn =
    kind === "coming"
      ? bar("coming")
      : (kind === "born" ? bar("bar") : kind === "deprecated" ? bar("fading") : "") +
        sign({ kind, to: [] }, 8, 8);
  return element("svg", { viewBox: "0 0 34 16", "aria-hidden": "true" }, drawn);
}
