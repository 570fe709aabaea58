import { Problem } from "../contract/problem.js";
import type { Node } from "../spec/spec.js";
import { mapping } from "./walk/node.js";

/** Schemas that may be open inside each other, so that a chain of references ends before the call stack does. */
const deepest = 1000;

/** Counts schemas and fields that were read, so that whoever unfolds without end ends in a Problem. */
export class Budget {
  #spent = 0;

  constructor(
    private readonly most: number,
    private readonly mostCodes: number,
  ) {}

  spend(amount: number, { site }: Node): void {
    this.#spent += amount;
    if (this.#spent <= this.most) return;
    throw new Problem(
      "too-many-nodes",
      `the schemas of the error responses unfold to more than ${this.most} fields (at ${site.file}${site.pointer}).`,
      "raise `limits.nodes` in the config if you trust the file.",
      { file: site.file },
    );
  }

  /** A list that is longer than any catalog may be is not even read. */
  checkLists({ value, site }: Node): void {
    for (const key of ["enum", "x-extensible-enum", "oneOf", "anyOf"]) {
      const list = mapping(value)[key];
      if (!Array.isArray(list) || list.length <= this.mostCodes) continue;
      throw new Problem(
        "too-many-codes",
        `\`${key}\` has ${list.length} items, more than ${this.mostCodes} (at ${site.file}${site.pointer}).`,
        "raise `limits.codes` in the config if you trust the file.",
        { file: site.file },
      );
    }
  }

  checkDepth(depth: number, { site }: Node): void {
    if (depth < deepest) return;
    throw new Problem(
      "too-deep",
      `more than ${deepest} schemas refer to each other in a row (at ${site.file}${site.pointer}).`,
      "shorten the chain of `$ref`s.",
      { file: site.file },
    );
  }
}
