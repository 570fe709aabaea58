import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";

/** A file's new content; null deletes it, `link` makes it a symbolic link. */
export type FileContent = string | Uint8Array | null | { readonly link: string };

export interface RepositoryOptions {
  /** Of a new repository; `sha256` needs a git that knows it. */
  readonly objectFormat?: "sha1" | "sha256";
  /** Where to make it; a new folder under the temporary one by default. */
  readonly root?: string;
}

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder that is removed after the test. Its path has no symbolic link in it. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "errlock-test-")));
  made.push(folder);
  return folder;
}

/**
 * A real git repository in a temporary folder, with branch `main`, one author, and commits one day apart from
 * 2026-01-01 on. It is removed after the test.
 */
export class Repository {
  readonly root: string;
  #commits = 0;

  private constructor(root: string) {
    this.root = root;
  }

  static create(options: RepositoryOptions = {}): Repository {
    const repository = new Repository(options.root ?? temporaryFolder());
    mkdirSync(repository.root, { recursive: true });
    repository.git(
      "init",
      "--quiet",
      "--initial-branch=main",
      `--object-format=${options.objectFormat ?? "sha1"}`,
    );
    return repository;
  }

  /** A clone of this one; `git` options such as `--depth=1` may be given. */
  clone(...options: string[]): Repository {
    const root = join(temporaryFolder(), "clone");
    this.git("clone", "--quiet", ...options, `file://${this.root}`, root);
    return new Repository(root);
  }

  /** Another work tree of this repository, at a commit or branch. */
  worktree(ref: string): Repository {
    const root = join(temporaryFolder(), "worktree");
    this.git("worktree", "add", "--quiet", root, ref);
    return new Repository(root);
  }

  /** Runs git here, untouched by the machine's config. Gives its output, trimmed; throws when it fails. */
  git(...args: string[]): string {
    return this.gitWith({}, ...args);
  }

  gitWith(env: Readonly<Record<string, string>>, ...args: string[]): string {
    return execFileSync("git", ["-c", "protocol.file.allow=always", ...args], {
      cwd: this.root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env.PATH ?? "",
        HOME: this.root,
        GIT_CONFIG_GLOBAL: "/dev/null",
        GIT_CONFIG_NOSYSTEM: "1",
        GIT_AUTHOR_NAME: "Author",
        GIT_AUTHOR_EMAIL: "author@example.com",
        GIT_COMMITTER_NAME: "Author",
        GIT_COMMITTER_EMAIL: "author@example.com",
        ...this.#date(),
        ...env,
      },
    }).trim();
  }

  /** Writes files into the work tree. */
  write(files: Readonly<Record<string, FileContent>>): void {
    for (const [path, content] of Object.entries(files)) {
      const file = join(this.root, path);
      rmSync(file, { recursive: true, force: true });
      if (content === null) continue;
      mkdirSync(dirname(file), { recursive: true });
      if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(file, content);
      else symlinkSync(content.link, file);
    }
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  /** Writes the files and commits everything in the work tree. Gives the commit's id. */
  commit(message: string, files: Readonly<Record<string, FileContent>> = {}): string {
    this.write(files);
    this.git("add", "--all");
    return this.#commit(message);
  }

  /** Commits what stands in the index already. */
  commitIndex(message: string): string {
    return this.#commit(message);
  }

  /** A new branch from here (or from `start`), checked out. */
  branch(name: string, start?: string): void {
    this.git("checkout", "--quiet", "-b", name, ...(start === undefined ? [] : [start]));
  }

  checkout(ref: string): void {
    this.git("checkout", "--quiet", ref);
  }

  /** Merges with a merge commit; throws when there are conflicts. */
  merge(ref: string): string {
    this.#commits += 1;
    this.git("merge", "--quiet", "--no-ff", "-m", `Merge ${ref}`, ref);
    return this.git("rev-parse", "HEAD");
  }

  #commit(message: string): string {
    this.#commits += 1;
    this.git("commit", "--quiet", "--allow-empty", "-m", message);
    return this.git("rev-parse", "HEAD");
  }

  #date(): Record<string, string> {
    const date = new Date(Date.UTC(2026, 0, Math.max(1, this.#commits), 12)).toISOString();
    return { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
  }
}
