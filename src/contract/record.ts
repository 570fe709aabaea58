/** A record that is safe with any key (`__proto__`, `constructor`): it has no prototype. Keys in the order given. */
export function record<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const result: Record<string, Value> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}

/** Order by code point of UTF-16 units, the same on every machine. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
