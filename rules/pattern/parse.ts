import { remember } from "../../src/contract/memo.js";

/** What a pattern is made of. A `set` is a test of one character. */
export type Part =
  | { readonly is: "set"; readonly has: (character: string) => boolean }
  | { readonly is: "start" | "end" }
  | { readonly is: "all"; readonly parts: readonly Part[] }
  | { readonly is: "any"; readonly parts: readonly Part[] }
  /** A group that captures, `(…)`. */
  | { readonly is: "group"; readonly part: Part }
  | {
      readonly is: "repeat";
      readonly part: Part;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

const shorthands: Readonly<Record<string, RegExp>> = {
  d: /\d/,
  D: /\D/,
  w: /\w/,
  W: /\W/,
  s: /\s/,
  S: /\S/,
};

const controls: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", f: "\f", v: "\v" };

/**
 * Reads a regular expression in JavaScript's notation, without what cannot be matched in linear time: backreferences
 * and lookaround. Throws a SyntaxError that says what it cannot read.
 */
export function parsePattern(source: string): Part {
  const reader = new Reader([...source]);
  const part = reader.alternatives();
  if (!reader.done) throw new SyntaxError("it has a `)` too many");
  return part;
}

class Reader {
  readonly #characters: readonly string[];
  #at = 0;

  constructor(characters: readonly string[]) {
    this.#characters = characters;
  }

  get done(): boolean {
    return this.#at >= this.#characters.length;
  }

  alternatives(): Part {
    const parts = [this.#sequence()];
    while (this.#take("|")) parts.push(this.#sequence());
    return { is: "any", parts };
  }

  #sequence(): Part {
    const parts: Part[] = [];
    while (!this.done && this.#next !== "|" && this.#next !== ")") parts.push(this.#quantified(this.#atom()));
    return { is: "all", parts };
  }

  #atom(): Part {
    const character = this.#read();
    if (character === "(") return this.#group();
    if (character === "[") return { is: "set", has: this.#class() };
    if (character === "^") return { is: "start" };
    if (character === "$") return { is: "end" };
    if (character === ".") return { is: "set", has: (each) => each !== "\n" && each !== "\r" };
    if (character === "\\") return { is: "set", has: this.#escape() };
    if ("*+?{".includes(character))
      throw new SyntaxError(`there is nothing to repeat before \`${character}\``);
    return { is: "set", has: (each) => each === character };
  }

  #group(): Part {
    const captures = !this.#take("?");
    if (!captures && !this.#take(":")) throw new SyntaxError("it has a group other than `(…)` and `(?:…)`");
    const part = this.alternatives();
    if (!this.#take(")")) throw new SyntaxError("it has a `(` without `)`");
    return captures ? { is: "group", part } : part;
  }

  #quantified(part: Part): Part {
    const bounds = this.#bounds();
    if (bounds === null) return part;
    const lazy = this.#take("?");
    const [min, max] = bounds;
    if (min > max) throw new SyntaxError("it has a repetition whose bounds are out of order");
    return this.#quantified({ is: "repeat", part, min, max, lazy });
  }

  #bounds(): readonly [number, number] | null {
    if (this.#take("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.#take("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.#take("?")) return [0, 1];
    const rest = this.#characters.slice(this.#at, this.#at + 12).join("");
    const written = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/.exec(rest);
    if (written === null) return null;
    this.#at += written[0].length;
    const min = Number(written[1]);
    if (written[2] === undefined) return [min, min];
    return [min, written[3] === "" ? Number.POSITIVE_INFINITY : Number(written[3])];
  }

  #class(): (character: string) => boolean {
    const negated = this.#take("^");
    const tests: ((character: string) => boolean)[] = [];
    while (!this.#take("]")) {
      if (this.done) throw new SyntaxError("it has a `[` without `]`");
      const first = this.#read();
      if (first === "\\") tests.push(this.#escape());
      else if (this.#next === "-" && this.#characters[this.#at + 1] !== "]") {
        this.#at += 1;
        const last = this.#read();
        if (last === "\\" || last < first) throw new SyntaxError("it has a range that is out of order");
        tests.push((each) => each >= first && each <= last);
      } else tests.push((each) => each === first);
    }
    const known = new Map<string, boolean>();
    return (each) => remember(known, each, () => tests.some((test) => test(each)) !== negated);
  }

  #escape(): (character: string) => boolean {
    const character = this.#read();
    const shorthand = Object.hasOwn(shorthands, character) ? shorthands[character] : undefined;
    if (shorthand !== undefined) return (each) => shorthand.test(each);
    const control = Object.hasOwn(controls, character) ? controls[character] : undefined;
    if (control === undefined && /[a-zA-Z0-9]/.test(character))
      throw new SyntaxError(`it has \`\\${character}\``);
    return (each) => each === (control ?? character);
  }

  get #next(): string | undefined {
    return this.#characters[this.#at];
  }

  #read(): string {
    const character = this.#next;
    if (character === undefined) throw new SyntaxError("it ends too early");
    this.#at += 1;
    return character;
  }

  #take(character: string): boolean {
    if (this.#next !== character) return false;
    this.#at += 1;
    return true;
  }
}
