import type { CatalogSummary, SpecReport } from "../../contract/report.js";
import { html } from "../escape/html.js";
import { count } from "../words.js";

/** A catalog as one bar: how much of it is kept, added, renamed and removed. The words below say the same. */
export function overview(catalog: CatalogSummary, { changes }: SpecReport): string {
  const own = changes.filter((change) => change.catalog === catalog.name);
  const number = (kind: string) => own.filter((change) => change.kind === kind).length;
  const targets = new Set(own.flatMap((change) => (change.kind === "code-renamed" ? change.to : [])));
  const parts = {
    kept: Math.max(0, catalog.codes - number("code-added") - targets.size),
    added: number("code-added"),
    renamed: number("code-renamed"),
    removed: number("code-removed"),
  };
  const { kept, added, renamed, removed } = parts;
  if (added + renamed + removed === 0) return "";
  const words = `${html(catalog.name)}: ${kept} kept, ${added} added, ${renamed} renamed, ${removed} removed of ${count(kept + renamed + removed, "code")}`;
  return `<figure><svg viewBox="0 0 1000 24" preserveAspectRatio="none" role="img" aria-label="${words}">${bars(parts)}</svg><figcaption>${words}</figcaption></figure>`;
}

/** Renamed and removed parts are crossed with lines, so that colour is not the only sign. */
function bars(parts: Readonly<Record<string, number>>): string {
  const total = Object.values(parts).reduce((sum, size) => sum + size, 0);
  let x = 0;
  return Object.entries(parts)
    .filter(([, size]) => size > 0)
    .map(([name, size]) => {
      const width = (size / total) * 1000;
      const bar = `<rect class="${name}" x="${x.toFixed(1)}" y="0" width="${Math.max(width - 2, 1).toFixed(1)}" height="24"/>`;
      const lines = name === "renamed" ? ["12"] : name === "removed" ? ["8", "16"] : [];
      const crossed = lines.map(
        (y) =>
          `<line class="ground" stroke-width="3" x1="${x.toFixed(1)}" y1="${y}" x2="${(x + width).toFixed(1)}" y2="${y}"/>`,
      );
      x += width;
      return bar + crossed.join("");
    })
    .join("");
}
