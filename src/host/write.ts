import { constants, type Stats } from "node:fs";
import {
  type FileHandle,
  lstat,
  open,
  readdir,
  realpath,
  rename,
  stat,
  unlink,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileProblem, systemCode, writeProblem } from "./file-problems.js";
import { makeFolder } from "./folder.js";
import { isInside } from "./inside.js";

/**
 * Replaces a file so that whoever reads it, whenever the power fails, finds the old text or the new one: written to a
 * temporary file beside it, synced, renamed, and the folder synced. Folders that are missing are made; the mode of an
 * existing file is kept; a text may come in pieces; what a run that was killed left beside it is cleared away. With
 * `root`, symlinks that lead out of it are refused; links inside are written through. Throws a Problem; the old file is
 * untouched then, but for `not-durable`, which says so.
 */
export async function writeAtomically(
  file: string,
  text: string | Iterable<string>,
  root?: string,
): Promise<void> {
  try {
    await refuseOutside(file, root);
    await makeFolder(dirname(file));
    await replace(await resolveTarget(file), text);
  } catch (error) {
    throw writeProblem(file, error);
  }
}

/** Judges the nearest ancestor that exists, because making folders through a link would leave the root too. */
async function refuseOutside(file: string, root: string | undefined): Promise<void> {
  if (root === undefined) return;
  for (let path = resolve(file); ; path = dirname(path)) {
    const real = await realPath(path);
    if (real === null) continue;
    if (isInside(await realpath(root), real)) return;
    throw fileProblem("outside-root", file, "the path leads out of the root; nothing was written.");
  }
}

/** Where a path really leads: through a link to the file that it names, else into the real folder. */
async function resolveTarget(file: string): Promise<string> {
  return (await realPath(file)) ?? join(await realpath(dirname(file)), basename(file));
}

/** Null where nothing is; a link that leads nowhere is refused, because its target cannot be judged. */
async function realPath(path: string): Promise<string | null> {
  try {
    return await realpath(path);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    if ((await existing(path, lstat))?.isSymbolicLink())
      throw fileProblem("dangling-link", path, "this symbolic link leads to nothing; nothing was written.");
    return null;
  }
}

async function replace(target: string, text: string | Iterable<string>): Promise<void> {
  const old = await existing(target, stat);
  if (old?.isDirectory()) throw fileProblem("is-directory", target, "this is a folder, not a file.");
  await clearAway(target);
  const temporary = join(dirname(target), temporaryName(target, crypto.randomUUID()));
  const handle = await open(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o666);
  try {
    await fill(handle, text, old?.mode);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
  await syncFolder(target);
}

/** Null where there is none. */
async function existing(path: string, look: typeof stat | typeof lstat): Promise<Stats | null> {
  try {
    return await look(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

function temporaryName(target: string, id: string): string {
  return `.${basename(target)}.${id}.tmp`;
}

/** Milliseconds after which nobody is writing a temporary file any more; whoever was only paused finds it gone, and says so. */
const abandonedAfter = 10_000;

/** Removes temporary files of runs that were killed. Where that cannot be done they stay: they do no harm. */
async function clearAway(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of await readdir(folder).catch(() => [])) {
    const id = /^[0-9a-f-]{36}(?=\.tmp$)/.exec(name.slice(basename(target).length + 2))?.[0];
    if (id === undefined || name !== temporaryName(target, id)) continue;
    const left = join(folder, name);
    const { mtimeMs } = await stat(left).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
    if (Date.now() - mtimeMs > abandonedAfter) await unlink(left).catch(() => undefined);
  }
}

async function fill(
  handle: FileHandle,
  text: string | Iterable<string>,
  mode: number | undefined,
): Promise<void> {
  try {
    if (mode !== undefined) await handle.chmod(mode & 0o7777);
    await writeFile(handle, text, "utf8");
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the rename durable. Some systems cannot sync folders; the file itself is safe there already. */
async function syncFolder(target: string): Promise<void> {
  try {
    const handle = await open(dirname(target), constants.O_RDONLY);
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    const system = systemCode(error) ?? "";
    if (["EINVAL", "EISDIR", "EPERM", "EACCES", "ENOTSUP"].includes(system)) return;
    const message = `the new text is in place, but its folder could not be synced: the system says ${system}.`;
    throw fileProblem("not-durable", target, message, { cause: error });
  }
}
