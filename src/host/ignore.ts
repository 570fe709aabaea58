import { remember } from "../contract/memo.js";

/** One line of a `.gitignore`. */
interface Rule {
  readonly pattern: string;
  readonly negated: boolean;
  readonly foldersOnly: boolean;
}

/** Numbers of the last rules of some text that hold for files and for folders; -1 where there is none. */
interface Last {
  files: number;
  folders: number;
}

/** Whether the rules of one `.gitignore` say something of a path; null: they do not. */
export type Ignore = (path: string, isFolder: boolean) => boolean | null;

/** Characters of a path that are compared with a rule at one go. */
const stride = 64;
/** To compile a character of a rule takes as long as so many comparisons. */
const compiling = 2;

/**
 * Reads a `.gitignore`. Paths are relative to the folder that it stands in. The last line that matches decides. Names,
 * endings (`*.log`) and paths are looked up; all other rules are tried one by one.
 * Source: gitignore(5).
 *
 * @param spend is told how many comparisons the rules and each path take
 */
export function parseIgnore(text: string, spend: (comparisons: number) => void = () => {}): Ignore {
  const rules = text
    .split(/\r?\n/)
    .map(parseRule)
    .filter((rule) => rule !== null);
  const [names, endings, paths] = [new Lasts(), new Lasts(), new Lasts()];
  const others: { readonly number: number; readonly rule: Rule; readonly matches: RegExp }[] = [];
  for (const [number, rule] of rules.entries()) {
    const isPath = rule.pattern.includes("/");
    const [, star = "", fixed] = /^(\*?)([^*?[\\]+)$/.exec(rule.pattern) ?? [];
    if (fixed !== undefined && isPath && star === "") paths.add(fixed.replace(/^\//, ""), rule, number);
    else if (fixed !== undefined && !isPath) (star === "" ? names : endings).add(fixed, rule, number);
    else {
      const matches = expressionOf(rule.pattern);
      if (matches !== null) others.push({ number, rule, matches });
    }
  }
  others.reverse();
  spend(others.reduce((sum, { matches }) => sum + matches.source.length * compiling, 0));
  return (path, isFolder) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const lengths = endings.lengths(name);
    const fixed = Math.max(
      names.at(name, isFolder),
      paths.at(path, isFolder),
      ...lengths.map((length) => endings.at(name.slice(-length), isFolder)),
    );
    const after = others.findIndex(
      ({ number, rule, matches }) =>
        number < fixed || ((isFolder || !rule.foldersOnly) && matches.test(path)),
    );
    const tried = after < 0 ? others.length : after + 1;
    spend((lengths.length + tried) * Math.ceil(path.length / stride));
    const found = Math.max(fixed, others[after]?.number ?? -1);
    return found < 0 ? null : rules[found]?.negated === false;
  };
}

/** The last rules of many texts. */
class Lasts {
  readonly #lasts = new Map<string, Last>();
  readonly #lengths = new Set<number>();

  add(text: string, { foldersOnly }: Rule, number: number): void {
    const last = remember(this.#lasts, text, () => ({ files: -1, folders: -1 }));
    last.folders = number;
    if (!foldersOnly) last.files = number;
    this.#lengths.add(text.length);
  }

  at(text: string, isFolder: boolean): number {
    const last = this.#lasts.get(text);
    return (isFolder ? last?.folders : last?.files) ?? -1;
  }

  /** The lengths of texts that may be the end of another. */
  lengths(text: string): number[] {
    return [...this.#lengths].filter((length) => length <= text.length);
  }
}

function parseRule(line: string): Rule | null {
  const written = line.replace(/(?<!\\)(?: )+$/, "");
  if (written === "" || written.startsWith("#") || written.length > 1000) return null;
  return {
    pattern: written.replace(/^!/, "").replace(/\/$/, ""),
    negated: written.startsWith("!"),
    foldersOnly: written.endsWith("/"),
  };
}

function expressionOf(pattern: string): RegExp | null {
  const source = translate(pattern.replace(/^\//, ""));
  return source === null ? null : new RegExp(`^${pattern.includes("/") ? "" : "(?:.*/)?"}${source}$`, "s");
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
