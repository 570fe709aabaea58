import { type Part, parsePattern } from "../../../rules/pattern/parse.js";

/** Loops beside each other multiply: three over a text of a few hundred characters are still nothing. */
const MOST_LOOPS = 3;

/**
 * May a regular expression be left to an engine that backtracks? Not with a loop inside a loop, or with many loops, or
 * where it cannot be read. Takes it plain or as `/…/flags`.
 */
export function isTame(source: string): boolean {
  const plain = /^\/(.*)\/[a-z]*$/s.exec(source)?.[1] ?? source;
  try {
    return loopsIn(parsePattern(plain)) <= MOST_LOOPS;
  } catch {
    return false;
  }
}

function loopsIn(part: Part): number {
  if (part.is === "all" || part.is === "any") return part.parts.reduce((sum, each) => sum + loopsIn(each), 0);
  if (part.is === "group") return loopsIn(part.part);
  if (part.is !== "repeat") return 0;
  const inner = loopsIn(part.part);
  if (part.max <= 1) return inner;
  return inner > 0 ? Number.POSITIVE_INFINITY : 1;
}
