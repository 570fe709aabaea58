/** A text, or one in pieces where it may be too large to be held whole. */
export type Rendered = string | Iterable<string>;

const length = 65_536;

/** Many small texts as few pieces: each is written by a call of the system. */
export function* inPieces(texts: Iterable<string>): Generator<string> {
  let piece = "";
  for (const text of texts) {
    piece += text;
    if (piece.length < length) continue;
    yield piece;
    piece = "";
  }
  if (piece !== "") yield piece;
}

/** The text as a whole. */
export function whole(rendered: Rendered): string {
  return typeof rendered === "string" ? rendered : [...rendered].join("");
}
