import { changeKindOrder, changeKinds } from "../../compare/kinds.js";
import type { Bump, ChangeKind, Level } from "../../contract/change.js";
import type { ChangeSetting, RuleSetting } from "../../contract/policy.js";
import { type Difference, differ, words } from "./difference.js";

const strictness: Readonly<Record<Level, number>> = { off: 0, info: 1, warn: 2, error: 3 };
const size: Readonly<Record<Bump, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

type Rules = Readonly<Record<string, RuleSetting>>;
type Changes = Readonly<Partial<Record<ChangeKind, ChangeSetting>>>;

/**
 * Differences between two settings of rules. Another set of options may let something pass (what it means, only the
 * rule knows); a higher level does not.
 *
 * @param at what stands before the rule's id: `rules.`
 * @param defaults levels of rules that are not set; one of a ruleset of the user's own is not among them
 */
export function differInRules(
  at: string,
  base: Rules,
  branch: Rules,
  defaults: Readonly<Record<string, Level>>,
): Difference[] {
  const ids = [...new Set([...Object.keys(base), ...Object.keys(branch)])];
  return ids.flatMap((id) => {
    const [was, is] = [own(base, id), own(branch, id)];
    const usual = own(defaults, id);
    // What an unknown rule does when nothing is said of it, nobody knows here: the worse of both is assumed.
    const before = was === undefined ? (usual ?? "error") : levelOf(was);
    const after = is === undefined ? (usual ?? "off") : levelOf(is);
    const options = words(optionsOf(was)) !== words(optionsOf(is));
    const loosened = strictness[after] < strictness[before] || (options && before !== "off");
    return differ(`${at}${id}`, said(before, was), said(after, is), loosened);
  });
}

/** Differences in the levels and bumps of kinds of change: a lower one may let something pass. */
export function differInChanges(base: Changes, branch: Changes): Difference[] {
  return changeKindOrder.flatMap((kind) => {
    const [was, is] = [settingOf(kind, base[kind]), settingOf(kind, branch[kind])];
    return [
      ...differ(`changes.${kind}`, was.level, is.level, strictness[is.level] < strictness[was.level]),
      ...differ(`changes.${kind}.bump`, was.bump, is.bump, size[is.bump] < size[was.bump]),
    ];
  });
}

function settingOf(kind: ChangeKind, setting: ChangeSetting | undefined): { level: Level; bump: Bump } {
  const { level, bump } = changeKinds[kind];
  return { level, bump, ...(typeof setting === "string" ? { level: setting } : setting) };
}

function levelOf(setting: RuleSetting): Level {
  return typeof setting === "string" ? setting : setting[0];
}

function optionsOf(setting: RuleSetting | undefined): Readonly<Record<string, unknown>> {
  return setting === undefined || typeof setting === "string" ? {} : setting[1];
}

function said(level: Level, setting: RuleSetting | undefined): unknown {
  const options = optionsOf(setting);
  return Object.keys(options).length === 0 ? level : [level, options];
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
