// What JSON.stringify lets through and a terminal or a CI log would act on or hide. Such characters stand only inside
// strings, where an escape means the same.
const acting = /[\x7f-\x9f\p{DI}\p{Bidi_C}\p{Zl}\p{Zp}\p{NChar}]|##(?=\[|vso\[)/giu;

/** JSON of two spaces' indent with a newline at its end, inert where it is printed, equal when it is parsed. */
export function json(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(acting, (found) =>
    found === "##" ? "#\\u0023" : Array.from({ length: found.length }, (_, i) => unit(found, i)).join(""),
  );
  return `${text}\n`;
}

function unit(text: string, at: number): string {
  return `\\u${text.charCodeAt(at).toString(16).padStart(4, "0")}`;
}
