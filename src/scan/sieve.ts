/** Finds out fast which files can name a code at all: most of a repository cannot, and need not be read as text. */
export interface Sieve {
  /** Whether any code may stand in the bytes: a word of one does. */
  mayName(content: Uint8Array): boolean;
}

/** Builds a sieve for codes: of each, its longest run of ASCII letters, digits and `_` is looked for. */
export function sieveFor(codes: Iterable<string>): Sieve {
  const hashes = new Set<number>();
  let all = false;
  for (const code of codes) {
    const runs = code.match(/[A-Za-z0-9_]+/g) ?? [];
    const run = runs.reduce((longest, each) => (each.length > longest.length ? each : longest), "");
    if (run === "" || /[^\x20-\x7e]/.test(code)) all = true;
    else hashes.add(hashOf(run));
  }
  return {
    mayName(content) {
      if (all) return true;
      let hash = 0;
      for (let at = 0; at < content.length; at++) {
        const byte = content[at] ?? 0;
        if (isWord[byte] === 1) hash = (Math.imul(hash, 31) + byte) | 0;
        else if (hash !== 0) {
          if (hashes.has(hash)) return true;
          hash = 0;
        }
      }
      return hash !== 0 && hashes.has(hash);
    },
  };
}

const isWord = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Za-z0-9_]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

function hashOf(word: string): number {
  let hash = 0;
  for (const character of word) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return hash;
}
