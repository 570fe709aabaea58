// Controls, lone surrogates, separators and spaces that pass for another or for nothing, characters without a glyph
// (zero width, bidi, tags, fillers), and code points that are none.
const invisible = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{DI}\p{Bidi_C}\p{NChar}\u2800]|(?! )\p{Zs}/gu;
/** Most texts hold nothing of that, and this is found out many times faster. */
const suspect = /[^\x20-\x7e…]/;
const names: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The way a character is written that must be seen: `\n`, `\u{202e}`. */
export function named(character: string): string {
  return names[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * Text in which nothing hides: control, bidi and zero-width characters, odd spaces and lone surrogates are written as
 * escapes. The result is one line. An emoji keeps its variation selector.
 */
export function reveal(text: string): string {
  if (!suspect.test(text)) return text;
  return text.replace(invisible, (character, at: number) =>
    character === "\u{fe0f}" && /\p{ExtPict}$/u.test(text.slice(Math.max(0, at - 2), at))
      ? character
      : named(character),
  );
}
