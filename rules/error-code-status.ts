import { type Catalog, carriedCodes, catalogs } from "./read/catalogs.js";
import { errorExamples, exampleValue } from "./read/examples.js";
import type { Node } from "./read/node.js";
import { valuesAt } from "./read/paths.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import type { Reading } from "./read/reading.js";
import { type ErrorResponse, errorResponses } from "./read/responses.js";
import { fits } from "./read/status.js";
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
  return [...codes.values()].flatMap(({ code, node, statuses }) => {
    const missing = statuses.filter((status) => ![...declared].some((each) => agree(each, status)));
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
  const complain = (response: ErrorResponse, code: string, node: Node): void => {
    const documented = catalog.codes.get(code)?.statuses ?? [];
    const wrong = response.uses
      .map(({ status }) => status)
      .filter((status) => !documented.some((each) => agree(status, each)));
    const at = `${response.at} ${code}`;
    if (documented.length === 0 || wrong.length === 0 || found.has(at)) return;
    const used = [...new Set(wrong)].sort().join(", ");
    const message = `Code ${code} is used with ${used}, but documented with ${documented.join(", ")}.`;
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

/** A range fits its statuses either way, and `default` stands for any. */
function agree(declared: string, documented: string): boolean {
  return (
    declared === "default" ||
    documented === "default" ||
    fits(declared, documented) ||
    fits(documented, declared)
  );
}
