import type { Limits } from "../contract/policy.js";
import { type SpecProblemCode, specProblem } from "./problems.js";

/** What is left of the limits that hold for all files of a spec together. */
export class Budget {
  bytesLeft: number;
  readonly #file: string;
  readonly #limits: Limits;
  readonly #now: (() => number) | undefined;
  readonly #start: number;
  #files = 1;
  #refs = 0;

  constructor(file: string, limits: Limits, now: (() => number) | undefined) {
    this.#file = file;
    this.#limits = limits;
    this.#now = now;
    this.#start = now?.() ?? 0;
    this.bytesLeft = limits.bytes;
  }

  spendBytes(bytes: number): void {
    this.bytesLeft -= bytes;
    if (this.bytesLeft < 0) this.#fail("too-large", `the spec has more than ${this.#limits.bytes} bytes`);
  }

  spendFiles(files: number): void {
    this.#files += files;
    if (this.#files > this.#limits.files)
      this.#fail("too-many-files", `the spec refers to more than ${this.#limits.files} files`);
  }

  spendRefs(refs: number): void {
    this.#refs += refs;
    if (this.#refs > this.#limits.refs)
      this.#fail("too-many-refs", `the spec has more than ${this.#limits.refs} references`);
  }

  checkTime(): void {
    if (this.#now && this.#now() - this.#start > this.#limits.time) {
      this.#fail("too-slow", `loading the spec takes more than ${this.#limits.time} ms`);
    }
  }

  #fail(code: SpecProblemCode, message: string): never {
    throw specProblem(code, this.#file, message);
  }
}
