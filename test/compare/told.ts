import { type CompareOptions, compare } from "../../src/compare/compare.js";
import type { Contract } from "../../src/contract/contract.js";

/**
 * What became of the codes that left, a line each: `old > new: how confidence (evidence) [pattern]`, or `old left`, with
 * the question that was asked (`old left, new?`).
 */
export function told(before: Contract, after: Contract, options?: CompareOptions): string[] {
  return compare(before, after, options).flatMap(
    ({ kind, code, to, how, confidence, evidence, pattern, candidate }) => {
      if (kind === "code-removed")
        return [candidate === null ? `${code} left` : `${code} left, ${candidate}?`];
      if (kind !== "code-renamed") return [];
      const why = evidence.length === 0 ? "" : ` (${evidence.join("; ")})`;
      const alike = pattern === null ? "" : ` [${pattern.from} > ${pattern.to}]`;
      return [`${code} > ${to.join(" + ")}: ${how} ${confidence}${why}${alike}`];
    },
  );
}
