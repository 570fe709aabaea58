import { remember } from "../contract/memo.js";
import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { DocumentCache } from "./cache.js";
import type { Source } from "./spec.js";

/**
 * Files that several specs of one tree refer to: read once and, under the same limits, parsed once. For one run over a
 * tree that nobody writes to meanwhile.
 */
export class SharedFiles {
  readonly #bytes = new Map<string, Uint8Array>();
  readonly #documents = new Map<Limits, DocumentCache>();

  documents(limits: Limits): DocumentCache {
    return remember(this.#documents, limits, () => new DocumentCache());
  }

  /** A source that keeps what it reads, but for the spec itself: that one is read once anyway, and may be large. */
  keeping(source: Source, spec: string): Source {
    return {
      ...(source.now !== undefined && { now: source.now.bind(source) }),
      read: async (paths, bytes = Number.POSITIVE_INFINITY) => {
        const kept = new Map<string, Uint8Array>();
        let left = bytes;
        for (const path of paths) {
          const known = this.#bytes.get(path);
          if (known === undefined || known.byteLength > left) continue;
          left -= known.byteLength;
          kept.set(path, known);
        }
        const missing = paths.filter((path) => !kept.has(path));
        const fresh = missing.length === 0 ? null : await source.read(missing, left);
        for (const [path, content] of fresh ?? []) {
          if (!(content instanceof Problem) && path !== spec) this.#bytes.set(path, content);
        }
        // in the order asked for, whoever read it first
        return new Map(
          paths.flatMap((path) => {
            const content = kept.get(path) ?? fresh?.get(path);
            return content === undefined ? [] : [[path, content] as const];
          }),
        );
      },
    };
  }
}
