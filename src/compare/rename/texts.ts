/** Words of a description or message, to compare wording. */
export function textWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Share of words that two texts have in common (Dice), 1 for the same words. Texts under three words say nothing. */
export function textLikeness(a: readonly string[], b: readonly string[]): number {
  if (Math.min(a.length, b.length) < 3) return 0;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      shared++;
      left.set(word, count - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}
