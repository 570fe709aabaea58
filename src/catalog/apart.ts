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
  const apart = new Map<string, Set<string>>();
  for (const path of paths) {
    const others = paths.filter((other) =>
      branches.every(
        (branch) =>
          !(branch.inside.has(path) && branch.inside.has(other)) ||
          branch.apart.get(path)?.has(other) === true,
      ),
    );
    apart.set(path, new Set(others));
  }
  return apart;
}

/** What is apart in one of several schemas that all hold stays so, unless another of them has it too. */
export function stillApart(parts: readonly Part[]): Apart {
  const kept = new Map<string, Set<string>>();
  for (const part of parts) {
    const elsewhere = (path: string) => parts.some((other) => other !== part && other.inside.has(path));
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
