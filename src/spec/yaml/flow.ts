import { mapping, scalar, sequence } from "../outline.js";
import { colon, isGap, question, ScanStop } from "./cursor.js";
import { type Head, type Key, noHead, type Scanner } from "./scanner.js";

/** Reads `[…]` or `{…}`, if one starts here. */
export function flowCollection(scanner: Scanner, indent: number, head: Head): boolean {
  const { cursor, outline } = scanner;
  const opening = cursor.peek();
  if (opening !== 0x5b && opening !== 0x7b) return false;
  const node = scanner.open(opening === 0x7b ? mapping : sequence, cursor.at, head);
  cursor.at++;
  for (;;) {
    cursor.skipSpace(true);
    // Both closing brackets stand two behind their opening ones.
    if (cursor.peek() === opening + 2) break;
    if (opening === 0x7b) entry(scanner, indent, node);
    else item(scanner, indent);
    cursor.skipSpace(true);
    if (cursor.peek() === 0x2c) cursor.at++;
    else if (cursor.peek() !== opening + 2) throw new ScanStop();
  }
  cursor.at++;
  cursor.tokenEnd = cursor.at;
  outline.close(node, cursor.at);
  return true;
}

/**
 * Reads what may be a key; the cursor stands behind the `:` then. `pair` tells whether one follows, and a value may.
 * Its nodes are the caller's to keep or take back.
 */
function key(scanner: Scanner, indent: number): Key & { readonly pair: boolean } {
  const { cursor } = scanner;
  const explicit = cursor.peek() === question && isGap(cursor.peek(1));
  if (explicit) {
    cursor.at++;
    cursor.skipSpace(true);
  }
  const { line } = cursor;
  const found = scanner.key(indent, "flow-in", false);
  cursor.skipSpace(true);
  const pair = (explicit || cursor.line === line) && cursor.peek() === colon;
  if (pair) {
    cursor.at++;
    cursor.tokenEnd = cursor.at;
    cursor.skipSpace(true);
  }
  return { ...found, pair: pair || explicit };
}

function entry(scanner: Scanner, indent: number, parent: number): void {
  const { size } = scanner.outline;
  const { start, end, pair } = key(scanner, indent);
  scanner.truncate(size);
  value(scanner, indent, parent, start, end, pair);
}

/** An item of a list; `[a: b]` is a list of one mapping. */
function item(scanner: Scanner, indent: number): void {
  const { outline, cursor } = scanner;
  const { size } = outline;
  const { start, end, pair } = key(scanner, indent);
  if (!pair) return;
  scanner.truncate(size);
  const node = scanner.open(mapping, start, noHead);
  value(scanner, indent, node, start, end, pair);
  outline.close(node, cursor.tokenEnd);
}

function value(
  scanner: Scanner,
  indent: number,
  parent: number,
  start: number,
  end: number,
  pair: boolean,
): void {
  scanner.value(parent, start, end, (head) => {
    if (pair) scanner.node(indent, "flow-in", false, true, head);
    else scanner.add(scalar, end, end, head);
  });
}
