import { mapping, scalar, sequence } from "../outline.js";
import { colon, isBlank, isGap, minus, question, ScanStop } from "./cursor.js";
import { type Head, type Key, noHead, type Scanner } from "./scanner.js";

/** Reads a list of `- item` lines, if one starts here. */
export function blockSequence(scanner: Scanner, indent: number, head: Head): boolean {
  const { cursor, outline } = scanner;
  const atDash = () => cursor.peek() === minus && isGap(cursor.peek(1));
  if (cursor.firstTab !== -1 || !atDash()) return false;
  const node = scanner.open(sequence, cursor.at, head);
  while (atDash()) {
    cursor.at++;
    cursor.tokenEnd = cursor.at;
    if (cursor.skipSpace(true) && cursor.lineIndent <= indent) {
      scanner.add(scalar, cursor.tokenEnd, cursor.tokenEnd, noHead);
      if (cursor.lineIndent < indent) break;
      continue;
    }
    scanner.node(indent, "block-in", false, true, noHead);
    cursor.skipSpace(true);
    if (cursor.lineIndent < indent) break;
  }
  outline.close(node, cursor.tokenEnd);
  return true;
}

/**
 * Reads `key: value` lines. What starts like a key and is none is read as what it is instead; false when nothing
 * that could be a key starts here.
 */
export function blockMapping(scanner: Scanner, indent: number, flowIndent: number, head: Head): boolean {
  const { cursor, outline } = scanner;
  if (cursor.firstTab !== -1) return false;
  let node = -1;
  /** The key of a `? key` line that waits for its `: value` line. */
  let waiting: Key | null = null;

  const begin = (start: number) => {
    if (node < 0) node = scanner.open(mapping, start, head);
    return node;
  };
  const store = (key: Key | null, read: ((head: Head) => void) | null) => {
    if (key)
      scanner.value(
        node,
        key.start,
        key.end,
        read ?? ((own) => void scanner.add(scalar, key.end, key.end, own)),
      );
  };

  for (let c = cursor.peek(); c !== 0; c = cursor.peek()) {
    const { line } = cursor;
    if ((c === question || c === colon) && isGap(cursor.peek(1))) {
      begin(cursor.at);
      cursor.at++;
      cursor.tokenEnd = cursor.at;
      if (c === question) {
        store(waiting, null);
        waiting = explicitKey(scanner, indent);
      } else {
        store(waiting, (own) => void scanner.node(indent, "block-out", true, true, own));
        waiting = null;
      }
    } else {
      const start = cursor.at;
      const { size } = outline;
      const found = scanner.node(flowIndent, "flow-out", false, true, node < 0 ? head : noHead);
      const key = { start, end: cursor.tokenEnd };
      while (found && isBlank(cursor.peek())) cursor.at++;
      const isKey = found && cursor.line === line && cursor.peek() === colon;
      if (found && !isKey && node < 0) return true;
      scanner.truncate(size);
      if (!found) break;
      if (!isKey) throw new ScanStop();
      begin(start);
      store(waiting, null);
      waiting = null;
      cursor.at++;
      cursor.tokenEnd = cursor.at;
      store(key, (own) => void scanner.node(indent, "block-out", true, false, own));
    }
    cursor.skipSpace(true);
    if (cursor.lineIndent < indent) break;
    if ((cursor.line === line || cursor.lineIndent > indent) && cursor.peek() !== 0) throw new ScanStop();
  }
  if (node < 0) return false;
  store(waiting, null);
  outline.close(node, cursor.tokenEnd);
  return true;
}

function explicitKey(scanner: Scanner, indent: number): Key {
  const { size } = scanner.outline;
  const key = scanner.key(indent, "block-out", true);
  scanner.truncate(size);
  return key;
}
