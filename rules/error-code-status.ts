import { type Catalog, carriedCodes, catalogs } from "./read/catalogs.js";
import { errorExamples, exampleValue } from "./read/examples.js";
import type { Node } from "./read/node.js";
import { valuesAt } from "./read/paths.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Reading } from "./read/reading.js";
import { type ErrorResponse, errorResponses } from "./read/responses.js";
import { agreement } from "./read/status.js";
import type { Complaint, Rule } from "./rule.js";

export const errorCodeStatus: Rule = {
  id: "error-code-status",
  description: "The statuses a code is documented with and those it is used with agree.",
  why: "Clients often look at the status first. A code that is documented with 404 and comes with 409 is handled in the wrong branch.",
  fix: "Correct the `statuses` in `x-error-codes`, or the response that carries the code.",
  level: "warn",
  options: placeOptions,
  check(reading, options) {
    return catalogs(reading, placeFrom(options))
      .filter(({ codes }) => [...codes.values()].some(({ statuses }) => statuses.length > 0))
      .flatMap((catalog) => [...undeclared(reading, catalog), ...undocumented(reading, catalog)]);
  },
};

/** Documented statuses that no operation declares. */
function undeclared(reading: Reading, { codes, lists }: Catalog): Complaint[] {
  const declared = new Set(
    reading.once(errorResponses).flatMap(({ uses }) => uses.map(({ status }) => status)),
  );
  const isDeclared = agreement(declared);
  return [...codes.values()].flatMap(({ code, node, statuses }) => {
    const missing = statuses.filter((status) => !isDeclared(status));
    if (missing.length === 0 || declared.size === 0) return [];
    const message = `Code ${code} is documented with ${missing.join(", ")}, which no operation declares.`;
    const cause = "documented with an undeclared status";
    return [{ node: statusesOf(lists, code) ?? node, at: code, cause, message }];
  });
}

/** Where a list documents the statuses of a code. */
function statusesOf(lists: readonly Node[], code: string): Node | null {
  for (const list of lists) {
    const statuses = list.at("x-error-codes", code, "statuses");
    if (statuses !== null) return statuses;
  }
  return null;
}

/** Responses that carry a code, by their schema or their examples, under a status it is not documented with. */
function undocumented(reading: Reading, catalog: Catalog): Complaint[] {
  const found = new Map<string, Complaint>();
  const documented = new Map<string, Documented>();
  for (const { code, statuses } of catalog.codes.values()) {
    if (statuses.length === 0 || statuses.includes("default")) continue;
    documented.set(code, { agrees: agreement(statuses), named: statuses.slice(0, MOST_NAMED).join(", ") });
  }
  const complain = (response: ErrorResponse, code: string, node: Node): void => {
    const known = documented.get(code);
    const wrong = known === undefined ? [] : disagreeing(reading.of(statusesUsed, response), known);
    const at = `${response.at} ${code}`;
    if (known === undefined || wrong.length === 0 || found.has(at)) return;
    const message = `Code ${code} is used with ${wrong.join(", ")}, but documented with ${known.named}.`;
    found.set(at, { node, at, cause: "used with an undocumented status", message });
  };
  for (const response of reading.once(errorResponses)) {
    for (const code of carriedCodes(reading, response.node, catalog) ?? [])
      complain(response, code, response.node);
  }
  for (const { response, node } of reading.once(errorExamples)) {
    const shown = exampleValue(node);
    for (const code of catalog.paths.flatMap((path) => valuesAt(shown, path)))
      complain(response, String(code), node);
  }
  return [...found.values()];
}

/** Statuses that a message names; it is cut before it shows more. */
const MOST_NAMED = 1000;

/** The statuses that a code is documented with. */
interface Documented {
  readonly agrees: (status: string) => boolean;
  readonly named: string;
}

function statusesUsed(_reading: Reading, { uses }: ErrorResponse): readonly string[] {
  return [...new Set(uses.map(({ status }) => status))].sort();
}

function disagreeing(used: readonly string[], { agrees }: Documented): string[] {
  const found: string[] = [];
  for (const status of used) {
    if (!agrees(status)) found.push(status);
    if (found.length === MOST_NAMED) break;
  }
  return found;
}
