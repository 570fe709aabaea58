import { chmodSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { Problem } from "../../src/contract/problem.js";
import { type Repository as Opened, openRepository } from "../../src/host/git.js";
import { Repository, temporaryFolder } from "../support/repo.js";

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

async function open(root: string): Promise<Opened> {
  const repository = await openRepository(root);
  if (repository === null) throw new Error(`${root} is no repository`);
  return repository;
}

async function problemOf(promise: Promise<unknown>): Promise<Problem> {
  const outcome = await promise.catch((error: unknown) => error);
  if (outcome instanceof Problem) return outcome;
  throw new Error(`expected a Problem, got ${String(outcome)}`);
}

describe("opening a repository", () => {
  test("a folder outside any repository is none", async () => {
    expect(await openRepository(temporaryFolder())).toBeNull();
  });

  test("a folder that does not exist is none", async () => {
    expect(await openRepository(join(temporaryFolder(), "absent"))).toBeNull();
  });

  test("the inside of .git and a bare repository have no work tree to be judged", async () => {
    const made = Repository.create();
    expect(await openRepository(join(made.root, ".git"))).toBeNull();
    expect(await openRepository(made.clone("--bare").root)).toBeNull();
  });

  test("git that is not installed is a problem that says so", async () => {
    process.env.PATH = temporaryFolder();
    const problem = await problemOf(openRepository(temporaryFolder()));
    expect(problem.code).toBe("git-missing");
    expect(problem.hint).toContain("Install git");
  });

  test("git that is too old is named with its version", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "git"), "#!/bin/sh\necho git version 1.8.3.1\n");
    chmodSync(join(folder, "git"), 0o755);
    process.env.PATH = `${folder}:${environment.PATH}`;
    const problem = await problemOf(openRepository(folder));
    expect(problem.message).toBe("git 1.8.3.1 is too old");
  });

  test("a repository of another user comes with the command that trusts it", async () => {
    const made = Repository.create();
    made.commit("first", { a: "1" });
    process.env.PATH = shim('GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "$REAL" "$@"');
    const problem = await problemOf(openRepository(made.root));
    expect(problem.code).toBe("git-dubious-ownership");
    expect(problem.hint).toBe(`run: git config --global --add safe.directory ${made.root}`);
  });

  test("variables of a git hook that point at another repository are not followed", async () => {
    const [here, other] = [Repository.create(), Repository.create()];
    const commit = here.commit("here", { a: "1" });
    other.commit("other", { a: "2" });
    process.env.GIT_DIR = join(other.root, ".git");
    process.env.GIT_INDEX_FILE = join(other.root, ".git/index");
    process.env.GIT_WORK_TREE = other.root;
    expect(await (await open(here.root)).head()).toBe(commit);
  });
});

/** A PATH with a `git` that does this first; `$REAL` is the real one. */
function shim(script: string): string {
  const folder = temporaryFolder();
  writeFileSync(
    join(folder, "git"),
    `#!/bin/sh\nREAL=$(PATH="${environment.PATH}" command -v git)\n${script}\n`,
  );
  chmodSync(join(folder, "git"), 0o755);
  return `${folder}:${environment.PATH}`;
}

