import type { Location, Site, Snippet } from "../contract/location.js";
import { remember } from "../contract/memo.js";
import type { Limits } from "../contract/policy.js";
import type { Problem } from "../contract/problem.js";
import type { DocumentCache } from "./cache.js";
import { loadClosure } from "./closure.js";
import { follow, type Loaded } from "./follow.js";
import { defaultLimits } from "./limits.js";
import { Places } from "./places.js";
import { specProblem } from "./problems.js";
import { findReferences } from "./references.js";
import type { Document, Node, Source, Spec } from "./spec.js";

/**
 * Loads a spec with all files that it refers to, so that nothing is read later. `file` is root-relative; `content` is
 * given where it stands for a file that is not read (standard input), `cache` where many versions are loaded.
 * Throws a Problem when the spec itself cannot be used or a limit is exceeded. Files behind references that cannot be
 * used are Problems of `follow`, because not every `$ref` matters.
 */
export async function loadSpec(
  source: Source,
  file: string,
  limits: Limits = defaultLimits,
  content?: Uint8Array,
  cache?: DocumentCache,
): Promise<Spec> {
  const loaded = await loadClosure(source, file, limits, content, cache);
  const { root } = loaded;
  if (typeof root.data !== "object" || root.data === null || Array.isArray(root.data)) {
    throw specProblem("not-a-mapping", file, `the document is ${nameOf(root.data)}, not a mapping.`);
  }
  return new LoadedSpec(root, loaded);
}

function nameOf(data: unknown): string {
  if (Array.isArray(data)) return "a list";
  return data === null ? "empty" : `a ${typeof data}`;
}

class LoadedSpec implements Spec {
  readonly file: string;
  readonly root: Document;
  readonly documents: ReadonlyMap<string, Document>;
  readonly #loaded: Loaded;
  readonly #followed = new Map<string, Map<string, Node | Problem>>();
  readonly #places = new Map<string, Places>();
  readonly #references = new Map<string, ReadonlyMap<string, string>>();

  constructor(root: Document, loaded: Loaded) {
    this.file = root.file;
    this.root = root;
    this.documents = loaded.documents;
    this.#loaded = loaded;
  }

  follow(ref: string, file: string, at?: string): Node | Problem {
    // Only inside of schemas with an `$id` does it matter where in the file a reference stands.
    const context = at !== undefined && this.#loaded.resources.has(file) ? at : undefined;
    const key = context === undefined ? file : `${file}${context}`;
    const followed = remember(this.#followed, key, () => new Map<string, Node | Problem>());
    return remember(followed, ref, () =>
      follow(ref, file, context, this.#loaded, () => this.#placeOf(ref, file, at)),
    );
  }

  locate(site: Site, part: "key" | "value" = "value"): Location {
    return this.#placesOf(site.file).locate(site.pointer, part);
  }

  locateAll(sites: readonly Site[], part: "key" | "value" = "value"): Location[] {
    return sites.map((site) => this.locate(site, part));
  }

  snippet(location: Location, around: number): Snippet {
    return this.#placesOf(location.file).snippet(location.line, location.endLine, around);
  }

  raw(site: Site): string {
    return this.#placesOf(site.file).raw(site.pointer);
  }

  #placesOf(file: string): Places {
    return remember(this.#places, file, () => {
      const document = this.documents.get(file);
      if (!document) throw new RangeError(`no document ${file} in the spec ${this.file}`);
      return new Places(document);
    });
  }

  #placeOf(ref: string, file: string, at: string | undefined): Problem["location"] {
    const document = this.documents.get(file);
    if (!document) return { file };
    const references = remember(this.#references, file, () => findReferences(document.data));
    const pointer = at === undefined ? references.get(ref) : `${at}/$ref`;
    return pointer === undefined ? { file } : this.locate({ file, pointer });
  }
}
