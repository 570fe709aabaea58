import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { errlock, type Outcome } from "../support/cli.js";
import { Repository, temporaryFolder } from "../support/repo.js";

const main = resolve("dist/main.js");
const baseline = "baselines/openapi.json";

function spec(version: string): string {
  return `openapi: 3.1.0
info: { title: Machines, version: ${version} }
paths:
  /v1/machines/{id}:
    get:
      responses:
        "404": { $ref: "./parts/error.yaml#/Error" }
`;
}

function error(codes: readonly string[]): string {
  return `Error:
  description: an error
  content:
    application/json:
      schema:
        type: object
        required: [code]
        properties:
          code: { type: string, enum: [${codes.join(", ")}] }
`;
}

const config = `specs:
  - spec: specs/openapi.yaml
consumers:
  - name: client
    files: "client/**/*.ts"
`;

/** A repository whose contract holds, with a branch `base` and one commit on top; made once, and copied. */
let made: string;

beforeAll(async () => {
  made = realpathSync(mkdtempSync(join(tmpdir(), "errlock-faults-")));
  const repository = Repository.create({ root: made });
  repository.write({
    "specs/openapi.yaml": spec("1.0.0"),
    "specs/parts/error.yaml": error(["not_found", "gone", "busy"]),
    "client/codes.ts": 'if (code === "not_found") retry();\n',
    "client/deep/more.ts": 'if (code === "gone" || code === "busy") stop();\n',
    "errlock.yaml": config,
    "recorded.ndjson": `${JSON.stringify({ method: "GET", url: "http://x/v1/machines/1", status: 404, body: { code: "gone" } })}\n`,
  });
  expect(await errlock(["baseline", "init"], { cwd: made })).toMatchObject({ status: 0, stderr: "" });
  repository.commit("base");
  repository.git("branch", "base");
  repository.commit("one more", { note: "x" });
}, 60_000);

afterAll(() => rmSync(made, { recursive: true, force: true }));

function copy(): string {
  const folder = temporaryFolder();
  cpSync(made, folder, { recursive: true });
  return folder;
}

/** Exit code 2 with one line that says what is wrong and where, and one that says what to do. */
function expectUnjudged({ status, stderr }: Outcome, names: string | RegExp): void {
  expect(stderr).toMatch(/^errlock: .+\n {2}\S.+\.?\n/m);
  expect(stderr).toMatch(names);
  expect(stderr).not.toMatch(/\n\s+at |unexpected|defect|node:internal/);
  expect(status).toBe(2);
}

/** Runs the built command while the system refuses calls on some paths. `fault` is what strace injects. */
function faulty(cwd: string, argv: readonly string[], paths: readonly string[], fault: string): Outcome {
  const on = paths.flatMap((path) => ["-P", join(cwd, path)]);
  const calls = fault.slice(0, fault.indexOf(":"));
  const traced = ["-f", "-qq", "-o", "/dev/null", ...on, "-e", `trace=${calls}`, "-e", `inject=${fault}`];
  // One thread does the work, so that calls have an order; temporary files have names, so that paths can name them.
  const node = ["--import", 'data:text/javascript,crypto.randomUUID=()=>"0".repeat(36)', main];
  const { status, stdout, stderr } = spawnSync("strace", [...traced, process.execPath, ...node, ...argv], {
    cwd,
    encoding: "utf8",
    env: { ...process.env, UV_THREADPOOL_SIZE: "1" },
  });
  return { status: status ?? -1, stdout, stderr: stderr.replace(/^strace: Requested path.*\n/gm, "") };
}

const traced = existsSync(main) && spawnSync("strace", ["-V"]).status === 0;
const run = { timeout: 60_000 };

