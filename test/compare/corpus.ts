import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { extract } from "../../src/catalog/extract.js";
import { compare } from "../../src/compare/compare.js";
import type { Change } from "../../src/contract/change.js";
import type { Contract } from "../../src/contract/contract.js";
import { Problem } from "../../src/contract/problem.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";

/** Where the corpus of public specs is; null where it is absent. */
export const corpus = [process.env.ERRLOCK_CORPUS, join(import.meta.dirname, "../../../shared/corpus")].find(
  (path) => path !== undefined && existsSync(join(path, "pairs/INDEX.json")),
);

/** One spec around one commit. */
export interface Pair {
  readonly repo: string;
  readonly commit: string;
  readonly path: string;
  readonly dir: string;
}

/** A change that a person judged from the diff and the commit message. */
export interface Label {
  readonly repo: string;
  readonly commit: string;
  readonly old: readonly string[];
  readonly new: readonly string[];
  readonly label: string;
}

export function readCorpus<T>(root: string, path: string): T {
  return JSON.parse(readFileSync(join(root, path), "utf8")) as T;
}

/** The changes of a pair; codes that stand only in examples count where they did so before. */
export async function changesOf(root: string, pair: Pair): Promise<Change[]> {
  const before = await contractOf(root, pair, "before", null);
  const after = await contractOf(root, pair, "after", before.errors);
  return compare(before, after, { examples: before.catalogs.every((catalog) => !catalog.normative) });
}

async function contractOf(
  root: string,
  pair: Pair,
  which: string,
  place: Contract["errors"],
): Promise<Contract> {
  const bytes = readFileSync(join(root, pair.dir, `${which}.${pair.path.split(".").at(-1)}`));
  const missing = new Problem("missing", "the corpus holds only the file that changed", "", {
    file: pair.path,
  });
  const read = async (paths: readonly string[]) =>
    new Map(paths.map((path) => [path, path === pair.path ? bytes : missing] as const));
  const spec = await loadSpec({ read }, pair.path, defaultLimits);
  return extract(spec, { place, setting: { examples: "lock" } }).contract;
}
