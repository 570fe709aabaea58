import type { Name } from "./name.js";

/** Below this many pairs, all are weighed; above it, only those that something ties together. */
const few = 6_000;
/** What more names than this share, a key or a text, ties nothing together. */
export const crowd = 8;

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
  // The surest ties first; who has found a partner is not asked again.
  const paired = { from: new Set<number>(), to: new Set<number>() };
  for (const { keysOf, count } of passes) {
    for (const [row, column] of pairs.values()) {
      paired.from.add(row);
      paired.to.add(column);
    }
    const left = { from: without(from, paired.from), to: without(to, paired.to) };
    const letters = [...left.from, ...left.to].reduce(
      (sum, name) => sum + (name === null ? 0 : count(name) * name.key.length),
      0,
    );
    if (letters <= mostLetters) tie(left.from, left.to, keysOf, put);
  }
  return [...pairs.values()];
}

/** A pass whose keys have more letters than this is left out: what it would find are guesses, and it must take a moment. */
const mostLetters = 60_000_000;

/** What ties names together, the surest first, with about how many keys it makes of a name. */
const passes: readonly { keysOf: (name: Name) => readonly string[]; count: (name: Name) => number }[] = [
  { keysOf: sameKeys, count: () => 1 },
  { keysOf: openKeys, count: ({ words }) => 2 * words.length },
  { keysOf: wideKeys, count: ({ words }) => 3 * words.length },
  { keysOf: slipKeys, count: ({ key }) => key.length },
];

function without(names: readonly Name[], paired: ReadonlySet<number>): (Name | null)[] {
  return names.map((name, index) => (paired.has(index) ? null : name));
}

/** Puts together what shares a key, unless a crowd shares it. */
function tie(
  from: readonly (Name | null)[],
  to: readonly (Name | null)[],
  keysOf: (name: Name) => readonly string[],
  put: (row: number, column: number) => void,
): void {
  // Of few names that left and many that came, only the keys of the few matter.
  const few = from.length < to.length ? new Set(from.flatMap((name) => keysFor(name, keysOf))) : null;
  // Most keys have one column, and no list for it.
  const columns = new Map<string, number | number[]>();
  for (const [column, name] of to.entries()) {
    for (const key of keysFor(name, keysOf)) {
      if (few?.has(key) === false) continue;
      const found = columns.get(key);
      if (found === undefined) columns.set(key, column);
      else if (typeof found === "number") columns.set(key, [found, column]);
      else found.push(column);
    }
  }
  for (const [row, name] of from.entries()) {
    for (const key of keysFor(name, keysOf)) {
      const found = columns.get(key);
      if (found === undefined) continue;
      if (typeof found === "number") put(row, found);
      else if (found.length <= crowd) for (const column of found) put(row, column);
    }
  }
}

function keysFor(name: Name | null, keysOf: (name: Name) => readonly string[]): readonly string[] {
  return name === null ? [] : keysOf(name);
}

function sameKeys({ key }: Name): string[] {
  return [key];
}

/** The name with one word more or another, and its leaf. */
function openKeys(name: Name): string[] {
  const keys = stretches(name, 1);
  if (name.leaf !== null) keys.push(`/${name.leaf}`);
  return keys;
}

/** The name with two words open. */
function wideKeys(name: Name): string[] {
  return stretches(name, 2);
}

/** The name with each stretch of so many words, or of fewer, left open. Each stands at a place of its own: no key comes twice. */
function stretches({ words }: Name, most: number): string[] {
  const ends = [""];
  for (let at = words.length - 1; at >= 0; at--) ends.push(`_${words[at]}${ends.at(-1)}`);
  const keys: string[] = [];
  let start = "";
  for (let at = 0; at <= words.length; at++) {
    for (let size = 0; size <= most && at + size <= words.length && size < words.length; size++)
      keys.push(`${start}*${ends[words.length - size - at]}`);
    start += `${words[at]}_`;
  }
  return keys;
}

/** The name with each letter left out: names one slip apart share a key. */
function slipKeys({ key }: Name): string[] {
  const keys = new Set([key]);
  for (let at = 0; at < key.length; at++) keys.add(key.slice(0, at) + key.slice(at + 1));
  return [...keys];
}
