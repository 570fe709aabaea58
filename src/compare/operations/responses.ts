import type { Change } from "../../contract/change.js";
import type { ErrorResponse, Operation } from "../../contract/contract.js";
import { remember } from "../../contract/memo.js";
import { sorted } from "../../contract/record.js";
import { change } from "../change.js";
import { statusDifference } from "../statuses.js";
import type { OperationMatch } from "./match.js";
import { carriesCodes, type SurvivingCodes } from "./survivors.js";

/** What an operation lost: whole responses, or the codes of a response that is still declared. */
export interface Loss {
  readonly before: Operation;
  readonly after: Operation;
  readonly removed: readonly ErrorResponse[];
  readonly bare: readonly ErrorResponse[];
}

export function lossOf(before: Operation, after: Operation, surviving: SurvivingCodes): Loss {
  const now = new Map(after.responses.map((response) => [response.status, response]));
  return {
    before,
    after,
    removed: before.responses.filter((response) => !now.has(response.status) && isLost(response, after)),
    bare: before.responses.filter((response) => {
      const same = now.get(response.status);
      if (same === undefined || carriesCodes(same) || !carriesCodes(response)) return false;
      return surviving.anyIn(response);
    }),
  };
}

/** A response that another one stands for now (`404` left to `default`) is lost only if it had codes, and the other has none. */
function isLost(response: ErrorResponse, after: Operation): boolean {
  const standing = after.responses.filter((other) => carriesCodes(other) || !carriesCodes(response));
  const { lost } = statusDifference(
    [response.status],
    standing.map((other) => other.status),
  );
  return lost.length > 0;
}

/** One change for all operations that lost the same responses, and one for all that are gone. */
export function responseChanges(
  match: OperationMatch,
  losses: readonly Loss[],
  surviving: SurvivingCodes,
): Change[] {
  const groups = new Map<string, Entry[]>();
  for (const { before, after, removed, bare } of losses) {
    collect(groups, "none", before, after, removed);
    collect(groups, "no codes", before, after, bare);
  }
  const changes = [...groups].map(([key, entries]) => fold(key, entries, surviving));
  const gone = match.gone.filter((operation) => operation.responses.length > 0);
  const [first] = gone;
  if (first !== undefined) {
    changes.push(
      change("error-response-removed", {
        operations: sorted(gone.map((operation) => operation.id)),
        statuses: sorted(gone.flatMap((operation) => operation.responses.map((response) => response.status))),
        codes: sorted(surviving.of(gone.flatMap((operation) => operation.responses))),
        before: "operation",
        beforeSite: first.site,
      }),
    );
  }
  return changes;
}

interface Entry {
  readonly before: Operation;
  readonly after: Operation;
  readonly responses: readonly ErrorResponse[];
}

function collect(
  groups: Map<string, Entry[]>,
  now: "none" | "no codes",
  before: Operation,
  after: Operation,
  responses: readonly ErrorResponse[],
): void {
  if (responses.length === 0) return;
  const key = [now, ...sorted(responses.map((response) => response.status))].join("\n");
  remember(groups, key, () => []).push({ before, after, responses });
}

function fold(key: string, entries: readonly Entry[], surviving: SurvivingCodes): Change {
  const [now = "", ...statuses] = key.split("\n");
  return change("error-response-removed", {
    operations: sorted(entries.map((entry) => entry.before.id)),
    statuses,
    codes: sorted(surviving.of(entries.flatMap((entry) => entry.responses))),
    before: "response",
    after: now === "none" ? null : now,
    site: entries[0]?.after.site ?? null,
    beforeSite: entries[0]?.responses[0]?.site ?? null,
  });
}
