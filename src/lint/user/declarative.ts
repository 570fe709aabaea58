import { rules } from "../../../rules/rules.js";
import { linearPattern } from "./linear-pattern.js";
import { rulesetProblem } from "./problem.js";
import type { RulesetFile } from "./read.js";
import { isTame } from "./tame.js";

const topLevel = [
  "extends",
  "rules",
  "aliases",
  "formats",
  "description",
  "documentationUrl",
  "parserOptions",
  "$schema",
];

/**
 * Throws a Problem unless a ruleset is data alone: nothing that runs code of its own, reaches out of the root, changes
 * the rules of errlock, or takes forever.
 */
export function assertDeclarative({ file, data }: RulesetFile): void {
  for (const key of Object.keys(data)) {
    if (!topLevel.includes(key)) throw rulesetProblem(file, `\`${key}\` is not allowed.`);
  }
  const ours = new Set(rules.map(({ id }) => id));
  for (const [name, rule] of Object.entries(isMapping(data.rules) ? data.rules : {})) {
    if (ours.has(name)) {
      throw rulesetProblem(
        file,
        `it changes the rule ${name}.`,
        "Set levels and options of errlock's rules in errlock.yaml.",
      );
    }
    if (isMapping(rule)) assertRule(file, name, rule);
  }
  assertPaths(file, "aliases", data.aliases);
}

function assertRule(file: string, name: string, rule: Readonly<Record<string, unknown>>): void {
  assertPaths(file, name, rule.given);
  if (typeof rule.message === "string" && rule.message.includes("#{{")) {
    throw rulesetProblem(file, `the message of ${name} holds an expression \`#{{…}}\`.`);
  }
  for (const then of Array.isArray(rule.then) ? rule.then : [rule.then]) {
    if (!isMapping(then)) continue;
    if (typeof then.function !== "string") throw rulesetProblem(file, `${name} names no function.`);
    if (typeof then.field === "string" && then.field.startsWith("$")) assertPaths(file, name, then.field);
    assertPatterns(file, name, then.functionOptions, 0);
  }
}

/** JSONPath may hold scripts and filters in parentheses, which are code. */
function assertPaths(file: string, name: string, value: unknown): void {
  if (typeof value === "string") {
    const unquoted = value.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, "''");
    if (/[()@]/.test(unquoted)) throw rulesetProblem(file, `${name} has a script expression: ${value}`);
  } else if (typeof value === "object" && value !== null) {
    for (const each of Object.values(value)) assertPaths(file, name, each);
  }
}

/** Regular expressions among the options of a function must not be ones that can take forever. */
function assertPatterns(file: string, name: string, value: unknown, depth: number): void {
  if (typeof value !== "object" || value === null) return;
  if (depth > 50) throw rulesetProblem(file, `${name} nests its options too deep.`);
  for (const [key, each] of Object.entries(value)) {
    const patterns = key === "patternProperties" && isMapping(each) ? Object.keys(each) : [];
    if (key === "pattern" && typeof each === "string") patterns.push(each);
    if (isMatch(key) && typeof each === "string" && linearPattern(each) === null) patterns.push(each);
    for (const pattern of patterns) {
      if (!isTame(pattern))
        throw rulesetProblem(file, `${name} has a regular expression that can take forever: ${pattern}`);
    }
    assertPatterns(file, name, each, depth + 1);
  }
}

function isMatch(key: string): boolean {
  return key === "match" || key === "notMatch";
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
