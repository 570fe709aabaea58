import type { Reader } from "../tree/reader.js";

/** The folder of a root-relative file: `` for the root. */
export function folderOf(file: string): string {
  return file.split("/").slice(0, -1).join("/");
}

/**
 * A path or glob as written in a config, relative to its folder, as a root-relative one. Null when it leaves the
 * root, is absolute, or names a drive or an URL.
 */
function toRoot(path: string, folder: string): string | null {
  if (path === "" || path.includes("\0") || /^(?:[/\\]|[A-Za-z][A-Za-z0-9+.-]*:)/.test(path)) return null;
  const parts: string[] = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.length === 0 ? null : parts.join("/");
}

/** The reverse: how a root-relative path is written in a config that stands in `folder`. */
export function fromRoot(path: string, folder: string): string {
  const from = folder === "" ? [] : folder.split("/");
  const to = path.split("/");
  let shared = 0;
  while (shared < from.length && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => ".."), ...to.slice(shared)].join("/");
}

/** Characters of a glob that may each stand for any text: what a segment may have before matching takes forever. */
const mostWildcards = 5;

/** Of `**` each stands for any number of folders. */
const mostFolders = 3;

/** No file system has longer ones. */
const longest = 4096;

/** Whether a glob could keep the matcher busy: many wildcards in one segment, repeated groups, unfolding braces. */
function isTrap(glob: string): boolean {
  return (
    (glob.match(/\{/g)?.length ?? 0) > mostWildcards ||
    (glob.match(/\*\*+/g)?.length ?? 0) > mostFolders ||
    /[+*@!?]\(|\{[^}]*\.\./.test(glob) ||
    glob.split("/").some((segment) => (segment.match(/\*+/g)?.length ?? 0) > mostWildcards)
  );
}

/** Reads a path of the config. */
export function readPath(reader: Reader, folder: string): string {
  const written = reader.name();
  if (written.length > longest) throw reader.problem(`is longer than ${longest} characters`);
  if (isTrap(written)) {
    throw reader.problem(
      `must be a simple glob: at most ${mostWildcards} \`*\` between two \`/\` and as many \`{\`, at most ${mostFolders} \`**\`, no groups such as \`+(…)\`, no ranges`,
    );
  }
  const path = toRoot(written.replace(/^!/, ""), folder);
  if (path === null) {
    throw reader.problem("must be a path inside the root, with `/`, relative to the config's folder");
  }
  return written.startsWith("!") ? `!${path}` : path;
}
