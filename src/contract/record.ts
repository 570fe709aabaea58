/** A record that is safe with any key (`__proto__`, `constructor`): it has no prototype. Keys in the order given. */
export function record<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const result: Record<string, Value> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}

/**
 * The order of texts in everything that is written: never by locale, so the same on every machine. By UTF-16 units,
 * which is by code point as long as no character lies beyond U+FFFF.
 */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Distinct texts, sorted. */
export function sorted(texts: Iterable<string>): string[] {
  return [...new Set(texts)].sort(byCodePoint);
}
