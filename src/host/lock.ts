import { open, readFile, rename, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileProblem, removeProblem, systemCode, writeProblem } from "./file-problems.js";
import { makeFolder } from "./folder.js";

/** Milliseconds after which a lock is abandoned whose owner cannot be asked, or that does not say who it is. */
const staleAfter = { elsewhere: 60_000, unsigned: 2_000 };

/** Locks of this process, to tell them from those of an earlier process that had the same id (in a container). */
const held = new Set<string>();

/**
 * Runs `work` while no other run holds the lock of `file`, so that of two runs that read and write it no update is
 * lost. The lock is a hidden file beside it; one that was left behind by a run that was killed is taken over.
 * Throws a Problem (`file-busy`) when the other run does not end within `patience` milliseconds.
 */
export async function withLock<Result>(
  file: string,
  work: () => Promise<Result>,
  patience = 10_000,
): Promise<Result> {
  const lock = join(dirname(file), `.${basename(file)}.lock`);
  const end = performance.now() + patience;
  for (let pause = 5; !(await take(lock, file)); pause = Math.min(pause * 2, 200)) {
    if (await takeAway(lock)) continue;
    if (performance.now() > end) {
      throw fileProblem("file-busy", file, `another run is changing the file: it holds ${lock}.`);
    }
    await sleep(pause);
  }
  const result = await work().catch((error: unknown) => abandon(lock, error));
  await release(lock);
  return result;
}

async function release(lock: string): Promise<void> {
  held.delete(lock);
  await remove(lock);
}

/** What went wrong first is what is told. */
async function abandon(lock: string, error: unknown): Promise<never> {
  await release(lock).catch(() => undefined);
  throw error;
}

/** Removes a lock, if it is still there. */
async function remove(lock: string): Promise<void> {
  try {
    await unlink(lock);
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw removeProblem(lock, error);
  }
}

/** Creating a file that must not exist succeeds for exactly one run. */
async function take(lock: string, file: string): Promise<boolean> {
  try {
    await makeFolder(dirname(lock));
    const handle = await open(lock, "wx");
    held.add(lock);
    const written = handle.writeFile(signature(process.pid)).finally(() => handle.close());
    await written.catch((error: unknown) => abandon(lock, error));
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw writeProblem(file, error);
  }
}

function signature(pid: number): string {
  return `${pid} ${hostname()}\n`;
}

/** Removes a lock that nobody holds any more; true when it is worth trying again at once. */
async function takeAway(lock: string): Promise<boolean> {
  const seen = await inspect(lock);
  if (seen === null) return true;
  if (!isAbandoned(lock, seen)) return false;
  // Renamed first: of two runs that both find it abandoned, one must not remove the new lock of the other.
  const aside = `${lock}.${crypto.randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return true;
    throw writeProblem(lock, error);
  }
  const taken = await inspect(aside);
  if (taken && (taken.owner !== seen.owner || taken.inode !== seen.inode)) {
    await rename(aside, lock);
    return false;
  }
  await remove(aside);
  return true;
}

interface Lock {
  readonly owner: string;
  readonly age: number;
  readonly inode: number;
}

async function inspect(lock: string): Promise<Lock | null> {
  try {
    const [owner, { mtimeMs, ino }] = await Promise.all([readFile(lock, "utf8"), stat(lock)]);
    return { owner, age: Date.now() - mtimeMs, inode: ino };
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw writeProblem(lock, error);
  }
}

function isAbandoned(lock: string, { owner, age }: Lock): boolean {
  const [, pid, host] = /^(\d+) (.+)\n$/.exec(owner) ?? [];
  if (pid === undefined) return age > staleAfter.unsigned;
  if (host !== hostname()) return age > staleAfter.elsewhere;
  return Number(pid) === process.pid ? !held.has(lock) : !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== "ESRCH";
  }
}
