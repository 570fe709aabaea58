import { type Config, defaultDeprecation, settingFor } from "../../config/config.js";
import { folderOf } from "../../config/paths.js";
import type { Level } from "../../contract/change.js";
import type { Finding } from "../../contract/finding.js";
import type { DeprecationPolicy, Limits } from "../../contract/policy.js";
import { byCodePoint } from "../../contract/record.js";
import { defaultLimits } from "../../spec/limits.js";
import { differInConsumers } from "./consumers.js";
import { type Difference, differ, differInEntries, toFinding } from "./difference.js";
import { differInChanges, differInRules } from "./levels.js";
import { differInSpec } from "./specs.js";

/** What is known of a policy at the base and on the branch. */
export interface PolicySides {
  /** Null: there is no config, the defaults judge. */
  readonly base: Config | null;
  readonly branch: Config | null;
  /** The specs that each side judges: globs expanded, root-relative. */
  readonly specs: { readonly base: readonly string[]; readonly branch: readonly string[] };
  /** Specs that have another path on the branch, as their baselines tell: old path to new one. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Is the file there on the branch? A spec that is gone is judged by its baseline. */
  readonly exists: (spec: string) => boolean;
  /** Levels of the lint rules that a config does not set. */
  readonly ruleLevels: Readonly<Record<string, Level>>;
  /** Files of rulesets, root-relative, that both sides name and whose content (with all that they extend) differs. */
  readonly editedRulesets: readonly string[];
}

/**
 * Compares the policy of a branch with that of its base. Each difference that could let something pass is
 * `policy-loosened`, any other `policy-changed`; acceptances are none. Findings come sorted by `at`.
 */
export function comparePolicies(sides: PolicySides): Finding[] {
  const { base, branch, editedRulesets } = sides;
  const entries = { added: true, dropped: true };
  const differences: Difference[] = [
    ...differ("config", standing(base), standing(branch), true),
    ...differInCoverage(sides),
    ...differInRules("rules.", base?.rules ?? {}, branch?.rules ?? {}, sides.ruleLevels),
    ...sides.specs.base.flatMap((spec) => differInOne(spec, sides)),
    ...differInChanges(base?.changes ?? {}, branch?.changes ?? {}),
    ...differInDeprecation(
      base?.deprecation ?? defaultDeprecation,
      branch?.deprecation ?? defaultDeprecation,
    ),
    ...differ(
      "corrections",
      base?.corrections ?? "allow",
      branch?.corrections ?? "allow",
      base?.corrections === "forbid",
    ),
    ...differInConsumers(base?.consumers ?? [], branch?.consumers ?? []),
    ...differInEntries("ruleset", base?.ruleset ?? [], branch?.ruleset ?? [], entries),
    ...editedRulesets.flatMap((file) => differ(`ruleset ${file}`, "as it was", "edited", true)),
    ...differInLimits(base?.limits ?? {}, branch?.limits ?? {}),
  ];
  return differences.map(toFinding).sort((a, b) => byCodePoint(a.at, b.at));
}

/** Paths of baselines count from the config's folder. */
function standing(config: Config | null): string {
  const folder = config === null ? "" : folderOf(config.file);
  return folder === "" ? "in the root" : `in ${folder}`;
}

/** Specs that the branch judges no more. One that is not there any more is judged by its baseline. */
function differInCoverage({ specs, renamed, exists }: PolicySides): Difference[] {
  const known = new Set(specs.base.map((spec) => renamed.get(spec) ?? spec));
  const judged = new Set(specs.branch);
  const dropped = specs.base.filter((spec) => !renamed.has(spec) && !judged.has(spec));
  const added = specs.branch.filter((spec) => !known.has(spec));
  return [
    ...dropped.flatMap((spec) =>
      differ(`specs ${spec}`, "judged", exists(spec) ? "not judged" : "not there", exists(spec)),
    ),
    ...added.flatMap((spec) => differ(`specs ${spec}`, "not judged", "judged", false)),
  ];
}

/** What the config says for one spec, wherever it stands now. */
function differInOne(old: string, { base, branch, specs, renamed, ruleLevels }: PolicySides): Difference[] {
  const spec = renamed.get(old) ?? old;
  if (!specs.branch.includes(spec)) return [];
  const [was, is] = [settingFor(base, old), settingFor(branch, spec)];
  const merged = (config: Config | null, own: typeof was) => {
    const all = { ...config?.rules, ...own?.rules };
    const ids = new Set([...Object.keys(was?.rules ?? {}), ...Object.keys(is?.rules ?? {})]);
    return Object.fromEntries(Object.entries(all).filter(([id]) => ids.has(id)));
  };
  return [
    ...differInSpec(spec, was, is),
    ...differInRules(`${spec} rules.`, merged(base, was), merged(branch, is), ruleLevels),
  ];
}

function differInDeprecation(base: DeprecationPolicy, branch: DeprecationPolicy): Difference[] {
  return [
    ...differ("deprecation.required", base.required, branch.required, base.required),
    ...differ("deprecation.window", base.windowDays, branch.windowDays, branch.windowDays < base.windowDays),
    ...differ("deprecation.pastSunset", base.pastSunset, branch.pastSunset, base.pastSunset),
  ];
}

/** Limits protect the machine that judges; what exceeds a lower one is exit 2, never a pass. */
function differInLimits(base: Partial<Limits>, branch: Partial<Limits>): Difference[] {
  const [was, is] = [
    { ...defaultLimits, ...base },
    { ...defaultLimits, ...branch },
  ];
  return (Object.keys(defaultLimits) as (keyof Limits)[]).flatMap((name) =>
    differ(`limits.${name}`, was[name], is[name], is[name] > was[name]),
  );
}
