import { inPieces } from "../pieces.js";

// What JSON.stringify lets through and a terminal or a CI log would act on or hide. Such characters stand only inside
// strings, where an escape means the same.
const acting = /[\x7f-\x9f\p{DI}\p{Bidi_C}\p{Zl}\p{Zp}\p{NChar}]|##(?=\[|vso\[)/giu;

/** Most JSON holds none of them, and this is found out many times faster. The ellipsis stands in every remedy. */
const suspect = /[^\n\x20-\x7e…]|##/;

/** JSON of two spaces' indent with a newline at its end, inert where it is printed, equal when it is parsed. */
export function json(value: unknown): string {
  return `${inert(JSON.stringify(value, null, 2))}\n`;
}

/** How deep the lists of a report lie whose items are written one by one. */
const itemDepth = 4;

/**
 * The same in pieces, for reports whose text as a whole would take more memory than all else.
 *
 * @param value plain data: no `undefined` in lists, no `toJSON`
 * @param depth how deep the values lie that are written one by one
 */
export function* jsonPieces(value: unknown, depth = itemDepth): Generator<string> {
  for (const piece of inPieces(written(value, "\n", depth))) yield inert(piece);
  yield "\n";
}

/** `line` is the line break with the indent of the value. */
function* written(value: unknown, line: string, depth: number): Generator<string> {
  const isList = Array.isArray(value);
  const members =
    depth === 0 || typeof value !== "object" || value === null
      ? []
      : Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) {
    yield JSON.stringify(value, null, 2).replaceAll("\n", line);
    return;
  }
  let between = isList ? "[" : "{";
  for (const [key, member] of members) {
    yield `${between}${line}  ${isList ? "" : `${JSON.stringify(key)}: `}`;
    yield* written(member, `${line}  `, depth - 1);
    between = ",";
  }
  yield `${line}${isList ? "]" : "}"}`;
}

function inert(text: string): string {
  if (!suspect.test(text)) return text;
  return text.replace(acting, (found) =>
    found === "##" ? "#\\u0023" : Array.from({ length: found.length }, (_, i) => unit(found, i)).join(""),
  );
}

function unit(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`;
}
