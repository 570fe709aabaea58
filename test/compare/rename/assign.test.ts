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

function someEdges(seed: number): Edge[] {
  const next = numbers(seed);
  const [rows, columns] = [1 + next(4), 1 + next(4)];
  const edges: Edge[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (next(3) > 0) edges.push({ row: row * 7, column: column * 5, worth: 1 + next(9) });
    }
  }
  return edges;
}

/** The most that any choice of edges without a common row or column is worth: all are tried. */
function most([edge, ...others]: readonly Edge[]): number {
  if (edge === undefined) return 0;
  const free = others.filter(({ row, column }) => row !== edge.row && column !== edge.column);
  return Math.max(most(others), edge.worth + most(free));
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
      const edges = someEdges(seed);
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
