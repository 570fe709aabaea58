import type { Level } from "../contract/change.js";

/** What a reader should know of a rule or a kind of change, in sentences of their own. */
export interface RuleInfo {
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly level: Level;
  /** Where its documentation stands, if it has a page. */
  readonly url: string | null;
}

/** How to render a report. Every format takes the same options and uses what concerns it. */
export interface RenderOptions {
  /** Columns of the terminal, for `text`. */
  readonly width: number;
  /** Colour support as chalk counts it: 0 none, 1 basic, 2 with 256 colours, 3 true colour. */
  readonly color: 0 | 1 | 2 | 3;
  /** False: `text` uses ASCII alone and escapes everything else. */
  readonly unicode: boolean;
  /** `text`: errors and the summary only. */
  readonly quiet: boolean;
  /** `text`: nothing is folded or shortened. */
  readonly verbose: boolean;
  /** `text`: the reader was told elsewhere why a spec could not be judged. */
  readonly problemsTold?: boolean;
  /** The lowest level that fails the build. */
  readonly failOn: "error" | "warn" | "info";
  /** Kinds of change and rules by id. */
  readonly rules: Readonly<Record<string, RuleInfo>>;
}

export const defaultOptions: RenderOptions = {
  width: 80,
  color: 0,
  unicode: true,
  quiet: false,
  verbose: false,
  failOn: "error",
  rules: {},
};

/** What is known of a rule or kind; undefined for rules of the user's own. */
export function ruleInfo(options: RenderOptions, id: string): RuleInfo | undefined {
  return Object.hasOwn(options.rules, id) ? options.rules[id] : undefined;
}
