/**
 * The tokens of a JSON Pointer in URI fragment form (RFC 6901, section 6): `#/a~1b/c%20d` gives `a/b`, `c d`.
 * `#` and `` give none. A `%` that starts no escape stands for itself.
 */
export function parsePointer(pointer: string): string[] {
  const path = pointer.startsWith("#") ? pointer.slice(1) : pointer;
  if (path === "") return [];
  return path.split("/").slice(1).map(decodeToken);
}

/**
 * One step deeper: `appendToken("#/a", "b/c")` is `#/a/b~1c`. Besides `~` and `/` only `%` is escaped, so that
 * pointers stay readable (`#/paths/~1v1~1{id}`) and can still be taken apart again without loss.
 */
export function appendToken(pointer: string, token: string | number): string {
  return `${pointer}/${encodeToken(String(token))}`;
}

/** The pointer of a list of tokens; none gives `#`, the whole document. */
export function formatPointer(tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>(appendToken, "#");
}

function encodeToken(token: string): string {
  return /[~/%]/.test(token) ? token.replace(/~/g, "~0").replace(/\//g, "~1").replace(/%/g, "%25") : token;
}

function decodeToken(token: string): string {
  const decoded = token.includes("%") ? percentDecode(token) : token;
  return decoded.includes("~") ? decoded.replace(/~1/g, "/").replace(/~0/g, "~") : decoded;
}

/** Percent-decoding (RFC 3986, section 2.1) that leaves malformed escapes as they are. */
export function percentDecode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}
