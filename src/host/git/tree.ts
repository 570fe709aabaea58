import type { ObjectReader } from "./objects.js";
import { gitProblem, notFetched } from "./problems.js";

/** What stands under a name in a tree. `submodule`: a commit of another repository. */
export type EntryKind = "file" | "folder" | "symlink" | "submodule";

export interface TreeEntry {
  readonly kind: EntryKind;
  readonly id: string;
}

export type Tree = ReadonlyMap<string, TreeEntry>;

const treeLimit = 64 * 1024 * 1024;

/** The trees of a repository, each read once. */
export class Trees {
  readonly #objects: ObjectReader;
  readonly #root: string;
  readonly #known = new Map<string, Promise<Tree>>();

  constructor(objects: ObjectReader, root: string) {
    this.#objects = objects;
    this.#root = root;
  }

  /** A tree by its id (or `<commit>^{tree}`). Throws a Problem where it cannot be read. */
  tree(name: string): Promise<Tree> {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const read = this.#read(name);
    this.#known.set(name, read);
    return read;
  }

  /**
   * The entry at a path below a tree, or, where the way there leads through something that is no folder, that entry.
   * Null where there is nothing.
   */
  async entry(
    name: string,
    path: string,
  ): Promise<{ readonly path: string; readonly entry: TreeEntry } | null> {
    const parts = path.split("/");
    let tree = await this.tree(name);
    for (const [index, part] of parts.entries()) {
      const entry = tree.get(part);
      if (entry === undefined) return null;
      const last = index === parts.length - 1;
      if (last || entry.kind !== "folder") {
        return !last && entry.kind === "file" ? null : { path: parts.slice(0, index + 1).join("/"), entry };
      }
      tree = await this.tree(entry.id);
    }
    return null;
  }

  /** All files and symbolic links below a tree, as paths from it, sorted. */
  async files(name: string): Promise<string[]> {
    const found: string[] = [];
    const walk = async (tree: Tree, prefix: string): Promise<void> => {
      const folders: Promise<void>[] = [];
      for (const [part, entry] of tree) {
        if (entry.kind === "file" || entry.kind === "symlink") found.push(prefix + part);
        else if (entry.kind === "folder") {
          folders.push(this.tree(entry.id).then((below) => walk(below, `${prefix}${part}/`)));
        }
      }
      await Promise.all(folders);
    };
    await walk(await this.tree(name), "");
    return found.sort();
  }

  async #read(name: string): Promise<Tree> {
    const object = await this.#objects.read(name, treeLimit);
    if (object === null) throw notFetched();
    if (object.type !== "tree" || object.bytes === null) throw gitProblem(`${name} is no tree`, this.#root);
    const tree = parseTree(object.bytes, object.id.length / 2);
    if (tree === null) throw gitProblem(`tree ${object.id} is damaged`, this.#root);
    return tree;
  }
}

/** Parses a tree object: `<mode> <name>\0<binary id>` repeated (git's Documentation/gitformat-pack, "tree objects"); null for one that is none. */
function parseTree(bytes: Buffer, idLength: number): Tree | null {
  const tree = new Map<string, TreeEntry>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    const next = end + 1 + idLength;
    if (space < at || end < space || next > bytes.length) return null;
    tree.set(bytes.toString("utf8", space + 1, end), {
      kind: kindOf(bytes.toString("latin1", at, space)),
      id: bytes.toString("hex", end + 1, next),
    });
    at = next;
  }
  return tree;
}

function kindOf(mode: string): EntryKind {
  if (mode === "40000" || mode === "040000") return "folder";
  if (mode === "120000") return "symlink";
  return mode === "160000" ? "submodule" : "file";
}
