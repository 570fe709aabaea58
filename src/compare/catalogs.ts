import type { Catalog, Code, Contract, Operation } from "../contract/contract.js";
import { remember } from "../contract/memo.js";
import type { Places } from "../contract/places.js";
import { sorted } from "../contract/record.js";
import { OperationMatch } from "./operations/match.js";
import { type Presence, type PresenceIndex, presences } from "./presence.js";

/** A catalog with what is asked of it again and again. */
export interface Side {
  readonly catalog: Catalog;
  readonly codes: ReadonlyMap<string, Code>;
  /** Null when the contract does not say where its codes show (a baseline). */
  readonly presence: PresenceIndex | null;
  readonly operations: readonly Operation[] | null;
}

/** One catalog before and after. */
export interface CatalogPair {
  readonly before: Side;
  readonly after: Side;
  /** The operations of both contracts. */
  readonly operations: OperationMatch;
}

export interface CatalogMatch {
  readonly pairs: readonly CatalogPair[];
  /** Catalogs that are gone altogether. */
  readonly gone: readonly Side[];
  readonly fresh: readonly Side[];
  readonly operations: OperationMatch;
  /** The first catalog of the new contract that has a code. */
  catalogOf(code: string): string | null;
}

/**
 * Which catalog of the old contract is which of the new one: by name. One whose path is gone from the error body and
 * whose codes stand at a new path has moved: its codes did not leave, the field did (`body.ts` says so).
 *
 * @param examples whether catalogs that stand only in examples count. Where they do not, a list that became mere
 *   examples is gone: nothing declares its codes any more.
 */
export function matchCatalogs(
  before: Contract,
  after: Contract,
  examples: boolean,
  places: Places,
): CatalogMatch {
  const operations = new OperationMatch(before.operations ?? [], after.operations ?? []);
  const old = sides(before, examples, places);
  const fresh = new Map(sides(after, examples, places).map((side) => [side.catalog.name, side]));
  const pairs: CatalogPair[] = [];
  const unmatched: Side[] = [];
  for (const side of old) {
    const same = fresh.get(side.catalog.name);
    if (same === undefined) {
      unmatched.push(side);
    } else {
      pairs.push({ before: side, after: same, operations });
      fresh.delete(side.catalog.name);
    }
  }
  const gone: Side[] = [];
  const holders = new Map<string, Set<Side>>();
  const order = new Map<Side | undefined, number>([...fresh.values()].map((side, index) => [side, index]));
  if (unmatched.length > 0)
    for (const side of fresh.values())
      for (const code of side.codes.keys()) remember(holders, code, () => new Set()).add(side);
  const alike = (side: Side) => mostAlike(side, holders, order, places);
  for (const side of unmatched) {
    const moved = after.body[side.catalog.name] === undefined ? alike(side) : undefined;
    if (moved === undefined) {
      gone.push(side);
    } else {
      pairs.push({ before: side, after: moved, operations });
      fresh.delete(moved.catalog.name);
      for (const code of moved.codes.keys()) holders.get(code)?.delete(moved);
    }
  }
  const now = [...pairs.map((pair) => pair.after), ...fresh.values()];
  return { pairs, gone, fresh: [...fresh.values()], operations, catalogOf: firstWith(now) };
}

function firstWith(sides: readonly Side[]): CatalogMatch["catalogOf"] {
  let first: Map<string, string> | null = null;
  return (code) => {
    first ??= new Map(
      sides.toReversed().flatMap(({ codes, catalog }) => [...codes.keys()].map((one) => [one, catalog.name])),
    );
    return first.get(code) ?? null;
  };
}

function sides(contract: Contract, examples: boolean, places: Places): Side[] {
  const { operations } = contract;
  const presenceOf = operations === null ? null : presences(operations, places);
  return contract.catalogs
    .filter((catalog) => catalog.normative || examples)
    .map((catalog) => ({
      catalog,
      codes: new Map(catalog.codes.map((code) => [code.code, code])),
      operations,
      presence: presenceOf?.(catalog.name) ?? null,
    }));
}

const none: ReadonlySet<Side> = new Set();

/** The catalog that holds more than half of the codes; of several, the first of those that hold most. */
function mostAlike(
  side: Side,
  holders: ReadonlyMap<string, ReadonlySet<Side>>,
  order: ReadonlyMap<Side | undefined, number>,
  places: Places,
): Side | undefined {
  const count = new Map<Side, number>();
  for (const code of side.codes.keys()) {
    const having = holders.get(code) ?? none;
    places.addLooks(having.size);
    for (const other of having) count.set(other, (count.get(other) ?? 0) + 1);
  }
  const rank = (other: Side | undefined) => order.get(other) ?? -1;
  let best: Side | undefined;
  let most = side.codes.size / 2;
  for (const [other, shared] of count) {
    if (shared > most || (shared === most && rank(other) < rank(best))) {
      most = shared;
      best = other;
    }
  }
  return best;
}

/** Where a code shows on its side: the statuses its contract says, else those of the responses that carry it. */
export function shows(side: Side, code: string): Presence {
  const said = side.codes.get(code)?.statuses ?? [];
  const seen = side.presence?.of(code) ?? { operations: [], statuses: [] };
  return said.length === 0 ? seen : { operations: seen.operations, statuses: sorted(said) };
}
