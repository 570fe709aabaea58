import { expect } from "vitest";
import { api } from "./api.js";
import { errlock, type Outcome } from "./cli.js";
import { type FileContent, Repository } from "./repo.js";

export const specFile = "specs/openapi.yaml";
export const baselineFile = "baselines/openapi.json";
export const configFile = "errlock.yaml";
export const codes = ["machine_busy", "machine_gone", "not_found", "quota_exceeded"] as const;

/** An OpenAPI document with one code a line, so that branches that touch different codes merge. */
export function spec(version: string, list: readonly string[] = codes): string {
  const lines = list.map((code) => `        - ${code}\n`).join("");
  return api(version, ["x"]).replace(/enum: \[x\]\n/, `enum:\n${lines}`);
}

export const without = (...gone: readonly string[]) => codes.filter((code) => !gone.includes(code));

/** A repository whose life a test tells: `main` has a spec, its baseline and perhaps a config. */
export class Story {
  readonly repo: Repository;

  constructor(repo: Repository) {
    this.repo = repo;
  }

  /** Begins on `main`, with one commit, baseline included. */
  static async begin(
    version = "1.0.0",
    files: Readonly<Record<string, FileContent>> = {},
    ...flags: readonly string[]
  ): Promise<Story> {
    const story = new Story(Repository.create());
    story.repo.write({ [specFile]: spec(version), ...files });
    await story.passes(["baseline", "init", ...flags]);
    story.repo.commit("start");
    return story;
  }

  async run(argv: readonly string[], today?: string): Promise<Outcome> {
    return errlock(argv, { cwd: this.repo.root, ...(today !== undefined && { today }) });
  }

  /** Runs a command that must exit 0 and say all of these words. Gives everything it said, on one line. */
  passes(argv: readonly string[], ...words: readonly string[]): Promise<string> {
    return this.ends(0, argv, words);
  }

  /** Runs a command that must exit 1. */
  fails(argv: readonly string[], ...words: readonly string[]): Promise<string> {
    return this.ends(1, argv, words);
  }

  /** Runs a command that must exit 2, and change no file. */
  async refuses(argv: readonly string[], ...words: readonly string[]): Promise<string> {
    const status = () => this.repo.git("status", "--porcelain", "--untracked-files=all");
    const before = status();
    const text = await this.ends(2, argv, words);
    expect(status()).toBe(before);
    return text;
  }

  /** Writes files and commits them. */
  commit(message: string, files: Readonly<Record<string, FileContent>> = {}): string {
    return this.repo.commit(message, files);
  }

  private async ends(status: number, argv: readonly string[], words: readonly string[]): Promise<string> {
    const outcome = await this.run(argv);
    const text = `${outcome.stdout}${outcome.stderr}`;
    const line = text.replace(/\s+/g, " ");
    expect(outcome.status, text).toBe(status);
    for (const word of words) expect(line, text).toContain(word);
    expect(text).not.toContain("unexpected error");
    return line;
  }
}

export const against = (ref = "main", ...flags: readonly string[]) => ["check", "--against", ref, ...flags];
