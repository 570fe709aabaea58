import { sorted } from "../../contract/record.js";
import { crowd } from "./candidates.js";
import type { Evidence, Weighed } from "./evidence.js";
import { clearMargin, type Rename, renameThreshold, round, toRename } from "./renames.js";

/** Two codes have to say this much in common, by name or wording, to be parts of one. */
const related = 0.25;
/** Where nothing else was there before and nothing else is there now, less will do for some of the parts. */
const relatedAlone = 0.1;

/**
 * One code that became several: where it stood, exactly these came and nothing else left, and each of them is related
 * to it by name or text; or it was all that a response could say, and they are all that it can say now.
 */
export function findSplits(
  evidence: Evidence,
  matched: readonly Weighed[],
  weighed: readonly Weighed[],
  added: readonly string[],
): Rename[] {
  const isNew = new Set(added);
  const sure = matched.filter(isSure);
  const oldName = new Map(sure.map((one) => [one.to, one.from]));
  const newName = new Map(sure.map((one) => [one.from, one.to]));
  const found = new Map<string, Rename>();
  const pairsOf = new Map<string, Weighed[]>();
  for (const one of weighed) {
    const pairs = pairsOf.get(one.from);
    if (pairs === undefined) pairsOf.set(one.from, [one]);
    else pairs.push(one);
  }
  const exchanges = evidence.places.exchanges.toSorted((a, b) => Number(b.whole) - Number(a.whole));
  for (const { left, came, whole, place } of exchanges) {
    const [from] = left;
    if (from === undefined || left.length > 1 || came.length < 2 || came.length > 3 || found.has(from))
      continue;
    if (!came.every((to) => isNew.has(to) && (oldName.get(to) ?? from) === from)) continue;
    // It is surely another code now, elsewhere: what came where it stood is new.
    const now = newName.get(from);
    if (now !== undefined && !came.includes(now)) continue;
    const ties = came.map((to) => tie(evidence, from, to));
    if (ties.some((weight) => weight === null)) continue;
    const close = ties.filter((weight) => (weight ?? 0) >= related).length;
    const closest = Math.max(...ties.map((weight) => weight ?? 0));
    if (close < came.length && !(whole && closest >= relatedAlone)) continue;
    if (came.some((to) => isSameName(evidence, from, to, close === 1))) continue;
    const best =
      pairsOf.get(from)?.find((one) => came.includes(one.to)) ?? evidence.weigh(from, came[0] ?? "", false);
    const confidence = round(whole ? 0.75 : 0.7);
    found.set(from, {
      ...toRename(best, "split", sorted(came)),
      confidence,
      evidence: [whole ? `the only code of ${place}, and now its only codes` : "they came where it left"],
    });
  }
  return [...found.values()];
}

/**
 * Several codes that became one: each alone would be a rename to it; or they were all that a response could say, it is
 * all that it can say now, and they are related to it; or the code is a slip of one that was there.
 */
export function findMerges(
  evidence: Evidence,
  matched: readonly Weighed[],
  weighed: readonly Weighed[],
  removed: readonly string[],
): Rename[] {
  const partner = new Map(matched.map((one) => [one.to, one.from]));
  const best = new Map<string, Weighed>();
  for (const one of weighed) {
    if (one.confidence > (best.get(one.from)?.confidence ?? 0)) best.set(one.from, one);
  }
  const groups = new Map<string, Weighed[]>();
  for (const one of best.values()) {
    if (one.confidence < Math.max(0.75, renameThreshold)) continue;
    const group = groups.get(one.to);
    if (group === undefined) groups.set(one.to, [one]);
    else group.push(one);
  }
  const merges: Rename[] = [];
  for (const [to, group] of groups) {
    // Beside one that it clearly was, what is merely like it is no part of it.
    const clear = Math.max(...group.map((one) => one.confidence)) - clearMargin;
    const parts = group.filter((one) => one.confidence >= clear);
    if (parts.length > 1 && partner.has(to)) merges.push(...parts.map((one) => toRename(one, "merge")));
  }
  merges.push(...wholeMerges(evidence, matched, removed, new Set(merges.map((one) => one.from))));
  const merged = new Set([...merges.map((one) => one.from), ...matched.map((one) => one.from)]);
  const existing = existingCodes(evidence);
  for (const from of removed) {
    if (!merged.has(from)) merges.push(...intoExisting(evidence, existing, from));
  }
  return merges;
}