describe.skipIf(!traced)("with faults that strace injects (skipped where it is missing)", run, () => {
  test.each([
    ["check", "errlock.yaml", "read:retval=0"],
    ["check", "specs/openapi.yaml", "openat:error=EMFILE"],
    ["check", "specs/parts/error.yaml", "openat:error=EIO"],
    ["check", baseline, "read:error=EIO"],
    ["check", "baselines", "getdents64:error=EIO"],
    ["check", "client/codes.ts", "openat:error=EACCES"],
    ["check", "client/deep", "getdents64:error=EIO"],
    ["check", ".git", "statx,newfstatat,stat:error=EIO"],
    ["check --against base", baseline, "read:error=EIO:when=1"],
    ["traffic recorded.ndjson", "recorded.ndjson", "read:error=EINTR"],
    ["traffic recorded.ndjson", "recorded.ndjson", "read:retval=0"],
  ])("`%s` does not judge without %s, on %s", (argv, path, fault) => {
    expectUnjudged(faulty(made, argv.split(" "), [path], fault), path);
  });

  test("a spec that nobody lists and nobody can look into is not overlooked", () => {
    const root = copy();
    rmSync(join(root, "errlock.yaml"));
    writeFileSync(join(root, "specs/other.yaml"), spec("1.0.0"));
    expectUnjudged(faulty(root, ["lint"], ["specs/other.yaml"], "openat:error=EACCES"), "specs/other.yaml");
  });

  test("what fails once, at the first, a middle or the last open, is said, or did not matter", () => {
    const paths = ["", "errlock.yaml", "specs/openapi.yaml", "specs/parts/error.yaml", baseline, "client"];
    const whole = faulty(made, ["check"], paths, "openat:error=EIO:when=1000");
    expect(whole.status).toBe(0);
    for (const at of [1, 3, 5]) {
      const outcome = faulty(made, ["check"], paths, `openat:error=EIO:when=${at}`);
      if (outcome.status === 0) expect(outcome).toEqual(whole);
      else expectUnjudged(outcome, /EIO/);
    }
  });

  test("git that gets no pipes is told, whoever would have told it too late", () => {
    const outcome = faulty(made, ["check", "--against", "base"], [], "socketpair:error=EMFILE:when=1");
    expectUnjudged(outcome, /git cannot be run: .*\n {2}Run again when the machine has room/);
  });

  test("an output that cannot be written is exit 2, and keeps no other back", () => {
    const root = copy();
    const argv = ["check", "-f", "sarif=report.sarif", "-f", "json"];
    const outcome = faulty(root, argv, [`.report.sarif.${"0".repeat(36)}.tmp`], "write:error=ENOSPC");
    expectUnjudged(outcome, "report.sarif");
    expect(JSON.parse(outcome.stdout)).toMatchObject({ result: "pass" });
    expect(readdirSync(root).filter((name) => name.includes("report"))).toEqual([]);
  });

  const temporary = `baselines/.openapi.json.${"0".repeat(36)}.tmp`;
  test.each([
    [temporary, "openat:error=EACCES", "old"],
    [temporary, "write:error=ENOSPC", "old"],
    [temporary, "fsync:error=EIO", "old"],
    [temporary, "rename:error=EXDEV", "old"],
    ["baselines/.openapi.json.lock", "write:error=ENOSPC", "old"],
    ["baselines/.openapi.json.lock", "unlink:error=EIO", "new"],
    ["baselines", "fsync:error=EIO", "new"],
  ])(
    "a release with %s refused (%s) leaves the %s baseline, and the next one finishes",
    async (path, fault, which) => {
      const root = copy();
      writeFileSync(join(root, "specs/openapi.yaml"), spec("1.1.0"));
      writeFileSync(join(root, "specs/parts/error.yaml"), error(["not_found", "gone", "busy", "lost"]));
      const before = readFileSync(join(root, baseline), "utf8");
      expectUnjudged(faulty(root, ["baseline", "update"], [path], fault), /baselines\/\.?openapi\.json/);
      const after = readFileSync(join(root, baseline), "utf8");
      expect(() => JSON.parse(after)).not.toThrow();
      expect(after === before ? "old" : "new").toBe(which);
      if (which === "old") expect(readdirSync(join(root, "baselines"))).toEqual(["openapi.json"]);
      expect(await errlock(["baseline", "update"], { cwd: root })).toMatchObject({ status: 0 });
      expect(readFileSync(join(root, baseline), "utf8")).toContain("lost");
      expect(readdirSync(join(root, "baselines"))).toEqual(["openapi.json"]);
    },
  );

  /** Every file of a folder with its text, git's own left out. */
  function filesOf(root: string): Record<string, string> {
    const names = readdirSync(root, { recursive: true, encoding: "utf8", withFileTypes: true });
    return Object.fromEntries(
      names
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((name) => !name.startsWith(join(root, ".git/")))
        .map((name) => [name.slice(root.length + 1), readFileSync(name, "utf8")]),
    );
  }

  const half = (name: string) => `${name.replace(/[^/]+$/, ".$&")}.${"0".repeat(36)}.tmp`;
  const writers: readonly (readonly [command: string, without: string, written: string])[] = [
    ["init", "errlock.yaml", "errlock.yaml"],
    ["init", baseline, baseline],
    ["baseline init", baseline, baseline],
    ["generate typescript -o src/errors.ts", "src", "src/errors.ts"],
    ["docs -o errors.md", "errors.md", "errors.md"],
  ];
  test.each(
    writers.flatMap((writer) =>
      ["openat:error=EACCES", "write:error=ENOSPC", "fsync:error=EIO", "rename:error=EXDEV"].map(
        (fault) => [...writer, fault] as const,
      ),
    ),
  )(
    "`%s` without %s that cannot write %s (%s) says so, leaves no half, and works the next time",
    async (command, without, written, fault) => {
      const root = copy();
      rmSync(join(root, without), { recursive: true, force: true });
      const before = filesOf(root);
      expectUnjudged(faulty(root, command.split(" "), [half(written)], fault), written);
      const after = filesOf(root);
      expect(after).toMatchObject(before);
      expect(Object.keys(after).filter((name) => name.endsWith(".tmp"))).toEqual([]);
      expect(after[written]).toBeUndefined();
      expect(await errlock(command.split(" "), { cwd: root })).toMatchObject({ status: 0 });
      expect(filesOf(root)[written]).toBeDefined();
    },
  );

  test.each([
    ["baselines/machines.json", "rename:error=EXDEV"],
    ["baselines/machines.json", "rename:error=ENOSPC"],
    [baseline, "unlink,rename:error=EIO"],
    ["baselines", "fsync:error=EIO"],
  ])("a baseline whose move fails at %s (%s) is at one place at least, whole", async (path, fault) => {
    const root = copy();
    const text = readFileSync(join(root, baseline), "utf8");
    cpSync(join(root, "specs/openapi.yaml"), join(root, "specs/machines.yaml"));
    const argv = ["baseline", "move", "specs/openapi.yaml", "specs/machines.yaml"];
    expectUnjudged(faulty(root, argv, [path, half(path)], fault), /baselines/);
    const kept = Object.entries(filesOf(root)).filter(([name]) => name.startsWith("baselines/"));
    expect(kept.length).toBeGreaterThan(0);
    for (const [name, content] of kept) expect([name, content]).toEqual([name, text]);
  });

  test("an acceptance that cannot be written leaves the config as it was, and nothing else", () => {
    const root = copy();
    writeFileSync(join(root, "specs/parts/error.yaml"), error(["not_found", "gone"]));
    const argv = ["accept", "busy", "--reason", "never sent", "--until", "2099-01-01"];
    const path = `.errlock.yaml.${"0".repeat(36)}.tmp`;
    expectUnjudged(faulty(root, argv, [path], "write:error=EDQUOT"), "errlock.yaml");
    expect(readFileSync(join(root, "errlock.yaml"), "utf8")).toBe(config);
    expect(readdirSync(root).filter((name) => name.startsWith(".errlock"))).toEqual([]);
  });
});

