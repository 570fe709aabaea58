import { errorResponseRequired } from "./error-response-required.js";
import type { Rule } from "./rule.js";

/** Every rule of the ruleset. */
export const rules: readonly Rule[] = [errorResponseRequired];
