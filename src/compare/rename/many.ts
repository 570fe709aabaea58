import { sorted } from "../change.js";
import type { Evidence, Weighed } from "./evidence.js";
import { type Rename, renameThreshold, round, toRename } from "./renames.js";

/** Two codes have to say this much in common, by name or wording, to be parts of one. */
const related = 0.25;

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
  const sure = new Map(matched.filter((one) => one.confidence >= 0.85).map((one) => [one.to, one.from]));
  const found = new Map<string, Rename>();
  const exchanges = evidence.places.exchanges.toSorted((a, b) => Number(b.whole) - Number(a.whole));
  for (const { left, came, whole } of exchanges) {
    const [from] = left;
    if (from === undefined || left.length > 1 || came.length < 2 || came.length > 3 || found.has(from))
      continue;
    if (!came.every((to) => isNew.has(to) && (sure.get(to) ?? from) === from)) continue;
    const ties = came.map((to) => tie(evidence, from, to));
    if (ties.some((weight) => weight === null)) continue;
    const close = ties.filter((weight) => (weight ?? 0) >= related).length;
    if (close < came.length && !(whole && close > 0)) continue;
    const best =
      weighed.find((one) => one.from === from && came.includes(one.to)) ??
      evidence.weigh(from, came[0] ?? "", false);
    const confidence = round(whole ? 0.75 : 0.7);
    found.set(from, {
      ...toRename(best, "split", sorted(came)),
      confidence,
      evidence: [whole ? "the only code of a response, and now its only codes" : "they came where it left"],
    });
  }
  return [...found.values()];
}

/** Several codes that became one: each alone would be a rename to it; or the code is a slip of one that was there. */
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
    groups.set(one.to, [...(groups.get(one.to) ?? []), one]);
  }
  const merges: Rename[] = [];
  for (const [to, group] of groups) {
    if (group.length > 1 && partner.has(to)) merges.push(...group.map((one) => toRename(one, "merge")));
  }
  const merged = new Set([...merges.map((one) => one.from), ...matched.map((one) => one.from)]);
  for (const from of removed) {
    if (!merged.has(from)) merges.push(...intoExisting(evidence, from));
  }
  return merges;
}

/**
 * A code that was there already took the place of this one. Both existed side by side, so a similar name alone is no
 * evidence: only a mere spelling counts, its own text on the other code, or the other code in its very place.
 */
function intoExisting(evidence: Evidence, from: string): Rename[] {
  const { before, after } = evidence.pair;
  const old = before.codes.get(from);
  if (old === undefined) return [];
  const name = evidence.name(from);
  for (const [to, code] of after.codes) {
    if (!before.codes.has(to) || !evidence.name(to).hasLetters) continue;
    const sameKey = name.hasLetters && evidence.name(to).key === name.key;
    const texts = evidence.wordings.sharesOwnText(old, code);
    const replaced = (evidence.places.voice(from, to)?.weight ?? 0) >= 0.4;
    if (!sameKey && !texts && !replaced) continue;
    const one = evidence.weigh(from, to, false);
    if (one.confidence >= renameThreshold) return [toRename(one, "merge")];
  }
  return [];
}

/** How much two codes have in common by name and text; null when they exclude each other. */
function tie(evidence: Evidence, from: string, to: string): number | null {
  const like = evidence.likeness(from, to);
  if (like.barred !== null) return null;
  const before = evidence.pair.before.codes.get(from);
  const after = evidence.pair.after.codes.get(to);
  const texts = before === undefined || after === undefined ? [] : evidence.wordings.voices(before, after);
  return Math.max(like.voice.weight, ...texts.map((voice) => voice.weight));
}
