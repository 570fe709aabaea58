import type { GitObject, ObjectReader } from "./objects.js";

/** Bytes of the contents that are kept. A parsed file may hang on each, ten times its size: more would cost more than it saves. */
const kept = 4 * 1024 * 1024;

/** File contents of a repository. Those asked for last are kept: versions of a spec share most of their files. */
export class Blobs {
  readonly #objects: ObjectReader;
  readonly #recent = new Map<string, GitObject>();
  #size = 0;

  constructor(objects: ObjectReader) {
    this.#objects = objects;
  }

  /** As `ObjectReader.read`; the same id gives the same array as long as it is kept. */
  async read(id: string, limit: number): Promise<GitObject | null> {
    const known = this.#recent.get(id);
    if (known !== undefined && known.size <= limit) {
      this.#recent.delete(id);
      this.#recent.set(id, known);
      return known;
    }
    const object = await this.#objects.read(id, limit);
    if (object?.bytes) this.#keep(id, object);
    return object;
  }

  #keep(id: string, object: GitObject): void {
    if (this.#recent.has(id)) return;
    this.#recent.set(id, object);
    this.#size += object.size;
    for (const [oldest, { size }] of this.#recent) {
      if (this.#size <= kept) break;
      this.#recent.delete(oldest);
      this.#size -= size;
    }
  }
}
