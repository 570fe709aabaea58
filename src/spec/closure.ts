import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { decodeText } from "./decode.js";
import { findDuplicate } from "./duplicates.js";
import type { Loaded } from "./follow.js";
import { outlineJson } from "./json/outline.js";
import { jsonKey } from "./json/parse.js";
import { parseText } from "./parse.js";
import { specProblem } from "./problems.js";
import { parseReference } from "./reference.js";
import { Resources } from "./resources.js";
import type { Document, Source } from "./spec.js";
import { type Survey, survey } from "./survey.js";

/**
 * Reads a file and, wave by wave, all files that `$ref`s name, each wave at once.
 * Throws a Problem for the first file and for limits; others that cannot be used are `failures`.
 */
export async function loadClosure(
  source: Source,
  file: string,
  limits: Limits,
  content?: Uint8Array,
): Promise<Loaded & { readonly root: Document }> {
  const budget = new Budget(file, limits, source.now?.bind(source));
  const documents = new Map<string, Document>();
  const failures = new Map<string, Problem>();
  const resources = new Resources();

  const take = (path: string, bytes: Uint8Array): string[] => {
    budget.spendBytes(bytes.byteLength);
    const { document, facts } = readDocument(path, bytes, limits);
    budget.spendRefs(facts.refs.size);
    documents.set(path, document);
    resources.add(document, facts);
    return [...facts.refs].flatMap((ref) => {
      const target = parseReference(ref, path);
      return target.kind === "file" ? [target.file] : [];
    });
  };

  const first = content ?? (await source.read([file], limits.bytes)).get(file);
  if (first instanceof Problem) throw first;
  if (!first) throw specProblem("ref-missing", file, "there is no such file.");
  let wanted = take(file, first);
  for (;;) {
    budget.checkTime();
    const wave = [...new Set(wanted)].filter((path) => !documents.has(path) && !failures.has(path));
    if (wave.length === 0) break;
    budget.spendFiles(wave.length);
    wanted = [];
    for (const [path, bytes] of await source.read(wave, budget.bytesLeft)) {
      try {
        if (bytes instanceof Problem) throw bytes;
        wanted.push(...take(path, bytes));
      } catch (error) {
        if (!(error instanceof Problem) || error instanceof LimitProblem) throw error;
        failures.set(path, error);
      }
      budget.checkTime();
    }
  }
  const root = documents.get(file);
  if (!root) throw specProblem("ref-missing", file, "there is no such file.");
  return { root, documents, failures, resources };
}

function readDocument(
  file: string,
  bytes: Uint8Array,
  limits: Limits,
): { document: Document; facts: Survey } {
  const text = decodeText(bytes, file);
  const { format, data, pairs, shares } = parseText(text, file, limits);
  const facts = survey(data, shares, file, limits);
  if (pairs !== null && pairs !== facts.keys) {
    const outline = outlineJson(text);
    const duplicate = findDuplicate(text, file, outline, (node) => jsonKey(text, outline, node));
    if (duplicate) throw duplicate;
  }
  return { document: { file, format, data, text }, facts };
}

/** A limit of the whole spec: whichever file exceeds it, the spec cannot be judged. */
class LimitProblem extends Problem {}

class Budget {
  bytesLeft: number;
  readonly #file: string;
  readonly #limits: Limits;
  readonly #now: (() => number) | undefined;
  readonly #start: number;
  #files = 1;
  #refs = 0;

  constructor(file: string, limits: Limits, now: (() => number) | undefined) {
    this.#file = file;
    this.#limits = limits;
    this.#now = now;
    this.#start = now?.() ?? 0;
    this.bytesLeft = limits.bytes;
  }

  spendBytes(bytes: number): void {
    this.bytesLeft -= bytes;
    if (this.bytesLeft < 0) this.#fail("too-large", `the spec has more than ${this.#limits.bytes} bytes`);
  }

  spendFiles(files: number): void {
    this.#files += files;
    if (this.#files > this.#limits.files)
      this.#fail("too-many-files", `the spec refers to more than ${this.#limits.files} files`);
  }

  spendRefs(refs: number): void {
    this.#refs += refs;
    if (this.#refs > this.#limits.refs)
      this.#fail("too-many-refs", `the spec has more than ${this.#limits.refs} references`);
  }

  checkTime(): void {
    if (this.#now && this.#now() - this.#start > this.#limits.time) {
      this.#fail("too-slow", `loading the spec takes more than ${this.#limits.time} ms`);
    }
  }

  #fail(code: Parameters<typeof specProblem>[0], message: string): never {
    const { hint, location } = specProblem(code, this.#file, message);
    throw new LimitProblem(code, `${message}.`, hint, location);
  }
}
