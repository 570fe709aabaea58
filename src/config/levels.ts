import { changeKindOrder, isChangeKind } from "../compare/kinds.js";
import type { Bump, ChangeKind, Level } from "../contract/change.js";
import type { ChangeSetting, RuleSetting } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { isJudgingRule, judgingRules } from "../judge/findings.js";
import type { Reader } from "../tree/reader.js";

export const levels = ["error", "warn", "info", "off"] as const satisfies readonly Level[];
const bumps = ["major", "minor", "patch", "none"] as const satisfies readonly Bump[];

/** What a config can know of the lint rules without running them. */
export interface KnownRules {
  /** The ids there are, or null when a ruleset may bring others. */
  readonly ids: readonly string[] | null;
  /** Why options do not fit a rule of ours; null where they do, and for any other rule. */
  readonly refuse: (id: string, options: Readonly<Record<string, unknown>>) => Problem | null;
}

/** `rules:`, at the top or of one spec. */
export function readRules(reader: Reader, { ids, refuse }: KnownRules): Record<string, RuleSetting> {
  return reader.record((value, id) => {
    if (isJudgingRule(id)) {
      const { acceptable, fix } = judgingRules[id];
      const hint = acceptable ? `Accept what it finds instead: ${fix}` : fix;
      throw value.problem("is judged by errlock itself, so it has no level to set", { hint });
    }
    if (isChangeKind(id)) {
      throw value.problem("is a kind of change, no rule", { hint: "Set its level under `changes`." });
    }
    if (ids !== null && !ids.includes(id)) throw reader.refuseKey("rule", id, ids);
    if (!value.isList()) return value.oneOf(levels);
    const [level, options, ...more] = value.list((item) => item);
    if (level === undefined || more.length > 0) throw value.problem("must be a level, or [level, options]");
    const set = level.oneOf(levels);
    if (options === undefined) return set;
    const given = options.record((option) => option.plain());
    const fault = refuse(id, given);
    if (fault !== null) throw new Problem(fault.code, fault.message, fault.hint, options.location());
    return [set, given];
  });
}

/** `changes:`: a level, or `{ level, bump }`, for a kind of change. */
export function readChanges(reader: Reader): Partial<Record<ChangeKind, ChangeSetting>> {
  const found = reader.members(changeKindOrder);
  const settings: Partial<Record<ChangeKind, ChangeSetting>> = {};
  for (const kind of changeKindOrder) {
    const value = found[kind];
    if (value === undefined) continue;
    settings[kind] = value.isMapping() ? levelAndBump(value) : value.oneOf(levels);
  }
  return settings;
}

function levelAndBump(reader: Reader): ChangeSetting {
  const { level, bump } = reader.members(["level", "bump"]);
  return {
    ...(level !== undefined && { level: level.oneOf(levels) }),
    ...(bump !== undefined && { bump: bump.oneOf(bumps) }),
  };
}
