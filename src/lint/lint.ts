import { errorResponseRequired } from "../../rules/error-response-required.js";
import { strings } from "../../rules/options.js";
import { placeOfErrors } from "../../rules/read/place.js";
import { placeFrom } from "../../rules/read/place-options.js";
import { Reading } from "../../rules/read/reading.js";
import { nameOf } from "../../rules/read/schemas.js";
import type { Complaint } from "../../rules/rule.js";
import { plainMessage } from "../../rules/spectral.js";
import type { Survey } from "../catalog/survey.js";
import type { Level } from "../contract/change.js";
import type { Finding } from "../contract/finding.js";
import type { Limits, Policy } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import type { Spec } from "../spec/spec.js";
import { locate } from "./locate.js";
import { type RuleToRun, rulesToRun } from "./settings.js";
import type { UserRulesets } from "./user/rules.js";

export interface LintOptions {
  /** Levels and options by rule; a rule that is not named has its own level. */
  readonly rules?: Policy["rules"];
  /** Codes of the baseline, for `error-code-format`: a convention never outranks the contract. */
  readonly exempt?: readonly string[];
  /** What the config says of the place of codes. Otherwise the rules find it, as they do in any other Spectral. */
  readonly errors?: Policy["errors"];
  /** A baseline records the error schemas: one without a code, which passes as the commonest, is said once. */
  readonly isRecorded?: boolean;
  /** The document's survey, where its contract was extracted already: it is not read again. */
  readonly survey?: Survey;
  /** Findings that are only counted, as those of rules that are off: nobody is shown their places. */
  readonly isKnown?: (finding: Pick<Finding, "rule" | "at">) => boolean;
  /** What the rules may cost; more findings than it says are a Problem. */
  readonly limits?: Limits;
  /** More Spectral rules, declarative ones. Of rules with one name the last counts. */
  readonly userRulesets?: UserRulesets;
}

export { tooMany } from "../../rules/read/reading.js";

/** What one rule found. */
interface Raised {
  readonly rule: string;
  readonly level: Level;
  readonly complaints: readonly Complaint[];
}

/**
 * Runs the rules of `rules/`, and those of the user's ruleset, over a spec through Spectral. Gives findings sorted by
 * place, then by rule those that are only counted; those of rules that are off have level `off`. Throws a Problem for options or a ruleset that cannot be used.
 */
export async function lint(spec: Spec, options: LintOptions = {}): Promise<Finding[]> {
  const errors = options.errors === "none" ? null : (options.errors ?? null);
  const { rules = {} } = options;
  const toRun = rulesToRun(rules, { errors, exempt: options.exempt ?? [] });
  const { runSpectral } = await import("./engine.js");
  const reading = new Reading(spec, options.survey, options.limits);
  let problem: Problem | null = null;
  /** Spectral would wrap a Problem in errors of its own: it is kept, and thrown after the run. */
  const checked = (check: () => Complaint[]): Complaint[] => {
    try {
      return problem === null ? check() : [];
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem = error;
      return [];
    }
  };
  const raised = new Map<string, Raised>();
  const checks = toRun.map(({ rule, level, options: given }) => ({
    id: rule.id,
    description: rule.description,
    // One result stands for all that a rule found: Spectral would parse a message template for each of them
    run: () => {
      const complaints = checked(() => rule.check(reading, given));
      raised.set(rule.id, { rule: rule.id, level, complaints });
      return complaints.length === 0 ? [] : [{ message: rule.description, path: [] }];
    },
  }));
  const results = await runSpectral({ file: spec.file, data: spec.root.data }, checks, null);
  if (problem !== null) throw problem;
  const reported = results.flatMap(({ code }) => raised.get(String(code)) ?? []);
  if (options.isRecorded === true) reported.push(...commonestOf(reading, toRun));
  const findings = toFindings(spec, reading, reported);
  if (options.userRulesets !== undefined) {
    const { lintByUser } = await import("./user/rules.js");
    for (const finding of await lintByUser(spec, options.userRulesets, rules)) findings.push(finding);
  }
  reading.refuseMany(findings.length);
  const isCounted = (finding: Finding) => finding.level === "off" || options.isKnown?.(finding) === true;
  return [
    ...findings.filter((finding) => !isCounted(finding)).sort(byPlace),
    ...findings.filter(isCounted).sort(byIdentity),
  ];
}

/** What most error responses reference instead of a schema with a code; what a baseline was begun with, it knows. */
function commonestOf(reading: Reading, toRun: readonly RuleToRun[]): Raised[] {
  const run = toRun.find(({ rule }) => rule.id === errorResponseRequired.id);
  if (run === undefined || (strings(run.options.allow) ?? []).length > 0) return [];
  const { commonest } = placeOfErrors(reading, placeFrom(run.options));
  if (commonest === null) return [];
  const name = nameOf(commonest);
  const cause = "no code in what most error responses reference";
  const message = `Most error responses reference ${name}, which carries no code: clients find none in them.`;
  const complaint = { node: commonest, at: `schema ${name}`, cause, message };
  return [{ rule: run.rule.id, level: run.level, complaints: [complaint] }];
}

function toFindings(spec: Spec, reading: Reading, reported: readonly Raised[]): Finding[] {
  const findings: Finding[] = [];
  const told = new Set<string>();
  for (const { rule, level, complaints } of reported) {
    for (const { at, message: raw, cause, node } of complaints) {
      const standing = reading.standing(node);
      const message = plainMessage(raw);
      // Spectral too reports one rule's message for one place once; the length keeps message and place apart
      const key = `${rule} ${message.length} ${message}${standing.id}`;
      if (told.has(key)) continue;
      told.add(key);
      findings.push({ rule, level, at, message, cause, location: locate(spec, standing) });
    }
  }
  return findings;
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.location?.file ?? "", b.location?.file ?? "") ||
    (a.location?.line ?? 0) - (b.location?.line ?? 0) ||
    (a.location?.column ?? 0) - (b.location?.column ?? 0) ||
    byIdentity(a, b)
  );
}

function byIdentity(a: Finding, b: Finding): number {
  return compare(a.rule, b.rule) || compare(a.at, b.at) || compare(a.message, b.message);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
