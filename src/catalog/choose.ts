import { type Candidate, splitPath, type WeighedBody } from "./candidates.js";
import { type Weighed, weigh } from "./evidence.js";
import { joinPath } from "./fields.js";
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
  const good = weighed.filter(({ against }) => against === null);
  return weighed
    .map((one): Choice => {
      const better = one.against === null || one.rank > mutedRank ? betterThan(one, good) : null;
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

function betterThan(one: Weighed, good: readonly Weighed[]): string | null {
  const better = good
    .filter(
      (other) => other.rank > one.rank && outranks(other.candidate.path, one.candidate.path, other.rank),
    )
    .map(({ candidate }) => ({
      path: candidate.path,
      carriers: new Set(candidate.bodies.map(({ body }) => body)),
    }));
  let dominated = 0;
  let by: string | null = null;
  for (const { body, weight } of one.candidate.bodies) {
    // In a branch of its own it stands beside nothing.
    const alone = body.fields.apart.get(one.candidate.path);
    const winner = better.find(({ path, carriers }) => carriers.has(body) && !alone?.has(path));
    if (winner === undefined) continue;
    dominated += Math.max(1, weight);
    by ??= winner.path;
  }
  const all = one.candidate.bodies.reduce((sum, { weight }: WeighedBody) => sum + Math.max(1, weight), 0);
  // Single values, one per status or branch, repeat the status and say less than a list that stands beside them.
  const repeats = one.candidate.lists.every(({ values }) => values.length === 1);
  return dominated * 2 > all || repeats ? by : null;
}

/** Beside it, or, where its own name is strong, in a list of details below it. */
function outranks(path: string, other: string, rank: number): boolean {
  const [mine, its] = [splitPath(path), splitPath(other)];
  if (mine.parent === its.parent) return true;
  if (rank < strongRank || !mine.parent.startsWith(joinPath(its.parent, ""))) return false;
  return mine.parent.slice(its.parent.length).split(".").filter(Boolean).every(isErrorish);
}
