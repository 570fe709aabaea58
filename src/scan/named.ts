import { Lines } from "../spec/lines.js";
import type { Candidate, Mention, Reading, Slot } from "./mention.js";
import { fold, type Vocabulary } from "./vocabulary.js";

/** What stands in places of one kind, over all files of a consumer. */
interface Tally {
  readonly known: Map<string, number>;
  readonly unknown: Set<string>;
}

/**
 * How sure it must be that codes stand in places of a kind before a text there that is no code of the catalog counts as one:
 * the weight of different codes known there, and their part of all that stands there and is written as codes are.
 */
const demands: Readonly<Record<Slot["kind"], { readonly weight: number; readonly part: number }>> = {
  pattern: { weight: 0, part: 0 },
  named: { weight: 1, part: 0.2 },
  group: { weight: 2, part: 0.4 },
  shape: { weight: 3, part: 0.5 },
};

/**
 * The codes that the files of one consumer name, given all texts that may be codes. A known one counts wherever it stands alone as a value. What is not
 * known counts only where others around it are known, and where it is written as codes of these catalogs are.
 */
export function namedCodes(files: readonly Reading[], vocabulary: Vocabulary): Mention[] {
  const tallies = new Map<string, Tally>();
  for (const { file, candidates } of files) {
    for (const { text, slots } of candidates) {
      for (const slot of slots) {
        const key = keyOf(weighed(slot, vocabulary), file);
        const tally = tallies.get(key) ?? { known: new Map(), unknown: new Set() };
        tallies.set(key, tally);
        if (vocabulary.codes.has(text)) tally.known.set(text, weightOf(text));
        else if (vocabulary.folded.has(fold(text))) tally.known.set(text, weightOf(text) / 2);
        else tally.unknown.add(text);
      }
    }
  }
  const sure = new Set([...tallies].filter(([key, tally]) => isSure(key, tally)).map(([key]) => key));
  const counts = (file: string, { text, slots }: Candidate) =>
    slots.some((slot) => sure.has(keyOf(weighed(slot, vocabulary), file))) ||
    (vocabulary.codes.has(text) && weightOf(text) === 1);
  return files.flatMap((file) =>
    located(
      file,
      file.candidates.filter((candidate) => counts(file.file, candidate)),
    ),
  );
}

/** Whether a text can be a code at all: one of the catalogs, one written as theirs are, or where the user says that codes stand. */
export function mayBeCode({ text, slots }: Candidate, vocabulary: Vocabulary): boolean {
  return (
    vocabulary.codes.has(text) ||
    vocabulary.looksLikeCode(text) ||
    slots.some(({ kind }) => kind === "pattern")
  );
}

/** One word alone (`conflict`) is a poor witness: it means many things. */
function weightOf(text: string): number {
  return /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]|\p{Ll}\p{Lu}|^\d{3,}$/u.test(text) ? 1 : 0.5;
}

const tellsCode = /^(?:code|err(?:or)?|\w*err(?:or)?_?(?:code|type|key|id|name|slug|kind|reason))$/i;

/** A name that does not speak of error codes is a place like any other. */
function weighed(slot: Slot, { properties }: Vocabulary): Slot {
  if (slot.kind !== "named" || properties.has(slot.key) || tellsCode.test(slot.key)) return slot;
  return { kind: "shape", key: `named ${slot.key}` };
}

function keyOf({ kind, key }: Slot, file: string): string {
  return JSON.stringify([kind, key, ...(kind === "group" ? [file] : [])]);
}

function isSure(key: string, { known, unknown }: Tally): boolean {
  const [kind] = JSON.parse(key) as [Slot["kind"]];
  const { weight, part } = demands[kind];
  const sum = [...known.values()].reduce((total, each) => total + each, 0);
  return sum >= weight && known.size >= part * (known.size + unknown.size);
}

function located({ file, text }: Reading, candidates: readonly Candidate[]): Mention[] {
  if (candidates.length === 0) return [];
  const lines = new Lines(text);
  return candidates
    .map(({ text: code, start, end }): Mention => {
      const { line, column } = lines.at(start);
      return { code, file, line, column, endColumn: column + end - start };
    })
    .sort((a, b) => a.line - b.line || a.column - b.column);
}
