import { type Part, parsePattern } from "../../rules/pattern/parse.js";
import type { Candidate } from "./mention.js";

/** One step of a compiled pattern; `first` is tried before `second`. */
type Step =
  | { readonly does: "take"; readonly has: (character: string) => boolean }
  | { readonly does: "split"; first: number; second: number }
  | { readonly does: "at"; readonly at: "start" | "end" }
  | { readonly does: "save"; readonly slot: 0 | 1 }
  | { readonly does: "go"; to: number }
  | { readonly does: "accept" };

/** What a way through a pattern has taken so far. */
interface Taken {
  readonly begin: number;
  /** Of the first group; -1 where it has not come yet. */
  readonly from: number;
  readonly to: number;
}

interface Match extends Taken {
  readonly end: number;
}

/** Ways that are followed at once, in the order of preference: the step that each stands at, and what it has taken. */
interface Ways {
  readonly steps: number[];
  readonly taken: Taken[];
}

const mostSteps = 2000;
/** Lines longer than this are not searched: nobody wrote them. */
const longestLine = 2000;

/**
 * Compiles a user's pattern into a search that takes time proportional to text and pattern, whatever it is: all ways to
 * match are followed at once, so that it cannot run forever. Applied line by line; the first group is the code, or the
 * whole match where there is none. Throws a SyntaxError for what cannot be matched so (backreferences, lookaround).
 * Source: Pike's method, in Cox, Regular Expression Matching: the Virtual Machine Approach, 2009.
 */
export function compileFinder(source: string): (text: string) => Candidate[] {
  const program: Step[] = [];
  const state = { captured: false };
  emit(parsePattern(source), program, state);
  program.push({ does: "accept" });
  return (text) => {
    const found: Candidate[] = [];
    for (const match of text.matchAll(/[^\r\n]+/g)) {
      if (match[0].length <= longestLine) found.push(...matchesIn(match[0], match.index, program));
    }
    return found;
  };
}

function emit(part: Part, program: Step[], state: { captured: boolean }): void {
  if (program.length > mostSteps) throw new SyntaxError("it repeats too much");
  if (part.is === "set") program.push({ does: "take", has: part.has });
  else if (part.is === "start" || part.is === "end") program.push({ does: "at", at: part.is });
  else if (part.is === "all") for (const each of part.parts) emit(each, program, state);
  else if (part.is === "any") emitAny(part.parts, program, state);
  else if (part.is === "repeat") emitRepeat(part, program, state);
  else if (part.is === "group") emitGroup(part.part, program, state);
}

function emitGroup(part: Part, program: Step[], state: { captured: boolean }): void {
  if (state.captured) emit(part, program, state);
  else {
    state.captured = true;
    program.push({ does: "save", slot: 0 });
    emit(part, program, state);
    program.push({ does: "save", slot: 1 });
  }
}

function emitAny(parts: readonly Part[], program: Step[], state: { captured: boolean }): void {
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
  state: { captured: boolean },
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

function matchesIn(line: string, offset: number, program: readonly Step[]): Candidate[] {
  const found: Candidate[] = [];
  const search = new Search(line, program);
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

/** Looks for the matches in one line, each behind the one before. */
class Search {
  readonly #line: string;
  readonly #program: readonly Step[];
  /** The steps that were come to, by place. What was come to behind the end of a match led nowhere, and never will. */
  readonly #seen: Uint8Array;
  readonly #waiting: Ways = { steps: [], taken: [] };

  constructor(line: string, program: readonly Step[]) {
    this.#line = line;
    this.#program = program;
    this.#seen = new Uint8Array((line.length + 1) * program.length);
  }

  /** The leftmost match that begins at `start` or later, by the order in which a backtracking engine would prefer. */
  from(start: number): Match | null {
    const line = this.#line;
    const size = this.#program.length;
    this.#seen.fill(0, start * size, (start + 1) * size);
    let ways: Ways = { steps: [], taken: [] };
    let best: Match | null = null;
    for (let at = start; at <= line.length; at++) {
      const reached: Ways = { steps: [], taken: [] };
      for (const [index, taken] of ways.taken.entries()) {
        this.#follow(ways.steps[index] ?? 0, taken, at, reached);
      }
      if (best === null) this.#follow(0, { begin: at, from: -1, to: -1 }, at, reached);
      ways = { steps: [], taken: [] };
      const character = line[at];
      for (const [index, taken] of reached.taken.entries()) {
        const number = reached.steps[index] ?? 0;
        const step = this.#program[number];
        if (step?.does === "accept") {
          best = { ...taken, end: at };
          break;
        }
        if (step?.does === "take" && character !== undefined && step.has(character)) {
          ways.steps.push(number + 1);
          ways.taken.push(taken);
        }
      }
      if (ways.steps.length === 0 && best !== null) return best;
    }
    return best;
  }

  /** All steps that a way leads to before the next character, in the order of preference, each once. */
  #follow(first: number, before: Taken, at: number, reached: Ways): void {
    const seen = at * this.#program.length;
    const { steps, taken: takings } = this.#waiting;
    steps.push(first);
    takings.push(before);
    for (;;) {
      const number = steps.pop();
      const taken = takings.pop();
      if (number === undefined || taken === undefined) return;
      const step = this.#program[number];
      if (step === undefined || this.#seen[seen + number] === 1) continue;
      this.#seen[seen + number] = 1;
      if (step.does === "take" || step.does === "accept") {
        reached.steps.push(number);
        reached.taken.push(taken);
      } else if (step.does === "go") {
        steps.push(step.to);
        takings.push(taken);
      } else if (step.does === "split") {
        steps.push(step.second, step.first);
        takings.push(taken, taken);
      } else if (step.does === "save") {
        steps.push(number + 1);
        takings.push(step.slot === 0 ? { ...taken, from: at } : { ...taken, to: at });
      } else if (step.at === "start" ? at === 0 : at === this.#line.length) {
        steps.push(number + 1);
        takings.push(taken);
      }
    }
  }
}
