import picomatch from "picomatch";
import { baselineFolder, baselineOwners } from "../baseline/path.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import { defaultLimits } from "../spec/limits.js";
import type { SharedFiles } from "../spec/shared-files.js";
import type { Source } from "../spec/spec.js";

/** The files of a tree: the work tree, or a commit. */
export interface Tree {
  readonly source: Source;
  /** What several specs refer to, where nobody writes to the tree meanwhile. */
  readonly shared?: SharedFiles;
  /** Root-relative files below a folder (empty: the root), sorted. */
  list(folder: string): Promise<readonly string[]>;
}

/** Where specs stand by custom, when nobody says: these files, and all below these folders. */
const usualFiles = ["openapi", "swagger", "docs/openapi"];
const usualFolders = ["specs", "spec", "api"];
const endings = ["yaml", "yml", "json"];

/**
 * The OpenAPI documents among the usual places of a tree, and every file that has a baseline, sorted: a spec that was
 * locked stays one, whatever has become of it.
 *
 * @param base root-relative folder to look in; empty for the root
 */
export async function discoverSpecs(tree: Tree, base: string): Promise<string[]> {
  const prefix = base === "" ? "" : `${base}/`;
  const { files } = await expand(
    [
      ...usualFiles.flatMap((name) => endings.map((ending) => `${prefix}${name}.${ending}`)),
      ...usualFolders.map((folder) => `${prefix}${folder}/**/*.{${endings.join(",")}}`),
    ],
    tree,
  );
  const found: string[] = [];
  // One by one: all of them together may be more than a process can hold
  for (const file of files) {
    const content = (await tree.source.read([file], defaultLimits.bytes)).get(file);
    // One that is too large, or that nobody could look into, may be a spec: it is judged, and says why it cannot be.
    const isSpec =
      content instanceof Problem
        ? content.code === "too-large" || content instanceof MachineFailure
        : content !== undefined && looksLikeOpenApi(content, file);
    if (isSpec) found.push(file);
  }
  return [...found, ...(await lockedSpecs(tree, base, found))].sort();
}

/** The first that is there of the files that a baseline can belong to, where none of them was found. */
async function lockedSpecs(tree: Tree, base: string, found: readonly string[]): Promise<string[]> {
  const taken = new Set(found);
  const owners = (await tree.list(baselineFolder(base)))
    .filter((file) => file.endsWith(".json"))
    .map((file) => baselineOwners(file, base))
    .filter((specs) => !specs.some((spec) => taken.has(spec)));
  const contents = await tree.source.read(owners.flat());
  return owners.flatMap((specs) => specs.find((spec) => isThere(contents.get(spec))) ?? []);
}

/** A file that cannot be read is there all the same: that it cannot is said when it is judged. */
export function isThere(content: Uint8Array | Problem | undefined): boolean {
  return content !== undefined && !(content instanceof Problem && content.code === "file-missing");
}

/** Does the text say of itself, at its root, that it is an OpenAPI or Swagger document? */
function looksLikeOpenApi(content: Uint8Array, file: string): boolean {
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString("utf8");
  if (!file.endsWith(".json") && !/^\s*\{/.test(text)) {
    return /^\uFEFF?["']?(openapi|swagger)["']?[ \t]*:/m.test(text);
  }
  return /"(openapi|swagger)"\s*:\s*"\d/.test(text);
}

/** What paths and globs stand for in a tree. */
export interface Expanded {
  /** The files that match any, and none of those after `!`, sorted, each once. Paths count whether they are there or not. */
  readonly files: readonly string[];
  /** Globs that match no file. */
  readonly idle: readonly string[];
}

export async function expand(patterns: readonly string[], tree: Tree): Promise<Expanded> {
  const found = new Set<string>();
  const idle: string[] = [];
  const listings = new Map<string, Promise<readonly string[]>>();
  for (const pattern of patterns.filter((each) => !each.startsWith("!"))) {
    const { base, isGlob } = picomatch.scan(pattern);
    if (!isGlob) {
      found.add(pattern);
      continue;
    }
    const folder = base === "." ? "" : base;
    const listing = listings.get(folder) ?? tree.list(folder);
    listings.set(folder, listing);
    const matches = picomatch(pattern);
    const matched = (await listing).filter((file) => matches(file));
    for (const file of matched) found.add(file);
    if (matched.length === 0) idle.push(pattern);
  }
  const excluded = patterns.filter((each) => each.startsWith("!")).map((each) => picomatch(each.slice(1)));
  return { files: [...found].filter((file) => !excluded.some((matches) => matches(file))).sort(), idle };
}
