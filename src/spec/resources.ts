import { resolveUri } from "./reference.js";
import type { Document } from "./spec.js";
import type { Survey } from "./survey.js";

/** A schema with an `$id`: what references inside of it are relative to (JSON Schema 2020-12, section 8.2.1). */
export interface Resource {
  readonly file: string;
  readonly pointer: string;
  readonly uri: string;
}

/** What the `$id`s and `$anchor`s of all documents name. The first to claim a name keeps it. */
export class Resources {
  readonly #byUri = new Map<string, Resource>();
  readonly #byFile = new Map<string, Resource[]>();
  readonly #anchors = new Map<string, { readonly pointer: string }[]>();

  add(document: Document, { ids, anchors }: Survey): void {
    const { file } = document;
    const resources: Resource[] = [];
    // Outer schemas first, because an inner `$id` is relative to the outer one.
    for (const { id, pointer } of [...ids].sort((a, b) => a.pointer.length - b.pointer.length)) {
      if (id.startsWith("#")) {
        this.#addAnchor(file, id.slice(1), pointer);
        continue;
      }
      const outer = enclosing(resources, pointer);
      const uri = (outer ? resolveUri(id, outer.uri)?.uri : null) ?? resolveUri(id, id)?.uri ?? id;
      const resource = { file, pointer, uri: uri.replace(/#$/, "") };
      resources.push(resource);
      if (!this.#byUri.has(resource.uri)) this.#byUri.set(resource.uri, resource);
    }
    this.#byFile.set(file, resources);
    for (const { anchor, pointer } of anchors) this.#addAnchor(file, anchor, pointer);
  }

  #addAnchor(file: string, anchor: string, pointer: string): void {
    const key = `${file}#${anchor}`;
    const known = this.#anchors.get(key);
    if (known) known.push({ pointer });
    else this.#anchors.set(key, [{ pointer }]);
  }

  byUri(uri: string): Resource | undefined {
    return this.#byUri.get(uri);
  }

  /** Whether a file has a schema with an `$id`. */
  has(file: string): boolean {
    return (this.#byFile.get(file)?.length ?? 0) > 0;
  }

  /**
   * The resources that a reference in `file` may be relative to, best first: the one around `at` where that is
   * known, else all of the file, outermost first.
   */
  around(file: string, at: string | undefined): readonly Resource[] {
    const resources = this.#byFile.get(file) ?? [];
    if (at === undefined) return resources;
    const inner = enclosing(resources, at);
    return inner ? [inner] : [];
  }

  /** Pointer of the schema with this anchor, inside of `within` where several have it. */
  anchor(file: string, anchor: string, within: string): string | undefined {
    const found = this.#anchors.get(`${file}#${anchor}`);
    return (found?.find(({ pointer }) => isInside(pointer, within)) ?? found?.[0])?.pointer;
  }
}

function enclosing(resources: readonly Resource[], pointer: string): Resource | undefined {
  return resources.findLast((resource) => isInside(pointer, resource.pointer));
}

function isInside(pointer: string, outer: string): boolean {
  return pointer === outer || pointer.startsWith(`${outer}/`);
}
