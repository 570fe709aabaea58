import type { OperationStatus } from "../contract/contract.js";
import type { Structure } from "../spec/spec.js";
import type { CodeFacts } from "./assemble.js";
import type { Group } from "./merge.js";
import { examplesOf, type Shown, shownIn } from "./shown.js";
import { narrowedStatuses } from "./statuses.js";
import type { SurveyedOperation, SurveyedResponse } from "./survey.js";

/**
 * What responses and their examples say about the codes of each catalog, by the catalog's name. Responses that no
 * operation refers to (of a library, for others to refer to) have no place to name, but their examples have messages.
 */
export function gatherFacts(
  spec: Structure,
  groups: readonly Group[],
  operations: readonly SurveyedOperation[],
  components: readonly SurveyedResponse[],
): ReadonlyMap<string, CodeFacts> {
  const responses = operations.flatMap((operation) => operation.responses);
  const owner = new Map(groups.flatMap((group) => group.paths.map((path) => [path, group] as const)));
  const shown = new Map<
    Group,
    { in: Map<string, Map<string, OperationStatus>>; said: Map<string, Set<string>> }
  >();
  for (const group of groups) shown.set(group, { in: new Map(), said: new Map() });
  const known = new Map(groups.map((group) => [group, new Set(group.codes)] as const));
  const read = new Map<unknown, Shown[]>();

  const unplaced = { walked: null, responses: components };
  for (const { walked, responses: all } of [...operations, unplaced]) {
    for (const { node, status } of all) {
      if (node === null) continue;
      const found =
        read.get(node.value) ??
        examplesOf(spec, node).flatMap((one) => shownIn(one, (path) => owner.has(path)));
      read.set(node.value, found);
      for (const { path, value, message } of found) {
        const group = owner.get(path);
        const facts = group === undefined ? undefined : shown.get(group);
        const code = String(value.value);
        if (group === undefined || facts === undefined || known.get(group)?.has(code) !== true) continue;
        if (walked !== null) {
          const places = facts.in.get(code) ?? new Map<string, OperationStatus>();
          facts.in.set(code, places.set(`${walked.id} ${status}`, { operation: walked.id, status }));
        }
        if (message !== null) facts.said.set(code, (facts.said.get(code) ?? new Set()).add(message));
      }
    }
  }
  return new Map(
    groups.map((group) => {
      const facts = shown.get(group);
      return [
        group.path,
        {
          statuses: narrowedStatuses(group, responses),
          shownIn: new Map([...(facts?.in ?? [])].map(([code, places]) => [code, sortedPlaces(places)])),
          messages: new Map([...(facts?.said ?? [])].map(([code, said]) => [code, [...said]])),
        },
      ];
    }),
  );
}

function sortedPlaces(places: ReadonlyMap<string, OperationStatus>): OperationStatus[] {
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}
