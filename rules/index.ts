import type { Options, Rule } from "./rule.js";
import { rules } from "./rules.js";
import { type SpectralRule, toSpectral } from "./spectral.js";

/** The Spectral ruleset: `extends: ["errlock/ruleset"]`. */
const ruleset: { readonly rules: Readonly<Record<string, SpectralRule>> } = {
  rules: Object.fromEntries(rules.map((rule) => [rule.id, toSpectral(rule)])),
};

export default ruleset;

/**
 * A rule with options, for a JavaScript ruleset: `rules: { "error-response-required": withOptions("error-response-required",
 * { allow: ["3xx"] }) }`. Throws a TypeError where there is no such rule; wrong options are reported when it runs.
 */
export function withOptions(id: string, options: Options): SpectralRule {
  const rule: Rule | undefined = rules.find((each) => each.id === id);
  if (rule === undefined) throw new TypeError(`errlock has no rule ${id}`);
  return toSpectral(rule, options);
}
