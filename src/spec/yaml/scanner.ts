import { alias, mapping, type NodeKind, Outline, scalar } from "../outline.js";
import { blockMapping, blockSequence } from "./block.js";
import { Cursor, isFlowIndicator, isGap, type Mark, minus } from "./cursor.js";
import { flowCollection } from "./flow.js";
import { skipBlockScalar, skipPlain, skipQuoted } from "./scalars.js";

/** Where nodes may stand, as in YAML 1.2, section 7.1: keys of block mappings are `flow-out`. */
export type Context = "flow-in" | "flow-out" | "block-in" | "block-out";

/** Where the key of a node stands (-1: it has none), and the anchor that names the node. */
export interface Head {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly anchor: string | null;
}

/** Where a key stands, with its tag and anchor: `!!str 1` is another key than `1`. */
export interface Key {
  readonly start: number;
  readonly end: number;
}

export const noHead: Head = { keyStart: -1, keyEnd: -1, anchor: null };

/** Reads nodes into an outline. Block and flow collections have files of their own. */
export class Scanner {
  readonly outline = new Outline();
  readonly cursor: Cursor;
  readonly #anchors: { readonly name: string; readonly node: number }[] = [];
  readonly #anchored = new Map<string, number[]>();

  constructor(text: string) {
    this.cursor = new Cursor(text);
  }

  /** The first document that is not empty. */
  document(): void {
    const { cursor } = this;
    while (cursor.peek() === 0x20) {
      cursor.lineIndent++;
      cursor.at++;
    }
    while (cursor.at < cursor.length - 1) {
      this.#directives();
      this.truncate(0);
      if (this.node(cursor.lineIndent - 1, "block-out", false, true, noHead)) return;
      cursor.skipSpace(true);
      if (!cursor.atSeparator()) return;
      if (cursor.peek() !== minus) cursor.at += 3;
    }
  }

