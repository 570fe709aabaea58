// Plain scalars that every YAML version reads as this very string: no indicator, no number, date, boolean or null.
const plain = /^[A-Za-z][\w/.-]*(?: [\w/.(-]+)*$/;
const reserved = /^(?:y|n|yes|no|on|off|true|false|null|inf|nan|~)$/i;

/** A scalar of YAML that is read back as this string, on one line. */
export function yamlScalar(text: string): string {
  if (plain.test(text) && !reserved.test(text)) return text;
  return JSON.stringify(text).replace(/[\x7f-\x9f\p{DI}\p{Bidi_C}\p{Zl}\p{Zp}\p{NChar}]/gu, (found) =>
    Array.from(
      { length: found.length },
      (_, at) => `\\u${found.charCodeAt(at).toString(16).padStart(4, "0")}`,
    ).join(""),
  );
}
