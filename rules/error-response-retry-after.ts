import { strings } from "./options.js";
import type { Node } from "./read/node.js";
import { errorResponses } from "./read/responses.js";
import { fitting } from "./read/status.js";
import type { Rule } from "./rule.js";

export const errorResponseRetryAfter: Rule = {
  id: "error-response-retry-after",
  description: "Responses that ask to try again later say when, in a Retry-After header.",
  why: "Both say: not now. Without the header every client makes up its own wait, and all of them come back at once (RFC 9110, section 10.2.3).",
  fix: "Declare the header `Retry-After` in the response, best in one that all operations share.",
  level: "warn",
  options: {
    statuses: { is: "strings", about: "statuses that must carry the header; 429 and 503 where not given" },
  },
  check(reading, options) {
    const asksToWait = fitting(strings(options.statuses) ?? ["429", "503"]);
    return reading.once(errorResponses).flatMap(({ at, node, uses }) => {
      const status = uses.map((use) => use.status).find(asksToWait);
      if (status === undefined || hasHeader(node)) return [];
      const message = `Status ${status} has no Retry-After header, so clients cannot tell when to try again.`;
      return [{ node, at, cause: `${status} without Retry-After`, message }];
    });
  },
};

/** Header names are case-insensitive (RFC 9110, section 5.1). */
function hasHeader(response: Node): boolean {
  return [...(response.child("headers")?.children() ?? [])].some(
    ([name]) => name.toLowerCase() === "retry-after",
  );
}
