import type { Candidate, Slot } from "../mention.js";

const depthLimit = 500;

/** Reads JSON, also with comments: every key and every string with the path that leads to it. */
export function readJson(text: string): Candidate[] {
  const found: Candidate[] = [];
  const stack: { readonly path: string; readonly isList: boolean; key: string }[] = [];
  const expression = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"((?:[^"\\\n]|\\.)*)"(\s*:)?|[{}[\]]/g;
  for (const match of text.matchAll(expression)) {
    const [whole, string, colon] = match;
    const top = stack.at(-1);
    const here = top === undefined ? "" : top.isList ? `${top.path}[]` : `${top.path}.${top.key}`;
    if (whole === "{" || whole === "[") {
      if (stack.length >= depthLimit) return found;
      stack.push({ path: here, isList: whole === "[", key: "" });
    } else if (whole === "}" || whole === "]") stack.pop();
    else if (string !== undefined) {
      const start = match.index + 1;
      const slots = colon === undefined ? valueSlots(here, top?.key ?? "") : keySlots(top?.path ?? "");
      found.push({ text: string, start, end: start + string.length, slots });
      if (colon !== undefined && top !== undefined) top.key = string;
    }
  }
  return found;
}

/** Reads YAML in block style with flow lists, and TOML: keys and values with the path that leads to them. */
export function readLines(text: string, kind: "yaml" | "toml"): Candidate[] {
  const found: Candidate[] = [];
  const stack: { indent: number; key: string }[] = [];
  let section = "";
  const between = kind === "yaml" ? ":(?=\\s|$)" : "=";
  const shape = new RegExp(
    `^([ \\t]*)((?:- +)*)(?:("[^"\\n]*"|'[^'\\n]*'|[^\\s"'#{\\[][^#\\n]{0,150}?)\\s{0,3}${between})?[ \\t]*(.*)$`,
    "gm",
  );
  for (const match of text.matchAll(shape)) {
    const [whole, space = "", dashes = "", key, rest = ""] = match;
    if (whole.trim() === "" || /^\s*#/.test(whole)) continue;
    const header = kind === "toml" ? /^\s*\[+([^\]]+)\]+/.exec(whole) : null;
    if (header !== null) {
      section = header[1] ?? "";
      continue;
    }
    const indent = space.length + dashes.length;
    while (stack.length > 0 && (stack.at(-1)?.indent ?? 0) >= indent) stack.pop();
    const path = [section, ...stack.map((each) => each.key)].join(".") + (dashes === "" ? "" : "[]");
    if (key !== undefined) {
      const start = match.index + whole.indexOf(key, space.length + dashes.length);
      found.push(scalar(key, start, keySlots(path)));
      stack.push({ indent, key: bare(key) });
    }
    const name = key === undefined ? "" : bare(key);
    const at = match.index + whole.length - rest.length;
    const here = key === undefined ? path : `${path}.${name}`;
    found.push(...values(rest.replace(/(?:^|\s)#.*$/, ""), at, here, name));
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