describe.skipIf(!existsSync(main))("a machine without room", run, () => {
  test("for open files says so, however few there may be", () => {
    for (const files of [20, 24, 28, 32, 36, 40]) {
      const command = `ulimit -n ${files}; exec "$0" "$1" check --against base -f json`;
      const argv = ["-c", command, process.execPath, main];
      const { signal, status, ...said } = spawnSync("bash", argv, { cwd: made, encoding: "utf8" });
      // With too few of them Node itself does not start.
      if (signal !== null || said.stderr.startsWith("node")) continue;
      if (status === 0) expect(JSON.parse(said.stdout)).toMatchObject({ result: "pass" });
      else expectUnjudged({ ...said, status: status ?? -1 }, /too many (open )?files|no file is left/);
    }
  });

  test("for a folder ends, and says so", () => {
    const argv = [main, "docs", "-o", "/proc/none/codes.md"];
    const outcome = spawnSync(process.execPath, argv, { cwd: made, encoding: "utf8", timeout: 20_000 });
    expectUnjudged({ ...outcome, status: outcome.status ?? -1 }, "/proc/none/codes.md");
  });
});

test("what a killed run left beside a file is cleared away by the next, and nobody else's file is", async () => {
  const root = copy();
  const left = `.errors.md.${crypto.randomUUID()}.tmp`;
  const others = [
    `.errors.md.${crypto.randomUUID()}.tmp`,
    `.other.md.${crypto.randomUUID()}.tmp`,
    ".errors.md.tmp",
  ];
  for (const name of [left, ...others]) writeFileSync(join(root, name), "half");
  for (const name of [left, ...others.slice(1)]) utimesSync(join(root, name), 0, 0);
  expect(await errlock(["docs", "-o", "errors.md"], { cwd: root })).toMatchObject({ status: 0 });
  const names = readdirSync(root);
  expect(names).not.toContain(left);
  expect(names).toEqual(expect.arrayContaining([...others, "errors.md"]));
});

