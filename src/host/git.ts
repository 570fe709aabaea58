import { Problem } from "../contract/problem.js";
import type { Source } from "../spec/spec.js";
import { Blobs } from "./git/blobs.js";
import { type Commit, followFile, lastChange, type Touch, touching } from "./git/log.js";
import { ObjectReader } from "./git/objects.js";
import {
  badRef,
  gitProblem,
  missingRef,
  noCommits,
  noMergeBase,
  notFetched,
  shallowClone,
  tooOld,
} from "./git/problems.js";
import { type GitOutput, runGit } from "./git/process.js";
import { blobId, commitSource } from "./git/source.js";
import { Trees } from "./git/tree.js";

export type { Commit, Touch } from "./git/log.js";
export { notARepository } from "./git/problems.js";

/** Ubuntu 20.04 has 2.25; what is asked of git here is older than that. */
const oldest = [2, 20] as const;

export interface MergeBase {
  /** Full ids of the merge base, of the ref and of HEAD. */
  readonly commit: string;
  readonly ref: string;
  readonly head: string;
}

export interface Followed {
  /** Newest first. */
  readonly touches: readonly Touch[];
  /** Whether its renames were followed; where the clone lacks old contents, git cannot. */
  readonly renames: boolean;
}

/** A git repository, read by the git command alone. Its work tree, index and config are never touched. */
export interface Repository {
  /** The folder that paths count from: the repository's top or a folder below it. */
  readonly root: string;
  /** That folder inside the repository, with a final `/`; empty for the top. */
  readonly prefix: string;
  readonly shallow: boolean;
  /** The full id of HEAD's commit. Throws a Problem where there is none yet. */
  head(): Promise<string>;
  /** The full id of the commit that a branch, tag or other name stands for. Throws a Problem with the command that fetches it. */
  resolveCommit(ref: string): Promise<string>;
  /** Where HEAD left the ref's history. Throws a Problem for a shallow clone, a missing ref, and where nothing is shared. */
  mergeBase(ref: string): Promise<MergeBase>;
  /** The files of a commit. */
  source(commit: string): Source;
  /** The id of a file's content in a commit; null where there is no regular file. */
  blob(commit: string, path: string): Promise<string | null>;
  /** Files and symbolic links of a commit below the root, sorted. */
  listFiles(commit: string): Promise<readonly string[]>;
  /** Commits of HEAD's main line that changed a file, through its renames, newest first. It ends where the file came from outside the root. */
  follow(path: string): Promise<Followed>;
  /** Commits of HEAD's main line that changed one of the files, newest first. */
  touching(paths: readonly string[]): Promise<readonly Commit[]>;
  /** The newest commit on the main line of `since..HEAD` that changed a file; null where none did. */
  lastChange(since: string, path: string): Promise<string | null>;
  /** Ends the process that reads objects; it would end with the program anyway. */
  close(): void;
}

/**
 * The repository that a folder is in; null where it is in none (or in none with a work tree). Throws a Problem where
 * git is missing, too old, or does not trust the folder's owner.
 */
export async function openRepository(root: string): Promise<Repository | null> {
  const [version, place] = await Promise.all([
    runGit(root, ["version"]),
    runGit(root, ["rev-parse", "--is-inside-work-tree", "--is-shallow-repository", "--show-prefix"]),
  ]);
  if (place.status !== 0 && /not a git repository|cannot change to/.test(place.stderr)) return null;
  requireVersion(version, root);
  if (place.status !== 0) throw gitProblem(place.stderr, root);
  const [inside, shallow, ...prefix] = place.stdout.toString("utf8").split("\n");
  if (inside === "false") return null;
  if (inside !== "true" || prefix.length < 2) throw gitProblem("it does not say where it is", root);
  return new GitRepository(root, prefix.slice(0, -1).join("\n"), shallow === "true");
}

class GitRepository implements Repository {
  readonly root: string;
  readonly prefix: string;
  readonly shallow: boolean;
  readonly #objects: ObjectReader;
  readonly #blobs: Blobs;
  readonly #trees: Trees;

  constructor(root: string, prefix: string, shallow: boolean) {
    this.root = root;
    this.prefix = prefix;
    this.shallow = shallow;
    this.#objects = new ObjectReader(root);
    this.#blobs = new Blobs(this.#objects);
    this.#trees = new Trees(this.#objects, root);
  }

