import type { Change } from "../contract/change.js";
import type { Contract, Operation } from "../contract/contract.js";
import { remember } from "../contract/memo.js";
import type { Places } from "../contract/places.js";
import { sorted } from "../contract/record.js";
import { change } from "./change.js";
import { codeSite, listSite } from "./codes.js";
import { operationCodes } from "./operations/codes.js";
import type { OperationMatch } from "./operations/match.js";
import { type Loss, lossOf, responseChanges } from "./operations/responses.js";
import { SurvivingCodes, type Survivors } from "./operations/survivors.js";

/**
 * Where codes can come from: responses and operations that went, and codes that left or entered the sets of single
 * operations. Nothing where one side does not know its operations.
 *
 * @param said changes already found: what they explain is not said again.
 * @param match the operations of both
 * @param places counts the lists of operations that are made on the way
 */
export function compareOperations(
  before: Contract,
  after: Contract,
  all: readonly Survivors[],
  said: readonly Change[],
  match: OperationMatch,
  places: Places,
): Change[] {
  if (before.operations === null || after.operations === null) return [];
  const surviving = new SurvivingCodes(all);
  const losses = match.pairs.map((pair) => lossOf(pair.before, pair.after, surviving));
  const unreachable = new Map(all.map((survivors) => [survivors, unreachableCodes(survivors)]));
  const ofCatalog = ({ pair }: Survivors) =>
    [...match.carrying({ before: pair.before.catalog.name, after: pair.after.catalog.name })]
      .sort((a, b) => a - b)
      .flatMap((number) => losses[number] ?? []);
  const unlinked = all.every((survivors) => isWhole(survivors, unreachable.get(survivors) ?? []));
  return [
    ...responseChanges(match, unlinked ? losses.map((loss) => ({ ...loss, bare: [] })) : losses, surviving),
    ...all.flatMap((survivors) => {
      const lost = unreachable.get(survivors) ?? [];
      return [
        ...unreachableChanges(survivors, lost),
        ...codeChanges(ofCatalog(survivors), survivors, new Set(lost), said, places),
      ];
    }),
  ];
}

function unreachableCodes({ pair, kept }: Survivors): string[] {
  return sorted(kept).filter(
    (code) => pair.before.presence?.has(code) === true && pair.after.presence?.has(code) === false,
  );
}

/** When no response leads to a list any more, that is one thing to say, not one for each of its codes. */
function isWhole({ kept }: Survivors, unreachable: readonly string[]): boolean {
  return unreachable.length > 1 && unreachable.length === kept.size;
}

function unreachableChanges(survivors: Survivors, codes: readonly string[]): Change[] {
  const { before, after } = survivors.pair;
  const catalog = before.catalog.name;
  if (isWhole(survivors, codes)) {
    const operations = sorted(
      [...new Set(codes.map((code) => before.presence?.of(code).operations ?? []))].flat(),
    );
    return [
      change("code-unreachable", {
        catalog,
        codes,
        operations,
        site: listSite(after),
        beforeSite: listSite(before),
      }),
    ];
  }
  return codes.map((code) =>
    change("code-unreachable", {
      catalog,
      code,
      ...before.presence?.of(code),
      site: codeSite(after, code),
      beforeSite: codeSite(before, code),
    }),
  );
}

interface LossPlace {
  readonly loss: Loss;
  readonly statuses: readonly string[];
}

function codeChanges(
  losses: readonly Loss[],
  survivors: Survivors,
  unreachable: ReadonlySet<string>,
  said: readonly Change[],
  named: Places,
): Change[] {
  const catalog = survivors.pair.before.catalog.name;
  const { lost, gained, wholes } = operationCodes(losses, survivors, named);
  const statuses = new Map(
    said
      .filter((one) => one.kind === "code-status-removed" && one.catalog === catalog)
      .map((one) => [one.code ?? "", new Set(one.statuses)]),
  );
  const changes: Change[] = [];
  const placesOf = new Map<readonly Loss[], readonly LossPlace[]>();
  const saidOf = new Map<readonly LossPlace[], Pick<Change, "operations" | "statuses">>();
  for (const [code, losers] of lost) {
    if (unreachable.has(code)) continue;
    const all = remember(placesOf, losers, () =>
      losers.map((loss) => ({ loss, statuses: statusesOf(loss, catalog, code) })),
    );
    const gone = statuses.get(code);
    const places =
      gone === undefined ? all : all.filter((place) => !place.statuses.every((status) => gone.has(status)));
    const [first] = places;
    if (first === undefined) continue;
    const { operations, statuses: lostStatuses } = remember(saidOf, places, () => ({
      operations: sorted(places.map((place) => place.loss.before.id)),
      statuses: sorted(places.flatMap((place) => place.statuses)),
    }));
    changes.push(
      change("operation-code-removed", {
        catalog,
        code,
        operations,
        statuses: lostStatuses,
        site: first.loss.after.site,
        beforeSite: first.loss.before.site,
      }),
    );
  }
  const idsOf = new Map<readonly Operation[], string[]>();
  const gain = (winners: readonly Operation[], what: { code: string } | { codes: readonly string[] }) => {
    const operations = remember(idsOf, winners, () => sorted(winners.map((operation) => operation.id)));
    changes.push(
      change("operation-code-added", { catalog, ...what, operations, site: winners[0]?.site ?? null }),
    );
  };
  for (const [code, winners] of gained) gain(winners, { code });
  // An operation that gained a list gained one thing.
  for (const { codes, operations } of wholes) gain(operations, { codes });
  return changes;
}

function statusesOf(loss: Loss, catalog: string, code: string): string[] {
  return loss.before.responses
    .filter((response) => response.codes.get(catalog)?.has(code) && !loss.removed.includes(response))
    .map((response) => response.status);
}