const path = process.env.PATH ?? "";
afterEach(() => {
  process.env.PATH = path;
  vi.useRealTimers();
});

/** Puts a `git` first on the PATH that does this where its arguments hold `word`, and is the real one otherwise. */
function fakeGit(word: string, script: string): void {
  const folder = temporaryFolder();
  const real = `PATH='${path}' git`;
  const text = `#!/bin/sh\nreal() { ${real} "$@"; }\ncase " $* " in *" ${word} "*) ${script} ;; *) PATH='${path}' exec git "$@" ;; esac\n`;
  writeFileSync(join(folder, "git"), text);
  chmodSync(join(folder, "git"), 0o755);
  process.env.PATH = `${folder}:${path}`;
}

const check = "check --against base";
const history = "history";
const diff = "diff base:specs/openapi.yaml specs/openapi.yaml";
const verify = "baseline verify --against base";

describe("git that", run, () => {
  test.each([
    ["is too old", "version", "echo git version 1.7.1", [check, history], /git 1\.7\.1 is too old/],
    ["says nothing", "version", ":", [check], /does not tell its version/],
    [
      "finds a lock",
      "rev-parse",
      "echo \"fatal: Unable to create '/r/.git/index.lock': File exists.\" >&2; exit 128",
      [check, diff],
      /index\.lock.*\n {2}.*remove the lock/,
    ],
    [
      "is killed while it looks for a commit",
      "--verify",
      "kill -9 $$",
      [check, diff],
      /rev-parse was killed/,
    ],
    [
      "is killed while it looks for the merge base",
      "merge-base",
      "kill -9 $$",
      [check, verify],
      /was killed/,
    ],
    ["names no merge base", "merge-base", "exit 0", [check], /names no merge base/],
    [
      "is killed in the middle of its log",
      "log",
      'real "$@" | head -c 50; kill -9 $$',
      [history],
      /log was killed/,
    ],
    ["ends in the middle of its log", "log", 'real "$@" | head -c 50', [history], /ends in the middle/],
    [
      "is killed in the middle of an object",
      "cat-file",
      `echo "${"a".repeat(40)} tree 1000"; echo part; kill -9 $$`,
      [check, history, diff, verify],
      /cat-file was killed \(SIGKILL\)/,
    ],
    [
      "ends in the middle of an object",
      "cat-file",
      `echo "${"a".repeat(40)} tree 1000"; echo part`,
      [check, history, diff],
      /git failed in/,
    ],
    [
      "says what nobody understands",
      "cat-file",
      "echo a b c; cat > /dev/null",
      [check, history],
      /not understood/,
    ],
    [
      "gives a tree that is none",
      "cat-file",
      `printf '${"a".repeat(40)} tree 4\\nabcd\\n'; cat > /dev/null`,
      [check, history],
      /is damaged/,
    ],
    ["never stops talking", "log", "exec head -c 300000000 /dev/zero", [history], /more than 256 MB/],
  ] as const)("%s is exit 2 that says so", async (_, word, script, commands, message) => {
    for (const argv of commands) {
      fakeGit(word, script);
      expectUnjudged(await errlock(argv.split(" "), { cwd: made }), message);
    }
  });

  test("is not there is exit 2, and the files of the work tree are judged all the same", async () => {
    process.env.PATH = temporaryFolder();
    for (const argv of [check, history, diff])
      expectUnjudged(await errlock(argv.split(" "), { cwd: made }), /git cannot be run.*\n {2}Install git/);
    expect(await errlock(["check"], { cwd: made })).toMatchObject({ status: 0, stderr: "" });
  });

  test.each([
    ["nothing at all", "rev-parse", 120_000],
    ["nothing of an object", "cat-file", 60_000],
    ["nothing, while what it started holds its pipes,", "rev-parse", 120_000, "sleep 100"],
  ])(
    "says %s is waited for no longer than its time limit",
    async (_, word, limit, hang = "exec sleep 100") => {
      const started = join(temporaryFolder(), "started");
      fakeGit(word, `touch ${started}; ${hang}`);
      vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
      const outcome = errlock(diff.split(" "), { cwd: made });
      while (!existsSync(started)) await sleep(20);
      let ended = false;
      outcome.then(() => {
        ended = true;
      });
      vi.advanceTimersByTime(limit - 1);
      await sleep(200);
      expect(ended).toBe(false);
      vi.advanceTimersByTime(1);
      expectUnjudged(await outcome, /took longer than \d+ seconds\n.*by hand/);
    },
  );
});

