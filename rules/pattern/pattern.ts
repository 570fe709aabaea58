import { type Part, parsePattern } from "./parse.js";

/** A pattern longer than this, or one that repeats itself into more states, is refused. */
const LONGEST_PATTERN = 1000;
const MOST_STATES = 5000;
/** Of what repeats nothing (`a{0}{9999}{9999}`) no state is made. */
const MOST_PARTS = 100_000;

/** A state either passes over one character to `next`, or leads on to others at once. */
interface State {
  has: ((character: string) => boolean) | null;
  at: "start" | "end" | null;
  readonly next: State[];
  /** The last step of a match that led to it. */
  seen: number;
}

/**
 * Compiles a regular expression into a test that takes time proportional to the text, whatever the pattern: a pattern
 * may come from whoever sends a pull request. It finds the pattern anywhere in the text, as `RegExp.test` does.
 * Throws a SyntaxError for what it cannot read. Each step to a state is told to `spend`, which may throw to end it.
 * Source: Thompson, Regular Expression Search Algorithm, 1968.
 */
export function compilePattern(
  source: string,
  spend: (steps: number) => void = () => {},
): (text: string) => boolean {
  if (source.length > LONGEST_PATTERN)
    throw new SyntaxError(`it is longer than ${LONGEST_PATTERN} characters`);
  const builder = new Builder();
  const accepted = builder.state();
  const first = builder.build(parsePattern(source), accepted);
  return (text) => matches(first, accepted, [...text], spend);
}

class Builder {
  #count = 0;
  #parts = 0;

  state(): State {
    this.#count += 1;
    if (this.#count > MOST_STATES) throw new SyntaxError("it repeats too much");
    return { has: null, at: null, next: [], seen: 0 };
  }

  /** The state before a part whose end leads to `after`. */
  build(part: Part, after: State): State {
    this.#parts += 1;
    if (this.#parts > MOST_PARTS) throw new SyntaxError("it repeats too much");
    if (part.is === "all") return part.parts.reduceRight((next, each) => this.build(each, next), after);
    if (part.is === "group") return this.build(part.part, after);
    if (part.is === "repeat") return this.#repeat(part.part, part.min, part.max, after);
    const state = this.state();
    if (part.is === "any") state.next.push(...part.parts.map((each) => this.build(each, after)));
    else state.next.push(after);
    if (part.is === "set") state.has = part.has;
    if (part.is === "start" || part.is === "end") state.at = part.is;
    return state;
  }

  #repeat(part: Part, min: number, max: number, after: State): State {
    let next = after;
    if (max === Number.POSITIVE_INFINITY) {
      next = this.state();
      next.next.push(after, this.build(part, next));
    } else {
      for (let count = min; count < max; count++) {
        const optional = this.state();
        optional.next.push(after, this.build(part, next));
        next = optional;
      }
    }
    for (let count = 0; count < min; count++) next = this.build(part, next);
    return next;
  }
}

/** Steps of all matches so far: each has a number of its own. */
let step = 0;

function matches(
  first: State,
  accepted: State,
  text: readonly string[],
  spend: (steps: number) => void,
): boolean {
  let current = reach([first], 0, text.length);
  for (const [at, character] of text.entries()) {
    if (accepted.seen === step) return true;
    spend(current.length);
    const passed = [first];
    for (const state of current) if (state.has?.(character) === true) passed.push(...state.next);
    current = reach(passed, at + 1, text.length);
  }
  return accepted.seen === step;
}

/** All states that these lead to without passing over a character. */
function reach(waiting: State[], at: number, length: number): readonly State[] {
  step += 1;
  const reached: State[] = [];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (state.seen === step) continue;
    state.seen = step;
    reached.push(state);
    if (state.has !== null || (state.at === "start" && at > 0) || (state.at === "end" && at < length))
      continue;
    for (const next of state.next) waiting.push(next);
  }
  return reached;
}
