import type { Node } from "./node.js";
import { declared, stepsOf } from "./paths.js";
import type { Reading } from "./reading.js";
import { applied, typesOf } from "./schemas.js";

/** A field of a body: where it is declared, whether it must be there, and what it may be. */
export interface Field {
  /** Each declaration once; empty where there is none. */
  readonly nodes: readonly Node[];
  /** Every step of its path is required, as far as any part of the schema says. */
  readonly required: boolean;
  readonly types: ReadonlySet<string>;
}

/** Looks up a field by its path: `code`, `error.code`, `errors[].code`. */
export function fieldAt(reading: Reading, schema: Node, path: string): Field {
  let nodes: readonly Node[] = [schema];
  let required = true;
  for (const step of stepsOf(path)) {
    if (step !== "[]" && step !== "*") {
      required &&= nodes.some((node) => applied(reading, node).required.some((names) => names.has(step)));
    }
    const next = nodes.flatMap((node) => declared(reading, node, step));
    nodes = [...new Map(next.map((node) => [node.value, node])).values()];
  }
  const types = new Set(nodes.flatMap((node) => [...typesOf(reading, node)]));
  return { nodes, required: required && nodes.length > 0, types };
}

/** Names of the fields that stand beside the last step of a path, as paths: for `error.code`, `error.message` too. */
export function besides(reading: Reading, schema: Node, path: string): string[] {
  const before = path.slice(0, path.lastIndexOf(".") + 1);
  const holders = before === "" ? [schema] : fieldAt(reading, schema, before.slice(0, -1)).nodes;
  return holders.flatMap((node) =>
    [...applied(reading, node).properties.keys()].map((name) => `${before}${name}`),
  );
}
