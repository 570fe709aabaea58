/** Ways to spell an identifier. One word in lower case fits several. */
const conventions = {
  snake_case: /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/,
  SCREAMING_SNAKE_CASE: /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/,
  "kebab-case": /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
  "SCREAMING-KEBAB-CASE": /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/,
  camelCase: /^[a-z][A-Za-z0-9]*$/,
  PascalCase: /^[A-Z][A-Za-z0-9]*$/,
  "dot.case": /^[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*$/,
  "SCREAMING.DOT_CASE": /^[A-Z][A-Z0-9_]*(?:\.[A-Z0-9_]+)*$/,
  "lower case words": /^[a-z][a-z0-9]*(?: [a-z0-9]+)*$/,
  "Capitalized words": /^[A-Z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*$/,
  digits: /^[0-9]+$/,
} as const satisfies Record<string, RegExp>;

export type Convention = keyof typeof conventions;

export const conventionNames = Object.keys(conventions) as readonly Convention[];

/** Identifiers longer than this are not judged: it keeps matching cheap whatever a document holds. */
const LONGEST = 256;

export function follows(code: string, convention: Convention): boolean {
  return code.length > LONGEST || conventions[convention].test(code);
}

/** A later convention admits more (`dot.case` all of `snake_case`): it must fit that many times as many codes. */
const MARGIN = 1.1;

/** The convention that more than half of the codes follow; null where none does. */
export function detectConvention(codes: readonly string[]): Convention | null {
  let best: Convention | null = null;
  let most = codes.length / 2;
  for (const name of conventionNames) {
    const count = codes.filter((code) => follows(code, name)).length;
    if (count > most * (best === null ? 1 : MARGIN)) [best, most] = [name, count];
  }
  return best;
}
