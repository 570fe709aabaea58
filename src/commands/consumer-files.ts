import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { readWalked, walkFiles } from "../host/walk.js";
import type { Tree } from "./find-specs.js";

/** The files that consumers may consist of. */
export interface ConsumerFiles {
  /** Files that a glob may match: those that git would not ignore. @throws Problem where there are too many */
  list(): Promise<readonly string[]>;
  /** Bytes of the largest file that is read. */
  readonly largest: number;
  /** Files that a config names, whatever git ignores. */
  named(files: readonly string[]): Promise<ReadonlyMap<string, Uint8Array | Problem>>;
  /** A listed file; null where it cannot be read. */
  listed(file: string): Promise<Uint8Array | null>;
}

/** Those of the work tree. */
export function filesBelow(root: string, { source }: Pick<Tree, "source">, limits: Limits): ConsumerFiles {
  let files: readonly string[] | null = null;
  return {
    async list() {
      files ??= listBelow(root, limits);
      return files;
    },
    largest: limits.consumerBytes,
    named: (names) => source.read(names, limits.bytes),
    listed: async (file) => readWalked(root, file, limits.consumerBytes),
  };
}

/** @throws Problem `too-many-files` */
export function listBelow(root: string, limits: Limits): readonly string[] {
  const { files, limited } = walkFiles(root, limits.consumerFiles);
  if (!limited) return files;
  throw new Problem(
    "too-many-files",
    `more than ${files.length} files below the root`,
    "name the consumers' files in errlock.yaml without globs or a smaller root with `--root DIR`, or raise `limits.consumerFiles` there.",
  );
}

/** Those of a commit. */
export function filesOfCommit({ source, list }: Tree, limits: Limits): ConsumerFiles {
  let files: Promise<readonly string[]> | null = null;
  return {
    list() {
      files ??= list("");
      return files;
    },
    largest: limits.consumerBytes,
    named: (names) => source.read(names, limits.bytes),
    async listed(file) {
      const content = (await source.read([file], limits.consumerBytes + 1)).get(file);
      return content === undefined || content instanceof Problem ? null : content;
    },
  };
}