/** A response that had two or three codes, and has one that is new in place of all of them. */
function wholeMerges(
  evidence: Evidence,
  matched: readonly Weighed[],
  removed: readonly string[],
  merged: ReadonlySet<string>,
): Rename[] {
  const isGone = new Set(removed);
  const settled = new Set(matched.filter(isSure).flatMap(({ from, to }) => [from, to]));
  const found = new Map<string, Rename>();
  for (const { left, came, whole, place } of evidence.places.exchanges) {
    const [to] = came;
    if (!whole || to === undefined || came.length > 1 || left.length < 2 || left.length > 3) continue;
    if (evidence.pair.before.codes.has(to) || settled.has(to)) continue;
    const isFree = (from: string) =>
      isGone.has(from) && !settled.has(from) && !merged.has(from) && !found.has(from);
    if (!left.every(isFree)) continue;
    const ties = left.map((from) => tie(evidence, from, to) ?? 0);
    if (Math.max(...ties) < related || Math.min(...ties) < relatedAlone) continue;
    for (const from of left) {
      found.set(from, {
        ...toRename(evidence.weigh(from, to, false), "merge"),
        confidence: 0.75,
        evidence: [`one of the only codes of ${place}, and now its only one`],
      });
    }
  }
  return [...found.values()];
}

/**
 * A code that was there already took the place of this one. Both existed side by side, so a similar name alone is no
 * evidence: only a mere spelling counts, its own text on the other code, or the other code in its very place.
 */
function intoExisting(
  evidence: Evidence,
  existing: ReadonlyMap<string, readonly string[]>,
  from: string,
): Rename[] {
  const { before, after } = evidence.pair;
  const old = before.codes.get(from);
  const name = evidence.name(from);
  const named = (key: string): readonly string[] => {
    const codes = existing.get(key) ?? [];
    return codes.length <= crowd ? codes : [];
  };
  const same = name.isReadable ? named(name.key) : [];
  const texts = evidence.wordings.keysOf(old).flatMap(named);
  const replaced = [...evidence.places.targetsOf(from)].filter(
    (to) => before.codes.has(to) && (evidence.places.voice(from, to)?.weight ?? 0) >= 0.4,
  );
  const sharing = texts.filter((to) => evidence.wordings.sharesOwnText(old, after.codes.get(to)));
  const [best] = sorted([...same, ...sharing, ...replaced])
    .map((to) => evidence.weigh(from, to, false))
    .sort((a, b) => b.confidence - a.confidence);
  return best !== undefined && best.confidence >= renameThreshold ? [toRename(best, "merge")] : [];
}

/** The codes that both sides list, by their letters and by their texts. */
function existingCodes(evidence: Evidence): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const [text, code] of evidence.pair.after.codes) {
    if (!evidence.pair.before.codes.has(text)) continue;
    for (const key of [evidence.name(text).key, ...evidence.wordings.keysOf(code)]) {
      const list = map.get(key);
      if (list === undefined) map.set(key, [text]);
      else list.push(text);
    }
  }
  return map;
}

/** By spelling one is the other; by meaning it is, where no other new code is related. What came beside it is new. */
function isSameName(evidence: Evidence, from: string, to: string, only: boolean): boolean {
  if (evidence.name(from).key === evidence.name(to).key) return true;
  return only && evidence.likeness(from, to).voice.weight >= renameThreshold;
}

/** Whatever else stands there, this is what became of the code. */
function isSure({ confidence }: Weighed): boolean {
  return confidence >= 0.85;
}

/** How much two codes have in common by name and text; null when they exclude each other. */
function tie(evidence: Evidence, from: string, to: string): number | null {
  const like = evidence.likeness(from, to);
  if (like.barred !== null) return null;
  const { before, after } = evidence.pair;
  const texts = evidence.wordings.voices(before.codes.get(from), after.codes.get(to));
  return Math.max(like.voice.weight, ...texts.map((voice) => voice.weight));
}
