import type { Body } from "./bodies.js";
import type { Candidate } from "./candidates.js";
import { splitPath } from "./candidates.js";
import { hasMessage } from "./message.js";
import { isContainer, isErrorish } from "./words/names.js";
import { mutedRank, rankOf, statusRank, strongRank } from "./words/ranks.js";
import {
  areAbbreviations,
  arePhrases,
  areSentences,
  areStatuses,
  areStatusTexts,
  failureShare,
  isGeneric,
  nameStatuses,
  stateShare,
} from "./words/vocabulary.js";

/** What speaks for and against a candidate, and what follows. */
export interface Weighed {
  readonly candidate: Candidate;
  readonly rank: number;
  readonly score: number;
  readonly evidence: readonly string[];
  /** Why it holds no codes; null when it does. */
  readonly against: string | null;
}

/** The last names of the schemas that declare it. */
function ownerNames(candidate: Candidate): string[] {
  return candidate.owners.map(({ pointer, file }) => {
    const last = pointer.split("/").at(-1) ?? "";
    return pointer === "#" ? (file.split("/").at(-1) ?? "").replace(/\.\w+$/, "") : last;
  });
}

function segmentsOf(parent: string): string[] {
  return parent
    .split(".")
    .map((segment) => segment.replace(/\[\]/g, ""))
    .filter((segment) => segment !== "" && segment !== "*");
}

/** The part of a path that no error stands in, such as `payment`; undefined where an error may stand in all of them. */
export function strangerIn(parent: string): string | undefined {
  const segments = segmentsOf(parent);
  const strange = segments.findIndex((segment) => !isContainer(segment));
  return segments.slice(strange).some(isErrorish) ? undefined : segments[strange];
}

const envelopes = new WeakMap<Body, { readonly name: string | null }>();

/** The name of the single property that a body holds; null where it holds others. */
function envelopeOf(body: Body): string | null {
  const known = envelopes.get(body) ?? { name: soleName([...body.fields.inside.keys()]) };
  envelopes.set(body, known);
  return known.name;
}

function soleName([path = "", ...others]: readonly string[]): string | null {
  const first = firstOf(path);
  return others.every((other) => firstOf(other) === first) ? first : null;
}

function firstOf(path: string): string {
  return path.split(/[.[]/, 1)[0] ?? "";
}

/** A body that holds a single property wears an envelope, whatever the name of that property. */
function withoutEnvelope(parent: string, bodies: Candidate["bodies"]): string {
  const first = firstOf(parent);
  const alone = bodies.every(({ body }) => envelopeOf(body) === first);
  return alone ? parent.slice(first.length).replace(/^(\[\])*\.?/, "") : parent;
}

/** Judges one candidate by its name, where it stands, what its values look like and what stands beside it. */
export function weigh(candidate: Candidate): Weighed {
  const { parent, name } = splitPath(candidate.path);
  const { codes } = candidate;
  const rank = rankOf(name);
  const stranger = strangerIn(parent) && strangerIn(withoutEnvelope(parent, candidate.bodies));
  const errorSegment = segmentsOf(parent).find(isErrorish);
  const errorOwner = ownerNames(candidate).find(isErrorish);
  const message = candidate.bodies.some(({ body }) => hasMessage(body, parent, name));
  const failures = failureShare(codes);
  const evidence = [
    `named \`${name}\``,
    ...(candidate.responses > 0
      ? [`in ${candidate.responses} error ${candidate.responses === 1 ? "response" : "responses"}`]
      : []),
    ...(errorSegment === undefined ? [] : [`inside \`${errorSegment}\``]),
    ...(errorOwner === undefined ? [] : [`declared by \`${errorOwner}\``]),
    ...(message ? ["beside a message"] : []),
    ...(failures > 0 ? [`${Math.round(failures * 100)} % of its values speak of failures`] : []),
  ];
  const around =
    (errorSegment === undefined ? 0 : 1) +
    (errorOwner === undefined ? 0 : 1) +
    (message ? 1 : 0) +
    (isErrorish(name) ? 1 : 0);
  const score =
    rank + 2 * around + Math.round(4 * failures) + Math.min(4, Math.log2(1 + candidate.responses) / 2);
  const noName = `\`${name}\` is no name for error codes`;
  const against = objection();
  return { candidate, rank, score: Math.round(score * 10) / 10, evidence, against };

  function objection(): string | null {
    if (codes.length === 0) return "none of its values can be a code";
    if (rank === 0) return noName;
    if (stranger !== undefined && !isErrorItself())
      return `it stands inside \`${stranger}\`, which is no error`;
    if (areStatuses(codes)) return "its values are HTTP statuses";
    if (rank < strongRank && isGeneric(codes)) return "it says that there is an error, not which";
    if ((rank < 10 && areStatusTexts(codes)) || (rank <= statusRank && nameStatuses(codes)))
      return "its values are the reason phrases of HTTP";
    if (areAbbreviations(codes)) return "its values are abbreviations, as of countries or currencies";
    if (areSentences(codes)) return "its values are sentences";
    if (rank >= strongRank) return null;
    if (rank === mutedRank && (codes.length < 2 || failures < 0.75)) return noName;
    if (arePhrases(codes)) return "its values are words for people";
    if (around === 0 && (rank < 3 || failures < 0.8)) return "nothing around it speaks of errors";
    if (stateShare(codes) > 0.6) return "its values are states";
    if (failures < (rank <= 4 ? 0.5 : 0.3)) return "its values do not speak of failures";
    return rank <= 3 && codes.length < 2 ? "a single value under a weak name" : null;
  }

  /** Not a thing inside of an error, but an object that has all that an error has, under a name of its own. */
  function isErrorItself(): boolean {
    return errorSegment === undefined && rank >= strongRank && message && failures >= 0.5;
  }
}
