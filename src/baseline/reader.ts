import { Problem } from "../contract/problem.js";
import { record } from "../contract/record.js";
import { type JsonNode, locate } from "./json.js";

/** One value of a baseline file that is read as what it should be; anything else is a Problem with its place. */
export class Reader {
  readonly #node: JsonNode;
  readonly #path: readonly string[];
  readonly #file: string;
  readonly #text: string;

  constructor(node: JsonNode, file: string, text: string, path: readonly string[] = []) {
    this.#node = node;
    this.#file = file;
    this.#text = text;
    this.#path = path;
  }

  #child(node: JsonNode, key: string): Reader {
    return new Reader(node, this.#file, this.#text, [...this.#path, key]);
  }

  problem(what: string, at: { start: number; end: number } = this.#node): Problem {
    const pointer = `#${this.#path.map((key) => `/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`).join("")}`;
    const place = locate(this.#text, this.#file, pointer, at.start, at.end);
    const path = this.#path.length === 0 ? "the baseline" : `\`${this.#path.join(" > ")}\``;
    return new Problem(
      "baseline-shape",
      `${this.#file}:${place.line}: ${path} ${what}`,
      "The file is written by `errlock baseline`, not by hand: restore it from the last commit.",
      place,
    );
  }

  /** The members of an object, none beside the known ones. */
  members<Key extends string>(known: readonly Key[]): Partial<Record<Key, Reader>> {
    const members: Partial<Record<Key, Reader>> = {};
    const isKnown = (key: string): key is Key => (known as readonly string[]).includes(key);
    for (const { key, start, end, value } of this.#object()) {
      if (!isKnown(key)) throw this.problem(`has the unknown key ${JSON.stringify(key)}`, { start, end });
      members[key] = this.#child(value, key);
    }
    return members;
  }

  record<Value>(read: (value: Reader) => Value): Record<string, Value> {
    return record(this.#object().map(({ key, value }) => [key, read(this.#child(value, key))]));
  }

  #object() {
    if (this.#node.type !== "object") throw this.problem("must be an object");
    return this.#node.members;
  }

  list<Value>(read: (value: Reader) => Value): Value[] {
    if (this.#node.type !== "array") throw this.problem("must be a list");
    return this.#node.items.map((item, index) => read(this.#child(item, String(index))));
  }

  value(): string | number | boolean | null | undefined {
    return this.#node.type === "scalar" ? this.#node.value : undefined;
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
    const found = values.find((value) => value === this.value());
    if (found === undefined) throw this.problem(`must be one of ${values.join(", ")}`);
    return found;
  }
}

/** A day of the calendar, `YYYY-MM-DD` (RFC 3339, full-date). */
export function isIsoDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && new Date(`${value}T00:00:00Z`).toJSON()?.slice(0, 10) === value;
}
