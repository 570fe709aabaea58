import type { Site } from "../src/contract/location.js";
import { Problem } from "../src/contract/problem.js";
import { formatPointer, parsePointer } from "../src/spec/pointer.js";
import type { Node, Structure } from "../src/spec/spec.js";

/** The parts of Spectral's inventory of documents that we read. */
export interface SpectralInventory {
  readonly unresolved: unknown;
  readonly referencedDocuments: Readonly<Record<string, { readonly data: unknown } | undefined>>;
}

/** How a place was come to: from the object with the `$ref`, as the `order`-th reference that was followed. */
interface Route {
  readonly from: Site;
  readonly order: number;
}

/**
 * The documents that Spectral has read, as discovery and rules read a specification. It remembers which references
 * led into other files, because Spectral addresses a place there by the way from the root.
 */
export class Inventory implements Structure {
  readonly file: string;
  readonly root: { readonly data: unknown };
  readonly documents: ReadonlyMap<string, { readonly data: unknown }>;
  readonly #routes = new Map<string, Route>();

  constructor(file: string, { unresolved, referencedDocuments }: SpectralInventory) {
    this.file = file;
    this.root = { data: unresolved };
    const documents = new Map<string, { readonly data: unknown }>([[file, this.root]]);
    for (const [path, document] of Object.entries(referencedDocuments)) {
      if (document !== undefined && path !== file) documents.set(path, document);
    }
    this.documents = documents;
  }

  follow(ref: string, file: string, at = "#"): Node | Problem {
    const hash = ref.indexOf("#");
    const relative = hash === -1 ? ref : ref.slice(0, hash);
    const fragment = hash === -1 ? "" : ref.slice(hash + 1);
    const end = this.#find(relative === "" ? file : join(file, relative), fragment);
    if (end === null) return new Problem("ref-missing", `\`$ref: ${ref}\` leads nowhere.`, "");
    const { site } = end;
    if (site.file !== this.file && !this.#routes.has(site.file + site.pointer))
      this.#routes.set(site.file + site.pointer, { from: { file, pointer: at }, order: this.#routes.size });
    return end;
  }

  #find(file: string, fragment: string): Node | null {
    const document = this.documents.get(file);
    if (document === undefined || (fragment !== "" && !fragment.startsWith("/"))) return null;
    let value = document.data;
    const path = parsePointer(fragment);
    for (const key of path) {
      if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
      value = (value as Readonly<Record<string, unknown>>)[key];
    }
    return { value, site: { file, pointer: formatPointer(path) } };
  }

  /** The keys from the root document to a place, with all references resolved. */
  pathTo({ file, pointer }: Site): readonly string[] {
    let first: (Route & { readonly head: string }) | null = null;
    for (let head = pointer; head !== ""; head = head.slice(0, Math.max(0, head.lastIndexOf("/")))) {
      const route = this.#routes.get(file + head);
      // the reference that was followed first: so a way never leads through itself
      if (route !== undefined && (first === null || route.order < first.order)) first = { ...route, head };
    }
    // none leads to a place in the root
    if (first === null) return parsePointer(pointer);
    return [...this.pathTo(first.from), ...parsePointer(pointer.slice(first.head.length))];
  }
}

/** The absolute path or URL of a relative reference, as Spectral names the documents it has read. */
function join(from: string, relative: string): string {
  if (/^[a-z]+:\/\//i.test(relative)) return relative;
  if (/^[a-z]+:\/\//i.test(from)) return new URL(relative, from).href;
  if (relative.startsWith("/")) return relative;
  const parts = from.split("/").slice(0, -1);
  for (const part of relative.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
