import { remember } from "../contract/memo.js";
import type { Body } from "./bodies.js";
import { type Candidate, splitPath, type WeighedBody } from "./candidates.js";
import { type Weighed, weigh } from "./evidence.js";
import { isErrorish } from "./words/names.js";
import { mutedRank, strongRank } from "./words/ranks.js";

/** A candidate with the verdict on it. */
export interface Choice extends Weighed {
  readonly taken: boolean;
}

/**
 * Takes the candidates that hold error codes. A property that stands beside a better one with a list of its own
 * in most of its responses is a category of errors, and is left out. The main catalog comes first: the one that most
 * responses carry, then the one with most codes.
 */
export function choose(candidates: readonly Candidate[]): Choice[] {
  const weighed = candidates.map(weigh);
  const rivals = new Rivals(weighed.filter(({ against }) => against === null));
  return weighed
    .map((one): Choice => {
      const better = one.against === null || one.rank > mutedRank ? betterThan(one, rivals) : null;
      const against = better === null ? one.against : `it is a category beside \`${better}\``;
      return { ...one, against, taken: against === null };
    })
    .sort(
      (a, b) =>
        Number(b.taken) - Number(a.taken) ||
        (a.taken ? b.candidate.responses - a.candidate.responses : b.score - a.score) ||
        b.candidate.codes.length - a.candidate.codes.length ||
        b.score - a.score ||
        (a.candidate.path < b.candidate.path ? -1 : 1),
    );
}

function betterThan(one: Weighed, rivals: Rivals): string | null {
  const { parent } = splitPath(one.candidate.path);
  let dominated = 0;
  let by: string | null = null;
  for (const { body, weight } of one.candidate.bodies) {
    const winner = rivals.winner(one, parent, body);
    if (winner === undefined) continue;
    dominated += Math.max(1, weight);
    by ??= winner.candidate.path;
  }
  const all = one.candidate.bodies.reduce((sum, { weight }: WeighedBody) => sum + Math.max(1, weight), 0);
  // Single values, one per status or branch, repeat the status and say less than a list that stands beside them.
  const repeats = one.candidate.lists.every(({ values }) => values.length === 1);
  return dominated * 2 > all || repeats ? by : null;
}

/** Candidates in one body that outrank others at one place, as far as their ranks do. */
interface Rivalry {
  readonly all: Weighed[];
  /** Those that outrank all before them. */
  readonly rising: Weighed[];
}

/** Good candidates by the bodies that have them and the places of those that they outrank there. */
class Rivals {
  readonly #byBody = new Map<Body, Map<string, Rivalry>>();

  constructor(good: readonly Weighed[]) {
    for (const one of good) {
      const places = placesBelow(one);
      for (const { body } of one.candidate.bodies) {
        const byPlace = remember(this.#byBody, body, () => new Map<string, Rivalry>());
        for (const place of places) {
          const { all, rising } = remember(byPlace, place, () => ({ all: [], rising: [] }));
          all.push(one);
          if (one.rank > (rising.at(-1)?.rank ?? Number.NEGATIVE_INFINITY)) rising.push(one);
        }
      }
    }
  }

  /** The first that outranks the candidate in a body, where the object that it stands in is `parent`. */
  winner({ rank, candidate: { path } }: Weighed, parent: string, body: Body): Weighed | undefined {
    const rivalry = this.#byBody.get(body)?.get(parent);
    // In a branch of its own it stands beside nothing.
    const alone = body.fields.apart.get(path);
    const rivals = alone === undefined ? rivalry?.rising : rivalry?.all;
    return rivals?.find((other) => other.rank > rank && !alone?.has(other.candidate.path));
  }
}

/**
 * The places of those that it can outrank: beside it, or, where its own name is strong, above the list of details that
 * it stands in.
 */
function placesBelow({ candidate, rank }: Weighed): string[] {
  const { parent } = splitPath(candidate.path);
  const places = [parent];
  if (rank < strongRank) return places;
  for (let at = parent.lastIndexOf("."); parent !== ""; at = parent.lastIndexOf(".", at - 1)) {
    const details = parent.slice(at + 1).split(".", 1)[0] ?? "";
    if (details !== "" && !isErrorish(details)) break;
    places.push(at < 0 ? "" : parent.slice(0, at));
    if (at <= 0) break;
  }
  return places;
}
