import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { runBounded } from "../host/bounded-thread.js";
import { tooMany } from "../lint/lint.js";
import type { RulesetFile } from "../lint/user/read.js";
import type { RunUserRules } from "../lint/user/run.js";
import type { UserRulesAsked, UserRulesPosted } from "../worker.js";

/** Megabytes that the rules of a user may take beside what errlock needs itself. */
const memory = 600;

/** Characters of a spec for which rules have their time once more. */
const share = 4_000_000;

/** Spectral takes three times as long for a finding as the rules of `rules/`. */
const dearer = 3;

/**
 * Runs a user's rules in a thread of their own: a JSONPath such as `$..*..*` costs what it asks for, and there is no
 * other way to stop it. `length` is that of the spec, in characters: rules over more may take longer.
 */
export function userRulesWithin(limits: Limits, length: number): RunUserRules {
  const time = limits.ruleset * (1 + Math.floor(length / share));
  const mostResults = Math.floor(limits.findings / dearer);
  return async (run) => {
    const rules = ruleNames(run.ruleset);
    const asked: UserRulesAsked = { ...run, rules, mostResults };
    const ended = await runBounded("worker", asked, { time, memory });
    if (ended.is !== "done") {
      const rule = rules[ended.mark];
      const taken = ended.is === "too-slow" ? `${time} ms of processor time` : `${memory} MB of memory`;
      const last = rule === undefined ? "" : `; the rule ${rule} was the last to run`;
      throw new Problem(
        "ruleset-too-costly",
        `its rules take more than ${taken} over ${run.file}${last}`,
        ended.is === "too-slow"
          ? "make `given` more exact (`$..*` looks at every value), or raise `limits.ruleset` in the config if you trust the ruleset."
          : "make `given` more exact: `$..*` looks at every value.",
        { file: run.ruleset.file },
      );
    }
    const posted = ended.value as UserRulesPosted;
    if ("results" in posted) return posted.results;
    if ("tooMany" in posted) throw tooMany(posted.tooMany, run.file, mostResults);
    const { code, message, hint, location } = posted.problem;
    throw new Problem(code, message, hint, location);
  };
}

/** The names of all rules of a ruleset and of those that it extends. */
function ruleNames({ data, extended }: RulesetFile): string[] {
  const { rules } = data;
  const own = typeof rules === "object" && rules !== null ? Object.keys(rules) : [];
  return [...own, ...extended.flatMap(([file]) => ruleNames(file))];
}
