import type { Name } from "./name.js";

/** Below this many pairs, all are weighed; above it, only those that something ties together. */
const few = 6_000;
/** Keys that this many pairs share tie nothing together. */
const crowd = 64;

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
  for (const keysOf of [looseKeys, slipKeys]) {
    const rows = index(from, keysOf);
    const columns = index(to, keysOf);
    for (const [key, some] of rows) {
      const others = columns.get(key);
      if (others === undefined || some.length * others.length > crowd) continue;
      for (const row of some) for (const column of others) put(row, column);
    }
  }
  return [...pairs.values()];
}

/** The name itself, its leaf, and the name with each stretch of up to two words left open. */
function looseKeys({ key, leaf, words }: Name): string[] {
  const keys = [`=${key}`];
  if (leaf !== null) keys.push(`/${leaf}`);
  for (let size = 0; size <= 2; size++) {
    for (let start = 0; start + size <= words.length && words.length > size; start++) {
      keys.push(`${words.slice(0, start).join("_")}*${words.slice(start + size).join("_")}`);
    }
  }
  return keys;
}

/** The name with each letter left out: names one slip apart share a key. */
function slipKeys({ key }: Name): string[] {
  const keys = [key];
  for (let at = 0; at < key.length; at++) keys.push(key.slice(0, at) + key.slice(at + 1));
  return keys;
}

function index(names: readonly Name[], keysOf: (name: Name) => string[]): Map<string, number[]> {
  const map = new Map<string, number[]>();
  for (const [position, name] of names.entries()) {
    for (const key of new Set(keysOf(name))) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [position]);
      else list.push(position);
    }
  }
  return map;
}
