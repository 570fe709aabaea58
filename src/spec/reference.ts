import { percentDecode } from "./pointer.js";

/** A `$ref` taken apart, before anyone looks whether its target exists. */
export type Reference =
  | { readonly kind: "file"; readonly file: string; readonly fragment: string }
  | { readonly kind: "uri"; readonly uri: string; readonly fragment: string; readonly remote: boolean }
  | { readonly kind: "outside"; readonly why: string }
  | { readonly kind: "malformed"; readonly why: string };

const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Where a `$ref` as written in `file` leads (RFC 3986, section 5.2, on root-relative paths): to a file inside the
 * root, or to a URI that only an `$id` can answer. Whatever could leave the root, in any disguise, is `outside`. Space
 * around it, as a quoted YAML string that ends on the next line has it, is no part of it (WHATWG URL, section 4.4).
 */
export function parseReference(written: string, file: string): Reference {
  const ref = written.trim();
  const hash = ref.indexOf("#");
  const uri = hash < 0 ? ref : ref.slice(0, hash);
  const fragment = hash < 0 ? "" : ref.slice(hash + 1);
  if (uri === "") return { kind: "file", file, fragment };
  if (/^[a-z]:/i.test(uri)) return { kind: "outside", why: "it starts with a drive" };
  if (/^file:/i.test(uri)) return { kind: "outside", why: "it is a `file:` URL" };
  if (scheme.test(uri)) return { kind: "uri", uri, fragment, remote: /^(?:https?|ftp|wss?):/i.test(uri) };
  if (uri.startsWith("//")) return { kind: "uri", uri, fragment, remote: true };
  return parsePath(uri.replace(/\?.*$/s, ""), fragment, file);
}

function parsePath(path: string, fragment: string, file: string): Reference {
  if (path.startsWith("/")) return { kind: "outside", why: "it is an absolute path" };
  const folders = file.split("/").slice(0, -1);
  for (const segment of path.split("/").map(percentDecode)) {
    if (/[/\\\0]/.test(segment)) {
      return { kind: "malformed", why: "its path has a backslash, an encoded slash or a NUL character" };
    }
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") folders.push(segment);
    else if (folders.pop() === undefined) return { kind: "outside", why: "its path leaves the root" };
  }
  if (folders.length === 0) return { kind: "malformed", why: "it names a folder" };
  return { kind: "file", file: folders.join("/"), fragment };
}

/** A reference against the base URI that an `$id` sets; null where that is no hierarchical URI. */
export function resolveUri(ref: string, base: string): { uri: string; fragment: string } | null {
  if (!scheme.test(base)) return null;
  try {
    const url = new URL(ref, base);
    const fragment = url.hash.slice(1);
    url.hash = "";
    return { uri: url.href, fragment };
  } catch {
    return null;
  }
}
