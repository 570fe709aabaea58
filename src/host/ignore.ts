/** One line of a `.gitignore`. */
interface Rule {
  readonly matches: RegExp;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/** Whether the rules of one `.gitignore` say something of a path; null: they do not. */
export type Ignore = (path: string, isFolder: boolean) => boolean | null;

/**
 * Reads a `.gitignore`. Paths are relative to the folder that it stands in. The last line that matches decides.
 * Source: gitignore(5).
 */
export function parseIgnore(text: string): Ignore {
  const rules = text
    .split(/\r?\n/)
    .map(parseRule)
    .filter((rule) => rule !== null)
    .reverse();
  return (path, isFolder) => {
    const rule = rules.find(({ matches, foldersOnly }) => (isFolder || !foldersOnly) && matches.test(path));
    return rule === undefined ? null : !rule.negated;
  };
}

function parseRule(line: string): Rule | null {
  const written = line.replace(/(?<!\\)(?: )+$/, "");
  if (written === "" || written.startsWith("#") || written.length > 1000) return null;
  const negated = written.startsWith("!");
  const pattern = written.replace(/^!/, "").replace(/\/$/, "");
  const anchored = pattern.includes("/");
  const source = translate(pattern.replace(/^\//, ""));
  if (source === null) return null;
  return {
    matches: new RegExp(`^${anchored ? "" : "(?:.*/)?"}${source}$`, "s"),
    negated,
    foldersOnly: written.endsWith("/"),
  };
}

/** A glob as a regular expression; null where it has so many stars that matching could take long. */
function translate(pattern: string): string | null {
  if ((pattern.match(/\*+/g)?.length ?? 0) > 6) return null;
  let source = "";
  for (const part of pattern.matchAll(/^\*\*\/|\/\*\*$|\/\*\*\/|\*+|\?|\[!?\]?[^\]]*\]|\\.|[\s\S]/g)) {
    const [token] = part;
    if (token === "**/") source += "(?:.*/)?";
    else if (token === "/**") source += "/.+";
    else if (token === "/**/") source += "/(?:.*/)?";
    else if (token.startsWith("*")) source += "[^/]*";
    else if (token === "?") source += "[^/]";
    else if (token.startsWith("[") && token.length > 2) source += characterClass(token);
    else source += token.replace(/^\\(?=.)/, "").replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  }
  return source;
}

function characterClass(token: string): string {
  const inner = token
    .slice(1, -1)
    .replace(/^!/, "^")
    .replace(/[\\\]]/g, "\\$&");
  try {
    new RegExp(`[${inner}]`);
    return `[${inner}]`;
  } catch {
    return "(?!)";
  }
}
