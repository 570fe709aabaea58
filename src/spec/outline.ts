export const scalar = 0;
export const mapping = 1;
export const sequence = 2;
export const alias = 3;
export type NodeKind = typeof scalar | typeof mapping | typeof sequence | typeof alias;

/**
 * Where every value of a text stands, as a flat table in document order: a node's children follow it, up to the
 * node `after` it. Offsets count UTF-16 units, ends are exclusive. Made by a scanner that reads no values.
 */
export class Outline {
  #fields = new Int32Array(5 * 1024);
  #kinds = new Uint8Array(1024);
  #size = 0;
  /** The node that an alias stands for. */
  readonly targets = new Map<number, number>();
  /** Values of the merge keys (`<<`) of a mapping, in order; they are among its children. */
  readonly merges = new Map<number, number[]>();

  get size(): number {
    return this.#size;
  }

  /** Adds a node; until `close` it has no end. `keyStart` is -1 where there is no key. */
  open(kind: NodeKind, start: number, keyStart: number, keyEnd: number): number {
    const node = this.#size++;
    if (node >= this.#kinds.length) this.#grow();
    this.#kinds[node] = kind;
    const fields = this.#fields;
    const at = node * 5;
    fields[at] = start;
    fields[at + 1] = -1;
    fields[at + 2] = keyStart;
    fields[at + 3] = keyEnd;
    fields[at + 4] = -1;
    return node;
  }

  close(node: number, end: number): void {
    this.#fields[node * 5 + 1] = end;
    this.#fields[node * 5 + 4] = this.#size;
  }

  add(kind: NodeKind, start: number, end: number, keyStart: number, keyEnd: number): number {
    const node = this.open(kind, start, keyStart, keyEnd);
    this.close(node, end);
    return node;
  }

  /** Takes back all nodes from this one on. */
  truncate(size: number): void {
    if (this.merges.size > 0) for (let node = size; node < this.#size; node++) this.merges.delete(node);
    this.#size = size;
  }

  /** Gives an end to what a scanner left open. */
  closeAll(end: number): void {
    for (let node = 0; node < this.#size; node++) if (!this.isClosed(node)) this.close(node, end);
  }

  isClosed(node: number): boolean {
    return this.#field(node, 4) >= 0;
  }

  kind(node: number): NodeKind {
    return (this.#kinds[node] ?? scalar) as NodeKind;
  }

  start(node: number): number {
    return this.#field(node, 0);
  }

  end(node: number): number {
    return this.#field(node, 1);
  }

  keyStart(node: number): number {
    return this.#field(node, 2);
  }

  keyEnd(node: number): number {
    return this.#field(node, 3);
  }

  /** Direct children in document order. */
  *children(node: number): Generator<number> {
    const end = this.#field(node, 4);
    for (let child = node + 1; child < end; child = this.#field(child, 4)) yield child;
  }

  #field(node: number, field: number): number {
    return this.#fields[node * 5 + field] ?? -1;
  }

  #grow(): void {
    const fields = new Int32Array(this.#fields.length * 2);
    fields.set(this.#fields);
    this.#fields = fields;
    const kinds = new Uint8Array(this.#kinds.length * 2);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
  }
}
