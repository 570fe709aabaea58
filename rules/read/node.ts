import type { Site } from "../../src/contract/location.js";
import { appendToken, parsePointer } from "../../src/spec/pointer.js";

export type Entries = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value and where it stands. */
export class Node {
  readonly value: unknown;
  readonly file: string;
  readonly #up: Node | null;
  readonly #key: string;
  #pointer: string | null;

  private constructor(value: unknown, file: string, up: Node | null, key: string, pointer: string | null) {
    this.value = value;
    this.file = file;
    this.#up = up;
    this.#key = key;
    this.#pointer = pointer;
  }

  /** A whole document, or what a `$ref` points to. */
  static start(value: unknown, { file, pointer }: Site): Node {
    return new Node(value, file, null, "", pointer);
  }

  /** The value's own member, never an inherited one. */
  child(key: string): Node | null {
    const { value } = this;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
    return new Node((value as Entries)[key], this.file, this, key, null);
  }

  at(...keys: string[]): Node | null {
    let node: Node | null = this;
    for (const key of keys) node = node?.child(key) ?? null;
    return node;
  }

  /** The members, in the order of the document; none for scalars. */
  *children(): Generator<readonly [key: string, node: Node]> {
    const { value } = this;
    if (typeof value !== "object" || value === null) return;
    for (const key of Object.keys(value)) {
      yield [key, new Node((value as Entries)[key], this.file, this, key, null)];
    }
  }

  /** The node that holds this one; null at a document's root and right behind a reference. */
  get parent(): Node | null {
    return this.#up;
  }

  /** Where it stands in its own file, as a JSON Pointer in URI fragment form. */
  get pointer(): string {
    this.#pointer ??= appendToken(this.#up?.pointer ?? "#", this.#key);
    return this.#pointer;
  }

  /** The same as keys from the root of the file. */
  path(): readonly string[] {
    return parsePointer(this.pointer);
  }

  get site(): Site {
    return { file: this.file, pointer: this.pointer };
  }

  /** The place as one string, unique among all files. */
  get id(): string {
    return this.file + this.pointer;
  }
}
