import { describe, expect, test } from "vitest";
import { assign, type Edge } from "../../../src/compare/rename/assign.js";

/** Numbers that look random and are the same on every run (a linear congruence). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function someEdges(seed: number, worths: number): Edge[] {
  const next = numbers(seed);
  const [rows, columns] = [1 + next(5), 1 + next(5)];
  const edges: Edge[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (next(3) > 0) edges.push({ row: row * 7, column: column * 5, worth: 1 + next(worths) });
    }
  }
  return edges;
}

/** Some edges, and the same again in the other order. */
function bothWays(edges: readonly Edge[]): (readonly [number, number])[][] {
  return [edges, edges.toReversed()].map((list) => [...assign(list)].sort(([a], [b]) => a - b));
}

interface Part {
  readonly rows: number;
  readonly columns: number;
  /** Where its rows and columns begin. */
  readonly at: number;
}

/** A part whose best pair, (0, 0), stands in the way of two good ones, (0, 1) and (1, 0). Others have columns of their own. */
function trap({ rows, columns, at }: Part): Edge[] {
  return [
    { row: 0, column: 0, worth: 10 },
    { row: 0, column: 1, worth: 9 },
    { row: 1, column: 0, worth: 9 },
    ...Array.from({ length: rows - 2 }, (_, index) => ({ row: index + 2, column: 0, worth: 1 })),
    ...Array.from({ length: columns - 2 }, (_, index) => ({
      row: index < rows - 2 ? index + 2 : 0,
      column: index + 2,
      worth: 5,
    })),
  ].map((edge) => ({ ...edge, row: edge.row + at, column: edge.column + at }));
}

/** For each part, whether it was solved as a whole, or its best pair was taken first. */
function howSolved(parts: readonly Omit<Part, "at">[]): string[] {
  const placed = parts.map((part, index) => ({ ...part, at: index * 1000 }));
  const pairs = assign(placed.flatMap(trap));
  return placed.map(({ at }) => {
    const [first, second] = [pairs.get(at), pairs.get(at + 1)];
    if (first === at + 1 && second === at) return "whole";
    return first === at && second === undefined ? "best first" : `${first} and ${second}`;
  });
}

/** The most that any choice of edges without a common row or column is worth: all are tried, row by row. */
function most(edges: readonly Edge[]): number {
  const [first] = edges;
  if (first === undefined) return 0;
  const others = edges.filter(({ row }) => row !== first.row);
  const choices = edges
    .filter(({ row }) => row === first.row)
    .map(({ column, worth }) => worth + most(others.filter((edge) => edge.column !== column)));
  return Math.max(most(others), ...choices);
}

function worthOf(pairs: ReadonlyMap<number, number>, edges: readonly Edge[]): number {
  let sum = 0;
  for (const [row, column] of pairs) {
    const edge = edges.find((one) => one.row === row && one.column === column);
    expect(edge, "only what has an edge is paired").toBeDefined();
    sum += edge?.worth ?? 0;
  }
  return sum;
}

describe("an assignment", () => {
  test("is worth as much as the best of all choices, with each row and column used once", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const edges = someEdges(seed, 9);
      const pairs = assign(edges);
      expect(new Set(pairs.values()).size, `seed ${seed}`).toBe(pairs.size);
      expect(worthOf(pairs, edges), `seed ${seed}`).toBe(most(edges));
    }
  });

  test("prefers two good pairs to the best one", () => {
    const edges = [
      { row: 0, column: 0, worth: 10 },
      { row: 0, column: 1, worth: 9 },
      { row: 1, column: 0, worth: 9 },
    ];
    expect([...assign(edges)]).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  test("is the same in whatever order the edges come, though many are worth the same", () => {
    for (let seed = 1; seed <= 60; seed++) {
      const [one, other] = bothWays(someEdges(seed, 2));
      expect(other, `seed ${seed}`).toEqual(one);
    }
    const [one, other] = bothWays(Array.from({ length: 301 }, (_, row) => ({ row, column: 0, worth: 1 })));
    expect([one, other]).toEqual([[[0, 0]], [[0, 0]]]);
    const [first, second] = bothWays(
      Array.from({ length: 301 }, (_, column) => ({ row: 0, column, worth: 1 })),
    );
    expect([first, second]).toEqual([[[0, 0]], [[0, 0]]]);
  });

  test("among equals takes the first for the first", () => {
    const equal = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ row, column, worth: 5 })));
    expect(bothWays(equal)[0]).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  test("takes the best pair first where more than three hundred are on either side of a part", () => {
    expect(
      howSolved([
        { rows: 301, columns: 2 },
        { rows: 2, columns: 300 },
        { rows: 2, columns: 301 },
      ]),
    ).toEqual(["best first", "whole", "best first"]);
  });

  test("solves parts apart, so that many small ones are no large one", () => {
    expect(howSolved(Array.from({ length: 50 }, () => ({ rows: 7, columns: 7 })))).toEqual(
      Array.from({ length: 50 }, () => "whole"),
    );
  });

  test("solves large parts as a whole until their steps are too many, and small ones after them", () => {
    const large = Array.from({ length: 6 }, () => ({ rows: 300, columns: 300 }));
    expect(howSolved([...large, { rows: 2, columns: 2 }])).toEqual([
      ...Array.from({ length: 5 }, () => "whole"),
      "best first",
      "whole",
    ]);
  });

  test("of nothing is empty", () => {
    expect([...assign([])]).toEqual([]);
  });

  test("of a part of more than three hundred takes the best pair first, of equal ones the first", () => {
    const chain = (length: number): Edge[] => [
      { row: length - 1, column: length - 1, worth: 5 },
      { row: length - 1, column: length - 2, worth: 5 },
      ...Array.from({ length: length - 2 }, (_, index) => [
        { row: index + 2, column: index + 1, worth: 1 },
        { row: index + 2, column: index + 2, worth: 5 },
      ]).flat(),
      { row: 0, column: 1, worth: 9 },
      { row: 1, column: 0, worth: 9 },
      { row: 0, column: 0, worth: 10 },
    ];
    const best = assign(chain(300));
    expect([best.size, best.get(0), best.get(1), best.get(2)]).toEqual([300, 1, 0, 2]);
    const first = assign(chain(301));
    expect([first.size, first.get(0), first.get(1), first.get(2)]).toEqual([300, 0, undefined, 2]);
    expect([first.get(299), first.get(300)]).toEqual([299, 300]);
  });
});
