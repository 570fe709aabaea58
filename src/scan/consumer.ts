import type { Consumer } from "../config/types.js";
import type { Level } from "../contract/change.js";
import { remember } from "../contract/memo.js";
import { byCodePoint } from "../contract/record.js";
import type { Mention } from "./mention.js";
import { fold, type Vocabulary } from "./vocabulary.js";

export type ConsumerFindingKind = "unknown" | "retired" | "missing" | "deprecated";

/** One code of one consumer with which something is wrong. */
export interface ConsumerFinding {
  readonly kind: ConsumerFindingKind;
  readonly level: Level;
  readonly code: string;
  /** What to name instead; null where nothing is near. */
  readonly suggestion: string | null;
  /** The suggestion is the same code in another case or with other separators. */
  readonly isVariant: boolean;
  readonly message: string;
  /** Every place that names it, in the order of files and lines; of a missing code none. */
  readonly mentions: readonly Mention[];
}

/** Compares what a consumer names with what there is. Codes that its `ignore` lists are left out, and counted. */
export function judgeConsumer(
  { name, complete, ignore }: Pick<Consumer, "name" | "complete" | "ignore">,
  mentions: readonly Mention[],
  vocabulary: Vocabulary,
): { readonly findings: ConsumerFinding[]; readonly ignored: readonly string[] } {
  const named = new Map<string, Mention[]>();
  for (const mention of mentions) remember(named, mention.code, () => []).push(mention);
  const ignores = new Set(ignore.flatMap(({ codes }) => codes));
  const found = [...named].flatMap(([code, places]) => judgeCode(code, places, name, vocabulary));
  if (complete) {
    for (const code of vocabulary.present) {
      if (!named.has(code)) found.push(missing(code, name));
    }
  }
  return {
    findings: found
      .filter(({ code }) => !ignores.has(code))
      .sort((a, b) => byPlace(a.mentions[0], b.mentions[0]) || byCodePoint(a.code, b.code)),
    ignored: found.filter(({ code }) => ignores.has(code)).map(({ code }) => code),
  };
}

function byPlace(a: Mention | undefined, b: Mention | undefined): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return byCodePoint(a.file, b.file) || a.line - b.line || a.column - b.column;
}

function judgeCode(
  code: string,
  mentions: readonly Mention[],
  consumer: string,
  vocabulary: Vocabulary,
): ConsumerFinding[] {
  const known = vocabulary.codes.get(code);
  const finding = (kind: ConsumerFindingKind, level: Level, what: string, suggestion: string | null) => {
    const more = mentions.length > 1 ? ` (${mentions.length} places)` : "";
    const message = `\`${code}\`, named by ${consumer}${more}, ${what}`;
    return [{ kind, level, code, suggestion, isVariant: false, message, mentions }];
  };
  if (known === undefined) {
    const suggestion = vocabulary.suggest(code);
    const isVariant = suggestion !== null && fold(suggestion) === fold(code);
    const why = isVariant
      ? `: it is written \`${suggestion}\``
      : suggestion === null
        ? ""
        : `; did you mean \`${suggestion}\`?`;
    const level = vocabulary.open === "closed" || isVariant ? "error" : "warn";
    const end = why.endsWith("?") ? "" : ".";
    return finding("unknown", level, `is not in the catalog${why}${end}`, suggestion).map((each) => ({
      ...each,
      isVariant,
    }));
  }
  const [to = null] = known.replacedBy;
  const instead =
    known.replacedBy.length === 0
      ? ""
      : `; use ${known.replacedBy.map((each) => `\`${each}\``).join(" or ")}`;
  if (known.state === "retired")
    return finding("retired", "error", `was retired in ${known.until}${instead}.`, to);
  if (known.state === "left")
    return finding("unknown", "error", `is no longer in the catalog${instead}.`, to);
  if (known.state === "active") return [];
  const until = known.until === null ? "" : ` and may be gone from ${known.until}`;
  return finding("deprecated", "warn", `is deprecated${until}${instead}.`, to);
}

function missing(code: string, consumer: string): ConsumerFinding {
  const message = `\`${code}\` is not named by ${consumer}, which claims to name every code.`;
  return { kind: "missing", level: "error", code, suggestion: null, isVariant: false, message, mentions: [] };
}