describe("a repository", run, () => {
  function objectOf(root: string, name: string): string {
    const id = spawnSync("git", ["rev-parse", name], { cwd: root, encoding: "utf8" }).stdout.trim();
    return join(root, ".git/objects", id.slice(0, 2), id.slice(2));
  }

  test.each(["base:specs/openapi.yaml", "base:errlock.yaml", `base:${baseline}`, "base", "base^{tree}"])(
    "with a damaged object (%s) is not judged, and neither is one without it",
    async (name) => {
      const root = copy();
      const object = objectOf(root, name);
      chmodSync(object, 0o644);
      writeFileSync(object, readFileSync(object).subarray(0, 20));
      expectUnjudged(await errlock(check.split(" "), { cwd: root }), /git|object/);
      rmSync(object);
      expectUnjudged(await errlock(check.split(" "), { cwd: root }), /git|object|commit/);
    },
  );

  test("without the commit of its HEAD is damaged, not new", async () => {
    const root = copy();
    rmSync(objectOf(root, "HEAD"));
    expectUnjudged(await errlock(["history"], { cwd: root }), /not on this machine/);
  });

  test("that another git has locked is judged all the same, for nothing is written there", async () => {
    const root = copy();
    writeFileSync(join(root, ".git/index.lock"), "");
    expect(await errlock(check.split(" "), { cwd: root })).toMatchObject({ status: 0, stderr: "" });
  });

  test("that is shallow, or lacks the ref, is exit 2 with the command that helps", async () => {
    const root = join(temporaryFolder(), "clone");
    const clone = ["clone", "--quiet", "--depth=1", "--no-single-branch", `file://${made}`, root];
    expect(spawnSync("git", clone).status).toBe(0);
    expectUnjudged(
      await errlock(["check", "--against", "origin/base"], { cwd: root }),
      /shallow clone.*\n {2}Run: git fetch --unshallow origin/i,
    );
    expectUnjudged(
      await errlock(["check", "--against", "origin/absent"], { cwd: made }),
      /there is no commit "origin\/absent"/,
    );
  });
});
