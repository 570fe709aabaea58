import type { TreeArray, TreeMember, TreeNode, TreeObject } from "../../tree/node.js";
import { applyCuts, type Cut, dashColumn, itemLines, lineEnd, lineStart } from "./lines.js";
import { blockLines, byIdentity, type Identity, jsonEntry, type NewAcceptance } from "./render.js";

/** Puts entries into the text of a config, each where it belongs by its order. */
export function addTo(
  text: string,
  file: string,
  root: TreeObject | null,
  entries: readonly NewAcceptance[],
  existing: readonly Identity[],
): string {
  const sorted = [...entries].sort(byIdentity);
  const accept = root?.members.find(({ key }) => key === "accept");
  if (root !== null && isFlow(text, root) && accept === undefined)
    return intoFlowRoot(text, file, root, sorted);
  if (accept === undefined) return atTheEnd(text, file, root, sorted);
  const { value } = accept;
  if (value.type === "array" && isFlow(text, value) && (value.items.length > 0 || /\.json$/i.test(file))) {
    return intoFlow(text, file, value, sorted);
  }
  if (value.type === "array" && !isFlow(text, value))
    return intoBlock(text, file, accept, value, sorted, existing);
  return underKey(text, file, accept, sorted);
}

export function isFlow(text: string, node: TreeNode): boolean {
  return text[node.start] === "[" || text[node.start] === "{";
}

function intoBlock(
  text: string,
  file: string,
  accept: TreeMember,
  list: TreeArray,
  entries: readonly NewAcceptance[],
  existing: readonly Identity[],
): string {
  const column = dashColumn(text, list);
  let next = 0;
  let [before, at] = [-1, 0];
  // Entries come sorted, so none belongs before the one that the last was put before
  const cuts = entries.map((entry): Cut => {
    for (let other = existing[next]; other !== undefined; other = existing[++next])
      if (byIdentity(entry, other) < 0) break;
    const item = next === existing.length ? list.items.length : next;
    // Many may belong before the same one, and long comments may stand behind the one above it
    if (item !== before) at = item === 0 ? lineEnd(text, accept.end) : itemLines(text, list, item - 1).end;
    before = item;
    return insert(text, at, lines(entry, file, column));
  });
  return applyCuts(text, cuts);
}

/** `accept:` without a value, or with an empty list. */
function underKey(text: string, file: string, accept: TreeMember, entries: readonly NewAcceptance[]): string {
  const { value, start } = accept;
  const column = start - lineStart(text, start) + 2;
  const put = entries.map((entry) => lines(entry, file, column)).join("");
  let space = 0;
  while (text[value.start - space - 1] === " ") space++;
  const emptied = value.end > value.start ? [{ start: value.start - space, end: value.end, put: "" }] : [];
  return applyCuts(text, [...emptied, insert(text, lineEnd(text, Math.max(accept.end, value.end)), put)]);
}

function atTheEnd(
  text: string,
  file: string,
  root: TreeObject | null,
  entries: readonly NewAcceptance[],
): string {
  if (/\.json$/i.test(file)) return `{\n  "accept": ${jsonList(entries, file)}\n}\n`;
  const column = root === null ? 0 : root.start - lineStart(text, root.start);
  const marker = /^\.\.\.[ \t]*\r?$/m.exec(text);
  const body = entries.map((entry) => lines(entry, file, column + 2)).join("");
  return applyCuts(text, [
    insert(text, marker?.index ?? text.length, `${" ".repeat(column)}accept:\n${body}`),
  ]);
}

function intoFlow(text: string, file: string, list: TreeArray, entries: readonly NewAcceptance[]): string {
  const last = list.items.at(-1);
  if (last === undefined)
    return applyCuts(text, [{ start: list.start, end: list.end, put: jsonList(entries, file) }]);
  const onOwnLine = text.slice(lineStart(text, last.start), last.start).trim() === "";
  const break_ = onOwnLine ? `\n${text.slice(lineStart(text, last.start), last.start)}` : " ";
  const put = entries.map((entry) => `,${break_}${jsonEntry(entry, file)}`).join("");
  return applyCuts(text, [{ start: last.end, end: last.end, put }]);
}

function intoFlowRoot(
  text: string,
  file: string,
  root: TreeObject,
  entries: readonly NewAcceptance[],
): string {
  const last = root.members.at(-1);
  const member = `"accept": ${jsonList(entries, file)}`;
  if (last === undefined)
    return applyCuts(text, [{ start: root.start, end: root.end, put: `{\n  ${member}\n}` }]);
  return applyCuts(text, [{ start: last.value.end, end: last.value.end, put: `,\n  ${member}` }]);
}

function jsonList(entries: readonly NewAcceptance[], file: string): string {
  return `[\n${entries.map((entry) => `    ${jsonEntry(entry, file)}`).join(",\n")}\n  ]`;
}

function lines(entry: NewAcceptance, file: string, column: number): string {
  return blockLines(entry, file)
    .map((line) => `${" ".repeat(column)}${line}\n`)
    .join("");
}

/** Whole lines, also behind a last line that has no end. */
function insert(text: string, at: number, put: string): Cut {
  const unfinished = at > 0 && text[at - 1] !== "\n";
  return { start: at, end: at, put: unfinished ? `\n${put}` : put };
}
