import { Problem } from "../../contract/problem.js";
import type { Source } from "../../spec/spec.js";
import { fileProblem } from "../file-problems.js";
import type { Blobs } from "./blobs.js";
import { notFetched } from "./problems.js";
import type { EntryKind, Trees } from "./tree.js";

export interface CommitFiles {
  readonly blobs: Blobs;
  readonly trees: Trees;
  readonly commit: string;
  /** The root's folder inside the repository, with a final `/`; empty where it is the repository's own. */
  readonly prefix: string;
}

/** Bytes of all files of one reading, where the reader sets no limit of its own. */
const fileLimit = 512 * 1024 * 1024;

/**
 * The files of a commit as a Source. Per path a Problem: missing, a folder, a symbolic link (in a commit none is
 * followed), a submodule, a Git LFS pointer, too large, not on this machine. Throws a Problem where git itself fails.
 */
export function commitSource(files: CommitFiles): Source {
  return {
    now: () => performance.now(),
    async read(paths, bytes = fileLimit) {
      const contents = new Map<string, Uint8Array | Problem>();
      let left = Math.min(bytes, fileLimit);
      for (const path of paths) {
        const content = await readFile(files, path, left);
        if (!(content instanceof Problem)) left -= content.byteLength;
        contents.set(path, content);
      }
      return contents;
    },
  };
}

/** The object's id of a file in a commit; null where there is no regular file. */
export async function blobId(files: CommitFiles, path: string): Promise<string | null> {
  const found = await files.trees.entry(`${files.commit}^{tree}`, files.prefix + path);
  return found?.entry.kind === "file" ? found.entry.id : null;
}

async function readFile(files: CommitFiles, path: string, limit: number): Promise<Uint8Array | Problem> {
  const found = await files.trees.entry(`${files.commit}^{tree}`, files.prefix + path);
  const commit = `commit ${files.commit.slice(0, 12)}`;
  if (found === null) return fileProblem("file-missing", path, `there is no such file in ${commit}.`);
  if (found.entry.kind !== "file")
    return notAFile(path, found.path.slice(files.prefix.length), commit, found.entry.kind);
  const object = await files.blobs.read(found.entry.id, limit);
  if (object === null) return notFetched();
  if (object.bytes === null) {
    return fileProblem(
      "too-large",
      path,
      `the file has ${object.size} bytes in ${commit}, more than the limit leaves.`,
    );
  }
  if (!isLfsPointer(object.bytes)) return object.bytes;
  const message = `this is a Git LFS pointer in ${commit}, not the file itself.`;
  const hint = "keep specs and baselines out of Git LFS: `git lfs untrack`, and commit the file again.";
  return new Problem("lfs-pointer", message, hint, { file: path });
}

function notAFile(path: string, at: string, commit: string, kind: Exclude<EntryKind, "file">): Problem {
  const here = at === path ? "this" : at;
  if (kind === "folder") return fileProblem("is-directory", path, `${here} is a folder in ${commit}.`);
  if (kind === "symlink") {
    const hint = "commit the file itself: a link in a commit is never followed.";
    return new Problem("symlink", `${here} is a symbolic link in ${commit}.`, hint, { file: path });
  }
  const hint =
    "run errlock inside that repository, or commit a copy of the file: its files are not in this one.";
  return new Problem("submodule", `${here} is a submodule in ${commit}.`, hint, { file: path });
}

/** A file of https://git-lfs.com as it stands in the repository: less than 1024 bytes that begin with its version. */
function isLfsPointer(bytes: Buffer): boolean {
  return (
    bytes.length < 1024 &&
    bytes.toString("latin1", 0, 64).startsWith("version https://git-lfs.github.com/spec/")
  );
}
