/** `a`, `b` and 3 more: a list that folds with its count, never silently. */
export function list(items: readonly string[], most = 5): string {
  if (items.length <= 1) return items.join("");
  // One more name is shorter than "and 1 more".
  if (items.length <= most + 1) return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
  return `${items.slice(0, most).join(", ")} and ${items.length - most} more`;
}

/** `1 code`, `2 codes`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

export function quote(text: string): string {
  return `\`${text}\``;
}

export function quoted(texts: readonly string[], most = 5): string {
  // Of long lists only the beginning is named.
  const quotes = texts.slice(0, most + 1).map(quote);
  return texts.length <= most + 1
    ? list(quotes, most)
    : `${quotes.slice(0, most).join(", ")} and ${texts.length - most} more`;
}
