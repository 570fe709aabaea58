import type { Limits } from "../contract/policy.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import { readWalked, walkFiles } from "../host/walk.js";
import type { Tree } from "./find-specs.js";

/** The files that consumers may consist of. */
export interface ConsumerFiles {
  /** Files that a glob may match: those that git would not ignore. @throws Problem where there are too many */
  list(): Promise<Listing>;
  /** Bytes of the largest file that is read. */
  readonly largest: number;
  /** Steps that patterns may take over them. */
  readonly steps: number;
  /** Files that may be read again for other consumers. */
  readonly again: number;
  /** Files that a config names, whatever git ignores. */
  named(files: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | Problem>>;
  /** A listed file; null where it is none that can be read. @throws Problem where the machine fails */
  listed(file: string): Promise<Uint8Array | null>;
}

export interface Listing {
  readonly files: readonly string[];
  /** Folders whose files are not known, with the reason. */
  readonly unread: ReadonlyMap<string, Problem>;
}

/** Those of the work tree. */
export function filesBelow(root: string, { source }: Pick<Tree, "source">, limits: Limits): ConsumerFiles {
  let listing: Listing | null = null;
  return {
    async list() {
      listing ??= listBelow(root, limits);
      return listing;
    },
    largest: limits.consumerBytes,
    steps: limits.patternSteps,
    again: limits.consumerFiles,
    named: (names) => source.read(names, limits.bytes),
    listed: async (file) => readWalked(root, file, limits.consumerBytes),
  };
}

/** @throws Problem `too-many-files` */
export function listBelow(root: string, limits: Limits): Listing {
  const listing = walkFiles(root, limits.consumerFiles);
  if (!listing.limited) return listing;
  throw new Problem(
    "too-many-files",
    `more than ${listing.files.length} files below the root`,
    "name the consumers' files in errlock.yaml without globs or a smaller root with `--root DIR`, or raise `limits.consumerFiles` there.",
  );
}

/** Those of a commit. */
export function filesOfCommit({ source, list }: Tree, limits: Limits): ConsumerFiles {
  let files: Promise<readonly string[]> | null = null;
  return {
    async list() {
      files ??= list("");
      return { files: await files, unread: new Map() };
    },
    largest: limits.consumerBytes,
    steps: limits.patternSteps,
    again: limits.consumerFiles,
    named: (names) => source.read(names, limits.bytes),
    async listed(file) {
      const content = (await source.read([file], limits.consumerBytes + 1)).get(file);
      if (content instanceof MachineFailure) throw content;
      return content === undefined || content instanceof Problem ? null : content;
    },
  };
}
