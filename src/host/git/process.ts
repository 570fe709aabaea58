import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { dirname } from "node:path";
import { Problem } from "../../contract/problem.js";

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

/** Starts git in a folder, without a shell. Its own folder is none of the repository's, where Windows would look for a `git.exe`. */
export function startGit(root: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  const settings = config.flatMap((setting) => ["-c", setting]);
  return spawn("git", ["--no-pager", "-C", root, ...settings, ...args], {
    cwd: dirname(process.execPath),
    env: environment(),
    stdio: "pipe",
    windowsHide: true,
  });
}

export interface GitOutput {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs git to its end. Throws a Problem where git is not installed, takes too long or says too much; a status other than 0 is the caller's. */
export function runGit(root: string, args: readonly string[]): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const git = startGit(root, args);
    const stdout: Buffer[] = [];
    let size = 0;
    let stderr = "";
    const stop = (problem: Problem) => {
      git.kill("SIGKILL");
      reject(problem);
    };
    const timer = setTimeout(() => stop(tooSlow(args)), timeLimit);
    git.stdin.on("error", () => undefined);
    git.stdin.end();
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
    git.on("close", (code) => {
      clearTimeout(timer);
      resolve({ status: code ?? 1, stdout: Buffer.concat(stdout), stderr });
    });
  });
}

/** Git is not there, or cannot be run. */
export function notStarted(error: Error): Problem {
  return new Problem(
    "git-missing",
    `git cannot be run: ${error.message}.`,
    "install git, and see that it is on the PATH; without it only the files of the work tree can be judged.",
    null,
    { cause: error },
  );
}

export function tooSlow(args: readonly string[]): Problem {
  return new Problem(
    "git-timeout",
    `git ${args[0] ?? ""} took longer than ${timeLimit / 1000} seconds.`,
    "run the same git command by hand: the repository may be damaged, or its disk slow.",
  );
}

function tooMuch(args: readonly string[]): Problem {
  return new Problem(
    "git-output-too-large",
    `git ${args[0] ?? ""} wrote more than ${outputLimit / 1024 / 1024} MB.`,
    "point --root at the part of the repository that holds the specs.",
  );
}
