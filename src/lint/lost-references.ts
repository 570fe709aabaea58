import { errorResponseRequired as rule } from "../../rules/error-response-required.js";
import { strings } from "../../rules/options.js";
import { placeOfErrors } from "../../rules/read/place.js";
import { placeFrom } from "../../rules/read/place-options.js";
import { Reading } from "../../rules/read/reading.js";
import { fitting } from "../../rules/read/status.js";
import type { Extraction } from "../catalog/extraction.js";
import type { Change } from "../contract/change.js";
import type { Finding } from "../contract/finding.js";
import type { Limits, Policy } from "../contract/policy.js";
import type { Spec } from "../spec/spec.js";
import { rulesToRun } from "./settings.js";

/**
 * Responses that carried codes at the base of a branch and carry none any more, where `error-response-required` does not
 * see it: it lets the schema pass that most responses reference, and the branch may have made them reference it.
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
  const { commonest } = placeOfErrors(new Reading(spec, extraction.survey, limits), placeFrom(options));
  if (commonest === null) return [];
  const told = new Set(found.flatMap((finding) => (finding.rule === rule.id ? [finding.at] : [])));
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
        .filter((status) => !isAllowed(status) && !told.has(`${operation} ${status}`))
        .map((status) => {
          const at = `${operation} ${status}`;
          const site = sites.get(at);
          const message = `The error response ${status} of ${operation} had a code at the base, and has ${cause}: it must reference the error schema.`;
          return { rule: rule.id, level, at, message, cause, location: site ? spec.locate(site) : null };
        }),
    ),
  );
}
