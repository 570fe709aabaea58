import { optionsFault } from "../../rules/options.js";
import type { Options, Rule } from "../../rules/rule.js";
import { rules } from "../../rules/rules.js";
import type { Level } from "../contract/change.js";
import type { ErrorsSetting, Policy } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";

/** A rule as it is to run: its level may be off, then its findings are hidden but still counted. */
export interface RuleToRun {
  readonly rule: Rule;
  readonly level: Level;
  readonly options: Options;
}

/** What only errlock knows, handed to the rules as options. */
export interface Known {
  /** Where the codes are, if a config says so; otherwise the rules find it in the document. */
  readonly errors: ErrorsSetting | null;
  /** Codes of the contract, which no convention outranks. */
  readonly exempt: readonly string[];
}

/** Every rule of ours with its level and options. Throws a Problem where options do not fit their rule. */
export function rulesToRun(settings: Policy["rules"], known: Known): RuleToRun[] {
  return rules.map((rule) => {
    const setting = settings[rule.id] ?? rule.level;
    const [level, given] = typeof setting === "string" ? [setting, {}] : setting;
    const fault = refuseOptions(rule.id, given);
    if (fault !== null) throw fault;
    return { rule, level, options: withKnown(rule, given, known) };
  });
}

/** What is wrong with the options of a rule of ours; null if nothing is, or the rule is another. */
export function refuseOptions(id: string, given: Options): Problem | null {
  const rule = rules.find((each) => each.id === id);
  const fault = rule === undefined ? null : optionsFault(rule.options, given);
  if (fault === null) return null;
  return new Problem("rule-options", `${id}: ${fault}`, `See the options of the rule: errlock explain ${id}`);
}

function withKnown(rule: Rule, given: Options, { errors, exempt }: Known): Options {
  const options: Record<string, unknown> = { ...given };
  if ("schemas" in rule.options) {
    if (errors?.schemas !== undefined) options.schemas ??= errors.schemas;
    if (errors?.code !== undefined) options.code ??= errors.code;
  }
  if ("exempt" in rule.options) {
    const own = Array.isArray(given.exempt) ? given.exempt : [];
    options.exempt = [...own, ...exempt];
  }
  return options;
}
