import { remember } from "../../contract/memo.js";
import type { Candidate, Slot } from "../mention.js";

const depthLimit = 500;

/** Gives every path a short name, so that what stands deep does not carry the whole way to it. */
function pathNames(): (parent: string, key: string) => string {
  const names = new Map<string, string>();
  return (parent, key) => remember(names, `${parent}.${key}`, () => String(names.size));
}

/** Reads JSON, also with comments: every key and every string with the path that leads to it. */
export function readJson(text: string): Candidate[] {
  const found: Candidate[] = [];
  const nameOf = pathNames();
  const stack: { readonly path: string; readonly isList: boolean; key: string; here: string }[] = [];
  const expression = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(?<!\\)"((?:[^"\\\n]|\\.)*)"(\s*:)?|[{}[\]]/g;
  for (const match of text.matchAll(expression)) {
    const [whole, string, colon] = match;
    const top = stack.at(-1);
    const here = top?.here ?? "";
    if (whole === "{" || whole === "[") {
      if (stack.length >= depthLimit) return found;
      const isList = whole === "[";
      stack.push({ path: here, isList, key: "", here: nameOf(here, isList ? "[]" : "") });
    } else if (whole === "}" || whole === "]") stack.pop();
    else if (string !== undefined) {
      const start = match.index + 1;
      const slots = colon === undefined ? valueSlots(here, top?.key ?? "") : keySlots(top?.path ?? "");
      found.push({ text: string, start, end: start + string.length, slots });
      if (colon === undefined || top === undefined) continue;
      top.key = string;
      if (!top.isList) top.here = nameOf(top.path, string);
    }
  }
  return found;
}

/** Reads YAML in block style with flow lists, and TOML: keys and values with the path that leads to them. */
export function readLines(text: string, kind: "yaml" | "toml"): Candidate[] {
  const found: Candidate[] = [];
  const nameOf = pathNames();
  const stack: { readonly indent: number; readonly path: string }[] = [];
  let section = "";
  const between = kind === "yaml" ? ":(?=\\s|$)" : "=";
  const shape = new RegExp(
    `^([ \\t]*)((?:- +)*)(?:("[^"\\n]*"|'[^'\\n]*'|[^\\s"'#{\\[][^#\\n]{0,150}?)\\s{0,3}${between})?[ \\t]*(.*)$`,
    "gm",
  );
  for (const match of text.matchAll(shape)) {
    const [whole, space = "", dashes = "", key, rest = ""] = match;
    if (whole.trim() === "" || /^\s*#/.test(whole)) continue;
    const header = kind === "toml" ? /^\s*\[+([^[\]][^\]]*)\]/.exec(whole) : null;
    if (header !== null) {
      section = nameOf("[", header[1] ?? "");
      continue;
    }
    const indent = space.length + dashes.length;
    while (stack.length > 0 && (stack.at(-1)?.indent ?? 0) >= indent) stack.pop();
    const above = stack.at(-1)?.path ?? section;
    const path = above + (dashes === "" ? "" : "[]");
    if (key !== undefined) {
      const start = match.index + whole.indexOf(key, space.length + dashes.length);
      found.push(scalar(key, start, keySlots(path)));
      stack.push({ indent, path: nameOf(above, bare(key)) });
    }
    const name = key === undefined ? "" : bare(key);
    const at = match.index + whole.length - rest.length;
    const here = key === undefined ? path : nameOf(path, name);
    for (const value of values(rest.replace(/(?:^|\s)#.*$/, ""), at, here, name)) found.push(value);
  }
  return found;
}

function values(text: string, start: number, path: string, key: string): Candidate[] {
  if (!/^\s*[[{]/.test(text) && !text.includes('", "')) {
    const trimmed = text.trim().replace(/,$/, "");
    return trimmed === "" ? [] : [scalar(trimmed, start + text.indexOf(trimmed), valueSlots(path, key))];
  }
  return [...text.matchAll(/"[^"]*"|'[^']*'|[^\s[\]{},"']+(?: [^\s[\]{},"']+)*/g)].map((item) =>
    scalar(item[0], start + item.index, valueSlots(`${path}[]`, "")),
  );
}

function scalar(written: string, start: number, slots: readonly Slot[]): Candidate {
  const text = bare(written);
  const from = start + (text === written ? 0 : 1);
  return { text, start: from, end: from + text.length, slots };
}

function bare(written: string): string {
  return /^(["']).*\1$/.test(written) ? written.slice(1, -1) : written;
}

function keySlots(path: string): Slot[] {
  return [{ kind: "group", key: `${path}{}` }];
}

function valueSlots(path: string, key: string): Slot[] {
  const group: Slot = { kind: "group", key: path };
  return key === "" ? [group] : [group, { kind: "named", key }];
}
