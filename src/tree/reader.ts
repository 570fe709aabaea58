import { isIsoDate } from "../contract/date.js";
import type { Location } from "../contract/location.js";
import { nearest } from "../contract/nearest.js";
import { Problem } from "../contract/problem.js";
import { record } from "../contract/record.js";
import type { Span, TreeNode } from "./node.js";
import { locate, pointerOf } from "./place.js";

/** The file that is read, and what is wrong when it is not what it should be. */
export interface ReadFile {
  readonly what: "baseline" | "config";
  readonly file: string;
  readonly text: string;
  readonly hint: string;
}

/** One value of a file that is read as what it should be; anything else is a Problem (`…-shape`) with its place. */
export class Reader {
  readonly #node: TreeNode;
  readonly #in: ReadFile;
  readonly #path: readonly string[];

  constructor(node: TreeNode, file: ReadFile, path: readonly string[] = []) {
    this.#node = node;
    this.#in = file;
    this.#path = path;
  }

  #child(node: TreeNode, key: string): Reader {
    return new Reader(node, this.#in, [...this.#path, key]);
  }

  location(span: Span = this.#node): Location {
    return locate(this.#in.text, this.#in.file, pointerOf(this.#path), span.start, span.end);
  }

  problem(what: string, { span, hint }: { span?: Span; hint?: string } = {}): Problem {
    const path = this.#path.length === 0 ? `the ${this.#in.what}` : `\`${this.#path.join(" > ")}\``;
    const code = `${this.#in.what}-shape`;
    return new Problem(code, `${path} ${what}.`, hint ?? this.#in.hint, this.location(span));
  }

  /** The members of an object, none beside the known ones. */
  members<Key extends string>(known: readonly Key[]): Partial<Record<Key, Reader>> {
    const members: Partial<Record<Key, Reader>> = {};
    const isKnown = (key: string): key is Key => (known as readonly string[]).includes(key);
    for (const { key, start, end, value } of this.#object()) {
      if (!isKnown(key)) throw this.#unknown("key", key, known, { start, end });
      members[key] = this.#child(value, key);
    }
    return members;
  }

  record<Value>(read: (value: Reader, key: string) => Value): Record<string, Value> {
    return record(this.#object().map(({ key, value }) => [key, read(this.#child(value, key), key)]));
  }

  #object() {
    if (this.#node.type !== "object") throw this.problem("must be a mapping");
    return this.#node.members;
  }

  isList(): boolean {
    return this.#node.type === "array";
  }

  isMapping(): boolean {
    return this.#node.type === "object";
  }

  list<Value>(read: (value: Reader) => Value): Value[] {
    if (this.#node.type !== "array") throw this.problem("must be a list");
    return this.#node.items.map((item, index) => read(this.#child(item, String(index))));
  }

  value(): string | number | boolean | null | undefined {
    return this.#node.type === "scalar" ? this.#node.value : undefined;
  }

  /** The value as plain data, for options that others validate. */
  plain(): unknown {
    if (this.#node.type === "array") return this.list((item) => item.plain());
    return this.#node.type === "object" ? this.record((item) => item.plain()) : this.#node.value;
  }

  string(): string {
    const value = this.value();
    if (typeof value !== "string") throw this.problem("must be a string");
    return value;
  }

  /** A string that says something. */
  name(): string {
    const value = this.string();
    if (value.trim() === "") throw this.problem("must not be empty");
    return value;
  }

  /** A name that may look like a number: a code `404` or a version `2.0`, as written. */
  word(): string {
    const node = this.#node;
    if (node.type === "scalar" && typeof node.value === "number") return node.source;
    return this.name();
  }

  strings(): string[] {
    const values = this.list((item) => item.string());
    if (new Set(values).size < values.length) throw this.problem("names one thing twice");
    return values;
  }

  boolean(): boolean {
    const value = this.value();
    if (typeof value !== "boolean") throw this.problem("must be true or false");
    return value;
  }

  date(): string {
    const value = this.string();
    if (!isIsoDate(value)) throw this.problem("must be a date like 2026-12-31");
    return value;
  }

  oneOf<Value extends string>(values: readonly Value[]): Value {
    const value = this.value();
    const found = values.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    const meant = typeof value === "string" ? nearest(value, values) : null;
    throw this.problem(
      `must be one of ${values.join(", ")}`,
      meant === null ? {} : { hint: `Did you mean ${meant}?` },
    );
  }

  /** Refuses a key of this mapping, naming the one that was probably meant. */
  refuseKey(what: string, key: string, known: readonly string[]): Problem {
    const member = this.#object().find((candidate) => candidate.key === key);
    return this.#unknown(what, key, known, member ?? this.#node);
  }

  #unknown(what: string, key: string, known: readonly string[], { start, end }: Span): Problem {
    const meant = nearest(key, known);
    const hint = meant === null ? `Known are ${known.join(", ")}.` : `Did you mean ${meant}?`;
    return this.problem(`has the unknown ${what} ${JSON.stringify(key)}`, { span: { start, end }, hint });
  }
}
