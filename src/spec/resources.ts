import { remember } from "../contract/memo.js";
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
  readonly #byFile = new Map<string, Enclosing>();
  /** By file and name: the first schema that has it, inside of each resource and of the whole file. */
  readonly #anchors = new Map<string, Map<string, string>>();

  add(document: Document, { ids, anchors }: Survey): void {
    const { file } = document;
    const resources = new Enclosing();
    this.#byFile.set(file, resources);
    // Outer schemas first, because an inner `$id` is relative to the outer one.
    for (const { id, pointer } of [...ids].sort((a, b) => a.pointer.length - b.pointer.length)) {
      if (id.startsWith("#")) {
        this.#addAnchor(file, id.slice(1), pointer);
        continue;
      }
      const outer = resources.around(outside(pointer));
      const uri = (outer ? resolveUri(id, outer.uri)?.uri : null) ?? resolveUri(id, id)?.uri ?? id;
      const resource = { file, pointer, uri: uri.replace(/#$/, "") };
      resources.add(resource);
      if (!this.#byUri.has(resource.uri)) this.#byUri.set(resource.uri, resource);
    }
    for (const { anchor, pointer } of anchors) this.#addAnchor(file, anchor, pointer);
  }

  #addAnchor(file: string, anchor: string, pointer: string): void {
    const found = remember(this.#anchors, `${file}#${anchor}`, () => new Map([["#", pointer]]));
    let within = this.#byFile.get(file)?.around(pointer);
    while (within !== undefined && !found.has(within.pointer)) {
      found.set(within.pointer, pointer);
      within = this.#byFile.get(file)?.around(outside(within.pointer));
    }
  }

  byUri(uri: string): Resource | undefined {
    return this.#byUri.get(uri);
  }

  /** Whether a file has a schema with an `$id`. */
  has(file: string): boolean {
    return (this.#byFile.get(file)?.all.length ?? 0) > 0;
  }

  /**
   * The resources that a reference in `file` may be relative to, best first: the one around `at` where that is
   * known, else all of the file, outermost first.
   */
  around(file: string, at: string | undefined): readonly Resource[] {
    const resources = this.#byFile.get(file);
    if (at === undefined) return resources?.all ?? [];
    const inner = resources?.around(at);
    return inner ? [inner] : [];
  }

  /** Pointer of the schema with this anchor, inside of the resource `within` where several have it. */
  anchor(file: string, anchor: string, within: string): string | undefined {
    const found = this.#anchors.get(`${file}#${anchor}`);
    return found?.get(within) ?? found?.get("#");
  }
}

/** The resources of one file, outer ones first, and which of them a place is in. */
class Enclosing {
  readonly all: Resource[] = [];
  readonly #byPointer = new Map<string, Resource>();
  readonly #known = new Map<string, Resource | null>();

  /** A resource is added before anybody asks for places as deep as its own. */
  add(resource: Resource): void {
    this.all.push(resource);
    this.#byPointer.set(resource.pointer, resource);
  }

  /** The innermost resource that a place is in. What is around its holder is kept: many places share it. */
  around(pointer: string | null): Resource | undefined {
    if (pointer === null || this.all.length === 0) return undefined;
    const passed: string[] = [];
    let found: Resource | null | undefined;
    for (let at: string | null = pointer; at !== null && found === undefined; at = outside(at)) {
      found = this.#byPointer.get(at) ?? this.#known.get(at);
      if (found === undefined) passed.push(at);
    }
    for (const at of passed) this.#known.set(at, found ?? null);
    return found ?? undefined;
  }
}

/** The pointer of what holds the value at a pointer; null for a whole document. */
function outside(pointer: string): string | null {
  const end = pointer.lastIndexOf("/");
  return end < 0 ? null : pointer.slice(0, end);
}
