import type { Catalog, Contract, Operation } from "../contract/contract.js";
import { remember } from "../contract/memo.js";
import type { Places } from "../contract/places.js";

/**
 * Fields of an error body that share a list are one catalog. Where one of them has a list of its own by now, the old
 * contract gets the catalog that it had a part in once more, under that field: what the new list lacks has left it.
 *
 * @param places counts what is looked at
 * @returns `before`, or one with these catalogs beside its own
 */
export function withParted(before: Contract, after: Contract, places: Places): Contract {
  const parted = partedCatalogs(before, after, places);
  if (parted.size === 0) return before;
  return {
    ...before,
    catalogs: [...before.catalogs, ...[...parted].map(([name, host]) => ({ ...host, name }))],
    operations: before.operations && carrying(before.operations, after.operations ?? [], parted),
  };
}

/** Catalogs of `after` whose fields had a part in one of `before`: their names, and that catalog. */
export function partedCatalogs(
  before: Contract,
  after: Contract,
  places: Places,
): ReadonlyMap<string, Catalog> {
  const named = new Set(before.catalogs.map(({ name }) => name));
  const fresh = after.catalogs.filter(
    ({ name, normative }) => normative && !named.has(name) && Object.hasOwn(before.body, name),
  );
  if (fresh.length === 0) return new Map();
  const stays = new Set(after.catalogs.map(({ name }) => name));
  const holders = new Map<string, Catalog[]>();
  for (const host of before.catalogs.filter(({ name, normative }) => normative && stays.has(name)))
    for (const { code } of host.codes) remember(holders, code, () => []).push(host);
  return new Map(
    fresh.flatMap((catalog) => {
      const host = hostOf(catalog, holders, places);
      return host === undefined ? [] : [[catalog.name, host] as const];
    }),
  );
}

/** The catalog whose codes are all there, or so many that they are half of both or more. What a baseline has retired was there. */
function hostOf(
  { codes, retired }: Catalog,
  holders: ReadonlyMap<string, readonly Catalog[]>,
  places: Places,
): Catalog | undefined {
  const own = new Set([...codes.map(({ code }) => code), ...Object.keys(retired)]);
  const count = new Map<Catalog, number>();
  for (const code of own) {
    const having = holders.get(code) ?? [];
    places.addLooks(having.length);
    for (const host of having) count.set(host, (count.get(host) ?? 0) + 1);
  }
  const [most] = [...count].sort(([, a], [, b]) => b - a);
  if (most === undefined) return undefined;
  const [host, shared] = most;
  const all = host.codes.length;
  return shared === all || 2 * shared >= Math.max(own.size, all) ? host : undefined;
}

/** A response could carry the codes at such a field, too, if it has the field now. */
function carrying(
  before: readonly Operation[],
  after: readonly Operation[],
  parted: ReadonlyMap<string, Catalog>,
): readonly Operation[] {
  const now = new Map(
    after.map(({ id, responses }) => [id, new Map(responses.map(({ status, codes }) => [status, codes]))]),
  );
  return before.map((operation) => {
    const responses = operation.responses.map((response) => {
      const had = [...(now.get(operation.id)?.get(response.status)?.keys() ?? [])].flatMap((name) => {
        const set = response.codes.get(parted.get(name)?.name ?? "");
        return set === undefined ? [] : [[name, set] as const];
      });
      return had.length === 0 ? response : { ...response, codes: new Map([...response.codes, ...had]) };
    });
    return { ...operation, responses };
  });
}
