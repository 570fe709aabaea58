import { MachineFailure, Problem } from "../contract/problem.js";

/** What can be wrong with reading and writing a file, by stable code, and what to do about it. */
const hints = {
  "file-missing": "check the path; it is relative to the root.",
  "is-directory": "name a file in it.",
  "not-a-file": "name a regular file, or pipe it in and name `-`.",
  "dangling-link": "remove the link, or make the file that it names.",
  "outside-root": "choose a wider root with --root: nothing outside of it is read or written.",
  "not-permitted": "check the permissions of the file and its folder.",
  "read-only": "write to a place that is not read-only.",
  "disk-full": "make room on the disk and run again: the old file is untouched.",
  "file-changed": "run again when nobody is writing the file.",
  "not-durable": "a power failure could undo it: run again when the disk is well.",
  "too-many-open": "raise the limit of open files (`ulimit -n`) and run again.",
  "too-large": "raise `limits.bytes` in the config if you trust the file.",
  "cross-device": "let the file and its folder be on one file system: a replacement could not be atomic.",
  "file-busy": "wait for the other run to end, or remove the lock file if there is none.",
  "io-error": "see the system's message; run again when it is cured.",
} as const;

export type FileProblemCode = keyof typeof hints;

/** Those that leave open what the file holds. */
const failures: ReadonlySet<FileProblemCode> = new Set([
  "not-permitted",
  "disk-full",
  "file-changed",
  "too-many-open",
  "io-error",
]);

/** A problem with a file, with the hint of its code; a MachineFailure where it leaves open what the file holds. */
export function fileProblem(
  code: FileProblemCode,
  file: string,
  message: string,
  options?: { cause?: unknown },
): Problem {
  const Kind = failures.has(code) ? MachineFailure : Problem;
  return new Kind(code, message, hints[code], { file: file || "." }, options);
}

/** The code of a system error (`ENOENT`), or null for any other. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}

const known: Readonly<Record<string, readonly [FileProblemCode, string]>> = {
  ENOENT: ["file-missing", "there is no such file or folder"],
  ENOTDIR: ["file-missing", "part of the path is no folder"],
  ENAMETOOLONG: ["file-missing", "the path is too long to exist"],
  EISDIR: ["is-directory", "this is a folder, not a file"],
  ELOOP: ["outside-root", "symbolic links lead around in circles, or were changed while reading"],
  EACCES: ["not-permitted", "permission is denied"],
  EPERM: ["not-permitted", "the operation is not permitted"],
  EROFS: ["read-only", "the file system is read-only"],
  ENOSPC: ["disk-full", "no space is left on the disk"],
  EDQUOT: ["disk-full", "the disk quota is used up"],
  EFBIG: ["disk-full", "the file would be larger than the system allows"],
  EMFILE: ["too-many-open", "too many files are open in this process"],
  ENFILE: ["too-many-open", "too many files are open on this machine"],
  EXDEV: ["cross-device", "the file and its replacement are on different file systems"],
};

/** A system error of reading as a Problem; anything else is thrown on. */
export function readProblem(file: string, error: unknown): Problem {
  return toProblem(file, error, "could not be read");
}

/** A system error of writing as a Problem; anything else is thrown on. */
export function writeProblem(file: string, error: unknown): Problem {
  return toProblem(file, error, "could not be written");
}

/** A system error of removing as a Problem; anything else is thrown on. */
export function removeProblem(file: string, error: unknown): Problem {
  return toProblem(file, error, "could not be removed");
}

function toProblem(file: string, error: unknown, what: string): Problem {
  if (error instanceof Problem) return error;
  const system = systemCode(error);
  if (system === null) throw error;
  const [code, why] = reason(system);
  return fileProblem(code, file, `the file ${what}: ${why}.`, { cause: error });
}

function reason(system: string): readonly [FileProblemCode, string] {
  return known[system] ?? ["io-error", `the system says ${system}`];
}

/** A refusal of the system that nobody expected, as a Problem that names the file where the system does; null for any other error. */
export function systemProblem(error: unknown): Problem | null {
  const system = systemCode(error);
  if (system === null || !(error instanceof Error) || !("syscall" in error)) return null;
  const [code, why] = reason(system);
  const file = "path" in error && typeof error.path === "string" ? { file: error.path } : null;
  return new MachineFailure(code, `\`${error.syscall}\` failed: ${why}`, hints[code], file, { cause: error });
}
