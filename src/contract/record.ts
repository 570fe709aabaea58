/** A record that is safe with any key (`__proto__`, `constructor`): it has no prototype. Keys in the order given. */
export function record<Value>(entries: Iterable<readonly [string, Value]>): Record<string, Value> {
  const result: Record<string, Value> = Object.create(null);
  for (const [key, value] of entries) result[key] = value;
  return result;
}

/**
 * A copy of an object with more members. For what there may be a hundred thousand of: `{ ...object, more }` takes V8 ten
 * times as long and six times the memory where the object has many members.
 */
export function extended<Base extends object, More extends object>(base: Base, more: More): Base & More {
  return Object.assign({}, base, more);
}

/** Order by code point of UTF-16 units, the same on every machine. */
export function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
