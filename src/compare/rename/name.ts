/** A code as a person reads it: words instead of characters. */
export interface Name {
  readonly code: string;
  /** Words in lower case: `SandboxNotFound`, `sandbox.not-found` and `SANDBOX_NOT_FOUND` have the same. */
  readonly words: readonly string[];
  /** All letters and digits in lower case, without separators. */
  readonly key: string;
  /** The digits, group by group: names that differ here name different things. */
  readonly digits: string;
  readonly hasLetters: boolean;
  /** What stands behind the last `:`, `/` or `.`: in `err:data:key_not_found`, `key_not_found`. Null when unstructured. */
  readonly leaf: string | null;
}

export function parseName(code: string): Name {
  const words = code
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .flatMap((part) => part.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u))
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
  const key = words.join("");
  const cut = Math.max(
    code.lastIndexOf(":"),
    code.lastIndexOf("/"),
    code.lastIndexOf("."),
    code.lastIndexOf("#"),
  );
  return {
    code,
    words,
    key,
    digits: (code.match(/\p{N}+/gu) ?? []).join(),
    hasLetters: /\p{L}/u.test(code),
    leaf: cut < 0 || cut === code.length - 1 ? null : code.slice(cut + 1).toLowerCase(),
  };
}
