import { Problem } from "../../contract/problem.js";
import type { Source } from "../../spec/spec.js";
import type { ObjectReader } from "./objects.js";
import { notFetched } from "./problems.js";
import type { EntryKind, Trees } from "./tree.js";

export interface CommitFiles {
  readonly objects: ObjectReader;
  readonly trees: Trees;
  readonly commit: string;
  /** The root's folder inside the repository, with a final `/`; empty where it is the repository's own. */
  readonly prefix: string;
  /** Bytes of one file. */
  readonly limit: number;
}

/** The files of a commit as a Source. Per path a Problem: missing, a folder, a symbolic link, a submodule, a Git LFS pointer, too large. */
export function commitSource(files: CommitFiles): Source {
  return {
    async read(paths) {
      const read = paths.map(async (path) => [path, await readFile(files, path)] as const);
      return new Map(await Promise.all(read));
    },
  };
}

/** The object's id of a file in a commit; null where there is no regular file. */
export async function blobId(files: CommitFiles, path: string): Promise<string | null> {
  const found = await files.trees.entry(`${files.commit}^{tree}`, files.prefix + path);
  return found?.entry.kind === "file" ? found.entry.id : null;
}

async function readFile(files: CommitFiles, path: string): Promise<Uint8Array | Problem> {
  const found = await files.trees.entry(`${files.commit}^{tree}`, files.prefix + path);
  const commit = files.commit.slice(0, 12);
  if (found === null) {
    return problem(
      path,
      "file-missing",
      `There is no file ${path} in commit ${commit}.`,
      "Correct the path, or commit the file.",
    );
  }
  const at = found.path.slice(files.prefix.length);
  if (found.entry.kind !== "file") return notAFile(path, at, commit, found.entry.kind);
  const object = await files.objects.read(found.entry.id, files.limit);
  if (object === null) return notFetched();
  if (object.bytes === null) {
    const message = `${path} in commit ${commit} has ${object.size} bytes, more than the limit of ${files.limit}.`;
    return problem(path, "file-too-large", message, "Raise `limits.bytes` in the config.");
  }
  if (!isLfsPointer(object.bytes)) return object.bytes;
  const message = `${path} in commit ${commit} is a Git LFS pointer, not the file itself.`;
  return problem(
    path,
    "lfs-pointer",
    message,
    "Keep specs and baselines out of Git LFS: git lfs untrack, then commit the file again.",
  );
}

function notAFile(path: string, at: string, commit: string, kind: Exclude<EntryKind, "file">): Problem {
  const where =
    at === path ? `${path} in commit ${commit} is` : `${path} cannot be read: ${at} in commit ${commit} is`;
  if (kind === "symlink") {
    return problem(
      path,
      "symlink",
      `${where} a symbolic link.`,
      "Commit the file itself: a link is never followed in a commit.",
    );
  }
  if (kind === "submodule") {
    const hint =
      "Its files are not in this repository. Run errlock inside that repository, or commit a copy of the file.";
    return problem(path, "submodule", `${where} a submodule.`, hint);
  }
  return problem(path, "not-a-file", `${where} a folder.`, "Name a file in it.");
}

/** A file of https://git-lfs.com as it stands in the repository: less than 1024 bytes that begin with its version. */
export function isLfsPointer(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString("latin1");
  return bytes.byteLength < 1024 && head.startsWith("version https://git-lfs.github.com/spec/");
}

function problem(file: string, code: string, message: string, hint: string): Problem {
  return new Problem(code, message, hint, { file });
}
