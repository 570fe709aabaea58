import type { Location } from "./location.js";

/**
 * Why something could not be judged. Every problem ends in exit code 2: it has a stable code for machines, a
 * message that says what is wrong and where, and a hint that says what to do. Whatever the thrower wrote, messages
 * have no period at their end and hints begin with a capital, unless they begin with a command.
 */
export class Problem extends Error {
  readonly code: string;
  readonly hint: string;
  /** A whole location, or the file alone where no place in it can be named. */
  readonly location: Location | { readonly file: string } | null;

  constructor(
    code: string,
    message: string,
    hint: string,
    location: Problem["location"] = null,
    options?: { cause?: unknown },
  ) {
    super(message.replace(/\.$/, ""), options);
    this.name = "Problem";
    this.code = code;
    this.hint = hint.replace(/^[a-z](?=[a-z]* )(?!rrlock |it )/, (first) => first.toUpperCase());
    this.location = location;
  }
}

/**
 * The machine failed, not the input: a disk, a limit of the system, git. Nothing is known of what was asked for, so
 * nothing may be concluded from it, not even that it is not there.
 */
export class MachineFailure extends Problem {}
