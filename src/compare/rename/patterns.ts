import type { Difference, Swap } from "./difference.js";
import type { Voice } from "./voice.js";

/** One decision that shows in many names: `sandbox` became `machine`. */
export interface Pattern {
  readonly from: string;
  readonly to: string;
  /** How many codes follow it. */
  readonly support: number;
}

/** Counts swaps of words over all pairs that could be renames. */
export class Patterns {
  readonly #seen = new Map<string, { from: Set<string>; to: Set<string> }>();

  add(from: string, to: string, difference: Difference): void {
    if (difference.common.length === 0) return;
    for (const swap of difference.swaps) {
      const key = keyOf(swap);
      let seen = this.#seen.get(key);
      if (seen === undefined) {
        seen = { from: new Set(), to: new Set() };
        this.#seen.set(key, seen);
      }
      seen.from.add(from);
      seen.to.add(to);
    }
  }

  /** The best supported pattern of a pair; null when no other pair follows it. */
  of({ swaps, common }: Difference): Pattern | null {
    if (common.length === 0) return null;
    let best: Pattern | null = null;
    for (const swap of swaps) {
      const seen = this.#seen.get(keyOf(swap));
      const support = Math.min(seen?.from.size ?? 0, seen?.to.size ?? 0);
      if (support >= 2 && support > (best?.support ?? 0)) {
        best = { from: swap.from.join("_"), to: swap.to.join("_"), support };
      }
    }
    return best;
  }
}

/** How much a pattern says of one pair: more with each code that follows it, less with what it leaves unexplained. */
export function patternVoice(pattern: Pattern, explained: number): Voice {
  const others = pattern.support - 1;
  const weight = 1 - 0.45 / (0.2 + 0.8 * others) ** 0.9;
  const codes = others === 1 ? "1 other code" : `${others} other codes`;
  const says =
    pattern.to === ""
      ? `${codes} ${others === 1 ? "drops" : "drop"} ${pattern.from}`
      : pattern.from === ""
        ? `${codes} ${others === 1 ? "adds" : "add"} ${pattern.to}`
        : `${codes} ${others === 1 ? "swaps" : "swap"} ${pattern.from} for ${pattern.to}`;
  return { weight: Math.min(0.9, weight) * explained, says };
}

function keyOf(swap: Swap): string {
  return `${swap.from.join("_")}\n${swap.to.join("_")}`;
}
