import { TreeError, type TreeMember, type TreeNode, type TreeScalar } from "./node.js";

const maximumDepth = 16;
const literal = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const string = /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"/y;
const space = /[ \t\r\n]*/y;

/**
 * Reads JSON strictly, and also refuses what `JSON.parse` lets pass without a word: a key that stands twice, and
 * nesting that no baseline has. Throws a TreeError.
 */
export function parseJson(text: string, mostNodes = Number.POSITIVE_INFINITY): TreeNode {
  let at = 0;
  let nodes = 0;

  const fail = (message: string, offset = at): never => {
    throw new TreeError(message, offset);
  };
  const skip = () => {
    space.lastIndex = at;
    space.test(text);
    at = space.lastIndex;
  };
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  const takeString = (what: string): string => {
    if (text[at] !== '"') fail(`expected ${what}, found ${found(text, at)}`);
    // Only a well-formed token gets here, so that JSON.parse decodes its escapes and cannot fail.
    return JSON.parse(
      take(string) ?? fail("a string that does not end, or holds a control character"),
    ) as string;
  };
  /** The parts between brackets, separated by commas. */
  const list = (close: string, part: () => void) => {
    at += 1;
    skip();
    if (text[at] === close) {
      at += 1;
      return;
    }
    for (;;) {
      skip();
      part();
      skip();
      if (text[at] === close) break;
      if (text[at] !== ",") fail(`expected a comma or ${close}, found ${found(text, at)}`);
      at += 1;
    }
    at += 1;
  };

  const value = (depth: number): TreeNode => {
    nodes += 1;
    if (nodes > mostNodes) fail(`more than ${mostNodes} values`);
    if (depth > maximumDepth) fail(`nested more than ${maximumDepth} levels deep`);
    const start = at;
    if (text[at] === "{") {
      const members: TreeMember[] = [];
      const seen = new Set<string>();
      list("}", () => {
        const keyStart = at;
        const key = takeString("a key in quotes");
        if (seen.has(key)) fail(`the key ${JSON.stringify(key)} stands twice`, keyStart);
        seen.add(key);
        const keyEnd = at;
        skip();
        if (text[at] !== ":") fail(`expected a colon, found ${found(text, at)}`);
        at += 1;
        skip();
        members.push({ key, start: keyStart, end: keyEnd, value: value(depth + 1) });
      });
      return { type: "object", start, end: at, members };
    }
    if (text[at] === "[") {
      const items: TreeNode[] = [];
      list("]", () => items.push(value(depth + 1)));
      return { type: "array", start, end: at, items };
    }
    if (text[at] === '"') {
      const value = takeString("a string");
      return { type: "scalar", value, source: value, start, end: at };
    }
    const token = take(literal) ?? fail(`expected a value, found ${found(text, at)}`);
    return { type: "scalar", value: JSON.parse(token) as TreeScalar["value"], source: token, start, end: at };
  };

  skip();
  const root = value(0);
  skip();
  if (at < text.length) fail(`expected the end, found ${found(text, at)}`);
  return root;
}

function found(text: string, at: number): string {
  const point = text.codePointAt(at);
  return point === undefined ? "the end of the file" : JSON.stringify(String.fromCodePoint(point));
}