describe("commits by name", () => {
  test("a branch, a tag, a short id and HEAD~1 are resolved to full ids", async () => {
    const made = Repository.create();
    const first = made.commit("first", { a: "1" });
    made.git("tag", "-a", "v1", "-m", "one");
    const second = made.commit("second", { a: "2" });
    const repository = await open(made.root);
    expect(await repository.resolveCommit("main")).toBe(second);
    expect(await repository.resolveCommit("v1")).toBe(first);
    expect(await repository.resolveCommit(first.slice(0, 10))).toBe(first);
    expect(await repository.resolveCommit("HEAD~1")).toBe(first);
  });

  test.each(["--output=x", "-h", "--", "", "^main", "main..HEAD", "a\nb", "a\0b"])(
    "%j is refused before git sees it",
    async (ref) => {
      const made = Repository.create();
      made.commit("first", { a: "1" });
      expect((await problemOf((await open(made.root)).resolveCommit(ref))).code).toBe("git-ref-invalid");
    },
  );

  test.each(["HEAD:a", "nothing", ":/first^{tree}", "$(touch x)", "main;ls"])(
    "%j is not a commit",
    async (ref) => {
      const made = Repository.create();
      made.commit("first", { a: "1" });
      expect((await problemOf((await open(made.root)).resolveCommit(ref))).code).toBe("git-ref-missing");
    },
  );

  test("a repository without commits says so", async () => {
    const made = Repository.create();
    const repository = await open(made.root);
    expect((await problemOf(repository.head())).code).toBe("git-no-commits");
    expect((await problemOf(repository.mergeBase("main"))).code).toBe("git-no-commits");
  });

  test("a remote's branch that is not here comes with the command that fetches it, and the command works", async () => {
    const made = Repository.create();
    made.commit("first", { a: "1" });
    made.branch("feature");
    made.commit("second", { a: "2" });
    const clone = made.clone("--single-branch", "--branch=feature");
    const repository = await open(clone.root);
    const problem = await problemOf(repository.mergeBase("origin/main"));
    expect(problem.hint).toBe("run: git fetch origin +refs/heads/main:refs/remotes/origin/main");
    clone.git(...problem.hint.slice("run: git ".length).split(" "));
    expect((await repository.mergeBase("origin/main")).commit).toBe(made.git("rev-parse", "main"));
  });

  test("a branch that only the remote has is suggested with its remote", async () => {
    const made = Repository.create();
    made.commit("first", { a: "1" });
    made.branch("feature");
    const problem = await problemOf((await open(made.clone().root)).resolveCommit("main"));
    expect(problem.hint).toBe("Did you mean origin/main?");
  });
});

describe("the merge base", () => {
  test("is where the branch began, whatever happened on main meanwhile", async () => {
    const made = Repository.create();
    const start = made.commit("start", { a: "1" });
    made.branch("feature");
    const head = made.commit("feature", { b: "1" });
    made.checkout("main");
    const main = made.commit("main moves on", { c: "1" });
    made.checkout("feature");
    expect(await (await open(made.root)).mergeBase("main")).toEqual({ commit: start, ref: main, head });
  });

  test("is HEAD itself on main and on a detached HEAD of it", async () => {
    const made = Repository.create();
    const commit = made.commit("start", { a: "1" });
    made.checkout(commit);
    expect((await (await open(made.root)).mergeBase("main")).commit).toBe(commit);
  });

  test("is found from a second work tree", async () => {
    const made = Repository.create();
    const start = made.commit("start", { a: "1" });
    made.git("branch", "feature");
    const tree = made.worktree("feature");
    tree.commit("feature", { b: "1" });
    expect((await (await open(tree.root)).mergeBase("main")).commit).toBe(start);
  });

  test("unrelated histories have none", async () => {
    const made = Repository.create();
    made.commit("start", { a: "1" });
    made.git("checkout", "--quiet", "--orphan", "other");
    made.commit("another start", { a: "2" });
    expect((await problemOf((await open(made.root)).mergeBase("main"))).code).toBe("git-no-merge-base");
  });

  test("a shallow clone cannot know it, and the command that cures it works", async () => {
    const made = Repository.create();
    made.commit("start", { a: "1" });
    made.branch("feature");
    made.commit("feature", { b: "1" });
    const clone = made.clone("--depth=1", "--no-single-branch");
    const problem = await problemOf((await open(clone.root)).mergeBase("origin/main"));
    expect(problem.code).toBe("git-shallow");
    expect(problem.hint).toMatch(/^run: git fetch --unshallow origin \(/);
    clone.git("fetch", "--unshallow", "origin");
    expect((await (await open(clone.root)).mergeBase("origin/main")).commit).toBe(
      made.git("rev-parse", "main"),
    );
  });
});
