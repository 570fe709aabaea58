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

/** Ways that are followed at once, in the order of preference: the step that each stands at, and what it has taken. */
interface Ways {
  readonly steps: number[];
  readonly taken: Taken[];
}

/** A compiled pattern. */
export interface Program {
  readonly steps: readonly Step[];
  /** Whether a match may begin with a character; undefined is the end of the line. */
  readonly mayBegin: (character: string | undefined) => boolean;
}

/** Looks for the matches in one line, each behind the one before. */
export class Search {
  readonly #line: string;
  readonly #steps: readonly Step[];
  readonly #mayBegin: Program["mayBegin"];
  /** The steps that were come to, by place. What was come to behind the end of a match led nowhere, and never will. */
  #seen: Uint8Array | null = null;
  readonly #waiting: Ways = { steps: [], taken: [] };
  /** Steps that were followed so far. */
  followed = 0;

  constructor(line: string, { steps, mayBegin }: Program) {
    this.#line = line;
    this.#steps = steps;
    this.#mayBegin = mayBegin;
  }

  /** The leftmost match that begins at `start` or later, by the order in which a backtracking engine would prefer. */
  from(start: number): Match | null {
    const line = this.#line;
    const size = this.#steps.length;
    this.#seen?.fill(0, start * size, (start + 1) * size);
    let ways: Ways = { steps: [], taken: [] };
    let best: Match | null = null;
    for (let at = start; at <= line.length; at++) {
      if (ways.steps.length === 0 && !this.#mayBegin(line[at])) continue;
      const reached: Ways = { steps: [], taken: [] };
      for (let index = 0; index < ways.steps.length; index++) {
        this.#follow(ways.steps[index] ?? 0, ways.taken[index] ?? none, at, reached);
      }
      if (best === null) this.#follow(0, { begin: at, from: -1, to: -1 }, at, reached);
      ways = { steps: [], taken: [] };
      const character = line[at];
      for (let index = 0; index < reached.steps.length; index++) {
        const number = reached.steps[index] ?? 0;
        const taken = reached.taken[index] ?? none;
        const step = this.#steps[number];
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
    this.#seen ??= new Uint8Array((this.#line.length + 1) * this.#steps.length);
    const seen = this.#seen;
    const here = at * this.#steps.length;
    const { steps, taken: takings } = this.#waiting;
    steps.push(first);
    takings.push(before);
    for (;;) {
      const number = steps.pop();
      const taken = takings.pop();
      if (number === undefined || taken === undefined) return;
      const step = this.#steps[number];
      if (step === undefined || seen[here + number] === 1) continue;
      seen[here + number] = 1;
      this.followed += 1;
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