  #directives(): void {
    const { cursor } = this;
    cursor.skipSpace(true);
    while (cursor.lineIndent === 0 && cursor.peek() === 0x25) {
      cursor.skipLine();
      cursor.skipSpace(true);
    }
    if (cursor.peek() === minus && cursor.atSeparator()) {
      cursor.at += 3;
      cursor.tokenEnd = cursor.at;
      cursor.skipSpace(true);
    }
  }

  /** One node with all below it: false when there is nothing, and then an empty scalar stands for it. */
  node(parentIndent: number, context: Context, seek: boolean, compact: boolean, head: Head): boolean {
    const { cursor } = this;
    const block = context === "block-in" || context === "block-out";
    let collections = block;
    let newLine = false;
    let order = 1;
    if (seek && cursor.skipSpace(true)) {
      newLine = true;
      order = Math.sign(cursor.lineIndent - parentIndent);
    }
    let anchor: string | null = null;
    let tagged = false;
    let properties: Mark | null = null;
    for (let c = cursor.peek(); order === 1 && (c === 0x21 || c === 0x26); c = cursor.peek()) {
      if (newLine && (c === 0x21 ? tagged : anchor !== null)) break;
      properties ??= cursor.mark();
      const name = this.#property();
      if (c === 0x26) anchor = name;
      else tagged = true;
      const broken = cursor.skipSpace(true);
      collections = broken && block;
      if (!broken) continue;
      newLine = true;
      order = Math.sign(cursor.lineIndent - parentIndent);
    }
    const full = anchor === null ? head : { ...head, anchor };
    const found =
      order === 1
        ? this.#content(parentIndent, context, collections && (newLine || compact), properties, full)
        : order === 0 && context === "block-out" && collections && blockSequence(this, this.#column(), full);
    if (!found) this.add(scalar, cursor.tokenEnd, cursor.tokenEnd, full);
    return found || anchor !== null || tagged;
  }

  /** A node that may turn out to be a key. Where there is none, it stands behind what was before. */
  key(parentIndent: number, context: Context, seek: boolean): Key {
    const { cursor, outline } = this;
    const { size } = outline;
    const before = cursor.mark();
    if (seek) cursor.skipSpace(true);
    const start = cursor.at;
    cursor.reset(before);
    const found = this.node(parentIndent, context, seek, true, noHead);
    return { start: found ? start : outline.start(size), end: cursor.tokenEnd };
  }

  #content(
    parentIndent: number,
    context: Context,
    collections: boolean,
    properties: Mark | null,
    head: Head,
  ): boolean {
    const { cursor } = this;
    const flow = context === "flow-in" || context === "flow-out";
    const flowIndent = flow ? parentIndent : parentIndent + 1;
    if (collections) {
      const column = this.#column();
      if (blockSequence(this, column, head) || blockMapping(this, column, flowIndent, head)) return true;
    }
    if (flowCollection(this, flowIndent, head)) return true;
    const c = cursor.peek();
    const literal = c === 0x7c || c === 0x3e;
    if (properties && !flow && !collections && !literal && this.#mappingFrom(properties, flowIndent, head))
      return true;
    if (c === 0x2a) return this.#alias(head);
    const start = cursor.at;
    const found =
      (!flow && skipBlockScalar(cursor, flowIndent)) ||
      skipQuoted(cursor) ||
      skipPlain(cursor, flowIndent, context === "flow-in");
    if (found) this.add(scalar, start, cursor.tokenEnd, head);
    return found;
  }

  /** Properties that turn out to be those of a mapping's first key (`&a key: value`). */
  #mappingFrom(properties: Mark, flowIndent: number, head: Head): boolean {
    const { cursor } = this;
    const behind = cursor.mark();
    const { size } = this.outline;
    cursor.reset(properties);
    const found = blockMapping(this, this.#column(), flowIndent, { ...head, anchor: null });
    if (found && this.outline.kind(size) === mapping && this.outline.start(size) === properties.at)
      return true;
    cursor.reset(behind);
    this.truncate(size);
    return false;
  }

  #column(): number {
    return this.cursor.at - this.cursor.lineStart;
  }

  /** Skips a tag or an anchor; gives its text. */
  #property(): string {
    const { cursor } = this;
    const start = ++cursor.at;
    const verbatim = cursor.peek() === 0x3c;
    for (let c = cursor.peek(); c !== 0 && !isGap(c); c = cursor.peek()) {
      if (!verbatim && isFlowIndicator(c)) break;
      cursor.at++;
    }
    cursor.tokenEnd = cursor.at;
    return cursor.input.slice(start, cursor.at);
  }

  #alias(head: Head): boolean {
    const { cursor, outline } = this;
    const start = cursor.at;
    const target = this.#anchored.get(this.#property())?.at(-1);
    const node = this.add(alias, start, cursor.at, head);
    // An alias inside of its own anchor would lead around in circles.
    if (target !== undefined && outline.isClosed(target)) outline.targets.set(node, target);
    cursor.skipSpace(true);
    return true;
  }

  open(kind: NodeKind, start: number, head: Head): number {
    const node = this.outline.open(kind, start, head.keyStart, head.keyEnd);
    if (head.anchor !== null) {
      this.#anchors.push({ name: head.anchor, node });
      const same = this.#anchored.get(head.anchor);
      if (same) same.push(node);
      else this.#anchored.set(head.anchor, [node]);
    }
    return node;
  }

  add(kind: NodeKind, start: number, end: number, head: Head): number {
    const node = this.open(kind, start, head);
    this.outline.close(node, end);
    return node;
  }

  /** The value of a key in a mapping, which may be a merge key. */
  value(parent: number, keyStart: number, keyEnd: number, read: (head: Head) => void): void {
    const { outline, cursor } = this;
    if (cursor.input.startsWith("<<", keyEnd - 2) && isMerge(cursor.input.slice(keyStart, keyEnd))) {
      const merges = outline.merges.get(parent);
      if (merges) merges.push(outline.size);
      else outline.merges.set(parent, [outline.size]);
    }
    read({ keyStart, keyEnd, anchor: null });
  }

  /** Takes back nodes that turned out to be a key. */
  truncate(size: number): void {
    this.outline.truncate(size);
    for (let last = this.#anchors.at(-1); last && last.node >= size; last = this.#anchors.at(-1)) {
      this.#anchors.pop();
      this.#anchored.get(last.name)?.pop();
    }
  }
}

/** Whether a key merges: `<<` itself, with an anchor or its own tag at most (`!!str <<` is a key like others). */
function isMerge(key: string): boolean {
  return /^(?:(?:&\S+|!!merge)\s+)*<<$/.test(key);
}
