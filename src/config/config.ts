import type { DeprecationPolicy } from "../contract/policy.js";
import { refuseConflict } from "../tree/place.js";
import { Reader } from "../tree/reader.js";
import { readAcceptances } from "./acceptances.js";
import { readConsumers } from "./consumers.js";
import { type KnownRules, readChanges, readRules } from "./levels.js";
import { folderOf, readPath } from "./paths.js";
import { defaultDeprecation } from "./policy.js";
import { readSpecs } from "./specs.js";
import type { Config } from "./types.js";
import { readDays, readLimits } from "./units.js";
import { parseConfigTree } from "./yaml.js";

export { defaultDeprecation, policyFor, settingFor } from "./policy.js";
export type { Config, Consumer, ConsumerPreset, SpecSetting } from "./types.js";

export const configKeys = [
  "$schema",
  "specs",
  "rules",
  "changes",
  "deprecation",
  "corrections",
  "accept",
  "consumers",
  "ruleset",
  "limits",
] as const;

/**
 * Reads a config, YAML 1.2 or (by the file's ending) JSON. An empty one is the default one.
 *
 * @param file root-relative path, for messages and because paths in a config are relative to its folder
 * @param ruleIds the ids of all lint rules, so that an unknown one is refused; where the config names a ruleset of
 *   its own, that may bring others
 * @param refuse tells what is wrong with the options of a rule
 * @throws Problem `config-conflict`, `config-syntax`, `config-too-large` or `config-shape`, with line and column
 */
export function parseConfig(
  source: string,
  file: string,
  ruleIds: readonly string[] | null = null,
  refuse: KnownRules["refuse"] = () => null,
): Config {
  const text = source.replace(/^\ufeff/, "");
  refuseConflict(text, file, "config", "Resolve the conflict: keep the acceptances of both sides.");
  const hint = "See docs/config.md, or `errlock schema config`.";
  const tree = text.trim() === "" ? null : parseConfigTree(text, file);
  const empty = tree === null || (tree.type === "scalar" && tree.value === null);
  const root = new Reader(empty ? { type: "object", members: [], start: 0, end: 0 } : tree, {
    what: "config",
    file,
    text,
    hint,
  });
  const found = root.members(configKeys);
  const folder = folderOf(file);
  const { specs, rules, changes, deprecation, corrections, accept, consumers, ruleset, limits } = found;
  const ids = ruleset === undefined ? ruleIds : null;
  const known = { ids, refuse };
  return {
    file,
    specs: specs === undefined ? null : readSpecs(specs, folder, known),
    rules: rules === undefined ? {} : readRules(rules, known),
    changes: changes === undefined ? {} : readChanges(changes),
    deprecation: deprecation === undefined ? defaultDeprecation : readDeprecation(deprecation),
    corrections: corrections === undefined ? "allow" : corrections.oneOf(["allow", "forbid"]),
    accept: accept === undefined || accept.value() === null ? [] : readAcceptances(accept, folder, ids),
    consumers: consumers === undefined ? [] : readConsumers(consumers, folder),
    ruleset: ruleset === undefined ? [] : readRulesets(ruleset, folder),
    limits: limits === undefined ? {} : readLimits(limits),
  };
}

function readDeprecation(reader: Reader): DeprecationPolicy {
  const { required, window, pastSunset } = reader.members(["required", "window", "pastSunset"]);
  return {
    required: required?.boolean() ?? defaultDeprecation.required,
    windowDays: window === undefined ? defaultDeprecation.windowDays : readDays(window),
    pastSunset: pastSunset?.boolean() ?? defaultDeprecation.pastSunset,
  };
}

function readRulesets(reader: Reader, folder: string): string[] {
  const one = (item: Reader) =>
    item.value() === "errlock/ruleset" ? "errlock/ruleset" : readPath(item, folder);
  return reader.isList() ? reader.list(one) : [one(reader)];
}
