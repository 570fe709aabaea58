import type { Level } from "../../contract/change.js";
import type { Finding } from "../../contract/finding.js";
import type { Limits, Policy } from "../../contract/policy.js";
import { formatPointer } from "../../spec/pointer.js";
import type { Source, Spec } from "../../spec/spec.js";
import { readRulesets } from "./read.js";
import { type RunUserRules, runUserRules, type UserResult } from "./run.js";

/** Rulesets of a user: declarative files, inside the root of `source`. */
export interface UserRulesets {
  readonly files: readonly string[];
  readonly source: Source;
  readonly limits: Limits;
  /** Where they run; in this thread where it is not given. */
  readonly run?: RunUserRules;
}

/** Runs a user's rulesets over a spec. Throws a Problem where one cannot be used. */
export async function lintByUser(
  spec: Spec,
  { files, source, limits, run = runUserRules }: UserRulesets,
  settings: Policy["rules"],
): Promise<Finding[]> {
  const results = await run({
    file: spec.file,
    data: spec.root.data,
    texts: new Map([...spec.documents].map(([file, { text }]) => [file, text])),
    ruleset: await readRulesets(files, source, limits),
  });
  return results.map((result) => toFinding(spec, result, settings));
}

const levels: readonly Level[] = ["error", "warn", "info", "info"];

function toFinding(spec: Spec, result: UserResult, settings: Policy["rules"]): Finding {
  const { rule, message } = result;
  const path = result.path.map(String);
  const file = result.source?.replace(/^\/+/, "") ?? spec.file;
  const setting = settings[rule];
  const level =
    setting === undefined ? levels[result.severity] : typeof setting === "string" ? setting : setting[0];
  return {
    rule,
    level: level ?? "warn",
    at: `${file === spec.file ? "" : `${file} `}${identity(spec.documents.get(file)?.data, path)}`,
    message,
    cause: message,
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
