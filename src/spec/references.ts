import { appendToken } from "./pointer.js";

/** Pointers of the first place of every `$ref` in a document, by its text. */
export function findReferences(data: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const seen = new Set<object>();
  const visit = (value: unknown, pointer: string) => {
    if (typeof value !== "object" || value === null || seen.has(value)) return;
    seen.add(value);
    for (const [key, item] of Object.entries(value)) {
      const own = appendToken(pointer, key);
      if (key === "$ref" && typeof item === "string" && !found.has(item)) found.set(item, own);
      visit(item, own);
    }
  };
  visit(data, "#");
  return found;
}
