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
  const commit = `commit ${files.commit.slice(0, 12)}`;
  const problem = (code: string, message: string, hint: string) =>
    new Problem(code, message, hint, { file: path });
  if (found === null)
    return problem("file-missing", `no such file in ${commit}`, "correct the path, or commit the file.");
  if (found.entry.kind !== "file") {
    const at = found.path.slice(files.prefix.length);
    const { what, hint } = noFile[found.entry.kind];
    return problem(found.entry.kind, `${at === path ? "" : `${at} is `}${what} in ${commit}`, hint);
  }
  const object = await files.objects.read(found.entry.id, files.limit);
  if (object === null) return notFetched();
  if (object.bytes === null) {
    const message = `${object.size} bytes in ${commit}, more than the ${files.limit} that errlock reads`;
    return problem("too-large", message, "split the file.");
  }
  if (!isLfsPointer(object.bytes)) return object.bytes;
  const hint = "keep specs and baselines out of Git LFS: `git lfs untrack`, and commit the file again.";
  return problem("lfs-pointer", `a Git LFS pointer in ${commit}, not the file itself`, hint);
}

const noFile = {
  folder: { what: "a folder", hint: "name a file in it." },
  symlink: { what: "a symbolic link", hint: "commit the file itself: a link in a commit is never followed." },
  submodule: {
    what: "a submodule",
    hint: "run errlock inside that repository, or commit a copy of the file: its files are not in this one.",
  },
} as const satisfies Record<Exclude<EntryKind, "file">, { what: string; hint: string }>;

/** A file of https://git-lfs.com as it stands in the repository: less than 1024 bytes that begin with its version. */
function isLfsPointer(bytes: Buffer): boolean {
  return (
    bytes.length < 1024 &&
    bytes.toString("latin1", 0, 64).startsWith("version https://git-lfs.github.com/spec/")
  );
}
