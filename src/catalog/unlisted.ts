import { splitPath, type WeighedBody } from "./candidates.js";
import type { Catalogs } from "./catalogs.js";
import { strangerIn } from "./evidence.js";
import type { Field } from "./fields.js";
import { type Survey, weighBodies } from "./survey.js";
import { rankOf, strongRank } from "./words/ranks.js";

/** A property of error bodies that holds codes and lists none. */
export interface Unlisted {
  readonly path: string;
  /** Responses whose bodies have it. */
  readonly responses: number;
  readonly rank: number;
}

const leaves = ["string", "integer", "number"];

/** May the field be any string or number? */
export function isUnlisted({ values }: Field): boolean {
  return values.lists.length === 0 && values.free && leaves.some((type) => values.types.has(type));
}

/**
 * The property that would hold the codes if it listed them: the one that examples show them at, or else one with the
 * name of a code. Null where there is none, and where a catalog is in as many responses: then the codes are there.
 */
export function findUnlisted(found: Survey, { discovery, groups }: Catalogs): Unlisted | null {
  const bodies = weighBodies(found.operations.flatMap(({ responses }) => responses));
  const known = discovery.normative ? [] : groups.flatMap(({ paths }) => paths);
  const all = unlistedIn(bodies, (path) => (known.length > 0 ? known.includes(path) : isCalledCode(path)));
  const [best] = all.sort(byStrength);
  const rival = discovery.normative ? (groups[0]?.responses ?? 0) : 0;
  return best === undefined || best.responses <= rival ? null : best;
}

function isCalledCode(path: string): boolean {
  const { parent, name } = splitPath(path);
  return rankOf(name) >= strongRank && strangerIn(parent) === undefined;
}

function unlistedIn(bodies: readonly WeighedBody[], isWanted: (path: string) => boolean): Unlisted[] {
  const found = new Map<string, number>();
  for (const { body, weight } of bodies) {
    for (const [path, field] of body.fields.inside) {
      if (isUnlisted(field) && isWanted(path)) found.set(path, (found.get(path) ?? 0) + weight);
    }
  }
  return [...found].map(([path, responses]) => ({ path, responses, rank: rankOf(splitPath(path).name) }));
}

function byStrength(a: Unlisted, b: Unlisted): number {
  return (
    b.responses - a.responses ||
    b.rank - a.rank ||
    a.path.length - b.path.length ||
    (a.path < b.path ? -1 : 1)
  );
}
