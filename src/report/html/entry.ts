import type { Entry } from "../entries.js";
import { html, htmlCode, htmlProse } from "../escape/html.js";
import { excerpt } from "../excerpt.js";
import { type RenderOptions, ruleInfo } from "../options.js";
import { fails, type Item, isChange } from "../standing.js";
import { count, reachWords, renameWords } from "../words.js";
import { codeFrame } from "./frame.js";
import { renamedCodes } from "./renamed.js";

const marks = { error: "✖", warn: "▲", info: "●", off: "" } as const;

/** One entry: heading, place, the lines with what is meant marked, what is known, and the commands. */
export function entryArticle(entry: Entry, options: RenderOptions): string {
  const { first, level, id } = entry;
  const info = ruleInfo(options, id);
  return [
    `<article class="${level}">`,
    `<h3><span class="badge">${marks[level]} ${level} ${html(id)}</span>${title(entry)}</h3>`,
    place(first),
    lines(entry),
    list(entry),
    ...known(entry).map((line) => `<p class="evidence">${htmlProse(line)}</p>`),
    ...(info && level !== "info" ? [info.why, info.fix] : []).map((line) =>
      line === "" ? "" : `<p>${htmlProse(line)}</p>`,
    ),
    fails(level, options.failOn) ? commands(entry) : "",
    "</article>",
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function lines({ first: { location, snippet }, items }: Entry): string {
  if (location === null || snippet === null) return "";
  const alike = items.flatMap((item) => (item.location?.file === location.file ? [item.location] : []));
  return codeFrame(alike, excerpt(alike, snippet));
}

function title({ first, items, pattern, cause }: Entry): string {
  if (items.length > 1) {
    if (pattern) return `${renamedCodes(pattern.from, [pattern.to])} in ${count(items.length, "code")}`;
    return `${htmlProse(cause ?? "")} (${count(items.length, isChange(first) ? "change" : "place")})`;
  }
  return isChange(first) && first.to.length > 0
    ? renamedCodes(first.code ?? "", first.to)
    : htmlProse(first.message);
}

function place({ location }: Item): string {
  return location ? `<p>${htmlCode(`${location.file}:${location.line}:${location.column}`)}</p>` : "";
}

function list({ items, pattern, cause }: Entry): string {
  if (items.length === 1) return "";
  const rows = items.map((item) => {
    if (isChange(item)) {
      return `<li>${item.to.length > 0 ? renamedCodes(item.code ?? "", item.to) : htmlProse(item.message)}</li>`;
    }
    const text = cause === null ? htmlProse(item.message) : htmlCode(item.at);
    return `<li>${text}${item.location ? ` ${htmlCode(`${item.location.file}:${item.location.line}`)}` : ""}</li>`;
  });
  const all = `<ul>${rows.join("")}</ul>`;
  return pattern ? all : `<details><summary>${count(items.length, "place")}</summary>${all}</details>`;
}

function known({ first, items }: Entry): string[] {
  if (!isChange(first)) return [];
  const reach = items.length === 1 ? reachWords(first, false) : null;
  const bump = first.bump === "none" ? null : `demands a ${first.bump} version`;
  return [reach, renameWords(first), bump].filter((line) => line !== null);
}

function commands({ items }: Entry): string {
  const all = [...new Set(items.flatMap(({ remedy }) => remedy))];
  if (all.length === 0) return "";
  const block = `<pre tabindex="0"><code>${all.map(html).join("\n")}</code></pre>`;
  return all.length > 3
    ? `<details><summary>Make it lawful: ${count(all.length, "command")}</summary>${block}</details>`
    : `<p>To make it lawful:</p>${block}`;
}
