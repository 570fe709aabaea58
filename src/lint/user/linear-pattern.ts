import { compilePattern } from "../../../rules/pattern/pattern.js";

/**
 * A test for a regular expression, plain or as `/…/`, that takes linear time; null where it has flags or holds what
 * cannot be matched so.
 */
export function linearPattern(source: string): ((text: string) => boolean) | null {
  const delimited = /^\/(.+)\/([a-z]*)$/s.exec(source);
  if (delimited !== null && delimited[2] !== "" && delimited[2] !== "u") return null;
  try {
    return compilePattern(delimited?.[1] ?? source);
  } catch {
    return null;
  }
}
