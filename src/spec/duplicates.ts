import type { Problem } from "../contract/problem.js";
import { Lines } from "./lines.js";
import { mapping, type Outline } from "./outline.js";
import { problemAt } from "./problems.js";

/** The first key that stands twice in one mapping, as a Problem that names both lines; null where none does. */
export function findDuplicate(
  text: string,
  file: string,
  outline: Outline,
  keyOf: (node: number) => string,
): Problem | null {
  for (let node = 0; node < outline.size; node++) {
    if (outline.kind(node) !== mapping) continue;
    const seen = new Map<string, number>();
    const merges = outline.merges.get(node);
    for (const child of outline.children(node)) {
      if (merges?.includes(child)) continue;
      const key = keyOf(child);
      const first = seen.get(key);
      if (first !== undefined) return duplicateKey(text, file, key, outline, first, child);
      seen.set(key, child);
    }
  }
  return null;
}

function duplicateKey(
  text: string,
  file: string,
  key: string,
  outline: Outline,
  first: number,
  second: number,
): Problem {
  const { line } = new Lines(text).at(outline.keyStart(first));
  const start = outline.keyStart(second);
  const message = `the key ${JSON.stringify(key)} stands here and already in line ${line}.`;
  return problemAt("duplicate-key", file, text, start, message, { length: outline.keyEnd(second) - start });
}
