import { extract } from "../catalog/extract.js";
import { folderOf } from "../config/paths.js";
import type { Contract, ErrorPlace } from "../contract/contract.js";
import type { SkippedVersion } from "../contract/history.js";
import type { ErrorsSetting, Limits } from "../contract/policy.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import type { Version } from "../history/lives.js";
import type { Commit, Repository, Touch } from "../host/git.js";
import { type Packed, pack, unpack } from "../host/pack.js";
import { DocumentCache } from "../spec/cache.js";
import { loadSpec } from "../spec/load.js";
import type { Source } from "../spec/spec.js";

/** How every version of a spec is read. */
export interface ReadingOptions {
  /** Where the newest version has its codes; an older one that has none there is searched. */
  readonly place: ErrorPlace | null;
  readonly setting: ErrorsSetting | null;
  readonly limits: Limits;
}

export interface Versions {
  /** Oldest first. */
  readonly versions: readonly PackedVersion[];
  readonly skipped: readonly SkippedVersion[];
}

/** A version as it is kept: there may be thousands. */
export interface PackedVersion extends Pick<Version, "commit" | "date"> {
  readonly packed: Packed<Contract>;
}

/** Versions with their contracts, which are made as they are asked for. */
export function* unpacked(versions: readonly PackedVersion[]): Generator<Version> {
  for (const { commit, date, packed } of versions) yield { commit, date, contract: unpack(packed) };
}

/** What one commit has: the files that were asked for, and what they gave. */
interface Snapshot {
  readonly path: string;
  /** Every file that was looked for, with its id; null where it was not there. */
  readonly files: ReadonlyMap<string, string | null>;
  /** The contract, or why there is none. */
  readonly outcome: Packed<Contract> | string;
}

/** Files that each name the next one are found commit by commit; after so many steps all commits are looked at. */
const manySteps = 12;

/** More paths than this are named by their folders, so that git's command line stays short. */
const manyPaths = 200;

/**
 * All versions of a spec on HEAD's main line: one for each commit that changed it or a file that it refers to. Each
 * content is parsed once, and a commit that changed nothing the spec uses gives no version.
 *
 * @param touches the commits that changed the root document, newest first, with its path in each
 */
export async function readVersions(
  repository: Repository,
  touches: readonly Touch[],
  options: ReadingOptions,
): Promise<Versions> {
  const cache = new DocumentCache();
  const snapshots = new Map<string, Snapshot>();
  const paths = new Set(touches.map(({ path }) => path));
  for (let step = 1; ; step++) {
    const commits = (await repository.touching(step < manySteps ? pathspecs(paths) : ["."])).toReversed();
    const before = paths.size;
    const walked = await walk(repository, commits, touches, snapshots, { ...options, cache });
    for (const { files } of walked.map(({ snapshot }) => snapshot))
      for (const path of files.keys()) paths.add(path);
    if (paths.size === before || step === manySteps) return told(walked);
  }
}

interface Walked extends Commit {
  readonly snapshot: Snapshot;
}

/** The commits that changed something the spec uses, oldest first. */
async function walk(
  repository: Repository,
  commits: readonly Commit[],
  touches: readonly Touch[],
  snapshots: Map<string, Snapshot>,
  options: ReadingOptions & { readonly cache: DocumentCache },
): Promise<Walked[]> {
  const touched = new Map(touches.map(({ commit, path }) => [commit, path]));
  const walked: Walked[] = [];
  let path = touches.at(-1)?.path ?? "";
  for (const commit of commits) {
    const begun = walked.length > 0 || touched.has(commit.commit);
    if (!begun) continue;
    path = touched.get(commit.commit) ?? path;
    const last = walked.at(-1)?.snapshot;
    if (last !== undefined && last.path === path && (await isUnchanged(repository, commit.commit, last)))
      continue;
    const snapshot = snapshots.get(commit.commit) ?? (await take(repository, commit.commit, path, options));
    snapshots.set(commit.commit, snapshot);
    walked.push({ ...commit, snapshot });
  }
  return walked;
}

async function isUnchanged(repository: Repository, commit: string, { files }: Snapshot): Promise<boolean> {
  for (const [path, id] of files) if ((await repository.blob(commit, path)) !== id) return false;
  return true;
}

async function take(
  repository: Repository,
  commit: string,
  path: string,
  { place, setting, limits, cache }: ReadingOptions & { readonly cache: DocumentCache },
): Promise<Snapshot> {
  const asked = new Set<string>([path]);
  const outcome = await readContract(recording(repository.source(commit), asked), path, async (source) => {
    const spec = await loadSpec(source, path, limits, undefined, cache);
    return pack(extract(spec, { place, setting, limits }).contract);
  });
  const files = new Map<string, string | null>();
  for (const file of asked) files.set(file, await repository.blob(commit, file));
  return { path, files, outcome };
}

/** A version that cannot be read is no reason to tell nothing of the others. */
async function readContract(
  source: Source,
  path: string,
  read: (source: Source) => Promise<Packed<Contract>>,
): Promise<Snapshot["outcome"]> {
  try {
    return await read(source);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // What a partial clone lacks is told like any other version that cannot be read.
    if (error instanceof MachineFailure && error.code !== "git-object-missing") throw error;
    const { location } = error;
    const place = location !== null && "line" in location ? `${location.file}:${location.line}` : path;
    return `${place}: ${error.message}`;
  }
}

/** A source that notes what was asked of it, also what it had not. */
function recording(source: Source, asked: Set<string>): Source {
  return {
    ...source,
    read(paths, bytes) {
      for (const path of paths) asked.add(path);
      return source.read(paths, bytes);
    },
  };
}

function told(walked: readonly Walked[]): Versions {
  const versions: PackedVersion[] = [];
  const skipped: SkippedVersion[] = [];
  for (const { commit, date, snapshot } of walked) {
    const { outcome } = snapshot;
    if (typeof outcome === "string") skipped.push({ commit, date, reason: outcome });
    else versions.push({ commit, date, packed: outcome });
  }
  return { versions, skipped };
}

function pathspecs(paths: ReadonlySet<string>): string[] {
  if (paths.size <= manyPaths) return [...paths].sort();
  const folders = new Set([...paths].map(folderOf));
  return [...folders]
    .sort()
    .filter((folder) => !above(folder).some((other) => folders.has(other)))
    .map((folder) => folder || ".");
}

/** The folders that hold a folder. */
function above(folder: string): string[] {
  const found: string[] = [];
  for (let at = folder; at !== ""; at = folderOf(at)) found.push(folderOf(at));
  return found;
}
