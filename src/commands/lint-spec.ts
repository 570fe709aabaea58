import { type Baseline, toContract } from "../baseline/format.js";
import type { Finding } from "../contract/finding.js";
import { lint } from "../lint/lint.js";
import type { Reading } from "./read.js";
import { userRulesWithin } from "./user-rules.js";
import type { Entry, Workspace } from "./workspace.js";

/** All findings of one spec: from the rules, and what extraction had to warn of. */
export async function lintSpec(
  { spec, extraction }: Reading,
  entry: Entry,
  baseline: Baseline | null,
  { config, tree, limits }: Workspace,
): Promise<Finding[]> {
  const { errors, rules } = entry.policy;
  const exempt = baseline === null ? [] : toContract(baseline).catalogs.flatMap(({ codes }) => codes);
  const known = new Map(Object.entries(baseline?.known ?? {}).map(([rule, at]) => [rule, new Set(at)]));
  const rulesets = config?.ruleset ?? [];
  const findings = await lint(spec, {
    rules,
    exempt: exempt.map(({ code }) => code),
    isRecorded: baseline !== null,
    errors,
    isKnown: ({ rule, at }) => known.get(rule)?.has(at) === true,
    survey: extraction.survey,
    limits,
    ...(rulesets.length > 0 && {
      userRulesets: {
        files: rulesets,
        source: tree.source,
        limits,
        run: userRulesWithin(limits, spec.root.text.length),
      },
    }),
  });
  return [...findings, ...extraction.warnings];
}
