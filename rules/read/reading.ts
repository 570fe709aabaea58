import { isObject, Node } from "./node.js";

/** Where a reference leads: a value and its place. */
export interface Target {
  readonly value: unknown;
  readonly file: string;
  readonly path: readonly string[];
}

/** Follows one `$ref` as written in `file`; null where it leads nowhere. */
export type Follow = (ref: string, file: string) => Target | null;

/** A chain of references longer than this is a circle. */
const LONGEST_CHAIN = 64;

/** One document with everything it refers to, and what rules have found out about it so far. */
export class Reading {
  readonly root: Node;
  readonly #follow: Follow;
  readonly #known = new Map<unknown, unknown>();

  constructor(data: unknown, file: string, follow: Follow) {
    this.root = Node.root(data, file);
    this.#follow = follow;
  }

  /** Swagger 2.0 and OpenAPI 3.0 ignore whatever stands beside a `$ref`; JSON Schema 2020-12 does not. */
  get siblingsCount(): boolean {
    const version = this.root.child("openapi")?.value;
    return typeof version !== "string" || !version.startsWith("3.0");
  }

  get isSwagger(): boolean {
    return this.root.child("swagger") !== null;
  }

  /** Computes something about the document once, for all rules. */
  once<T>(compute: (reading: Reading) => T): T {
    if (!this.#known.has(compute)) this.#known.set(compute, compute(this));
    return this.#known.get(compute) as T;
  }

  /** Computes something about the document once for equal options. */
  keyed<O extends object, T>(compute: (reading: Reading, options: O) => T, options: O): T {
    const known = (this.#known.get(compute) as Map<string, T> | undefined) ?? new Map<string, T>();
    this.#known.set(compute, known);
    const key = JSON.stringify(options);
    const value = known.get(key) ?? compute(this, options);
    known.set(key, value);
    return value;
  }

  /** One step: what the node's `$ref` points to. Undefined where it has none, null where it leads nowhere. */
  step(node: Node): Node | null | undefined {
    const ref = isObject(node.value) ? node.child("$ref")?.value : undefined;
    if (typeof ref !== "string") return undefined;
    const target = this.#follow(ref, node.file);
    return target === null ? null : Node.target(target.value, target.file, target.path, node);
  }

  /** The node itself, or what its chain of references ends at; null where that is nothing. */
  resolve(node: Node): Node | null {
    let current = node;
    for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
      const next = this.step(current);
      if (next === undefined) return current;
      if (next === null) return null;
      current = next;
    }
    return null;
  }

  /**
   * The node to point at: what nothing but a `$ref` leads to stands where the reference leads. Spectral sees it so, and
   * both engines must name one line.
   */
  standing(node: Node): Node {
    const isBare = isObject(node.value) && Object.keys(node.value).length === 1;
    return (isBare ? this.resolve(node) : null) ?? node;
  }
}
