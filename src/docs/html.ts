import { createHash } from "node:crypto";
import { html, htmlCode, htmlProse } from "../report/escape/html.js";
import { pictures, shapes } from "./html/pictures.js";
import { pageScript, themeScript } from "./html/script.js";
import { catalogSections, navigation, sectionsOf } from "./html/sections.js";
import { css } from "./html/style.js";
import { tools } from "./html/tools.js";
import type { Page } from "./page.js";
import { oneLine, sizeWords, title } from "./words.js";

/**
 * The page in one file that needs nothing else: no request, dark and light, and the whole list without a script. Its policy
 * (CSP Level 3) names style sheet and scripts by their hashes, so that markup out of a spec could do nothing even if it got in.
 */
export function render(page: Page): string {
  const sections = sectionsOf(page);
  const nav = navigation(sections);
  const heading = html(title(page.api));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${html(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${heading}</title>
<style>${css}</style>
<script>${themeScript}</script>
</head>
<body>
<a class="skip" href="#_codes">Skip to the codes</a>
${shapes}
<header class="wrap top">
<div class="row"><h1>${heading}</h1><button type="button" id="_theme" class="plain" hidden>Theme</button></div>
<p class="numbers">${numbers(page)}</p>
<div class="lead">${page.introduction.map((paragraph) => `<p>${htmlProse(oneLine(paragraph))}</p>`).join("")}</div>
</header>
${sections.length === 0 ? "" : tools(sections)}
<div class="wrap body${nav === "" ? "" : " has-groups"}">
${nav}
<main id="_codes" tabindex="-1"${sections.reduce((sum, { codes }) => sum + codes.length, 0) > many ? ' class="many"' : ""}>
${catalogSections(page, sections)}
<p class="none" id="_none" hidden>No code matches. <button type="button" class="plain" id="_again">Show all</button></p>
${pictures(page)}
</main>
</div>
<footer><div class="wrap"><p>${origin(page)}</p></div></footer>
<p class="unseen" id="_said" role="status"></p>
${sections.length === 0 ? "" : `<script>${pageScript}</script>`}
</body>
</html>
`;
}

/** With more codes than these, what is out of sight is laid out when it comes into sight. */
const many = 200;

const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const policy = [
  "default-src 'none'",
  `style-src ${hash(css)}`,
  `script-src ${hash(themeScript)} ${hash(pageScript)}`,
  "img-src data:",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

function numbers({ version, baseline, catalogs }: Page): string {
  const released = baseline !== null && baseline !== version ? `last release ${baseline}` : null;
  return [version === null ? null : `Version ${version}`, released, ...catalogs.map(sizeWords)]
    .filter((part) => part !== null)
    .map(html)
    .join(" · ");
}

function origin({ spec }: Page): string {
  return `Generated${spec === null ? "" : ` from ${htmlCode(spec)}`} by <code>errlock docs</code>.`;
}
