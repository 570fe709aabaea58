import type { Openness } from "../contract/contract.js";
import type { Site } from "../contract/location.js";
import type { Body } from "./bodies.js";
import { stepsOf } from "./fields.js";
import { codesIn, mostOpen, type ValueList, type Values } from "./values.js";
import { siteKey } from "./walk/node.js";

/** A body that responses have, and how many. */
export interface WeighedBody {
  readonly body: Body;
  readonly weight: number;
}

/** A property of error bodies that has a list of values, wherever it occurs. */
export interface Candidate {
  readonly path: string;
  readonly lists: readonly ValueList[];
  /** In the order of the document's lists, each once. */
  readonly codes: readonly string[];
  readonly open: Openness;
  readonly bodies: readonly WeighedBody[];
  /** Number of responses that can carry it. */
  readonly responses: number;
  /** Names of the schemas that declare it, and of the bodies it is in. */
  readonly owners: readonly Site[];
}

/**
 * `errors[].code` is `code` in `errors[]`; a path of one step is in the body itself (``). What a list or a map holds
 * goes by the name of the list or map.
 */
export function splitPath(path: string): { parent: string; name: string } {
  const bare = path.replace(/(\[\]|\.\*)+$/, "");
  const name = stepsOf(bare).at(-1) ?? "";
  return { parent: bare.slice(0, -name.length - 1), name };
}

/** What bodies that have a property say of it; they share much of it. */
interface Found {
  readonly values: Values[];
  readonly bodies: WeighedBody[];
  readonly owners: Set<readonly Site[]>;
}

/** All properties with lists, by path. */
export function findCandidates(bodies: readonly WeighedBody[]): Candidate[] {
  const byPath = new Map<string, Found>();
  for (const weighed of bodies) {
    for (const [path, field] of weighed.body.fields.inside) {
      if (field.values.lists.length === 0) continue;
      const found = byPath.get(path) ?? { values: [], bodies: [], owners: new Set() };
      found.values.push(field.values);
      found.bodies.push(weighed);
      found.owners.add(field.owners).add(weighed.body.schemas);
      byPath.set(path, found);
    }
  }
  return [...byPath].map(([path, found]) => {
    const lists = distinctLists(withoutRepeats(found.values.map(({ lists }) => lists)).flat());
    return {
      path,
      lists,
      codes: [...codesIn(lists)],
      open: mostOpen(found.values.map(({ open }) => open)),
      bodies: found.bodies,
      responses: found.bodies.reduce((sum, { weight }) => sum + weight, 0),
      owners: [...new Set([...found.owners].flat())],
    };
  });
}

/** Each once where it is first, and once where it is last: what stands between them changes nothing. */
function withoutRepeats<T>(items: readonly T[]): T[] {
  return [...new Set(items), ...[...new Set(items.toReversed())].reverse()];
}

/**
 * Lists that stand at the same place are one list. They keep the order of the document, so that codes do; but a list
 * that holds most of all codes gives the order to those that repeat parts of it.
 */
export function distinctLists(lists: readonly ValueList[]): ValueList[] {
  const bySite = new Map(lists.map((list) => [siteKey(list.site), list]));
  const all = [...bySite.values()];
  const codes = codesIn(all);
  const holdsMost = ({ values }: ValueList): boolean => values.length * 2 > codes.size;
  return [...all.filter(holdsMost), ...all.filter((list) => !holdsMost(list))];
}
