import { createHash } from "node:crypto";
import type { Report } from "../contract/report.js";
import { html, htmlCode, htmlProse } from "./escape/html.js";
import { problemArticle, specSection } from "./html/spec.js";
import { css } from "./html/style.js";
import type { RenderOptions } from "./options.js";
import { asideWords, tallyWords, verdictWords } from "./words.js";

/**
 * One page that needs nothing else: no script, no request, dark and light. Its policy (CSP Level 3) allows the one style
 * sheet by its hash, so that markup from a spec could not load or style anything even if it got in.
 */
export function render(report: Report, options: RenderOptions): string {
  const hash = createHash("sha256").update(css).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  const verdict = verdictWords(report);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>errlock: ${html(verdict)}</title>
<style>${css}</style>
</head>
<body>
<header class="${report.result === "pass" ? "holds" : "broken"}">
<h1>${html(verdict[0]?.toUpperCase() ?? "")}${html(verdict.slice(1))}</h1>
${numbers(report)}
<p class="run">errlock ${html(report.command)}, judged on <time>${html(report.now)}</time>${against(report)}</p>
</header>
<main>
${filter(report)}
${report.error ? `${problemArticle(report.error)}\n` : ""}${report.specs.map((spec) => specSection(spec, options)).join("\n")}
</main>
<footer><p>Made by errlock ${html(report.tool.version)}.</p></footer>
</body>
</html>
`;
}

function numbers(report: Report): string {
  const parts = [...tallyWords(report), ...asideWords(report)];
  return parts.length === 0 ? "" : `<p class="numbers">${htmlProse(parts.join(" · "))}</p>`;
}

function against({ against: base }: Report): string {
  return base === null ? "" : ` against ${htmlCode(base.ref)} (${htmlCode(base.commit.slice(0, 12))})`;
}

/** Check boxes that hide what is less than an error; the style sheet does the work. */
function filter({ summary }: Report): string {
  if (summary.warnings + summary.infos === 0) return "";
  const boxes = (["error", "warn", "info"] as const).map(
    (level) => `<label><input type="checkbox" id="show-${level}" checked> ${labels[level]}</label>`,
  );
  return `<fieldset class="filter"><legend>Show</legend>${boxes.join("\n")}</fieldset>`;
}

const labels = { error: "errors", warn: "warnings", info: "infos" } as const;
