import { alias, mapping, type Outline, sequence } from "./outline.js";

/** Finds the node of a pointer in an outline. Tables of children are made once per container that is passed. */
export class Navigator {
  readonly outline: Outline;
  readonly #keyOf: (node: number) => string;
  readonly #tables = new Map<number, Map<string, number>>();

  constructor(outline: Outline, keyOf: (node: number) => string) {
    this.outline = outline;
    this.#keyOf = keyOf;
  }

  /** The node where the tokens lead, or the last one on the way that exists. */
  find(tokens: readonly string[]): number {
    let node = 0;
    for (const token of tokens) {
      const next = this.#child(node, token);
      if (next < 0) break;
      node = next;
    }
    return node;
  }

  /** What an alias stands for; any other node itself. */
  content(node: number): number {
    let content = node;
    while (this.outline.kind(content) === alias) {
      const target = this.outline.targets.get(content);
      if (target === undefined) return content;
      content = target;
    }
    return content;
  }

  #child(parent: number, token: string): number {
    const container = this.content(parent);
    const table = this.#table(container);
    const known = table.get(token);
    if (known !== undefined) return known;
    // Remembered also when it is not there, or merges of merges would be searched again and again.
    table.set(token, -1);
    const found = this.#merged(container, token);
    table.set(token, found);
    return found;
  }

  /** Of several merged mappings the first that has the key wins (YAML merge key type). */
  #merged(container: number, token: string): number {
    for (const merge of this.outline.merges.get(container) ?? []) {
      const source = this.content(merge);
      const sources = this.outline.kind(source) === sequence ? [...this.outline.children(source)] : [source];
      for (const from of sources) {
        const found = this.outline.kind(this.content(from)) === mapping ? this.#child(from, token) : -1;
        if (found >= 0) return found;
      }
    }
    return -1;
  }

  #table(container: number): Map<string, number> {
    const known = this.#tables.get(container);
    if (known) return known;
    const table = new Map<string, number>();
    this.#tables.set(container, table);
    const keyed = this.outline.kind(container) === mapping;
    let index = 0;
    for (const child of this.outline.children(container))
      table.set(keyed ? this.#keyOf(child) : String(index++), child);
    return table;
  }
}
