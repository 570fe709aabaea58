import { type Part, parsePattern } from "./parse.js";

/** A pattern longer than this, or one that repeats itself into more states, is refused. */
const LONGEST_PATTERN = 1000;
const MOST_STATES = 5000;
/** Of what repeats nothing (`a{0}{9999}{9999}`) no state is made. */
const MOST_PARTS = 1_000_000;

/** A state either passes over one character to `next`, or leads on to others at once. */
interface State {
  has: ((character: string) => boolean) | null;
  at: "start" | "end" | null;
  readonly next: State[];
}

/**
 * Compiles a regular expression into a test that takes time proportional to the text, whatever the pattern: a pattern
 * may come from whoever sends a pull request. It finds the pattern anywhere in the text, as `RegExp.test` does.
 * Throws a SyntaxError for what it cannot read. Source: Thompson, Regular Expression Search Algorithm, 1968.
 */
export function compilePattern(source: string): (text: string) => boolean {
  if (source.length > LONGEST_PATTERN)
    throw new SyntaxError(`it is longer than ${LONGEST_PATTERN} characters`);
  const builder = new Builder();
  const accepted = builder.state();
  const first = builder.build(parsePattern(source), accepted);
  return (text) => matches(first, accepted, [...text]);
}

class Builder {
  #count = 0;
  #parts = 0;

  state(): State {
    this.#count += 1;
    if (this.#count > MOST_STATES) throw new SyntaxError("it repeats too much");
    return { has: null, at: null, next: [] };
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

function matches(first: State, accepted: State, text: readonly string[]): boolean {
  let current = reach([first], 0, text.length);
  for (const [at, character] of text.entries()) {
    if (current.has(accepted)) return true;
    const passed = [...current].flatMap((state) => (state.has?.(character) === true ? state.next : []));
    current = reach([...passed, first], at + 1, text.length);
  }
  return current.has(accepted);
}

/** All states that these lead to without passing over a character. */
function reach(states: readonly State[], at: number, length: number): ReadonlySet<State> {
  const reached = new Set<State>();
  const waiting = [...states];
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    if (state.has !== null || (state.at === "start" && at > 0) || (state.at === "end" && at < length))
      continue;
    waiting.push(...state.next);
  }
  return reached;
}
