import { rules } from "../../rules/rules.js";
import { warningRules } from "../catalog/warning-rules.js";
import { changeKinds } from "../compare/kinds.js";
import { judgingRules } from "../judge/findings.js";
import type { RuleInfo } from "../report/options.js";

/** What there is to say about every rule, every kind of change, and every finding from judging, by id. */
export function ruleInfos(): Readonly<Record<string, RuleInfo>> {
  const infos: Record<string, RuleInfo> = {};
  for (const { id, description, why, fix, level } of rules) {
    infos[id] = { what: description, why, fix, level, url: null };
  }
  for (const table of [changeKinds, judgingRules, warningRules]) {
    for (const [id, { what, why, fix, level }] of Object.entries(table))
      infos[id] = { what, why, fix, level, url: null };
  }
  return infos;
}
