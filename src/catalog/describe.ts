/** How a code ends, and the sentence that follows. `{a}` is the rest with its article, `{x}` the rest in words. */
const suffixes: readonly (readonly [string, string])[] = [
  ["not_found", "The referenced {x} does not exist or is not visible to the caller."],
  ["rate_limited", "Too many {x} attempts; retry after the rate-limit window."],
  ["unavailable", "The {x} is currently unavailable; retry later."],
  ["exceeded", "The request exceeds the {x} limit."],
  ["conflict", "The request conflicts with the current {x} state."],
  ["timeout", "The {x} operation timed out."],
  ["failed", "The {x} operation failed."],
  ["error", "{A} {x} error occurred."],
];

/** Codes that say nothing useful when taken apart. */
const whole: Readonly<Record<string, string>> = {
  rate_limit_exceeded: "The request hit a rate limit; respect Retry-After before retrying.",
};

/** A problem type (RFC 9457) is told by the last part of its URI. */
function withoutUri(code: string): string {
  return /^[a-z][a-z\d+.-]*:\/\/|^urn:/i.test(code)
    ? (code.split(/[/:#]/).findLast((part) => part !== "") ?? code)
    : code;
}

/**
 * The words of an identifier in any convention: snake, kebab, dotted, camel, with spaces or colons. Acronyms inside
 * camel case stay as they are.
 */
function wordsOf(code: string): string[] {
  const mixed = /[a-z]/.test(code);
  return withoutUri(code)
    .replace(/([a-z\d])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) => (mixed && /^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()));
}

/**
 * Derives a description from a code: `sandbox_not_found` is about a sandbox that does not exist, `volume_busy` is
 * `Volume busy.`. For codes that the spec keeps no description of.
 */
export function describeCode(code: string): string {
  const words = wordsOf(code);
  const name = words.join("_").toLowerCase();
  // A code may be called `constructor`.
  const special = Object.hasOwn(whole, name) ? whole[name] : undefined;
  if (special !== undefined) return special;
  for (const [suffix, sentence] of suffixes) {
    if (!name.endsWith(`_${suffix}`)) continue;
    const rest = words.slice(0, -suffix.split("_").length);
    // "exceeds the volume limit limit" says it twice.
    const subject =
      suffix === "exceeded" && rest.length > 1 && rest.at(-1) === "limit" ? rest.slice(0, -1) : rest;
    return sentence.replace("{A}", article(subject[0])).replace("{x}", () => subject.join(" "));
  }
  const plain = words.join(" ");
  return plain === "" ? "No description." : `${plain.charAt(0).toUpperCase()}${plain.slice(1)}.`;
}

/** By sound, as far as the first letters tell it. */
function article(word = ""): string {
  return /^([aeio]|u(?!se|ni[tqv]|rl|ti)|http|html|sql|ssl|ssh|xml|mfa|sms|hour)/i.test(word) ? "An" : "A";
}
