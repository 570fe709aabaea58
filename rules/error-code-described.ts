import { lacking } from "./read/lacking.js";
import { placeOptions } from "./read/place-options.js";
import type { Rule } from "./rule.js";

export const errorCodeDescribed: Rule = {
  id: "error-code-described",
  description: "Every code has a description.",
  level: "info",
  options: placeOptions,
  check: (reading, options) =>
    lacking(reading, options, "description", ({ description }) => description !== null),
};
