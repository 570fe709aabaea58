import { remember } from "../contract/memo.js";

/** One step of a compiled pattern; `first` is tried before `second`. */
export type Step =
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

const none: Taken = { begin: 0, from: -1, to: -1 };

interface Match extends Taken {
  readonly end: number;
}

const does = { take: 0, accept: 1, go: 2, split: 3, open: 4, close: 5, start: 6, end: 7 } as const;

function kindOf(step: Step): number {
  if (step.does === "at") return does[step.at];
  if (step.does === "save") return step.slot === 0 ? does.open : does.close;
  return does[step.does];
}

/** Whether a match may begin with a code unit, as far as it was asked. */
const begins = { unasked: 0, yes: 1, no: 2 } as const;
const endOfLine = 0x10000;

/** Ways that are followed at once, in the order of preference: the step that each stands at, and what it has taken. */
class Ways {
  readonly steps: Int32Array;
  readonly taken: Taken[] = [];
  count = 0;

  constructor(most: number) {
    this.steps = new Int32Array(most);
  }

  add(step: number, taken: Taken): void {
    this.steps[this.count] = step;
    this.taken[this.count] = taken;
    this.count += 1;
  }
}

/**
 * A compiled pattern that looks for its matches in one line after the other. What each step does stands in tables by its
 * number, which are gone through several times as fast as objects of six shapes.
 */
export class Search {
  /** Whether a match may begin with a character; undefined is the end of the line. */
  readonly #mayBegin: (character: string | undefined) => boolean;
  /** What it said, by code unit. */
  readonly #begins = new Uint8Array(endOfLine + 1);
  readonly #size: number;
  readonly #does: Uint8Array;
  /** The step that follows; of a split, the one that is preferred. */
  readonly #next: Int32Array;
  /** The other step of a split. */
  readonly #other: Int32Array;
  /** The number of the set that a step takes a character of. */
  readonly #set: Int32Array;
  readonly #sets: readonly ((character: string) => boolean)[];
  /** The place where each set was asked last, and what it said. */
  readonly #asked: Int32Array;
  readonly #admits: boolean[] = [];
  /** Ways in front of a character, those that have passed it, and those that are still to be followed to the next. */
  readonly #reached: Ways;
  readonly #passed: Ways;
  readonly #waiting: Ways;
  #line = "";
  /** The steps that were come to, by place. What was come to behind the end of a match led nowhere, and never will. */
  #seen = new Uint8Array(0);
  /** The line for which the marks of each place were cleaned last: most places of most lines are never come to. */
  #cleanFor = new Int32Array(0);
  #lines = 0;
  /** Steps that were followed in this line so far. */
  followed = 0;

  constructor(steps: readonly Step[], mayBegin: (character: string | undefined) => boolean) {
    const numbers = new Map<(character: string) => boolean, number>();
    this.#mayBegin = mayBegin;
    this.#size = steps.length;
    this.#does = Uint8Array.from(steps, kindOf);
    this.#next = Int32Array.from(steps, (step, index) => {
      if (step.does === "split") return step.first;
      return step.does === "go" ? step.to : index + 1;
    });
    this.#other = Int32Array.from(steps, (step) => (step.does === "split" ? step.second : 0));
    this.#set = Int32Array.from(steps, (step) =>
      step.does === "take" ? remember(numbers, step.has, () => numbers.size) : 0,
    );
    this.#sets = [...numbers.keys()];
    this.#asked = new Int32Array(numbers.size);
    this.#reached = new Ways(steps.length);
    this.#passed = new Ways(steps.length);
    // Each step that is followed leaves at most one way more than there were.
    this.#waiting = new Ways(steps.length + 1);
  }

  /** Begins with another line. */
  begin(line: string): void {
    this.#line = line;
    this.#lines += 1;
    if (this.#cleanFor.length <= line.length) {
      this.#cleanFor = new Int32Array(2 * line.length + 1);
      this.#seen = new Uint8Array(this.#cleanFor.length * this.#size);
    }
    this.#asked.fill(-1);
    this.followed = 0;
  }

  /** The leftmost match that begins at `start` or later, by the order in which a backtracking engine would prefer. */
  from(start: number): Match | null {
    const line = this.#line;
    const reached = this.#reached;
    const passed = this.#passed;
    this.#cleanFor[start] = 0;
    passed.count = 0;
    let best: Match | null = null;
    for (let at = start; at <= line.length; at++) {
      if (passed.count === 0) at = this.#nextBegin(at);
      if (at > line.length) break;
      reached.count = 0;
      for (let index = 0; index < passed.count; index++) {
        this.#follow(passed.steps[index] ?? 0, passed.taken[index] ?? none, at);
      }
      if (best === null) this.#follow(0, { begin: at, from: -1, to: -1 }, at);
      passed.count = 0;
      for (let index = 0; index < reached.count; index++) {
        const number = reached.steps[index] ?? 0;
        const taken = reached.taken[index] ?? none;
        if (this.#does[number] === does.accept) {
          best = { ...taken, end: at };
          break;
        }
        if (this.#takes(number, at)) passed.add(number + 1, taken);
      }
      if (passed.count === 0 && best !== null) return best;
    }
    return best;
  }

  /** The first place from here on where a match may begin; behind the end of the line where there is none. */
  #nextBegin(from: number): number {
    const line = this.#line;
    const known = this.#begins;
    for (let at = from; at <= line.length; at++) {
      const unit = at < line.length ? line.charCodeAt(at) : endOfLine;
      if (known[unit] === begins.unasked) known[unit] = this.#mayBegin(line[at]) ? begins.yes : begins.no;
      if (known[unit] === begins.yes) return at;
    }
    return line.length + 1;
  }

  /** Whether a step takes the character at a place: many take the same set, which is asked once. */
  #takes(number: number, at: number): boolean {
    const set = this.#set[number] ?? 0;
    if (this.#asked[set] !== at) {
      const character = this.#line[at];
      this.#asked[set] = at;
      this.#admits[set] = character !== undefined && (this.#sets[set]?.(character) ?? false);
    }
    return this.#admits[set] ?? false;
  }

  /** All steps that a way leads to before the next character, in the order of preference, each once. */
  #follow(first: number, before: Taken, at: number): void {
    const seen = this.#seenAt(at);
    const here = at * this.#size;
    const waiting = this.#waiting;
    waiting.add(first, before);
    while (waiting.count > 0) {
      waiting.count -= 1;
      const number = waiting.steps[waiting.count] ?? 0;
      const taken = waiting.taken[waiting.count] ?? none;
      if (seen[here + number] === 1) continue;
      seen[here + number] = 1;
      this.followed += 1;
      const next = this.#next[number] ?? 0;
      switch (this.#does[number]) {
        case does.take:
        case does.accept:
          this.#reached.add(number, taken);
          break;
        case does.go:
          waiting.add(next, taken);
          break;
        case does.split:
          waiting.add(this.#other[number] ?? 0, taken);
          waiting.add(next, taken);
          break;
        case does.open:
          waiting.add(next, { ...taken, from: at });
          break;
        case does.close:
          waiting.add(next, { ...taken, to: at });
          break;
        case does.start:
          if (at === 0) waiting.add(next, taken);
          break;
        case does.end:
          if (at === this.#line.length) waiting.add(next, taken);
      }
    }
  }

  /** The marks of this line, clean at a place that is come to for the first time. */
  #seenAt(at: number): Uint8Array {
    if (this.#cleanFor[at] === this.#lines) return this.#seen;
    this.#cleanFor[at] = this.#lines;
    return this.#seen.fill(0, at * this.#size, (at + 1) * this.#size);
  }
}
