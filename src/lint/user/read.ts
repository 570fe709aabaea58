import type { Limits } from "../../contract/policy.js";
import { Problem } from "../../contract/problem.js";
import { readDocument } from "../../spec/read.js";
import type { Source } from "../../spec/spec.js";
import { rulesetProblem } from "./problem.js";

/** A ruleset's file, parsed, with those it extends before it. */
export interface RulesetFile {
  readonly file: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Each with how many of its rules it brings: all, those recommended, or none. */
  readonly extended: readonly (readonly [RulesetFile, Extent])[];
}

export type Extent = "off" | "recommended" | "all";

/** The ruleset that is part of every run. */
const own = "errlock/ruleset";

/**
 * Reads a ruleset and the files it extends. Throws a Problem for what cannot be read, is outside the root, is a
 * package or a URL, or extends itself.
 */
export async function readRuleset(file: string, source: Source, limits: Limits): Promise<RulesetFile> {
  return new RulesetReader(source, limits).read(file, []);
}

/** Several rulesets as one that extends them. */
export async function readRulesets(
  files: readonly string[],
  source: Source,
  limits: Limits,
): Promise<RulesetFile> {
  const read: (readonly [RulesetFile, Extent])[] = [];
  for (const file of files)
    if (file !== own) read.push([await readRuleset(file, source, limits), "recommended"]);
  return { file: files.join(", "), data: {}, extended: read };
}

class RulesetReader {
  readonly #source: Source;
  readonly #limits: Limits;
  #files = 0;

  constructor(source: Source, limits: Limits) {
    this.#source = source;
    this.#limits = limits;
  }

  async read(file: string, above: readonly string[]): Promise<RulesetFile> {
    if (above.includes(file)) throw rulesetProblem(file, `it extends itself through ${above.join(", ")}.`);
    this.#files += 1;
    if (this.#files > this.#limits.files) {
      const message = `more than ${this.#limits.files} rulesets extend each other.`;
      throw rulesetProblem(file, message, "raise `limits.files` in the config if you trust them.");
    }
    const data = this.#parse(file, await this.#bytes(file));
    const extended: (readonly [RulesetFile, Extent])[] = [];
    for (const [name, extent] of extensions(file, data.extends)) {
      if (name === own) continue;
      extended.push([await this.read(inside(file, name), [...above, file]), extent]);
    }
    return { file, data, extended };
  }

  async #bytes(file: string): Promise<Uint8Array> {
    const read = (await this.#source.read([file], this.#limits.bytes)).get(file);
    if (read === undefined) throw rulesetProblem(file, "it cannot be read.");
    if (read instanceof Problem) throw read;
    return read;
  }

  #parse(file: string, bytes: Uint8Array): Readonly<Record<string, unknown>> {
    const { data } = readDocument(file, bytes, this.#limits).document;
    if (typeof data !== "object" || data === null || Array.isArray(data)) {
      throw rulesetProblem(file, "a ruleset must be a mapping.");
    }
    return data as Readonly<Record<string, unknown>>;
  }
}

function extensions(file: string, value: unknown): (readonly [string, Extent])[] {
  if (value === undefined) return [];
  return (Array.isArray(value) ? value : [value]).map((each) => {
    const [name, extent] = Array.isArray(each) ? each : [each, "recommended"];
    if (typeof name === "string" && (extent === "off" || extent === "recommended" || extent === "all")) {
      return [name, extent];
    }
    throw rulesetProblem(
      file,
      "`extends` must be a list of files, each alone or with off, recommended or all.",
    );
  });
}

/** A file beside or below, above as far as the root. Anything else is a package or a URL. */
function inside(file: string, name: string): string {
  if (!/^\.{1,2}\//.test(name) || name.includes("\\")) {
    throw rulesetProblem(file, `it extends ${name}, which is no relative path to a file inside the root.`);
  }
  const parts = file.split("/").slice(0, -1);
  for (const part of name.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined)
        throw rulesetProblem(file, `it extends ${name}, which is outside the root.`);
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}
