import type { Limits } from "../contract/policy.js";
import { formatPointer } from "./pointer.js";
import { specProblem } from "./problems.js";

/** What one document holds that matters for its costs and for `$ref`. */
export interface Survey {
  /** Keys of all mappings, each shared mapping counted once. */
  readonly keys: number;
  /** Every `$ref` that is a string, and every value of a `discriminator.mapping`. */
  readonly refs: ReadonlySet<string>;
  /** `$id`s as written, with the pointer of the schema that has it. */
  readonly ids: readonly { readonly id: string; readonly pointer: string }[];
  /** `$anchor`s and `$dynamicAnchor`s, with the pointer of the schema that has it. */
  readonly anchors: readonly { readonly anchor: string; readonly pointer: string }[];
}

interface Extent {
  readonly nodes: number;
  readonly height: number;
}

/**
 * Walks the data of a document once. Throws a Problem when it is larger, deeper, or shares more than the limits
 * allow with aliases expanded, or contains itself: whoever walks it later without care still ends.
 */
export function survey(data: unknown, shares: boolean, file: string, limits: Limits): Survey {
  const refs = new Set<string>();
  const ids: { id: string; pointer: string }[] = [];
  const anchors: { anchor: string; pointer: string }[] = [];
  const path: (string | number)[] = [];
  const done = new Map<object, Extent | null>();
  let keys = 0;
  let nodes = 0;
  let aliases = 0;

  function visit(value: object, depth: number): number {
    if (depth > limits.depth)
      throw specProblem("too-deep", file, `values are nested more than ${limits.depth} deep.`);
    let height = 0;
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index];
        if (typeof item !== "object" || item === null) continue;
        path.push(index);
        height = Math.max(height, enter(item, depth + 1));
        path.pop();
      }
      count(value.length);
      return height + 1;
    }
    const mapping = value as Record<string, unknown>;
    let size = 0;
    for (const key in mapping) {
      size++;
      const item = mapping[key];
      if (typeof item === "object" && item !== null) {
        path.push(key);
        height = Math.max(height, enter(item, depth + 1));
        path.pop();
        if (key === "discriminator") addMapping(item);
      } else if (typeof item === "string" && key.charCodeAt(0) === 0x24) keyword(key, item);
    }
    keys += size;
    count(size);
    return height + 1;
  }

  function enter(value: object, depth: number): number {
    if (!shares) return visit(value, depth);
    const known = done.get(value);
    if (known === null)
      throw specProblem("alias-cycle", file, "a YAML alias stands inside of what it names.");
    if (known) {
      aliases++;
      if (aliases > limits.aliases) {
        throw specProblem("too-many-aliases", file, `the file has more than ${limits.aliases} YAML aliases.`);
      }
      if (depth + known.height > limits.depth) {
        throw specProblem(
          "too-deep",
          file,
          `with its aliases, this is nested more than ${limits.depth} deep.`,
        );
      }
      count(known.nodes);
      return known.height;
    }
    done.set(value, null);
    const before = nodes;
    const height = visit(value, depth);
    done.set(value, { nodes: nodes - before, height });
    return height;
  }

  function count(more: number): void {
    nodes += more;
    if (nodes > limits.nodes) {
      throw specProblem(
        "too-many-nodes",
        file,
        `the file has more than ${limits.nodes} values, aliases expanded.`,
      );
    }
  }

  function keyword(key: string, value: string): void {
    if (key === "$ref") refs.add(value);
    else if (key === "$id") ids.push({ id: value, pointer: formatPointer(path) });
    else if (key === "$anchor" || key === "$dynamicAnchor") {
      anchors.push({ anchor: value, pointer: formatPointer(path) });
    }
  }

  function addMapping(discriminator: object): void {
    const targets: unknown = "mapping" in discriminator ? discriminator.mapping : null;
    if (typeof targets !== "object" || targets === null) return;
    for (const target of Object.values(targets)) {
      if (typeof target === "string" && /[#/]|\.(?:ya?ml|json)$/i.test(target)) refs.add(target);
    }
  }

  if (typeof data === "object" && data !== null) enter(data, 1);
  return { keys, refs, ids, anchors };
}
