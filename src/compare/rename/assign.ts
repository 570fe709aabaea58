import { remember } from "../../contract/memo.js";
/** One possible pairing of a row with a column and what it is worth (above 0). */
export interface Edge {
  readonly row: number;
  readonly column: number;
  readonly worth: number;
}

/**
 * The assignment of rows to columns, each used once, that is worth most in all: not greedy pair by pair. Parts that no
 * edge connects are solved apart (Hungarian method, cubic in the size of a part).
 *
 * @returns row to column
 */
export function assign(edges: readonly Edge[]): Map<number, number> {
  const result = new Map<number, number>();
  let steps = mostSteps;
  for (const part of parts(edges)) {
    const { rows, columns } = sidesOf(part);
    const size = rows.length + columns.length;
    const cost = rows.length * rows.length * size;
    const isSmall = Math.max(rows.length, columns.length) <= largest && cost <= steps;
    if (isSmall) steps -= cost;
    for (const [row, column] of isSmall ? solve(part, rows, columns) : bestFirst(part))
      result.set(row, column);
  }
  return result;
}

function parts(edges: readonly Edge[]): Edge[][] {
  const parent = new Map<string, string>();
  const root = (node: string): string => {
    let top = node;
    for (let up = parent.get(top); up !== undefined && up !== top; up = parent.get(top)) top = up;
    parent.set(node, top);
    return top;
  };
  for (const edge of edges) parent.set(root(`r${edge.row}`), root(`c${edge.column}`));
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) remember(groups, root(`r${edge.row}`), () => []).push(edge);
  return [...groups.values()];
}

/** Beyond this size, or beyond so many steps for all parts, a part is solved best pair first: it must take a moment. */
const largest = 300;
const mostSteps = 300_000_000;

function sidesOf(edges: readonly Edge[]): { rows: number[]; columns: number[] } {
  return {
    rows: [...new Set(edges.map((edge) => edge.row))].sort((a, b) => a - b),
    columns: [...new Set(edges.map((edge) => edge.column))].sort((a, b) => a - b),
  };
}

function solve(
  edges: readonly Edge[],
  rows: readonly number[],
  columns: readonly number[],
): [number, number][] {
  const rowAt = new Map(rows.map((row, index) => [row, index]));
  const columnAt = new Map(columns.map((column, index) => [column, index]));
  const size = rows.length + columns.length;
  const worth = rows.map(() => new Float64Array(size));
  for (const edge of edges) {
    const line = worth[rowAt.get(edge.row) ?? 0];
    if (line !== undefined) line[columnAt.get(edge.column) ?? 0] = edge.worth;
  }
  const places = hungarian(worth, size);
  return edges
    .filter(({ row, column }) => places[rowAt.get(row) ?? 0] === columnAt.get(column))
    .map(({ row, column }) => [row, column]);
}

function bestFirst(edges: readonly Edge[]): [number, number][] {
  const rows = new Set<number>();
  const columns = new Set<number>();
  const pairs: [number, number][] = [];
  for (const edge of [...edges].sort((a, b) => b.worth - a.worth || a.row - b.row || a.column - b.column)) {
    if (rows.has(edge.row) || columns.has(edge.column)) continue;
    rows.add(edge.row);
    columns.add(edge.column);
    pairs.push([edge.row, edge.column]);
  }
  return pairs;
}

/**
 * Kuhn-Munkres with potentials and shortest augmenting paths, for the greatest total. Each row gets one of `width`
 * columns (at least as many as rows); columns without worth stand for "no partner".
 */
function hungarian(worth: readonly Float64Array[], width: number): number[] {
  const u = new Float64Array(worth.length + 1);
  const v = new Float64Array(width + 1);
  const rowOf = new Int32Array(width + 1);
  const way = new Int32Array(width + 1);
  for (let row = 1; row <= worth.length; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(width + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(width + 1);
    do {
      used[column] = 1;
      const from = rowOf[column] ?? 0;
      let delta = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let j = 1; j <= width; j++) {
        if (used[j] === 1) continue;
        const cost = -(worth[from - 1]?.[j - 1] ?? 0) - (u[from] ?? 0) - (v[j] ?? 0);
        if (cost < (least[j] ?? 0)) {
          least[j] = cost;
          way[j] = column;
        }
        if ((least[j] ?? 0) < delta) {
          delta = least[j] ?? 0;
          next = j;
        }
      }
      for (let j = 0; j <= width; j++) {
        if (used[j] === 1) {
          const at = rowOf[j] ?? 0;
          u[at] = (u[at] ?? 0) + delta;
          v[j] = (v[j] ?? 0) - delta;
        } else least[j] = (least[j] ?? 0) - delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      const previous = way[column] ?? 0;
      rowOf[column] = rowOf[previous] ?? 0;
      column = previous;
    }
  }
  const result: number[] = [];
  for (let j = 1; j <= width; j++) {
    const row = rowOf[j] ?? 0;
    if (row > 0) result[row - 1] = j - 1;
  }
  return result;
}
