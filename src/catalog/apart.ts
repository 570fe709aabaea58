import type { Fields } from "./fields.js";

/** Paths of fields with lists, each with those that no body has beside it. */
export type Apart = ReadonlyMap<string, ReadonlySet<string>>;

/** Bodies with more lists than this are not compared pair by pair; no real one has. */
const manyLists = 60;

export const nothingApart: Apart = new Map();

type Part = Pick<Fields, "inside" | "apart">;

/** Fields of branches (`oneOf`, `anyOf`, media types) of which no branch has both are apart. */
export function alternatives(branches: readonly Part[]): Apart {
  const paths = [...new Set(branches.flatMap(({ inside }) => listed(inside)))];
  if (paths.length < 2 || paths.length > manyLists) return nothingApart;
  const apart = new Map(paths.map((path) => [path, new Set(paths)]));
  for (const branch of new Set(branches)) {
    for (const [path, others] of apart) {
      if (!branch.inside.has(path)) continue;
      for (const other of others)
        if (branch.inside.has(other) && branch.apart.get(path)?.has(other) !== true) others.delete(other);
    }
  }
  return apart;
}

/** What is apart in one of several schemas that all hold stays so, unless another of them has it too. */
export function stillApart(parts: readonly Part[]): Apart {
  const kept = new Map<string, Set<string>>();
  if (parts.every(({ apart }) => apart.size === 0)) return kept;
  const having = new Map<string, number>();
  for (const { inside } of new Set(parts))
    for (const path of inside.keys()) having.set(path, (having.get(path) ?? 0) + 1);
  for (const part of parts) {
    const elsewhere = (path: string) => (having.get(path) ?? 0) > (part.inside.has(path) ? 1 : 0);
    for (const [path, others] of part.apart) {
      if (elsewhere(path)) continue;
      kept.set(path, new Set([...others].filter((other) => !elsewhere(other))));
    }
  }
  return kept;
}

/** What is apart in a value is apart below the property that holds it. */
export function below(apart: Apart, join: (path: string) => string): [string, ReadonlySet<string>][] {
  return [...apart].map(([path, others]) => [join(path), new Set([...others].map(join))]);
}

function listed(inside: Fields["inside"]): string[] {
  return [...inside].filter(([, { values }]) => values.lists.length > 0).map(([path]) => path);
}
