import { type ConsumerPreset, consumerPresets } from "../config/types.js";

/** How a language writes what matters here: comments, strings, and what opens and closes. */
export interface Syntax {
  readonly comments: readonly string[];
  /** Alternatives of string literals; group-free. Longer ones first. */
  readonly strings: readonly string[];
  /** Whether blocks are told by indentation or `end`, not by braces. */
  readonly indented?: true;
  /** `:name` is a value like a string. */
  readonly symbols?: true;
}

/** No longer text is taken for a code. */
export const longestString = 200;

/**
 * A literal on one line. Behind a backslash a quote begins a short one at most, without escapes: where a literal has no
 * end, every escaped quote in it would be followed to the end again.
 */
function literal(quote: string, escaped: string, least: 0 | 1): string {
  const inside = `(?:[^${quote}\\\\\\n]|${escaped})`;
  return `(?<!\\\\)${quote}${inside}{${least},}${quote}|(?<=\\\\)${quote}[^${quote}\\\\\\n]{${least},${longestString}}${quote}`;
}

const slashes = ["\\/\\/[^\\n]*", "\\/\\*[^]*?(?:\\*\\/|$)"];
const hash = "#[^\\n]*";
const double = literal('"', "\\\\[^]", 0);
const single = literal("'", "\\\\[^]", 0);
const character = literal("'", "\\\\.", 1);
const back = "`(?:[^`\\\\]|\\\\[^])*(?:`|$)";
const triple = '"""[^]*?(?:"""|$)';

const script: Syntax = { comments: slashes, strings: [double, single, back] };

/** The languages that are read as tokens. */
export const syntaxes: Readonly<Partial<Record<ConsumerPreset, Syntax>>> = {
  typescript: script,
  javascript: script,
  python: {
    comments: [hash],
    strings: [`[rRbBuUfF]{0,2}(?:${triple}|'''[^]*?(?:'''|$))`, double, single],
    indented: true,
  },
  go: { comments: slashes, strings: [double, "`[^`]*(?:`|$)", character] },
  rust: { comments: slashes, strings: ['b?r#+"[^]*?(?:"#+|$)', double, "'(?:[^'\\\\\\n]|\\\\.)'"] },
  java: { comments: slashes, strings: [triple, double, character] },
  kotlin: { comments: slashes, strings: [triple, double, character] },
  csharp: {
    comments: slashes,
    strings: [triple, '@"(?:[^"]|"")*(?:"|$)', double, character],
  },
  ruby: { comments: [hash], strings: [double, single], indented: true, symbols: true },
  php: { comments: [...slashes, "#(?!\\[)[^\\n]*"], strings: [double, single] },
};

const endings: Readonly<Record<string, ConsumerPreset>> = {
  ts: "typescript",
  tsx: "typescript",
  mts: "typescript",
  cts: "typescript",
  js: "javascript",
  jsx: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  vue: "javascript",
  svelte: "javascript",
  py: "python",
  pyi: "python",
  go: "go",
  rs: "rust",
  java: "java",
  kt: "kotlin",
  kts: "kotlin",
  cs: "csharp",
  rb: "ruby",
  php: "php",
  json: "json",
  jsonc: "json",
  json5: "json",
  yaml: "yaml",
  yml: "yaml",
  toml: "toml",
  tsv: "tsv",
  csv: "csv",
  md: "markdown",
  mdx: "markdown",
  markdown: "markdown",
};

/** The preset of a file by its ending; null where no preset reads such files. */
export function presetOf(file: string): ConsumerPreset | null {
  const ending = /\.([^./]+)$/.exec(file)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(endings, ending) ? (endings[ending] ?? null) : null;
}

/** The preset that a fence in Markdown names (` ```ts `); null where there is none. */
export function presetNamed(name: string): ConsumerPreset | null {
  const known = consumerPresets.find((preset) => preset === name.toLowerCase());
  return known ?? presetOf(`.${name}`);
}
