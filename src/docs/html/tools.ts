import { html } from "../../report/escape/html.js";
import { count } from "../../report/words.js";
import type { Lifecycle } from "../page.js";
import { statusWords } from "../words.js";
import type { Section } from "./sections.js";

const lifecycles: Readonly<Record<Lifecycle, string>> = {
  active: "Active",
  unreleased: "New",
  deprecated: "Deprecated",
  retired: "Retired",
};

/** Search and filters. Hidden until the script that serves them runs. */
export function tools(sections: readonly Section[]): string {
  const codes = sections.flatMap((section) => section.codes);
  const statuses = [...new Set(codes.flatMap((code) => code.statuses))].sort();
  const lives = (Object.keys(lifecycles) as Lifecycle[]).filter((life) =>
    codes.some((code) => code.lifecycle === life),
  );
  const all = html(count(codes.length, "code"));
  return `<div class="tools" hidden><div class="wrap"><form id="_filter" role="search" aria-label="Error codes">
<label class="search"><span>Search</span><input type="search" id="_search" autocomplete="off" spellcheck="false" placeholder="Code, words, status or operation ( / )"></label>
${choice("group", "Group", "All groups", sections.length > 1 ? sections.map(({ id, title }) => [id, title]) : [])}
${choice(
  "status",
  "Status",
  "Any status",
  statuses.map((status) => [status, [status, statusWords(status)].filter(Boolean).join(" ")]),
)}
${choice("life", "Lifecycle", "Any lifecycle", lives.length > 1 ? lives.map((life) => [life, lifecycles[life]]) : [])}
<div class="found"><p class="tally" id="_tally" role="status" data-all="${all}">${all}</p><button type="reset" class="plain" id="_clear" hidden>Clear</button></div>
</form></div></div>`;
}

/** A list to choose from; nothing where there is no choice. */
function choice(
  name: string,
  label: string,
  all: string,
  options: readonly (readonly [value: string, label: string])[],
): string {
  if (options.length === 0) return "";
  const items = options.map(([value, words]) => `<option value="${html(value)}">${html(words)}</option>`);
  return `<label class="choice"><span>${label}</span><select name="${name}" aria-label="${label}"><option value="">${all}</option>${items.join("")}</select></label>`;
}
