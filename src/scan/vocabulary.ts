import type { Baseline } from "../contract/baseline.js";
import type { Contract, Openness } from "../contract/contract.js";
import { nearest } from "../contract/nearest.js";
import { byCodePoint } from "../contract/record.js";

/** What is known of a code that a consumer may name. */
export interface KnownCode {
  readonly code: string;
  /** `left`: released, and no longer in the spec, but not retired by a release yet. */
  readonly state: "active" | "deprecated" | "left" | "retired";
  readonly replacedBy: readonly string[];
  /** The version that retired it, or ISO date from which a deprecated code may be gone. */
  readonly until: string | null;
}

/** One spec as consumers see it. */
export interface NamedSpec {
  readonly spec: string;
  readonly contract: Contract;
  readonly baseline: Baseline | null;
}

/** All codes that consumers of some specs may name, with what they look like. */
export interface Vocabulary {
  readonly codes: ReadonlyMap<string, KnownCode>;
  /** All codes without their case and separators. */
  readonly folded: ReadonlySet<string>;
  /** Codes of the specs, sorted: what a complete consumer must name. */
  readonly present: readonly string[];
  /** The weakest promise of the catalogs: an open one may send codes that it does not list. */
  readonly open: Openness;
  /** Names of the properties that carry the codes: `code` for `errors[].code`. */
  readonly properties: ReadonlySet<string>;
  /** Whether a text is written as codes of these catalogs are. Case does not count. */
  looksLikeCode(text: string): boolean;
  /** The known code that was probably meant; null when none is near. */
  suggest(text: string): string | null;
}

/** Puts the codes of specs and of their baselines together. Codes that stand in examples alone count as present. */
export function vocabularyOf(specs: readonly NamedSpec[]): Vocabulary {
  const codes = new Map<string, KnownCode>();
  for (const { baseline } of specs) for (const known of releasedCodes(baseline)) codes.set(known.code, known);
  const catalogs = specs.flatMap(({ contract }) => contract.catalogs);
  for (const catalog of catalogs) {
    for (const { code, deprecated, replacedBy, sunset } of catalog.codes) {
      codes.set(code, {
        code,
        state: deprecated ? "deprecated" : "active",
        replacedBy: replacedBy === null ? [] : [replacedBy],
        until: sunset,
      });
    }
  }
  const present = [...codes.values()]
    .filter(({ state }) => state === "active" || state === "deprecated")
    .map(({ code }) => code)
    .sort(byCodePoint);
  const shapes = new Set([...codes.keys()].map(shapeOf));
  const folded = new Map<string, string>();
  for (const code of [...present].reverse()) folded.set(fold(code), code);
  return {
    codes,
    folded: new Set([...codes.keys()].map(fold)),
    present,
    open: catalogs.some(({ open }) => open !== "closed") ? "open" : "closed",
    properties: new Set(catalogs.map(({ name }) => /[^.[\]]+(?=(?:\[\])*$)/.exec(name)?.[0] ?? name)),
    looksLikeCode: (text) => text.length <= longest && shapes.has(shapeOf(text)),
    suggest: suggester(folded, present),
  };
}

/** Comparisons of names that all suggestions together may take: what comes after them gets none. */
const mostComparisons = 200_000;
/** A comparison takes as long as its names squared: of longer names than this, one counts for several. */
const usualLength = 30;

function suggester(
  folded: ReadonlyMap<string, string>,
  present: readonly string[],
): (text: string) => string | null {
  const known = new Map<string, string | null>();
  let left = mostComparisons;
  return (text) => {
    const same = folded.get(fold(text)) ?? known.get(text);
    if (same !== undefined) return same;
    const cost = present.length * Math.max(1, text.length / usualLength) ** 2;
    if (left < cost) return null;
    left -= cost;
    const found = nearest(text, present);
    known.set(text, found);
    return found;
  };
}

const longest = 120;

function* releasedCodes(baseline: Baseline | null): Generator<KnownCode> {
  if (baseline === null) return;
  for (const { codes, retired } of [baseline.main, ...Object.values(baseline.catalogs)]) {
    for (const [code, { replacedBy, retired: until }] of Object.entries(retired)) {
      const to = replacedBy === undefined ? [] : typeof replacedBy === "string" ? [replacedBy] : replacedBy;
      yield { code, state: "retired", replacedBy: to, until };
    }
    for (const [code, { replacedBy }] of Object.entries(codes)) {
      yield { code, state: "left", replacedBy: replacedBy === undefined ? [] : [replacedBy], until: null };
    }
  }
}

/** A code without its case and separators. */
export function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** How a text is written, words left out: what joins them (several of a kind are one), and whether it begins with a digit. */
function shapeOf(text: string): string {
  if (!/^[\p{L}\p{N}][\p{L}\p{N} _.:/-]*$/u.test(text)) return `other ${text}`;
  if (/^\d+$/.test(text)) return `digits ${text.length}`;
  const joints = new Set(text.replace(/[\p{L}\p{N}]/gu, ""));
  const camel = joints.size === 0 && /\p{Ll}\p{Lu}/u.test(text) ? "camel" : "";
  return [...joints].sort().join("") + camel;
}
