import { Problem } from "../contract/problem.js";
import type { Node } from "../spec/spec.js";
import type { Fields } from "./fields.js";
import type { ValueList, Values } from "./values.js";
import { mapping } from "./walk/node.js";

/** Schemas that may be open inside each other, so that a chain of references ends before the call stack does. */
const deepest = 1000;

/** What has no more parts than this is counted with the field that has it. */
const small = 20;

/** What a schema that is read counts, and a value of a list: 1 to 2 KB each until a report is written. */
const COST = 50;

/** Counts schemas, values and fields that were read, so that whoever unfolds without end ends in a Problem. */
export class Budget {
  #spent = 0;
  readonly #kept = new Set<unknown>();

  constructor(
    private readonly most: number,
    private readonly mostCodes: number,
  ) {}

  spend(amount: number, { site }: Node): void {
    this.#spent += amount;
    if (this.#spent <= this.most) return;
    throw new Problem(
      "too-many-nodes",
      `the schemas of the error responses unfold to more than ${this.most} fields, schemas and listed values counted as ${COST} (at ${site.file}${site.pointer}).`,
      "raise `limits.nodes` in the config if you trust the file.",
      { file: site.file },
    );
  }

  spendSchema(schema: Node): void {
    this.spend(COST, schema);
  }

  /** Counts what is said of a schema and its fields, once: many of them share a set or a list. */
  keep({ self, inside, required }: Fields, at: Node): void {
    this.#keep(required.size, required, at);
    this.#keepValues(self, at);
    for (const { values, owners } of inside.values()) {
      this.#keepValues(values, at);
      this.#keep(owners.length, owners, at);
    }
  }

  #keepValues({ lists, allowed, types, examples }: Values, at: Node): void {
    this.#keep(lists.length, lists, at);
    for (const list of lists) this.#keepList(list, at);
    this.#keep(allowed?.size ?? 0, allowed, at);
    this.#keep(types.size, types, at);
    this.#keep(examples.length, examples, at);
  }

  #keepList(list: ValueList, at: Node): void {
    if (this.#kept.has(list)) return;
    this.#kept.add(list);
    this.spend(COST * (list.values.length + list.odd.length + list.repeats.length), at);
  }

  #keep(size: number, what: unknown, at: Node): void {
    if (size <= small || this.#kept.has(what)) return;
    this.#kept.add(what);
    this.spend(size, at);
  }

  /** A list that is longer than any catalog may be is not even read. Branches are joined, beside being read. */
  checkLists(schema: Node): void {
    const { value, site } = schema;
    for (const key of ["enum", "x-extensible-enum", "oneOf", "anyOf"]) {
      const list = mapping(value)[key];
      if (!Array.isArray(list)) continue;
      if (key === "oneOf" || key === "anyOf") this.spend(COST * list.length, schema);
      if (list.length <= this.mostCodes) continue;
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
