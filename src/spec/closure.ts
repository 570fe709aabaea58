import type { Limits } from "../contract/policy.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import { Budget } from "./budget.js";
import type { DocumentCache } from "./cache.js";
import type { Loaded } from "./follow.js";
import { isLimit, specProblem } from "./problems.js";
import { readDocument } from "./read.js";
import { parseReference } from "./reference.js";
import { Resources } from "./resources.js";
import type { Document, Source } from "./spec.js";

/**
 * Reads a file and, wave by wave, all files that `$ref`s name, each wave at once.
 * Throws a Problem for the first file, for limits, and where the machine fails; others that cannot be used are `failures`.
 */
export async function loadClosure(
  source: Source,
  file: string,
  limits: Limits,
  content?: Uint8Array,
  cache?: DocumentCache,
): Promise<Loaded & { readonly root: Document }> {
  const budget = new Budget(file, limits, source.now?.bind(source));
  const documents = new Map<string, Document>();
  const failures = new Map<string, Problem>();
  const resources = new Resources();

  const take = (path: string, bytes: Uint8Array): string[] => {
    budget.spendBytes(bytes.byteLength);
    const read = () => readDocument(path, bytes, limits);
    const { document, facts } = cache?.get(path, bytes, read) ?? read();
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
        // What is left of the bytes is less than the file has
        if (bytes instanceof Problem && bytes.code === "too-large")
          budget.spendBytes(Number.POSITIVE_INFINITY);
        if (bytes instanceof Problem) throw bytes;
        wanted.push(...take(path, bytes));
      } catch (error) {
        if (!(error instanceof Problem) || isLimit(error)) throw error;
        if (error instanceof MachineFailure) throw error;
        failures.set(path, error);
      }
      budget.checkTime();
    }
  }
  const root = documents.get(file);
  if (!root) throw specProblem("ref-missing", file, "there is no such file.");
  return { root, documents, failures, resources, passed: new Map() };
}
