import { Problem } from "../../src/contract/problem.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import type { Node, Source, Spec } from "../../src/spec/spec.js";

/** Files in memory that remember what was read. */
export class MemorySource implements Source {
  readonly reads: string[] = [];
  readonly #files: ReadonlyMap<string, string | Uint8Array>;

  constructor(files: Readonly<Record<string, string | Uint8Array>>) {
    this.#files = new Map(Object.entries(files));
  }

  async read(paths: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | Problem>> {
    this.reads.push(...paths);
    return new Map(paths.map((path) => [path, this.#content(path)]));
  }

  #content(path: string): Uint8Array | Problem {
    const content = this.#files.get(path);
    if (content === undefined)
      return new Problem("file-missing", `there is no ${path}`, "add it", { file: path });
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  }
}

/** Loads one text as `spec.yaml`, or as the name given. */
export function load(text: string | Uint8Array, file = "spec.yaml", limits = {}): Promise<Spec> {
  return loadSpec(new MemorySource({ [file]: text }), file, { ...defaultLimits, ...limits });
}

/** Loads the first of several files. */
export function loadFiles(files: Readonly<Record<string, string>>): Promise<Spec> {
  const [first = ""] = Object.keys(files);
  return loadSpec(new MemorySource(files), first, defaultLimits);
}

/** The problem that something ends in, as `code line:column message`. */
export async function problemOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof Problem) return describe(error);
    throw error;
  }
  return "no problem";
}

export function describe(end: Problem | Node): string {
  if (!(end instanceof Problem)) return `${end.site.file}${end.site.pointer}`;
  const { location } = end;
  const place = location && "line" in location ? `${location.line}:${location.column}` : "-";
  return `${end.code} ${place} ${end.message}`;
}
