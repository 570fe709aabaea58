import type { IRuleResult, Ruleset } from "@stoplight/spectral-core";
import type { Level } from "../../contract/change.js";
import type { Finding } from "../../contract/finding.js";
import type { Policy } from "../../contract/policy.js";
import { formatPointer } from "../../spec/pointer.js";
import type { Source, Spec } from "../../spec/spec.js";
import { userRuleset } from "./definition.js";
import { readRulesets } from "./read.js";
import { confinedResolver } from "./resolver.js";

/** Rules of a user, ready to run, and what turns their results into findings. */
export interface UserRules {
  readonly ruleset: Ruleset;
  readonly resolver: unknown;
  toFindings(results: readonly IRuleResult[], settings: Policy["rules"]): Finding[];
}

/** Loads a user's rulesets. Throws a Problem where one cannot be used: the rules must be data, inside the root. */
export async function loadUserRules(
  spec: Spec,
  files: readonly string[],
  source: Source,
): Promise<UserRules> {
  const ruleset = userRuleset(await readRulesets(files, source));
  const names = new Set(Object.keys(ruleset.rules));
  return {
    ruleset,
    resolver: Object.values(ruleset.rules).some(({ resolved }) => resolved) ? confinedResolver(spec) : null,
    toFindings: (results, settings) =>
      results
        .filter(({ code }) => names.has(String(code)))
        .map((result) => toFinding(spec, result, settings)),
  };
}

const levels: readonly Level[] = ["error", "warn", "info", "info"];

function toFinding(spec: Spec, result: IRuleResult, settings: Policy["rules"]): Finding {
  const rule = String(result.code);
  const path = result.path.map(String);
  const file = result.source?.replace(/^\/+/, "") ?? spec.file;
  const setting = settings[rule];
  const level =
    setting === undefined ? levels[result.severity] : typeof setting === "string" ? setting : setting[0];
  return {
    rule,
    level: level ?? "warn",
    at: `${file === spec.file ? "" : `${file} `}${identity(spec.documents.get(file)?.data, path)}`,
    message: result.message,
    cause: result.message,
    location: spec.locate({ file, pointer: formatPointer(path) }),
  };
}

/** `GET /v1/x responses/404/description`: a place without the indices of lists, which move. */
function identity(data: unknown, path: readonly string[]): string {
  const stable: string[] = [];
  let value = data;
  for (const key of path) {
    if (!Array.isArray(value)) stable.push(key);
    value =
      typeof value === "object" && value !== null
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined;
  }
  const [section, name, method, ...rest] = stable;
  if (section !== "paths" || name === undefined || method === undefined) return stable.join("/");
  return `${method.toUpperCase()} ${name} ${rest.join("/")}`.trim();
}
