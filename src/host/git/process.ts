import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { dirname } from "node:path";
import { MachineFailure } from "../../contract/problem.js";
import { systemCode } from "../file-problems.js";

/** What one run of git may take. */
const timeLimit = 120_000;
const outputLimit = 256 * 1024 * 1024;

/** Settings of the user's that decide whether git may read a repository at all (`safe.directory` in CI). */
const inherited =
  /^GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+|PARAMETERS)|CEILING_DIRECTORIES|EXEC_PATH)$/;

/** A repository's own config must not start a program, reach the network, or change what is read. git knows `/dev/null` on Windows, too. */
const config = [
  "advice.graftFileDeprecated=false",
  "color.ui=false",
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.attributesFile=/dev/null",
  "core.pager=cat",
  "diff.external=",
  "diff.orderFile=/dev/null",
  "diff.relative=false",
  "diff.renameLimit=0",
  "log.showSignature=false",
  "log.follow=false",
  "protocol.allow=never",
];

function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith("GIT_") || inherited.test(name),
  );
  return {
    ...Object.fromEntries(own),
    LC_ALL: "C",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_GRAFT_FILE: "/dev/null",
    GIT_LITERAL_PATHSPECS: "1",
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
  };
}

/**
 * Starts git in a folder, without a shell. Its own folder is none of the repository's, where Windows would look for a `git.exe`.
 *
 * @throws Problem where the system has no room for another process
 */
export function startGit(root: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const settings = config.flatMap((setting) => ["-c", setting]);
  let git: ChildProcessWithoutNullStreams;
  try {
    git = spawn("git", ["--no-pager", "-C", root, ...settings, ...args], {
      cwd: dirname(process.execPath),
      env: environment(),
      stdio: "pipe",
      windowsHide: true,
    });
  } catch (error) {
    throw notStarted(error);
  }
  if (hasStreams(git)) return git;
  // Without a file left for its pipes Node gives a process that has none, and tells why too late.
  git.on("error", () => undefined);
  throw notStarted(Object.assign(new Error("no file is left for its pipes"), { code: "EMFILE" }));
}

function hasStreams({ stdin, stdout, stderr }: Partial<ChildProcessWithoutNullStreams>): boolean {
  return Boolean(stdin && stdout && stderr);
}

/** Calls back where what git says can no longer be heard. */
export function onDeafness(
  { stdout, stderr }: ChildProcessWithoutNullStreams,
  args: readonly string[],
  then: (failure: MachineFailure) => void,
): void {
  for (const stream of [stdout, stderr]) {
    stream.on("error", (error) =>
      then(
        new MachineFailure(
          "git-unheard",
          `what git ${args[0] ?? ""} says cannot be read: ${error.message}.`,
          "run again.",
          null,
          { cause: error },
        ),
      ),
    );
  }
}

/** Ends git for good: a program that it started may hold its pipes open, and would keep us alive. */
export function endGit(git: ChildProcessWithoutNullStreams): void {
  git.kill("SIGKILL");
  for (const stream of [git.stdin, git.stdout, git.stderr]) stream.destroy();
  git.unref();
}

export interface GitOutput {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git to its end. Throws a Problem where git is not installed, is killed, takes too long or says too much; a status other than 0 is the caller's. */
export function runGit(root: string, args: readonly string[]): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const git = startGit(root, args);
    const stdout: Buffer[] = [];
    let size = 0;
    let stderr = "";
    const stop = (problem: MachineFailure) => {
      clearTimeout(timer);
      endGit(git);
      reject(problem);
    };
    const timer = setTimeout(() => stop(tooSlow(args)), timeLimit);
    git.stdin.on("error", () => undefined);
    git.stdin.end();
    onDeafness(git, args, stop);
    git.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > outputLimit) stop(tooMuch(args));
      else stdout.push(chunk);
    });
    git.stderr.on("data", (chunk: Buffer) => {
      if (stderr.length < 10_000) stderr += chunk.toString("utf8");
    });
    git.on("error", (error) => {
      clearTimeout(timer);
      reject(notStarted(error));
    });
    git.on("close", (status, signal) => {
      clearTimeout(timer);
      if (status === null) reject(killed(args, signal));
      else resolve({ status, stdout: Buffer.concat(stdout), stderr });
    });
  });
}

/** Git is not there, or cannot be run. */
export function notStarted(error: unknown): MachineFailure {
  const message = `git cannot be run: ${error instanceof Error ? error.message : String(error)}.`;
  const isCrowded = ["EMFILE", "ENFILE", "EAGAIN", "ENOMEM"].includes(systemCode(error) ?? "");
  const [code, hint] = isCrowded
    ? ["git-not-started", "run again when the machine has room: processes, memory, open files (`ulimit -a`)."]
    : [
        "git-missing",
        "install git, and see that it is on the PATH; without it only the files of the work tree can be judged.",
      ];
  return new MachineFailure(code, message, hint, null, { cause: error });
}

/** Somebody else ended git: what it had said until then is a part at best. */
export function killed(args: readonly string[], signal: string | null): MachineFailure {
  return new MachineFailure(
    "git-killed",
    `git ${args[0] ?? ""} was killed (${signal ?? "no reason given"}).`,
    "run again; if it happens again, see whether the machine runs out of memory.",
  );
}

export function tooSlow(args: readonly string[]): MachineFailure {
  return new MachineFailure(
    "git-timeout",
    `git ${args[0] ?? ""} took longer than ${timeLimit / 1000} seconds.`,
    "run the same git command by hand: the repository may be damaged, or its disk slow.",
  );
}

function tooMuch(args: readonly string[]): MachineFailure {
  return new MachineFailure(
    "git-output-too-large",
    `git ${args[0] ?? ""} wrote more than ${outputLimit / 1024 / 1024} MB.`,
    "point --root at the part of the repository that holds the specs.",
  );
}
