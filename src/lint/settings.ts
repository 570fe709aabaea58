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
    const fault = optionsFault(rule.options, given);
    if (fault !== null) {
      throw new Problem(
        "rule-options",
        `${rule.id}: ${fault}`,
        `See the options of the rule: errlock explain ${rule.id}`,
      );
    }
    return { rule, level, options: withKnown(rule, given, known) };
  });
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
