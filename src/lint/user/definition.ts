import type { Ruleset, RulesetDefinition } from "@stoplight/spectral-core";
import core from "@stoplight/spectral-core";
import { assertDeclarative } from "./declarative.js";
import { coreFunctions, formats } from "./functions.js";
import { rulesetProblem } from "./problem.js";
import type { RulesetFile } from "./read.js";

type Mapping = Readonly<Record<string, unknown>>;

/** Is told what rules do while they run. */
export interface Watch {
  /** A rule begins to judge a value. */
  begun(rule: string): void;
  /** A rule said so much of a value. */
  said(results: number): void;
}

/** Spectral's own ruleset made from the files of a user. Throws a Problem where Spectral would not take it. */
export function userRuleset(file: RulesetFile, watch: Watch): Ruleset {
  const definition = definitionOf(file, watch);
  try {
    return new core.Ruleset(definition);
  } catch (error) {
    throw rulesetProblem(file.file, `Spectral does not accept it: ${reasonOf(error)}`);
  }
}

function definitionOf(ruleset: RulesetFile, watch: Watch): RulesetDefinition {
  assertDeclarative(ruleset);
  const { file, data, extended } = ruleset;
  const { extends: _extends, $schema: _schema, rules, ...rest } = data;
  return {
    ...rest,
    ...(Array.isArray(data.formats) && { formats: data.formats.map((name) => formatOf(file, name)) }),
    ...(extended.length > 0 && {
      extends: extended.map(([each, extent]) => [definitionOf(each, watch), extent]),
    }),
    rules: Object.fromEntries(
      Object.entries(mapping(rules)).map(([name, rule]) => [name, ruleOf({ file, name, watch }, rule)]),
    ),
  } as RulesetDefinition;
}

interface In {
  readonly file: string;
  /** Of the rule. */
  readonly name: string;
  readonly watch: Watch;
}

function ruleOf(place: In, rule: unknown): unknown {
  if (typeof rule !== "object" || rule === null) return rule;
  const { then, formats: limited, tags: _tags, ...rest } = mapping(rule);
  return {
    ...rest,
    ...(Array.isArray(limited) && { formats: limited.map((name) => formatOf(place.file, name)) }),
    // biome-ignore lint/suspicious/noThenProperty: the name Spectral has for what a rule does
    then: Array.isArray(then) ? then.map((each) => thenOf(place, each)) : thenOf(place, then),
  };
}

function thenOf({ file, name: rule, watch }: In, then: unknown): unknown {
  const { function: name, ...rest } = mapping(then);
  const known = typeof name === "string" ? coreFunctions.get(name) : undefined;
  if (known === undefined) throw rulesetProblem(file, `${String(name)} is not a core function.`);
  return { ...rest, function: watched(known, rule, watch) };
}

/** The function with all that Spectral reads from it, telling when it begins and what it said. */
function watched<Fn extends (...given: never[]) => unknown>(known: Fn, rule: string, watch: Watch): Fn {
  return new Proxy(known, {
    apply(target, self, given) {
      watch.begun(rule);
      const said = Reflect.apply(target, self, given);
      if (Array.isArray(said)) watch.said(said.length);
      return said;
    },
  });
}

function formatOf(file: string, name: unknown): unknown {
  const format = typeof name === "string" ? formats.get(name.replace(/^oas3_/, "oas3.")) : undefined;
  if (format === undefined) throw rulesetProblem(file, `${String(name)} is not a format of OpenAPI.`);
  return format;
}

function mapping(value: unknown): Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Mapping) : {};
}

function reasonOf(error: unknown): string {
  const errors: unknown[] =
    error instanceof Error && "errors" in error && Array.isArray(error.errors) ? error.errors : [error];
  return errors
    .map((each) => (each instanceof Error ? `${each.message}${pathOf(each)}` : String(each)))
    .join("; ");
}

function pathOf(error: Error): string {
  return "path" in error && Array.isArray(error.path) ? ` (at ${error.path.join(".")})` : "";
}
