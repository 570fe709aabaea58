import { catalogs } from "./read/catalogs.js";
import { placeFrom, placeOptions } from "./read/place-options.js";
import { placeOf } from "./read/responses.js";
import type { Rule } from "./rule.js";

export const errorCodeEnumerated: Rule = {
  id: "error-code-enumerated",
  description: "The code is enumerated, or open on purpose.",
  level: "warn",
  options: placeOptions,
  check(reading, options) {
    return catalogs(reading, placeFrom(options)).flatMap(({ name, unlisted, codes }) => {
      // a base schema may leave the list to those that narrow it
      if (codes.size > 0) return [];
      return unlisted.map((node) => ({
        node,
        at: placeOf(reading, node),
        cause: `${name} is not enumerated`,
        message:
          `${name} admits any value, so nothing tells clients which codes exist: list them in an enum, ` +
          "or say that more may come with x-extensible-enum.",
      }));
    });
  },
};
