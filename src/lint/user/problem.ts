import { Problem } from "../../contract/problem.js";

/** Why a ruleset of the user cannot be used. */
export function rulesetProblem(file: string, message: string, hint: string = declarative): Problem {
  return new Problem("ruleset", `the ruleset cannot be used: ${message}`, hint, { file });
}

const declarative =
  "A ruleset is declarative: rules with core functions, `extends` of files inside the root or of errlock/ruleset.";
