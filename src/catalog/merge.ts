import type { Body } from "./bodies.js";
import type { Candidate } from "./candidates.js";
import { distinctLists } from "./candidates.js";
import { mostOpen, type ValueList } from "./values.js";
import { siteKey } from "./walk/node.js";

/** What one catalog is made of: a property, or several that have lists in common. */
export interface Group extends Candidate {
  /** All its paths; the first is `path`, the catalog's name. */
  readonly paths: readonly string[];
}

/**
 * One list behind several properties (`code` here, `errors[].code` there) is one catalog, so that one change of the
 * list is one change. It is named by a path that holds all of its codes, the shortest one: a code that left the named
 * property must not live on in another one. Paths that a baseline names are catalogs of their own. The main one comes
 * first: the one that most responses carry, then the one with most codes.
 */
export function mergeShared(candidates: readonly Candidate[], named: ReadonlySet<string>): Group[] {
  const hosts = candidates
    .toSorted(
      (a, b) =>
        Number(named.has(b.path)) - Number(named.has(a.path)) ||
        b.codes.length - a.codes.length ||
        byPath(a.path, b.path),
    )
    .reduce<Candidate[][]>((groups, candidate) => {
      const host = named.has(candidate.path)
        ? undefined
        : groups.find(([first]) => first !== undefined && isPart(candidate, first));
      if (host === undefined) groups.push([candidate]);
      else host.push(candidate);
      return groups;
    }, []);
  return hosts
    .map(toGroup)
    .sort((a, b) => b.responses - a.responses || b.codes.length - a.codes.length || byPath(a.path, b.path));
}

/** Shares a list with the other, and has no code that the other lacks. */
function isPart(candidate: Candidate, other: Candidate): boolean {
  const sites = new Set(other.lists.map(keyOf));
  const codes = new Set(other.codes);
  return (
    candidate.lists.some((list) => sites.has(keyOf(list))) && candidate.codes.every((code) => codes.has(code))
  );
}

function toGroup(members: readonly Candidate[]): Group {
  const [host] = members;
  const paths = members.map(({ path }) => path);
  const lists = distinctLists(members.flatMap((member) => member.lists));
  const weighed = new Map(members.flatMap(({ bodies }) => bodies.map((one) => [one.body, one] as const)));
  const bodies = [...weighed.values()];
  return {
    path: host?.path ?? "",
    paths,
    lists,
    codes: [...new Set(lists.flatMap(({ values }) => values.map(({ code }) => code)))],
    open: mostOpen(members.map(({ open }) => open)),
    bodies,
    responses: bodies.reduce((sum, { weight }) => sum + weight, 0),
    owners: [...new Set(members.flatMap(({ owners }) => owners))],
  };
}

const none: ReadonlySet<string> = new Set();

/** The codes that a body can carry, at any path of a catalog; null where it can carry none or does not say. */
export function allowedIn(body: Body, paths: readonly string[]): ReadonlySet<string> | null {
  const sets = paths
    .map((path) => body.fields.inside.get(path)?.values.allowed ?? none)
    .filter(({ size }) => size > 0);
  const [first = null] = sets;
  return sets.length < 2 ? first : new Set(sets.flatMap((set) => [...set]));
}

function keyOf(list: ValueList): string {
  return siteKey(list.site.file, list.site.pointer);
}

function byPath(a: string, b: string): number {
  return depth(a) - depth(b) || a.length - b.length || (a < b ? -1 : 1);
}

function depth(path: string): number {
  return path.split(/\.|\[\]/).length;
}
