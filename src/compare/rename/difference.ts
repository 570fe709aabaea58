/** One place where two names differ: the words of the one and those of the other; one side may be empty. */
export interface Swap {
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** How the words of one name become those of another. */
export interface Difference {
  readonly swaps: readonly Swap[];
  readonly common: readonly string[];
  /** Words of the one that are nowhere in the other, whatever their order. */
  readonly rest: Swap;
  /** All between the words that both begin with and those that both end with. */
  readonly stretch: Swap;
}

type Words = readonly string[];

/** The difference of two names part by part, where they have as many parts (`err:data:x`, `err:user:x`); else as a whole. */
export function differenceOf(a: readonly Words[], b: readonly Words[]): Difference {
  const whole = difference(a.flat(), b.flat());
  if (a.length < 2 || a.length !== b.length) return whole;
  const parts = a.map((words, index) => difference(words, b[index] ?? []));
  return {
    ...whole,
    swaps: parts.flatMap((part) => part.swaps),
    common: parts.flatMap((part) => part.common),
  };
}

/** The difference of two word lists: the longest common subsequence stays, what is between is swapped. */
function difference(a: Words, b: Words): Difference {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end])
    end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  const inner = align(left, right);
  return {
    swaps: inner.swaps,
    common: [...a.slice(0, start), ...inner.common, ...a.slice(a.length - end)],
    rest: { from: minus(left, right), to: minus(right, left) },
    stretch: { from: left, to: right },
  };
}

function align(a: readonly string[], b: readonly string[]): { swaps: Swap[]; common: string[] } {
  const lengths = commonLengths(a, b);
  const at = (i: number, j: number) => lengths[i * (b.length + 1) + j] ?? 0;
  const swaps: Swap[] = [];
  const common: string[] = [];
  let from: string[] = [];
  let to: string[] = [];
  const close = () => {
    if (from.length > 0 || to.length > 0) swaps.push({ from, to });
    from = [];
    to = [];
  };
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    const left = a[i];
    const right = b[j];
    if (left !== undefined && left === right) {
      close();
      common.push(left);
      i++;
      j++;
    } else if (right === undefined || (left !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      if (left !== undefined) from.push(left);
      i++;
    } else {
      to.push(right);
      j++;
    }
  }
  close();
  return { swaps, common };
}

/** Lengths of the longest common subsequences of all pairs of ends, row by row. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const here = i * width + j;
      lengths[here] =
        a[i] === b[j]
          ? (lengths[here + width + 1] ?? 0) + 1
          : Math.max(lengths[here + width] ?? 0, lengths[here + 1] ?? 0);
    }
  }
  return lengths;
}

function minus(a: readonly string[], b: readonly string[]): string[] {
  const left = [...b];
  return a.filter((word) => {
    const index = left.indexOf(word);
    if (index < 0) return true;
    left.splice(index, 1);
    return false;
  });
}
