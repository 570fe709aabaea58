import { runSpectral } from "../engine.js";
import { userRuleset, type Watch } from "./definition.js";
import type { RulesetFile } from "./read.js";
import { confinedResolver } from "./resolver.js";

/** All that a run of a user's rules over one spec needs, as plain data: it may go to a thread of its own. */
export interface UserRun {
  /** Root-relative path of the spec. */
  readonly file: string;
  readonly data: unknown;
  /** The texts of its files, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly ruleset: RulesetFile;
}

/** What a rule of a user said of one place. */
export interface UserResult {
  readonly rule: string;
  readonly message: string;
  /** As Spectral counts: 0 is an error, 3 a hint. */
  readonly severity: number;
  readonly path: readonly (string | number)[];
  /** The file, where it is known. */
  readonly source: string | null;
}

/** Where and how rules of a user are run: in this thread, or in one that can be ended. */
export type RunUserRules = (run: UserRun) => Promise<readonly UserResult[]>;

/**
 * Runs a user's rules through Spectral. They may take as long and as much memory as they like.
 *
 * @throws Problem where the ruleset cannot be used: the rules must be data
 */
export async function runUserRules(
  { file, data, texts, ruleset: read }: UserRun,
  watch: Watch = { begun() {}, said() {} },
): Promise<UserResult[]> {
  const ruleset = userRuleset(read, watch);
  const rules = Object.values(ruleset.rules);
  const resolver = rules.some(({ resolved }) => resolved) ? confinedResolver(texts) : null;
  const results = await runSpectral({ file, data }, [], { ruleset, resolver });
  const names = new Set(Object.keys(ruleset.rules));
  return results.flatMap(({ code, message, severity, path, source }) =>
    names.has(String(code)) ? [{ rule: String(code), message, severity, path, source: source ?? null }] : [],
  );
}
