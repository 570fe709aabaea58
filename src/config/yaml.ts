import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  visit,
} from "yaml";
import { Problem } from "../contract/problem.js";
import { parseJson } from "../tree/json.js";
import { TreeError, type TreeMember, type TreeNode } from "../tree/node.js";
import { locate } from "../tree/place.js";

const maximum = { characters: 1_000_000, depth: 20, nodes: 100_000, indent: 120, flow: 20, indicators: 20 };

/** Of all files that a config may be in, more are not read. */
export const mostBytes = 4 * maximum.characters;

/** For what is too large even to be read. */
export function configTooLarge(file: string, bytes: number): Problem {
  return new Problem("config-too-large", `the config is larger than ${bytes} bytes.`, plainly, { file });
}

const plainly = "No config needs this: write it plainly.";

/** The last one that was read: an edit asks for the same text several times. */
let last: { readonly text: string; readonly file: string; readonly tree: TreeNode } | null = null;

/**
 * Reads the text of a config, YAML 1.2 or JSON, as values that know where they stand. What a config never needs is
 * refused before a parser sees it: the `yaml` package aborts the process on some documents nested thousands deep.
 *
 * @throws Problem `config-syntax` or `config-too-large`, with line and column
 */
export function parseConfigTree(text: string, file: string): TreeNode {
  if (last?.text !== text || last.file !== file) last = { text, file, tree: parse(text, file) };
  return last.tree;
}

function parse(text: string, file: string): TreeNode {
  refuseExcess(text, file);
  try {
    return /\.json$/i.test(file) ? parseJson(text) : parseYamlTree(text);
  } catch (error) {
    if (!(error instanceof TreeError)) throw error;
    const place = locate(text, file, "#", error.offset);
    const format = /\.json$/i.test(file) ? "JSON" : "YAML";
    const message = `the config is not valid ${format}: ${error.message}.`;
    throw new Problem("config-syntax", message, "Correct the file at this place.", place);
  }
}

function parseYamlTree(text: string): TreeNode {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "silent",
    // It would compare every key of a mapping with all before it
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error !== undefined) throw new TreeError(error.message.replace(/[.:\s]+$/, ""), error.pos[0]);
  const [warning] = document.warnings;
  if (warning !== undefined) throw new TreeError(warning.message.replace(/\.$/, ""), warning.pos[0]);
  let budget = maximum.nodes;
  let targets: ReadonlyMap<Alias, Node> | null = null;

  const convert = (node: unknown, depth: number, at: number): TreeNode => {
    const start = rangeOf(node)?.[0] ?? at;
    const end = rangeOf(node)?.[1] ?? at;
    budget -= 1;
    if (budget < 0) throw new TreeError("it has too many values", start);
    if (depth > maximum.depth)
      throw new TreeError(`values are nested more than ${maximum.depth} deep`, start);
    if (isAlias(node)) {
      targets ??= targetsOf(document);
      const target = targets.get(node);
      if (target === undefined) throw new TreeError(`the alias *${node.source} names nothing`, start);
      return { ...convert(target, depth + 1, start), start, end };
    }
    if (isMap(node)) {
      refuseTwice(node.items, start);
      return { type: "object", start, end, members: node.items.map((pair) => member(pair, depth, start)) };
    }
    if (isSeq(node)) {
      return { type: "array", start, end, items: node.items.map((item) => convert(item, depth + 1, start)) };
    }
    const value: unknown = isScalar(node) ? node.value : null;
    if (
      value === null ||
      typeof value === "string" ||
      typeof value === "number" ||
      typeof value === "boolean"
    ) {
      const source = (isScalar(node) && node.source) || String(value);
      return { type: "scalar", value, source, start, end };
    }
    throw new TreeError("this is no plain value", start);
  };

  const member = (pair: Pair, depth: number, at: number): TreeMember => {
    const key = pair.key;
    const [start, end] = rangeOf(key) ?? [at, at];
    if (!isScalar(key) || key.value === null || typeof key.value === "object") {
      throw new TreeError("a key must be a word", start);
    }
    return { key: String(key.value), start, end, value: convert(pair.value, depth + 1, end) };
  };

  return convert(document.contents, 0, 0);
}

/** What each alias stands for: the last node before it with its anchor. All at once, the package would search again for each. */
function targetsOf(document: Document): ReadonlyMap<Alias, Node> {
  const anchored = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Node(_, node) {
      const target = isAlias(node) ? anchored.get(node.source) : undefined;
      if (isAlias(node) && target !== undefined) targets.set(node, target);
      if (!isAlias(node) && node.anchor !== undefined) anchored.set(node.anchor, node);
    },
  });
  return targets;
}

function refuseTwice(pairs: readonly Pair[], at: number): void {
  const seen = new Set<unknown>();
  for (const { key } of pairs) {
    if (!isScalar(key)) continue;
    if (seen.has(key.value)) throw new TreeError("Map keys must be unique", rangeOf(key)?.[0] ?? at);
    seen.add(key.value);
  }
}

function rangeOf(node: unknown): readonly [number, number] | null {
  const range = (node as Node | null)?.range;
  return range ? [range[0], range[1]] : null;
}

function refuseExcess(text: string, file: string): void {
  const refuse = (message: string, offset: number) => {
    const place = locate(text, file, "#", offset);
    throw new Problem("config-too-large", message, plainly, place);
  };
  if (text.length > maximum.characters)
    refuse(`the config is larger than ${maximum.characters} characters.`, 0);
  const indented = new RegExp(`^[ \\t]{${maximum.indent}}`, "m").exec(text);
  if (indented !== null)
    refuse(`the config is indented more than ${maximum.indent} columns.`, indented.index);
  let flow = 0;
  let indicators = 0;
  let offset = 0;
  for (const token of new Lexer().lex(text)) {
    if (token === "[" || token === "{") flow += 1;
    else if (token === "]" || token === "}") flow = Math.max(0, flow - 1);
    else if (token === "-" || token === "?") indicators += 1;
    else if (token === "\n" || token === "\r\n") indicators = 0;
    if (flow > maximum.flow || indicators > maximum.indicators) refuse("values are nested too deep.", offset);
    if (!/^[\u0002\u0018\u001f]$/.test(token)) offset += token.length;
  }
}