  async head(): Promise<string> {
    const id = await this.#commitId("HEAD");
    if (id !== null) return id;
    // A branch without its commit is a damaged clone, not a new one.
    throw (await this.#id("HEAD")) === null ? noCommits() : notFetched();
  }

  async resolveCommit(ref: string): Promise<string> {
    // git reads a name that begins with `-` as an option and one that begins with `^` as an exclusion.
    if (ref === "" || /^[-^]|[\0-\x1f\x7f]|\.\./.test(ref)) throw badRef(ref);
    const id = await this.#commitId(ref);
    if (id !== null) return id;
    await this.head();
    throw missingRef(ref, {
      remotes: await this.#remotes(),
      shallow: this.shallow,
      similar: await this.#similar(ref),
    });
  }

  async mergeBase(ref: string): Promise<MergeBase> {
    const other = await this.resolveCommit(ref);
    const head = await this.head();
    if (this.shallow) throw shallowClone((await this.#remotes())[0] ?? null);
    const { status, stdout, stderr } = await runGit(this.root, ["merge-base", other, head]);
    if (status === 1) throw noMergeBase(ref);
    if (status !== 0) throw gitProblem(stderr, this.root);
    const commit = stdout.toString("utf8").trim();
    if (!isId(commit)) throw gitProblem("it names no merge base", this.root);
    return { commit, ref: other, head };
  }

  source(commit: string): Source {
    return commitSource(this.#files(commit));
  }

  blob(commit: string, path: string): Promise<string | null> {
    return blobId(this.#files(commit), path);
  }

  async listFiles(commit: string): Promise<readonly string[]> {
    const top = `${commit}^{tree}`;
    if (this.prefix === "") return this.#trees.files(top);
    const below = await this.#trees.entry(top, this.prefix.slice(0, -1));
    return below?.entry.kind === "folder" ? this.#trees.files(below.entry.id) : [];
  }

  async follow(path: string): Promise<Followed> {
    const head = await this.head();
    try {
      const touches = await followFile(this.root, head, path);
      const end = touches.findIndex((touch) => !touch.path.startsWith(this.prefix));
      const inside = end < 0 ? touches : touches.slice(0, end);
      return {
        touches: inside.map((touch) => ({ ...touch, path: touch.path.slice(this.prefix.length) })),
        renames: true,
      };
    } catch (error) {
      if (!(error instanceof Problem && error.code === "git-object-missing")) throw error;
      const touches = await touching(this.root, head, [path]);
      return { touches: touches.map((touch) => ({ ...touch, path })), renames: false };
    }
  }

  async touching(paths: readonly string[]): Promise<readonly Commit[]> {
    return touching(this.root, await this.head(), paths);
  }

  async lastChange(since: string, path: string): Promise<string | null> {
    return lastChange(this.root, since, await this.head(), path);
  }

  close(): void {
    this.#objects.close();
  }

  #files(commit: string) {
    return { blobs: this.#blobs, trees: this.#trees, commit, prefix: this.prefix };
  }

  /** Asks git for a commit's id; null where the name means none, or more than one. */
  #commitId(name: string): Promise<string | null> {
    return this.#id(`${name}^{commit}`);
  }

  async #id(name: string): Promise<string | null> {
    const { status, stdout, stderr } = await runGit(this.root, ["rev-parse", "--verify", "--quiet", name]);
    // It is quiet about what is not there, but for `@{…}` that leads nowhere.
    if (status > 1 && !name.includes("@{")) throw gitProblem(stderr, this.root);
    const id = stdout.toString("utf8").trim();
    return status === 0 && isId(id) ? id : null;
  }

  async #remotes(): Promise<string[]> {
    return this.#lines(["remote"]);
  }

  /** Branches of remotes that end with the name, as `main` is the end of `origin/main`. */
  async #similar(ref: string): Promise<string[]> {
    const names = await this.#lines(["for-each-ref", "--format=%(refname:short)", "refs/remotes"]);
    return names.filter((name) => name.endsWith(`/${ref}`));
  }

  async #lines(args: readonly string[]): Promise<string[]> {
    const { status, stdout } = await runGit(this.root, args);
    return status === 0
      ? stdout
          .toString("utf8")
          .split("\n")
          .filter((line) => line !== "")
          .sort()
      : [];
  }
}

function isId(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}

function requireVersion({ stdout, stderr }: GitOutput, root: string): void {
  const [, version, major, minor] = /((\d+)\.(\d+)\S*)/.exec(stdout.toString("utf8")) ?? [];
  if (version === undefined) throw gitProblem(stderr || "it does not tell its version", root);
  const here = Number(major) * 1000 + Number(minor);
  const needed = oldest[0] * 1000 + oldest[1];
  if (here < needed) throw tooOld(version, oldest.join("."));
}
