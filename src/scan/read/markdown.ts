import type { Candidate, Slot } from "../mention.js";

/** Reads a text in some preset's way; null: there is no such. */
export type ReadFence = (text: string, language: string) => readonly Candidate[] | null;

const span = /(`{1,16})\s?([^`\n]+?)\s?\1|<code>([^<\n]+)<\/code>|\*\*([^*\n]+)\*\*/g;
const marks = /^(?:[`*\s]|<code>)*/;
const word = /[\p{L}\p{N}](?:[\p{L}\p{N}_.:/-]*[\p{L}\p{N}])?/gu;

/** Reads Markdown (GFM): cells of tables, items of lists, headings, code spans, and what stands in fences. */
export function readMarkdown(text: string, readFence: ReadFence): Candidate[] {
  const found: Candidate[] = [];
  let fence: { readonly mark: string; readonly language: string; readonly start: number } | null = null;
  let section = 0;
  let table = 0;
  let wasRow = false;
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0];
    const mark = /^\s*(`{3,}|~{3,})\s*([\w-]*)/.exec(line);
    if (fence !== null) {
      if (mark?.[1]?.startsWith(fence.mark) !== true) continue;
      const { start, language } = fence;
      const inside = readFence(text.slice(start, match.index), language) ?? [];
      for (const each of inside) found.push(moved(each, start));
      fence = null;
      continue;
    }
    if (mark !== null) {
      fence = { mark: mark[1] ?? "", language: mark[2] ?? "", start: match.index + line.length };
      continue;
    }
    const heading = /^(#{1,6})\s/.exec(line);
    if (heading !== null) section += 1;
    const isRow = /^\s*\|/.test(line);
    if (isRow && !wasRow) table += 1;
    wasRow = isRow;
    if (isRow) {
      const next = text.slice(match.index + line.length + 1, match.index + line.length + 200);
      if (/^\s*\|[\s:|-]+(?:\n|$)/.test(next)) continue;
      for (const each of cells(line, match.index, table)) found.push(each);
    } else {
      const item = /^\s*(?:[-*+]|\d+[.)])\s+/.exec(line);
      const head = heading ?? item;
      const kind = heading === null ? `list ${section}` : `heading ${heading[1]}`;
      const place = head === null ? null : { start: head[0].length, key: kind };
      for (const each of spans(line, match.index, place)) found.push(each);
    }
  }
  return found;
}

function moved({ text, start, end, slots }: Candidate, by: number): Candidate {
  const key = (slot: Slot) => (slot.kind === "group" ? { ...slot, key: `${by} ${slot.key}` } : slot);
  return { text, start: start + by, end: end + by, slots: slots.map(key) };
}

/** Each cell of a row: its spans, or all of it where it has none. */
function cells(line: string, start: number, table: number): Candidate[] {
  const found: Candidate[] = [];
  let at = line.indexOf("|") + 1;
  for (let column = 0; at < line.length; column++) {
    const next = /(?<!\\)\|/.exec(line.slice(at))?.index ?? line.length - at;
    const cell = line.slice(at, at + next);
    const slots: Slot[] = [{ kind: "group", key: `table ${table} ${column}` }];
    const inside = spansOf(cell, start + at);
    const trimmed = cell.trim();
    // Where a cell is prose, the code spans in it are asides.
    const isWhole =
      cell
        .replace(span, "")
        .replace(/<[^<>]*>|\b(?:or|and)\b/g, "")
        .replace(/[\s,;/]+/g, "") === "";
    for (const each of inside) found.push({ ...each, slots: isWhole ? slots : [] });
    if (inside.length === 0 && trimmed !== "") {
      const from = start + at + cell.indexOf(trimmed);
      found.push({ text: trimmed, start: from, end: from + trimmed.length, slots });
      for (const each of words(cell, start + at)) if (each.text !== trimmed) found.push(each);
    }
    at += next + 1;
  }
  return found;
}

function spans(line: string, start: number, head: { start: number; key: string } | null): Candidate[] {
  const inside = spansOf(line, start);
  // Before the first word of an item stand marks alone.
  const first =
    head === null ? -1 : start + head.start + (marks.exec(line.slice(head.start))?.[0].length ?? 0);
  const found = inside.map((each): Candidate => {
    const isHead = head !== null && each.start <= first;
    return { ...each, slots: isHead ? [{ kind: "group", key: head.key }] : [] };
  });
  const taken = new Set(inside.map((each) => each.start));
  const rest = head?.key.startsWith("heading") && inside.length === 0 ? line.slice(head.start).trim() : "";
  if (head !== null && rest !== "") {
    const from = start + line.indexOf(rest, head.start);
    taken.add(from);
    found.push({
      text: rest,
      start: from,
      end: from + rest.length,
      slots: [{ kind: "group", key: head.key }],
    });
  }
  return [...found, ...words(line, start).filter((each) => !taken.has(each.start))];
}

function spansOf(text: string, start: number): Candidate[] {
  return [...text.matchAll(span)].map((match) => {
    const inner = (match[2] ?? match[3] ?? match[4] ?? "").replace(/^`+|`+$/g, "");
    const from = start + match.index + match[0].indexOf(inner);
    return { text: inner, start: from, end: from + inner.length, slots: [] };
  });
}

function words(text: string, start: number): Candidate[] {
  return [...text.matchAll(word)].map((match) => ({
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
    slots: [],
  }));
}
