import { errorResponseRequired as rule } from "../../rules/error-response-required.js";
import { strings } from "../../rules/options.js";
import { placeFrom } from "../../rules/read/place-options.js";
import { Reading } from "../../rules/read/reading.js";
import { errorResponses } from "../../rules/read/responses.js";
import { fitting } from "../../rules/read/status.js";
import type { Extraction } from "../catalog/extraction.js";
import type { Change } from "../contract/change.js";
import type { Finding } from "../contract/finding.js";
import type { Limits, Policy } from "../contract/policy.js";
import type { Spec } from "../spec/spec.js";
import { rulesToRun } from "./settings.js";

/**
 * Responses that carried codes at the base of a branch and carry none any more, where `error-response-required` does not
 * see it: it lets a schema pass whose code may be any string, and the one that most responses reference, and the branch
 * may have made them reference it.
 *
 * @param changes from the base to the branch
 * @param found what the rules found on the branch
 */
export function lostReferences(
  { spec, extraction }: { readonly spec: Spec; readonly extraction: Extraction },
  changes: readonly Change[],
  found: readonly Finding[],
  { rules, errors }: Pick<Policy, "rules" | "errors">,
  limits: Limits,
): Finding[] {
  const bare = changes.filter(({ kind, after }) => kind === "error-response-removed" && after === "no codes");
  if (bare.length === 0) return [];
  const known = { errors: errors === "none" ? null : (errors ?? null), exempt: [] };
  const run = rulesToRun(rules, known).find((each) => each.rule.id === rule.id);
  if (run === undefined) return [];
  const { level, options } = run;
  if (placeFrom(options).schemas !== undefined) return [];
  const faulty = new Set(found.flatMap((finding) => (finding.rule === rule.id ? [finding.at] : [])));
  const responses = new Reading(spec, extraction.survey, limits).once(errorResponses);
  // A response that operations share is told once, at its own place.
  const told = new Set(
    responses.flatMap(({ at, uses }) =>
      faulty.has(at) ? uses.map(({ operation, status }) => `${operation.id} ${status}`) : [],
    ),
  );
  const isAllowed = fitting(strings(options.allow) ?? []);
  const cause = "no code any more";
  const sites = new Map(
    extraction.contract.operations?.flatMap(({ id, responses }) =>
      responses.map(({ status, site }) => [`${id} ${status}`, site]),
    ),
  );
  return bare.flatMap(({ operations, statuses }) =>
    operations.flatMap((operation) =>
      statuses
        .filter(
          (status) =>
            !isAllowed(status) && ![faulty, told].some((places) => places.has(`${operation} ${status}`)),
        )
        .map((status) => {
          const at = `${operation} ${status}`;
          const site = sites.get(at);
          const message = `The error response ${status} of ${operation} had a code at the base, and has ${cause}: it must reference the error schema.`;
          return { rule: rule.id, level, at, message, cause, location: site ? spec.locate(site) : null };
        }),
    ),
  );
}
