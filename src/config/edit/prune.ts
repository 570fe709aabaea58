import type { TreeArray, TreeMember, TreeNode, TreeObject } from "../../tree/node.js";
import { isFlow } from "./add.js";
import { applyCuts, type Cut, commentsAbove, dashColumn, itemLines } from "./lines.js";

/**
 * Takes codes and entries out of the text of a config. The comments of an entry go with it: those in its lines, and
 * those right above it; not those right under `accept:`, which may be about all of them.
 *
 * @param drop per entry: `true` for all of it, else the codes of its `codes` to take out
 */
export function pruneFrom(
  text: string,
  root: TreeObject,
  drop: ReadonlyMap<number, true | ReadonlySet<string>>,
): string {
  const member = root.members.find(({ key }) => key === "accept");
  const list = member?.value;
  if (member === undefined || list?.type !== "array") return text;
  const whole = new Set([...drop].filter(([, what]) => what === true).map(([index]) => index));
  const all = whole.size === list.items.length && !isFlow(text, list);
  const cuts = all ? [emptied(text, member, list)] : without(text, list, whole, true);
  for (const [index, what] of drop) {
    const item = list.items[index];
    const codes =
      item?.type === "object" ? item.members.find(({ key }) => key === "codes")?.value : undefined;
    if (what === true || codes?.type !== "array") continue;
    const gone = codes.items.flatMap((code, at) => (what.has(wordOf(code)) ? [at] : []));
    cuts.push(...without(text, codes, new Set(gone), false));
  }
  return applyCuts(text, cuts);
}

function wordOf(node: TreeNode): string {
  if (node.type !== "scalar") return "";
  return typeof node.value === "string" ? node.value : node.source;
}

function without(text: string, list: TreeArray, gone: ReadonlySet<number>, comments: boolean): Cut[] {
  if (gone.size === 0) return [];
  if (isFlow(text, list)) return withoutInFlow(text, list, gone);
  const column = dashColumn(text, list);
  return [...gone].map((index) => {
    const { start, end } = itemLines(text, list, index);
    return { start: comments && index > 0 ? commentsAbove(text, start, column) : start, end, put: "" };
  });
}

/** A block list of nothing is written `[]`: behind its key, or below where comments stand between the two. */
function emptied(text: string, key: TreeMember, list: TreeArray): Cut {
  const { end } = itemLines(text, list, list.items.length - 1);
  const between = text.slice(key.end, list.start);
  if (/^:?\s*$/.test(between)) {
    return { start: key.end + (between.startsWith(":") ? 1 : 0), end, put: " []\n" };
  }
  const indent = " ".repeat(Math.max(dashColumn(text, list), 2));
  return { start: list.start - dashColumn(text, list), end, put: `${indent}[]\n` };
}

/** What stays is joined again with what stood between: each item that goes takes the comma behind it, the last ones the one before. */
function withoutInFlow(text: string, list: TreeArray, gone: ReadonlySet<number>): Cut[] {
  const kept = list.items.flatMap((_, index) => (gone.has(index) ? [] : [index]));
  const lastKept = kept.at(-1);
  const first = list.items[0];
  const last = list.items.at(-1);
  if (first === undefined || last === undefined) return [];
  if (lastKept === undefined) {
    const around = text.slice(list.start + 1, first.start) + text.slice(last.end, list.end - 1);
    const all = /^[\s,]*$/.test(around);
    return [
      all ? { start: list.start, end: list.end, put: "[]" } : { start: first.start, end: last.end, put: "" },
    ];
  }
  const cuts: Cut[] = [];
  for (const index of gone) {
    const [item, next] = [list.items[index], list.items[index + 1]];
    if (index < lastKept && item !== undefined && next !== undefined) {
      cuts.push({ start: item.start, end: next.start, put: "" });
    }
  }
  const end = list.items[lastKept]?.end ?? last.end;
  if (end < last.end) cuts.push({ start: end, end: last.end, put: "" });
  return cuts;
}
