import type { Entry } from "../entries.js";
import { code, prose } from "../escape/markdown.js";
import { headline, row } from "../headline.js";
import { type Item, isChange } from "../standing.js";
import { count, renameWords } from "../words.js";

const marks = { error: "❌", warn: "⚠️", info: "ℹ️", off: "" } as const;

/** Of a folded entry, so many places and commands are shown. */
const shown = 20;

/** A cell longer than this is cut: a table is for reading. */
const longest = 1000;

/** One row of a spec's table. */
export function entryRow(entry: Entry): string {
  const { first, level, id } = entry;
  const place = first.location ? code(`${first.location.file}:${first.location.line}`) : "";
  return `| ${marks[level]} | ${[`**${code(id)}** ${text(headline(entry))}`, ...list(entry), ...evidence(first)].join("<br>")} | ${place} |`;
}

/** The commands that would make an entry lawful, as many as it shows places. */
export function commandsOf({ items }: Entry): string[] {
  const commands = [...new Set(items.flatMap(({ remedy }) => remedy))];
  const rest = commands.length - shown;
  return rest > 0 ? [...commands.slice(0, shown), `# and ${rest} more of this kind`] : commands;
}

function text(message: string): string {
  return prose(message.length > longest ? `${message.slice(0, longest)}…` : message);
}

function list({ items, pattern, cause }: Entry): string[] {
  if (items.length === 1) return [];
  const lines = items.slice(0, shown).map((item) => {
    const line = text(row(item, cause));
    return isChange(item) || !item.location ? line : `${line} line ${item.location.line}`;
  });
  const rest = items.length - lines.length;
  const all = [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join("<br>");
  if (pattern) return [all];
  return [`<details><summary>${count(items.length, "place")}</summary>${all}</details>`];
}

function evidence(item: Item): string[] {
  const words = isChange(item) ? renameWords(item) : null;
  return words === null ? [] : [`<sub>${prose(words)}</sub>`];
}
