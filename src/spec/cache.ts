import type { Document } from "./spec.js";
import type { Survey } from "./survey.js";

/** A parsed file with what a survey of it found. */
export interface ReadDocument {
  readonly document: Document;
  readonly facts: Survey;
}

/**
 * Parsed files, for whoever loads many versions of a spec under the same limits. A file is parsed again unless its
 * path and its bytes (the same array, not an equal one) are as before; what nobody holds any more is forgotten.
 */
export class DocumentCache {
  readonly #documents = new WeakMap<Uint8Array, Map<string, ReadDocument>>();

  get(path: string, bytes: Uint8Array, read: () => ReadDocument): ReadDocument {
    const byPath = this.#documents.get(bytes) ?? new Map<string, ReadDocument>();
    this.#documents.set(bytes, byPath);
    const known = byPath.get(path) ?? read();
    byPath.set(path, known);
    return known;
  }
}
