import type { Difference, Swap } from "./difference.js";
import type { Name } from "./name.js";
import { opposites } from "./opposites.js";
import { isSpellingOf, isVariantOf } from "./spelling.js";
import { states } from "./states.js";
import { synonymous } from "./synonyms.js";

const negations = new Set([
  "not",
  "no",
  "non",
  "never",
  "without",
  "cannot",
  "cant",
  "isnt",
  "wasnt",
  "doesnt",
  "dont",
]);
const negativePrefix = /^(?:un|in|im|il|ir|dis|de|non|mis|anti)(?=.{3})/;
const roles = /^(.{3,})(?:er|or|ee)$/;

/** Do two names differ in their numbers? `v1_x` and `v2_x` name two things, however alike they look. */
export function otherNumber(a: Name, b: Name): boolean {
  return a.digits !== b.digits;
}

/** Does one name say the contrary of the other: negated, or with an opposite word? Such names are never one code. */
export function contrary({ swaps, rest }: Difference): boolean {
  return [...swaps, rest].some(
    (swap) => !synonymous(swap.from, swap.to) && ((negated(swap) && !moved(swaps)) || opposed(swap)),
  );
}

/** A negation that left one place of a name and came at another: `no_such_wallet_initialized`, `wallet_not_initialized`. */
function moved(swaps: readonly Swap[]): boolean {
  const count = (words: readonly string[]) => words.filter((word) => negations.has(word)).length;
  const left = count(swaps.flatMap((swap) => swap.from));
  return left > 0 && left === count(swaps.flatMap((swap) => swap.to));
}

/**
 * Do two names say different failures of the same thing? `card_declined` is not what `card_expired` was called before,
 * nor `token_missing` the old name of `token_invalid`.
 */
export function otherFailure(a: Name, b: Name, { rest, common }: Difference): boolean {
  if (otherExcess(a, b, rest)) return true;
  if (common.length === 0 || rest.from.length === 0 || rest.to.length === 0) return false;
  return [...rest.from, ...rest.to].every((word) => states.has(word)) && !akin(rest);
}

/** `password_too_weak` and `password_too_common`: what stands behind `too` is the failure, whatever stands before it. */
function otherExcess(a: Name, b: Name, rest: Swap): boolean {
  const [from, to] = [excess(a), excess(b)];
  return from !== undefined && to !== undefined && from !== to && rest.from.includes(from) && !akin(rest);
}

function excess({ words }: Name): string | undefined {
  return words[words.lastIndexOf("too") + 1 || words.length];
}

function akin({ from, to }: Swap): boolean {
  return from.some((word) =>
    to.some(
      (other) => synonymous([word], [other]) || isVariantOf(word, other) || isSpellingOf(word, other, 1),
    ),
  );
}

/** One side is the other with a negation: `pending`, `not_pending`; `valid`, `invalid`. */
function negated({ from, to }: Swap): boolean {
  const left = from.filter((word) => !negations.has(word));
  const right = to.filter((word) => !negations.has(word));
  if (left.length !== right.length) return false;
  let prefixes = 0;
  for (const [index, word] of left.entries()) {
    const other = right[index] ?? "";
    if (positive(word) !== other && positive(other) !== word) return false;
    prefixes++;
  }
  // Both have as many other words, so what is odd are the negations.
  return (from.length + to.length + prefixes) % 2 === 1;
}

function positive(word: string): string {
  return word.replace(negativePrefix, "");
}

function opposed({ from, to }: Swap): boolean {
  return from.some((word) => {
    const contraries = opposites.get(word);
    const role = roles.exec(word)?.[1];
    return to.some(
      (other) =>
        contraries?.has(other) === true ||
        // payer and payee, assignor and assignee
        (role !== undefined &&
          roles.exec(other)?.[1] === role &&
          (word.endsWith("ee") || other.endsWith("ee"))),
    );
  });
}
