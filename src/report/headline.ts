import type { Entry } from "./entries.js";
import { type Item, isChange } from "./standing.js";
import { count } from "./words.js";

/** An entry in one line, its codes in backticks. `arrow` stands between the old and the new name. */
export function headline({ first, items, pattern, cause }: Entry, arrow = "→"): string {
  if (items.length === 1) return row(first, null, arrow);
  if (pattern) return `\`${pattern.from}\` ${arrow} \`${pattern.to}\` in ${count(items.length, "code")}`;
  if (isChange(first)) return first.code === null ? `${items.length} changes` : count(items.length, "code");
  return cause === null ? `${items.length} findings of this rule` : `${cause} (${items.length} places)`;
}

/** One item of an entry in one line: a rename as its names, a finding of a known cause as its place. */
export function row(item: Item, cause: string | null, arrow = "→"): string {
  if (!isChange(item)) return cause === null ? item.message : `\`${item.at}\``;
  if (item.to.length === 0) return item.message;
  return `\`${item.code ?? ""}\` ${arrow} ${item.to.map((name) => `\`${name}\``).join(" + ")}`;
}
