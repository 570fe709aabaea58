import { lacking } from "./read/lacking.js";
import { placeOptions } from "./read/place-options.js";
import type { Rule } from "./rule.js";

export const errorCodeDescribed: Rule = {
  id: "error-code-described",
  description: "Every code has a description.",
  why: "errlock derives a sentence from the identifier, which says no more than the identifier does. What the caller should do about it only its author knows.",
  fix: "Say what went wrong and what the caller can do about it, in `x-error-codes` or `x-enum-descriptions`.",
  level: "info",
  options: placeOptions,
  check: (reading, options) =>
    lacking(reading, options, "description", ({ description }) => description !== null),
};
