import { lacking } from "./read/lacking.js";
import { placeOptions } from "./read/place-options.js";
import type { Rule } from "./rule.js";

export const errorCodeGrouped: Rule = {
  id: "error-code-grouped",
  description: "Every code belongs to a group.",
  why: "A catalog page of 65 codes in one list is not read. Groups are its headings.",
  fix: "Give every code a `group` in `x-error-codes`.",
  level: "info",
  options: placeOptions,
  check: (reading, options) => lacking(reading, options, "group", ({ group }) => group !== null),
};
