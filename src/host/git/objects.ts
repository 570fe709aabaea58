import type { ChildProcessWithoutNullStreams } from "node:child_process";
import type { Problem } from "../../contract/problem.js";
import { gitProblem } from "./problems.js";
import { endGit, killed, notStarted, onDeafness, startGit, tooSlow } from "./process.js";

/** An object of the repository; `bytes` is null where it is larger than was asked for. */
export interface GitObject {
  readonly id: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Buffer | null;
}

interface Request {
  readonly limit: number;
  readonly resolve: (object: GitObject | null) => void;
  readonly reject: (problem: Problem) => void;
}

const args = ["cat-file", "--batch"];
const silence = 60_000;

/**
 * Reads objects through one `git cat-file --batch`, started when first needed. It keeps no program alive: while
 * nothing is asked, the process is not waited for, and it ends with us.
 */
export class ObjectReader {
  readonly #root: string;
  #git: ChildProcessWithoutNullStreams | null = null;
  #timer: NodeJS.Timeout | null = null;
  #stderr = "";
  readonly #waiting: Request[] = [];
  /** What has come and is not yet used: parts of a header, or of the body of `#header`. */
  #chunks: Buffer[] = [];
  #buffered = 0;
  #header: { id: string; type: string; size: number; skipped: number } | null = null;

  constructor(root: string) {
    this.#root = root;
  }

  /**
   * Reads one object by its id (or `<id>^{tree}`); null where the repository has none such. `limit` in bytes.
   * Throws a Problem when git fails.
   */
  read(name: string, limit: number): Promise<GitObject | null> {
    return new Promise((resolve, reject) => {
      const git = this.#start();
      this.#waiting.push({ limit, resolve, reject });
      this.#hold(git, true);
      git.stdin.write(`${name}\n`);
    });
  }

  /** Ends the process; the next read starts a new one. */
  close(): void {
    const git = this.#git;
    this.#git = null;
    git?.stdin.end();
  }

  #start(): ChildProcessWithoutNullStreams {
    if (this.#git !== null) return this.#git;
    const git = startGit(this.#root, args);
    this.#git = git;
    this.#stderr = "";
    git.stdin.on("error", () => undefined);
    git.stderr.on("data", (chunk: Buffer) => {
      if (this.#stderr.length < 10_000) this.#stderr += chunk.toString("utf8");
    });
    git.stdout.on("data", (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#buffered += chunk.length;
      this.#timer?.refresh();
      while (this.#take(git)) if (this.#waiting.length === 0) this.#hold(git, false);
    });
    onDeafness(git, args, (failure) => this.#fail(git, failure));
    git.on("error", (error) => this.#fail(git, notStarted(error)));
    git.on("close", (_, signal) =>
      this.#fail(git, signal === null ? gitProblem(this.#stderr, this.#root) : killed(args, signal)),
    );
    return git;
  }

  /** Answers one request if all of it has come. */
  #take(git: ChildProcessWithoutNullStreams): boolean {
    const request = this.#waiting[0];
    if (request === undefined) return false;
    if (this.#header === null) {
      const line = this.#line();
      if (line === null) return false;
      if (/ (missing|ambiguous)$/.test(line)) return this.#answer(null);
      const [, id = "", type = "", size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line) ?? [];
      if (size === undefined) {
        this.#fail(git, gitProblem(`what cat-file says of an object is not understood: ${line}`, this.#root));
        return false;
      }
      this.#header = { id, type, size: Number(size), skipped: 0 };
    }
    const { id, type, size } = this.#header;
    if (size > request.limit) return this.#skip(this.#header);
    if (this.#buffered < size + 1) return false;
    const bytes = this.#consume(size + 1).subarray(0, size);
    return this.#answer({ id, type, size, bytes });
  }

  #skip(header: { id: string; type: string; size: number; skipped: number }): boolean {
    const part = Math.min(this.#buffered, header.size + 1 - header.skipped);
    this.#consume(part);
    header.skipped += part;
    if (header.skipped <= header.size) return false;
    return this.#answer({ id: header.id, type: header.type, size: header.size, bytes: null });
  }

  #answer(object: GitObject | null): boolean {
    this.#header = null;
    this.#waiting.shift()?.resolve(object);
    return true;
  }

  #line(): string | null {
    const all = this.#join();
    const end = all.indexOf(10);
    return end < 0 ? null : this.#consume(end + 1).toString("utf8", 0, end);
  }

  #join(): Buffer {
    const only = this.#chunks.length === 1 ? this.#chunks[0] : undefined;
    const all = only ?? Buffer.concat(this.#chunks);
    this.#chunks = [all];
    return all;
  }

  #consume(size: number): Buffer {
    const all = this.#join();
    this.#chunks = [all.subarray(size)];
    this.#buffered = all.length - size;
    return all.subarray(0, size);
  }

  /** Keeps the program alive for the process while it owes an answer, and watches that one comes. */
  #hold(git: ChildProcessWithoutNullStreams, held: boolean): void {
    const streams = [git.stdin, git.stdout, git.stderr] as unknown as readonly {
      ref(): void;
      unref(): void;
    }[];
    for (const handle of [git, ...streams]) held ? handle.ref() : handle.unref();
    if (held) this.#timer ??= setTimeout(() => this.#fail(git, tooSlow(args)), silence);
    else if (this.#timer !== null) {
      clearTimeout(this.#timer);
      this.#timer = null;
    }
  }

  #fail(git: ChildProcessWithoutNullStreams, problem: Problem): void {
    if (this.#git !== git) return;
    this.#git = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    endGit(git);
    this.#chunks = [];
    this.#buffered = 0;
    this.#header = null;
    for (const { reject } of this.#waiting.splice(0)) reject(problem);
  }
}
