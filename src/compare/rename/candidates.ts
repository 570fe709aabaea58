import type { Name } from "./name.js";

/** Below this many pairs, all are weighed; above it, only those that something ties together. */
const few = 6_000;
/** A key that more names than this share ties nothing together. */
const crowd = 8;

/** Ties that are not in the strings: codes with the same text, or in the same place. */
export type OtherTies = (from: string) => Iterable<string>;

/**
 * Pairs of codes worth weighing, so that twenty thousand codes that were all renamed do not make four hundred million
 * pairs: the same letters, the same words but for one or two, the same leaf, a slip apart, or tied by other evidence.
 */
export function candidates(from: readonly Name[], to: readonly Name[], ties: OtherTies): [number, number][] {
  const pairs = new Map<number, [number, number]>();
  const put = (row: number, column: number) => {
    pairs.set(row * to.length + column, [row, column]);
  };
  if (from.length * to.length <= few) {
    for (const row of from.keys()) for (const column of to.keys()) put(row, column);
    return [...pairs.values()];
  }
  const columnOf = new Map(to.map((name, index) => [name.code, index]));
  for (const [row, name] of from.entries()) {
    for (const code of ties(name.code)) {
      const column = columnOf.get(code);
      if (column !== undefined) put(row, column);
    }
  }
  tie(from, to, looseKeys, put);
  const paired = new Set([...pairs.values()].flatMap(([row, column]) => [row, from.length + column]));
  const alone = (names: readonly Name[], offset: number) =>
    names.map((name, index) => (paired.has(offset + index) ? null : name));
  tie(alone(from, 0), alone(to, from.length), slipKeys, put);
  return [...pairs.values()];
}

/** Puts together what shares a key, unless a crowd shares it. */
function tie(
  from: readonly (Name | null)[],
  to: readonly (Name | null)[],
  keysOf: (name: Name) => Set<string>,
  put: (row: number, column: number) => void,
): void {
  const columns = new Map<string, number[]>();
  for (const [column, name] of to.entries()) {
    for (const key of name === null ? [] : keysOf(name)) {
      const list = columns.get(key);
      if (list === undefined) columns.set(key, [column]);
      else list.push(column);
    }
  }
  for (const [row, name] of from.entries()) {
    for (const key of name === null ? [] : keysOf(name)) {
      const some = columns.get(key) ?? [];
      if (some.length <= crowd) for (const column of some) put(row, column);
    }
  }
}

/** The name itself, its leaf, and the name with each stretch of up to two words left open. */
function looseKeys({ key, leaf, words }: Name): Set<string> {
  const keys = new Set([`=${key}`]);
  if (leaf !== null) keys.add(`/${leaf}`);
  for (let size = 0; size <= 2; size++) {
    for (let start = 0; start + size <= words.length && words.length > size; start++) {
      keys.add(`${words.slice(0, start).join("_")}*${words.slice(start + size).join("_")}`);
    }
  }
  return keys;
}

/** The name with each letter left out: names one slip apart share a key. */
function slipKeys({ key }: Name): Set<string> {
  const keys = new Set([key]);
  for (let at = 0; at < key.length; at++) keys.add(key.slice(0, at) + key.slice(at + 1));
  return keys;
}
