import { type Part, parsePattern } from "../../rules/pattern/parse.js";
import type { Candidate } from "./mention.js";
import { Search, type Step } from "./search.js";

interface Emitting {
  /** Whether the group that captures has come. */
  captured: boolean;
  parts: number;
}

const mostSteps = 2000;
/** What repeats nothing (`(?:){9999}`) makes no step. */
const mostParts = 1_000_000;
/** Lines longer than this are not searched: nobody wrote them. */
const longestLine = 2000;

/**
 * Compiles a user's pattern into a search that takes time proportional to text and pattern, whatever it is: all ways to
 * match are followed at once, so that it cannot run forever. Applied line by line; the first group is the code, or the
 * whole match where there is none. Throws a SyntaxError for what cannot be matched so (backreferences, lookaround).
 * Source: Pike's method, in Cox, Regular Expression Matching: the Virtual Machine Approach, 2009.
 *
 * @param spend is told of each line how many steps it took
 */
export function compileFinder(
  source: string,
  spend: (steps: number) => void = () => {},
): (text: string) => Candidate[] {
  const steps: Step[] = [];
  const state = { captured: false, parts: 0 };
  emit(parsePattern(source), steps, state);
  steps.push({ does: "accept" });
  const search = new Search(steps, beginnings(steps));
  return (text) => {
    const found: Candidate[] = [];
    for (const match of text.matchAll(/[^\r\n]+/g)) {
      if (match[0].length > longestLine) continue;
      search.begin(match[0]);
      found.push(...matchesIn(match[0], match.index, search));
      spend(search.followed);
    }
    return found;
  };
}

/** Which characters a match may begin with. */
function beginnings(steps: readonly Step[]): (character: string | undefined) => boolean {
  const firsts: ((character: string) => boolean)[] = [];
  const waiting = [0];
  const seen = new Set<number>();
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const step = steps[number];
    if (step === undefined || seen.has(number)) continue;
    seen.add(number);
    if (step.does === "accept") return () => true;
    if (step.does === "take") firsts.push(step.has);
    else if (step.does === "go") waiting.push(step.to);
    else if (step.does === "split") waiting.push(step.first, step.second);
    else waiting.push(number + 1);
  }
  return (character) => character !== undefined && firsts.some((has) => has(character));
}

function emit(part: Part, program: Step[], state: Emitting): void {
  state.parts += 1;
  if (program.length > mostSteps || state.parts > mostParts) throw new SyntaxError("it repeats too much");
  if (part.is === "set") program.push({ does: "take", has: part.has });
  else if (part.is === "start" || part.is === "end") program.push({ does: "at", at: part.is });
  else if (part.is === "all") for (const each of part.parts) emit(each, program, state);
  else if (part.is === "any") emitAny(part.parts, program, state);
  else if (part.is === "repeat") emitRepeat(part, program, state);
  else if (part.is === "group") emitGroup(part.part, program, state);
}

function emitGroup(part: Part, program: Step[], state: Emitting): void {
  if (state.captured) emit(part, program, state);
  else {
    state.captured = true;
    program.push({ does: "save", slot: 0 });
    emit(part, program, state);
    program.push({ does: "save", slot: 1 });
  }
}

function emitAny(parts: readonly Part[], program: Step[], state: Emitting): void {
  const ends: { does: "go"; to: number }[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const split: Step = { does: "split", first: program.length + 1, second: 0 };
    if (!isLast) program.push(split);
    emit(part, program, state);
    if (isLast) continue;
    const end = { does: "go" as const, to: 0 };
    program.push(end);
    ends.push(end);
    split.second = program.length;
  }
  for (const end of ends) end.to = program.length;
}

function emitRepeat(
  { part, min, max, lazy }: Part & { is: "repeat" },
  program: Step[],
  state: Emitting,
): void {
  // A group that repeats is captured by its first round.
  for (let count = 0; count < min; count++) emit(part, program, state);
  const rounds = max === Number.POSITIVE_INFINITY ? 1 : max - min;
  for (let count = 0; count < rounds; count++) {
    const at = program.length;
    const split = { does: "split" as const, first: at + 1, second: at + 1 };
    program.push(split);
    emit(part, program, state);
    if (max === Number.POSITIVE_INFINITY) program.push({ does: "go", to: at });
    split[lazy ? "first" : "second"] = program.length;
  }
}

function matchesIn(line: string, offset: number, search: Search): Candidate[] {
  const found: Candidate[] = [];
  for (let at = 0; at <= line.length; ) {
    const match = search.from(at);
    if (match === null) break;
    const [from, to] = match.from < 0 ? [match.begin, match.end] : [match.from, match.to];
    const text = line.slice(from, to);
    const slots = [{ kind: "pattern", key: "" }] as const;
    if (text !== "") found.push({ text, start: offset + from, end: offset + to, slots });
    at = Math.max(match.end, match.begin + 1);
  }
  return found;
}
