import { remember } from "../../src/contract/memo.js";
import { isObject, type Node } from "./node.js";
import type { Reading } from "./reading.js";
import { applicable, properties } from "./schemas.js";

/** The steps of a path: `errors[].code` has `errors`, `[]` and `code`; `*` stands for any name. */
export function stepsOf(path: string): string[] {
  return path.split(".").flatMap((part) => part.split(/(?=\[\])/));
}

/** What one step leads to inside a schema, in all that applies to it. */
export function declared(reading: Reading, schema: Node, step: string): readonly Node[] {
  if (step !== "[]" && step !== "*") return properties(reading, schema, step);
  return applicable(reading, schema).flatMap((part) => members(part, step));
}

function members(schema: Node, step: "[]" | "*"): Node[] {
  const listed = (key: string) => [...(schema.child(key)?.children() ?? [])].map(([, node]) => node);
  const found =
    step === "[]"
      ? [...listed("prefixItems"), schema.child("items"), schema.child("contains")]
      : [...listed("patternProperties"), schema.child("additionalProperties")];
  return found.filter((node) => node !== null);
}

/** What a value holds at one of several paths, and what the path is for. */
export interface Held<T> {
  readonly path: string;
  readonly of: T;
  readonly values: readonly unknown[];
}

interface Fork<T> {
  readonly next: Map<string, Fork<T>>;
  readonly ends: { readonly path: string; readonly of: T; readonly order: number }[];
}

/** Many paths, each for something. Of a value only those are gone along that it has. */
export class Paths<T> {
  readonly #start: Fork<T> = { next: new Map(), ends: [] };

  constructor(paths: Iterable<readonly [path: string, of: T]>) {
    let order = 0;
    for (const [path, of] of paths) {
      let at = this.#start;
      for (const step of stepsOf(path)) at = remember(at.next, step, () => ({ next: new Map(), ends: [] }));
      at.ends.push({ path, of, order: order++ });
    }
  }

  /** What a value holds at those of the paths that it has, in their order. */
  in(value: unknown): readonly Held<T>[] {
    const found = new Map<number, { readonly path: string; readonly of: T; readonly values: unknown[] }>();
    const waiting: (readonly [value: unknown, at: Fork<T>])[] = [[value, this.#start]];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const [held, at] = next;
      for (const { order, path, of } of at.ends)
        remember(found, order, () => ({ path, of, values: [] })).values.push(held);
      if (at.next.size > 0) for (const each of steps(held, at).reverse()) waiting.push(each);
    }
    return [...found].sort(([a], [b]) => a - b).map(([, held]) => held);
  }
}

/** What a value holds one step further on. */
function steps<T>(value: unknown, { next }: Fork<T>): (readonly [value: unknown, at: Fork<T>])[] {
  const each = next.get("[]");
  if (Array.isArray(value)) return each === undefined ? [] : value.map((item) => [item, each] as const);
  if (!isObject(value)) return [];
  const any = next.get("*");
  const found = any === undefined ? [] : Object.values(value).map((item) => [item, any] as const);
  const keys = Object.keys(value);
  for (const key of keys.length < next.size ? keys : next.keys()) {
    const at = next.get(key);
    if (at !== undefined && key !== "*" && key !== "[]" && Object.hasOwn(value, key))
      found.push([value[key], at]);
  }
  return found;
}
