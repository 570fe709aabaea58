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

/**
 * A glob as a regular expression; null where it has more stars than anybody writes. What stands between two stars is looked
 * for once, from the left, and stays where it was found: else every place of each would be tried with every other.
 */
function translate(pattern: string): string | null {
  if ((pattern.match(/\*+/g)?.length ?? 0) > 6) return null;
  let groups = 0;
  const once = (source: string) => {
    groups += 1;
    return `(?=(?<g${groups}>${source}))\\k<g${groups}>`;
  };
  /** `pieces` are what stands around stars. */
  const starred = (pieces: readonly string[], any: string, last: string) => {
    const [start = "", ...others] = pieces;
    const end = others.pop();
    return end === undefined
      ? start
      : `${start}${others.map((each) => once(any + each)).join("")}${last}${end}`;
  };
  const parts = [""];
  let pieces = [""];
  const add = (source: string) => pieces.push((pieces.pop() ?? "") + source);
  const endSegment = (more: string) => {
    parts.push((parts.pop() ?? "") + starred(pieces, "[^/]*?", "[^/]*") + more);
    pieces = [""];
  };
  for (const [token] of pattern.matchAll(/^\*\*\/|\/\*\*$|\/\*\*\/|\*+|\?|\[!?\]?[^\]]*\]|\\.|[\s\S]/g)) {
    if (token === "**/") parts.push("");
    else if (token === "/") endSegment("/");
    else if (token.startsWith("/**")) {
      endSegment("/");
      parts.push("");
      if (token === "/**") add(".+");
    } else if (token.startsWith("*")) pieces.push("");
    else if (token === "?") add("[^/]");
    else if (token.startsWith("[") && token.length > 2) add(characterClass(token));
    else add(token.replace(/^\\(?=.)/, "").replace(/[\\^$.*+?()[\]{}|/]/, "\\$&"));
  }
  endSegment("");
  return starred(parts, "(?:.*?/)??", "(?:.*/)?");
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
