import { html, htmlCode, htmlProse } from "../../report/escape/html.js";
import { count } from "../../report/words.js";
import type { CodeLink, PageCode, PageReach } from "../page.js";
import { oneLine, sinceWords, statusWords } from "../words.js";

/** Up to so many operations stand open, more are folded. */
const few = 4;
/** More operations than these are listed at the first code that has them; others point there. */
const many = 40;

/** Long lists of operations that the page has already, with the code that they stand at. */
export type Listed = Map<readonly PageReach[], CodeLink>;

const badges = {
  active: null,
  unreleased: "New",
  deprecated: "Deprecated",
  retired: "Retired",
} as const;

/** One code of the list. `level` is that of its heading; `listed` is filled on the way. */
export function entry(code: PageCode, level: 3 | 4, listed: Listed): string {
  const badge = badges[code.lifecycle];
  return [
    `<li class="code ${code.lifecycle}" id="${html(code.anchor)}" data-life="${code.lifecycle}"${statusData(code)}>`,
    `<div class="what"><div class="name"><h${level}><a href="${fragment(code.anchor)}">${htmlCode(code.code)}</a></h${level}>`,
    badge === null ? "" : `<span class="badge">${badge}</span>`,
    `<button type="button" class="copy" aria-label="Copy link to ${html(code.code)}"><svg viewBox="0 0 16 16" aria-hidden="true"><use href="#_link"/></svg></button>`,
    "</div>",
    `<p>${htmlProse(oneLine(code.description))}</p>`,
    ...code.messages.map((message) => `<p><q>${html(oneLine(message))}</q></p>`),
    ...advice(code).map((sentence) => `<p>${sentence}</p>`),
    "</div>",
    facts(code),
    from(code, listed),
    "</li>",
  ]
    .filter((part) => part !== "")
    .join("");
}

function statusData({ statuses }: PageCode): string {
  return statuses.length === 0 ? "" : ` data-status="${html(statuses.join(" "))}"`;
}

/** What to do about a code that is going or gone. */
function advice({ deprecated, retired, replacedBy }: PageCode): string[] {
  const use = replacedBy.length === 0 ? "" : ` Use ${replacedBy.map(codeLink).join(" or ")} instead.`;
  if (retired !== null)
    return [`No longer sent since ${html(retired.version)}: ${htmlProse(oneLine(retired.reason))}.${use}`];
  if (deprecated === null) return use === "" ? [] : [use.trim()];
  const since = deprecated.since === null ? "" : ` since ${html(deprecated.since)}`;
  const sunset = deprecated.sunset === null ? "" : `; it may be gone from ${html(deprecated.sunset)}`;
  return [`Deprecated${since}${sunset}.${use}`];
}

function facts(code: PageCode): string {
  const since = sinceWords(code);
  const rows = [
    ...(code.statuses.length === 0 ? [] : [row("Status", code.statuses.map(status).join("<br>"))]),
    ...(since === null ? [] : [row("Since", html(since))]),
    ...(code.retired === null ? [] : [row("Retired", html(code.retired.version))]),
    ...(code.retryable === null ? [] : [row("Retry", code.retryable ? "may help" : "does not help")]),
  ];
  return rows.length === 0 ? "" : `<dl class="facts">${rows.join("")}</dl>`;
}

function row(term: string, words: string): string {
  return `<div><dt>${term}</dt><dd>${words}</dd></div>`;
}

function status(status: string): string {
  const words = statusWords(status);
  return `<b>${html(status)}</b>${words === null ? "" : ` ${words}`}`;
}

/** Where a code comes from: what the schemas or the examples of operations say, else what its status allows. */
function from(code: PageCode, listed: Listed): string {
  const { basis, operations, shownIn } = code;
  const reach = (list: readonly PageReach[], words: string, how: string) =>
    reachOf(list, words, how, code, listed);
  const lines =
    basis === "narrowed"
      ? [reach(operations, "Comes from", "")]
      : shownIn.length > 0
        ? [reach(shownIn, "Comes from", ", as examples show")]
        : basis === "status"
          ? [reach(operations, "Can come from", ", by its status")]
          : basis === "any"
            ? ['<p class="how">Any operation may answer with it.</p>']
            : [];
  return lines.length === 0 ? "" : `<div class="from">${lines.join("")}</div>`;
}

function reachOf(
  operations: readonly PageReach[],
  words: string,
  how: string,
  code: CodeLink,
  listed: Listed,
): string {
  const other = listed.get(operations);
  if (other !== undefined) {
    return `<p class="how">${words} the same ${operations.length} operations as ${codeLink(other)}${how}.</p>`;
  }
  if (operations.length > many) listed.set(operations, code);
  const items = operations
    .map(
      ({ operation, statuses }) =>
        `<li>${htmlCode(operation)} <span class="how">${html(statuses.join(", "))}</span></li>`,
    )
    .join("");
  if (operations.length <= few) return `<p class="how">${words}${how}:</p><ul>${items}</ul>`;
  return `<details><summary>${words} ${count(operations.length, "operation")}${how}</summary><ul>${items}</ul></details>`;
}

function codeLink({ code, anchor }: CodeLink): string {
  return anchor === null ? htmlCode(code) : `<a href="${fragment(anchor)}">${htmlCode(code)}</a>`;
}

/** The address of an anchor within the page. */
function fragment(anchor: string): string {
  return `#${encodeURIComponent(anchor)}`;
}
