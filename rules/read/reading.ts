import { type Survey, survey } from "../../src/catalog/survey.js";
import type { Site } from "../../src/contract/location.js";
import { remember } from "../../src/contract/memo.js";
import type { Limits } from "../../src/contract/policy.js";
import { Problem } from "../../src/contract/problem.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { parsePointer } from "../../src/spec/pointer.js";
import type { Structure } from "../../src/spec/spec.js";
import { isObject, Node } from "./node.js";

/** A chain of references longer than this is a circle. */
const LONGEST_CHAIN = 64;

/** One document with everything it refers to, and what rules have found out about it so far. */
export class Reading {
  readonly root: Node;
  /** What rules may cost. */
  readonly limits: Limits;
  readonly #structure: Structure;
  readonly #known = new Map<unknown, unknown>();
  #survey: Survey | null;
  #spent = 0;

  /** `surveyed` is the document's survey where somebody made one already. */
  constructor(structure: Structure, surveyed: Survey | null = null, limits: Limits = defaultLimits) {
    const { file, root } = structure;
    this.root = Node.start(root.data, { file, pointer: "#" });
    this.#structure = structure;
    this.#survey = surveyed;
    this.limits = limits;
  }

  /** What discovery looks at. Throws a Problem where the document is no mapping, or unfolds beyond the limits. */
  get survey(): Survey {
    this.#survey ??= survey(this.#structure, this.limits);
    return this.#survey;
  }

  /** Counts what many responses share and rules look at for each of them. Throws a Problem beyond the limit. */
  spend(amount: number, what: string): void {
    const { nodes } = this.limits;
    this.#spent += amount;
    if (this.#spent <= nodes) return;
    throw new Problem(
      "too-many-nodes",
      `the error responses have too many ${what}: rules may look at ${nodes}.`,
      "let responses share schemas and examples by references, or raise `limits.nodes` in the config.",
      { file: this.root.file },
    );
  }

  /** Throws a Problem for more findings than the limit, so that a rule that has as many ends. */
  refuseMany(count: number): void {
    const { findings } = this.limits;
    if (count > findings) throw tooMany(count, this.root.file, findings);
  }

  /** Swagger 2.0 and OpenAPI 3.0 ignore whatever stands beside a `$ref`; JSON Schema 2020-12 does not. */
  get siblingsCount(): boolean {
    return !this.isSwagger && !/^3(\.0|$)/.test(String(this.root.child("openapi")?.value));
  }

  get isSwagger(): boolean {
    return this.root.child("swagger") !== null;
  }

  /** Computes something about the document once, for all rules. */
  once<T>(compute: (reading: Reading) => T): T {
    if (!this.#known.has(compute)) this.#known.set(compute, compute(this));
    return this.#known.get(compute) as T;
  }

  /** Computes something about the document once for equal options. */
  keyed<O extends object, T>(compute: (reading: Reading, options: O) => T, options: O): T {
    const known = (this.#known.get(compute) as Map<string, T> | undefined) ?? new Map<string, T>();
    this.#known.set(compute, known);
    const key = JSON.stringify(options);
    const value = known.get(key) ?? compute(this, options);
    known.set(key, value);
    return value;
  }

  /** Computes something about a part of the document once, for all rules. */
  of<P extends object, T>(compute: (reading: Reading, part: P) => T, part: P): T {
    const known = remember(this.#known, compute, () => new Map()) as Map<P, T>;
    return remember(known, part, () => compute(this, part));
  }

  /** The node at a place that discovery names. */
  nodeAt({ file, pointer }: Site): Node {
    const root = Node.start(this.#structure.documents.get(file)?.data, { file, pointer: "#" });
    return root.at(...parsePointer(pointer)) ?? root;
  }

  /** One step: what the node's `$ref` points to. Undefined where it has none, null where it leads nowhere. */
  step(node: Node): Node | null | undefined {
    const ref = isObject(node.value) && Object.hasOwn(node.value, "$ref") ? node.value.$ref : undefined;
    if (typeof ref !== "string") return undefined;
    const target = this.#structure.follow(ref, node.file, node.pointer);
    return target instanceof Problem ? null : Node.start(target.value, target.site);
  }

  /** The node itself, or what its chain of references ends at; null where that is nothing. */
  resolve(node: Node): Node | null {
    let current = node;
    for (let steps = 0; steps < LONGEST_CHAIN; steps++) {
      const next = this.step(current);
      if (next === undefined) return current;
      if (next === null) return null;
      current = next;
    }
    return null;
  }

  /**
   * The node to point at: what nothing but a `$ref` leads to stands where the reference leads. Spectral sees it so, and
   * both engines must name one line.
   */
  standing(node: Node): Node {
    const isBare = isObject(node.value) && Object.keys(node.value).length === 1;
    return (isBare ? this.resolve(node) : null) ?? node;
  }
}

/** Why so many findings are not reported. */
export function tooMany(count: number, file: string, most: number): Problem {
  return new Problem(
    "too-many-findings",
    `the rules have ${count} findings, more than ${most}.`,
    "switch off the rule that has most, or raise `limits.findings` in the config.",
    { file },
  );
}
