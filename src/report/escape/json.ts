import { inPieces } from "../pieces.js";

// What JSON.stringify lets through and a terminal or a CI log would act on or hide. Such characters stand only inside
// strings, where an escape means the same.
const acting = /[\x7f-\x9f\p{DI}\p{Bidi_C}\p{Zl}\p{Zp}\p{NChar}]|##(?=\[|vso\[)/giu;

/** Most JSON holds none of them, and this is found out many times faster. The ellipsis stands in every remedy. */
const suspect = /[^\n\x20-\x7e…]|##/;

/** JSON of two spaces' indent with a newline at its end, inert where it is printed, equal when it is parsed. */
export function json(value: unknown): string {
  return `${inert(JSON.stringify(value, null, 2))}\n`;
}

/** How deep the lists of a report lie whose items are written a few at a time. */
const itemDepth = 4;

/** Items that are written at a time. */
const some = 50;

/**
 * The same in pieces, for reports whose text as a whole would take more memory than all else.
 *
 * @param value plain data: no `undefined` in lists, no `toJSON`; a long list may be any iterable
 * @param depth how deep the items of the long lists lie
 */
export function* jsonPieces(value: unknown, depth = itemDepth): Generator<string> {
  for (const piece of inPieces(written(value, 0, depth))) yield inert(piece);
  yield "\n";
}

/** Items that are made when they are written. */
export function* lazily<Item, Made>(items: Iterable<Item>, make: (item: Item) => Made): Generator<Made> {
  for (const item of items) yield make(item);
}

/** @param level how deep the value itself lies */
function* written(value: unknown, level: number, depth: number): Generator<string> {
  const line = lineAt(level);
  if (level === depth || typeof value !== "object" || value === null) {
    yield JSON.stringify(value, null, 2).replaceAll("\n", line);
    return;
  }
  const isList = Symbol.iterator in value;
  const open = isList ? "[" : "{";
  let between = open;
  if (isList && level === depth - 1) {
    for (const items of groupsOf(value as Iterable<unknown>)) {
      yield `${between}${line}  ${itemsAt(level, items)}`;
      between = ",";
    }
  } else {
    for (const [key, member] of Object.entries(value)) {
      if (member === undefined) continue;
      yield `${between}${line}  ${isList ? "" : `${JSON.stringify(key)}: `}`;
      yield* written(member, level + 1, depth);
      between = ",";
    }
  }
  yield `${between === open ? open : line}${isList ? "]" : "}"}`;
}

function lineAt(level: number): string {
  return `\n${"  ".repeat(level)}`;
}

function* groupsOf(items: Iterable<unknown>): Generator<unknown[]> {
  let group: unknown[] = [];
  for (const item of items) {
    group.push(item);
    if (group.length < some) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

/** What stands between the brackets of a list that lies so deep. Lists around it make JSON.stringify indent it so. */
function itemsAt(level: number, items: unknown[]): string {
  let around: unknown = items;
  for (let depth = 0; depth < level; depth++) around = [around];
  // Around it stand, for each list, a bracket, a line break and the indent: of what is inside before, its own behind.
  const [before, behind] = [(level + 1) * (level + 4), (level + 1) * (level + 2)];
  return JSON.stringify(around, null, 2).slice(before, -behind);
}

function inert(text: string): string {
  if (!suspect.test(text)) return text;
  return text.replace(acting, (found) =>
    found === "##" ? "#\\u0023" : Array.from({ length: found.length }, (_, i) => unit(found, i)).join(""),
  );
}

function unit(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`;
}
