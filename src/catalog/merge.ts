import { remember } from "../contract/memo.js";
import type { Body } from "./bodies.js";
import type { Candidate } from "./candidates.js";
import { distinctLists, splitPath } from "./candidates.js";
import { codesIn, mostOpen } from "./values.js";
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
 * first: the one that most responses carry, then the one that says what the error as a whole is, not what an item of a
 * list in it is, then the one with most codes.
 */
export function mergeShared(candidates: readonly Candidate[], named: ReadonlySet<string>): Group[] {
  const hosts = new Hosts();
  const inOrder = candidates.toSorted(
    (a, b) =>
      Number(named.has(b.path)) - Number(named.has(a.path)) ||
      b.codes.length - a.codes.length ||
      byPath(a.path, b.path),
  );
  for (const candidate of inOrder) {
    const host = named.has(candidate.path) ? undefined : hosts.of(candidate);
    if (host === undefined) hosts.add(candidate);
    else host.members.push(candidate);
  }
  return hosts.all
    .map(({ members }) => toGroup(members))
    .sort(
      (a, b) =>
        b.responses - a.responses ||
        listsIn(a.path) - listsIn(b.path) ||
        b.codes.length - a.codes.length ||
        byPath(a.path, b.path),
    );
}

function listsIn(path: string): number {
  return splitPath(path).parent.split("[]").length;
}

/** A candidate with all that are parts of it, itself first. */
interface Host {
  readonly order: number;
  readonly members: Candidate[];
  readonly sites: ReadonlySet<string>;
  readonly codes: ReadonlySet<string>;
}

/** Finds hosts by the codes and lists that they have. */
class Hosts {
  readonly all: Host[] = [];
  readonly #byCode = new Map<string, Host[]>();
  readonly #bySite = new Map<string, Host[]>();

  add(candidate: Candidate): void {
    const sites = new Set(candidate.lists.map(({ site }) => siteKey(site)));
    const codes = new Set(candidate.codes);
    const host: Host = { order: this.all.length, members: [candidate], sites, codes };
    this.all.push(host);
    for (const code of codes) remember(this.#byCode, code, () => []).push(host);
    for (const site of sites) remember(this.#bySite, site, () => []).push(host);
  }

  /** The first that shares a list with the candidate, and has all of its codes. */
  of({ lists, codes }: Candidate): Host | undefined {
    const sites = lists.map(({ site }) => siteKey(site));
    return this.#possible(sites, codes).find(
      (host) => sites.some((site) => host.sites.has(site)) && codes.every((code) => host.codes.has(code)),
    );
  }

  /** Those with its rarest code, or with one of its lists, whichever are fewer. */
  #possible(sites: readonly string[], codes: readonly string[]): readonly Host[] {
    let fewest: readonly Host[] = this.all;
    for (const code of codes) {
      const having = this.#byCode.get(code) ?? [];
      if (having.length < fewest.length) fewest = having;
    }
    const sharing = sites.map((site) => this.#bySite.get(site) ?? []);
    if (sharing.reduce((sum, { length }) => sum + length, 0) >= fewest.length) return fewest;
    return [...new Set(sharing.flat())].sort((a, b) => a.order - b.order);
  }
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
    codes: [...codesIn(lists)],
    open: mostOpen(members.map(({ open }) => open)),
    bodies,
    responses: bodies.reduce((sum, { weight }) => sum + weight, 0),
    owners: [...new Set(members.flatMap(({ owners }) => owners))],
  };
}

const none: ReadonlySet<string> = new Set();

/** The codes that a body can carry, at any path of a catalog; null where it can carry none or does not say. */
export function allowedIn(body: Body, paths: readonly string[]): ReadonlySet<string> | null {
  const sets = pathsIn(body, paths)
    .map((path) => body.fields.inside.get(path)?.values.allowed ?? none)
    .filter(({ size }) => size > 0);
  const [first = null] = sets;
  return sets.length < 2 ? first : new Set(sets.flatMap((set) => [...set]));
}

/** Paths of catalogs, each with its place among them. */
const orders = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** Those of the paths that a body has; asks for each of the fewer. */
function pathsIn({ fields: { inside } }: Body, paths: readonly string[]): readonly string[] {
  if (paths.length <= inside.size) return paths.filter((path) => inside.has(path));
  const order = orders.get(paths) ?? new Map(paths.map((path, index) => [path, index] as const));
  orders.set(paths, order);
  return [...inside.keys()]
    .filter((path) => order.has(path))
    .sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}

/** Tells which of the catalogs a body has a path of, in their order. */
export function catalogsIn<G extends Pick<Group, "paths">>(
  groups: readonly G[],
): (body: Body) => readonly G[] {
  const byPath = new Map(groups.flatMap((group) => group.paths.map((path) => [path, group] as const)));
  const order = new Map(groups.map((group, index) => [group, index] as const));
  const known = new Map<Body, readonly G[]>();
  return (body) =>
    remember(known, body, () => {
      const { inside } = body.fields;
      if (groups.length <= 1) return groups;
      const found = new Set([...inside.keys()].flatMap((path) => byPath.get(path) ?? []));
      return [...found].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    });
}

function byPath(a: string, b: string): number {
  return depth(a) - depth(b) || a.length - b.length || (a < b ? -1 : 1);
}

function depth(path: string): number {
  return path.split(/\.|\[\]/).length;
}
