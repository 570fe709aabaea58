/** A code as a person reads it: words instead of characters. */
export interface Name {
  readonly code: string;
  /** Words in lower case: `SandboxNotFound`, `sandbox.not-found` and `SANDBOX_NOT_FOUND` have the same. */
  readonly words: readonly string[];
  /** The words between `:`, `/`, `.` and `#`, part by part. */
  readonly parts: readonly (readonly string[])[];
  /** All letters and digits in lower case, without separators. */
  readonly key: string;
  /** The digits, group by group: names that differ here name different things. An HTTP status on its own is none. */
  readonly digits: string;
  /** Whether it says something to a person: a number does not, nor what is too long to read. */
  readonly isReadable: boolean;
  /** What stands behind the last `:`, `/` or `.`: in `err:data:key_not_found`, `key_not_found`. Null when unstructured. */
  readonly leaf: string | null;
}

/** Longer codes are taken for like no other: each is compared with many, character by character. */
const longest = 300;

const status = /^[45]\d\d$/;

/** As most codes are written, `not_found`, `NOT_FOUND` or `error_12`: words are read from them in a fraction of the time. */
const plain = /^(?:[a-z\d]+(?:_[a-z\d]+)*|[A-Z]+(?:_[A-Z]+)*)$/;

export function parseName(code: string): Name {
  if (code.length <= longest && plain.test(code)) {
    const words = code.toLowerCase().split("_");
    const digits = /\d/.test(code) ? digitsOf(words) : "";
    const isReadable = /[a-z]/i.test(code);
    return { code, words, parts: [words], key: words.join(""), digits, isReadable, leaf: null };
  }
  const isRead = code.length <= longest;
  const parts = (isRead ? code : "")
    .split(/[:/.#]/)
    .map(wordsOf)
    .filter((words) => words.length > 0);
  const words = parts.flat();
  return {
    code,
    words,
    parts,
    key: isRead ? words.join("") : code,
    digits: digitsOf(words),
    isReadable: isRead && /\p{L}/u.test(code),
    leaf: parts.length > 1 ? (parts.at(-1) ?? []).join("_") : null,
  };
}

function digitsOf(words: readonly string[]): string {
  return words
    .flatMap((word) => (words.length > 1 && status.test(word) ? [] : (word.match(/\p{N}+/gu) ?? [])))
    .join();
}

/** Words end at whatever is no letter or digit, and where a capital begins one: `userID`, `HTTPError`. */
function wordsOf(text: string): string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]/u)
    .flatMap((part) => part.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u))
    .filter((word) => word !== "")
    .map((word) => word.toLowerCase());
}
