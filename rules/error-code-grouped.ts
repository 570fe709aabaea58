import { lacking } from "./read/lacking.js";
import { placeOptions } from "./read/place-options.js";
import type { Rule } from "./rule.js";

export const errorCodeGrouped: Rule = {
  id: "error-code-grouped",
  description: "Every code belongs to a group.",
  level: "info",
  options: placeOptions,
  check: (reading, options) => lacking(reading, options, "group", ({ group }) => group !== null),
};
