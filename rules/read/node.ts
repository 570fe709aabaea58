/** A place in a document as keys from its root. */
export type Path = readonly string[];

export type Entries = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Entries {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value, where it stands, and how the walk from the root document came to it. */
export class Node {
  readonly value: unknown;
  readonly file: string;
  readonly #up: Node | null;
  readonly #key: string;
  readonly #base: Path;
  readonly #via: Node | null;

  private constructor(
    value: unknown,
    file: string,
    up: Node | null,
    key: string,
    base: Path,
    via: Node | null,
  ) {
    this.value = value;
    this.file = file;
    this.#up = up;
    this.#key = key;
    this.#base = base;
    this.#via = via;
  }

  static root(value: unknown, file: string): Node {
    return new Node(value, file, null, "", [], null);
  }

  /** What a `$ref` points to; `via` is the object that holds the `$ref`. */
  static target(value: unknown, file: string, path: Path, via: Node): Node {
    return new Node(value, file, null, "", path, via);
  }

  /** The value's own member, never an inherited one. */
  child(key: string): Node | null {
    const { value } = this;
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
    return new Node((value as Entries)[key], this.file, this, key, [], null);
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
      yield [key, new Node((value as Entries)[key], this.file, this, key, [], null)];
    }
  }

  get key(): string {
    return this.#up === null ? (this.#base.at(-1) ?? "") : this.#key;
  }

  /** The node that holds this one; null at a document's root and right behind a reference. */
  get parent(): Node | null {
    return this.#up;
  }

  /** Where it stands in its own file. */
  path(): Path {
    const keys: string[] = [];
    let node: Node = this;
    while (node.#up !== null) {
      keys.push(node.#key);
      node = node.#up;
    }
    return [...node.#base, ...keys.reverse()];
  }

  /**
   * Where it stands in the root document with references resolved, which is how Spectral addresses a place in
   * another file. In the root document itself it is `path()`.
   */
  resolvedPath(rootFile: string): Path {
    if (this.file === rootFile) return this.path();
    const keys: string[] = [];
    let node: Node = this;
    while (node.#up !== null) {
      keys.push(node.#key);
      node = node.#up;
    }
    const before = node.#via === null ? [] : node.#via.resolvedPath(rootFile);
    return [...before, ...keys.reverse()];
  }

  /** The place as one string, unique among all files. */
  get id(): string {
    return `${this.file}${toPointer(this.path())}`;
  }
}

/** JSON Pointer in URI fragment form (RFC 6901, section 6) that escapes `~`, `/` and `%` alone: `#/a/b~1c`. */
export function toPointer(path: Path): string {
  return `#${path.map((key) => `/${escapeKey(key)}`).join("")}`;
}

function escapeKey(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1").replaceAll("%", "%25");
}

/** Keys of a JSON Pointer in URI fragment form; null where it is none (an anchor). */
export function fromPointer(fragment: string): Path | null {
  if (fragment === "" || fragment === "#") return [];
  if (!fragment.startsWith("#/")) return null;
  return fragment.slice(2).split("/").map(decodeKey);
}

function decodeKey(key: string): string {
  let plain = key;
  try {
    plain = decodeURIComponent(key);
  } catch {
    // a lone `%` is no encoding: the key is taken as written
  }
  return plain.replaceAll("~1", "/").replaceAll("~0", "~");
}
