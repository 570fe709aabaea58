import { remember } from "../../src/contract/memo.js";
import { isObject, type Node } from "./node.js";
import type { Reading } from "./reading.js";

/** A schema nested deeper than this says nothing about an error body. */
const DEEPEST = 24;

/** Schemas looked at for one question: a walk over shared schemas must end. */
const MOST = 5000;

/**
 * A schema and everything that may hold together with it: what its `$ref`s and `allOf` lead to, and the alternatives of
 * `oneOf` and `anyOf`. Each once.
 */
export function applicable(reading: Reading, schema: Node): readonly Node[] {
  return applied(reading, schema).parts;
}

/** Every schema that applies, and what they declare together. */
interface Applied {
  readonly parts: readonly Node[];
  /** All declarations of each property. */
  readonly properties: ReadonlyMap<string, readonly Node[]>;
  /** The names that each of them requires. */
  readonly required: readonly ReadonlySet<unknown>[];
}

/** What a part or a property of a schema that was asked for costs, in values of a document. */
const COST = 10;

function appliedSchemas(_reading: Reading): Map<string, Applied> {
  return new Map();
}

export function applied(reading: Reading, schema: Node): Applied {
  return remember(reading.once(appliedSchemas), schema.id, () => readApplied(reading, schema));
}

function readApplied(reading: Reading, schema: Node): Applied {
  const parts: Node[] = [];
  const properties = new Map<string, Node[]>();
  const required: ReadonlySet<unknown>[] = [];
  const spend = (): void => reading.spend(COST, "schemas and properties of their own");
  for (const part of walk(reading, schema)) {
    spend();
    parts.push(part);
    for (const [name, property] of part.child("properties")?.children() ?? []) {
      spend();
      remember(properties, name, () => []).push(property);
    }
    const names = part.child("required")?.value;
    if (Array.isArray(names)) required.push(reading.of(asSet, names));
  }
  return { parts, properties, required };
}

function asSet(_reading: Reading, names: readonly unknown[]): ReadonlySet<unknown> {
  return new Set(names);
}

function* walk(reading: Reading, schema: Node): Generator<Node> {
  const seen = new Set<unknown>();
  const waiting: [Node, number][] = [[schema, 0]];
  for (let next = waiting.pop(); next !== undefined && seen.size < MOST; next = waiting.pop()) {
    const [node, depth] = next;
    if (!isObject(node.value) || seen.has(node.value) || depth > DEEPEST) continue;
    seen.add(node.value);
    const inner: Node[] = [];
    const target = reading.step(node);
    if (target !== undefined && target !== null) inner.push(target);
    if (target === undefined || reading.siblingsCount) {
      yield node;
      for (const keyword of ["allOf", "oneOf", "anyOf"]) {
        for (const [, part] of node.child(keyword)?.children() ?? []) inner.push(part);
      }
    }
    for (const part of inner.reverse()) waiting.push([part, depth + 1]);
  }
}

/** All declarations of a property, in everything that applies. */
export function properties(reading: Reading, schema: Node, name: string): readonly Node[] {
  return applied(reading, schema).properties.get(name) ?? [];
}

/** JSON Schema types that a schema names, itself or through `$ref` and `allOf`; empty where it names none. */
export function typesOf(reading: Reading, schema: Node): Set<string> {
  const types = new Set<string>();
  for (const part of applicable(reading, schema)) {
    const type = part.child("type")?.value;
    for (const name of Array.isArray(type) ? type : [type]) if (typeof name === "string") types.add(name);
  }
  return types;
}

/** The words a schema is known by: `Foo` for `#/components/schemas/Foo`, a file's name for a whole file. */
export function nameOf(node: Node): string {
  const path = node.path();
  return path.at(-1) ?? (node.file.split("/").at(-1) ?? node.file).replace(/\.(ya?ml|json)$/i, "");
}
