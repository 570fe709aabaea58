import type { OperationStatus } from "../contract/contract.js";
import { remember } from "../contract/memo.js";
import { Problem } from "../contract/problem.js";
import type { Structure } from "../spec/spec.js";
import type { CodeFacts } from "./assemble.js";
import type { Body } from "./bodies.js";
import { catalogsIn, type Group } from "./merge.js";
import { examplesOf, type Shown, shownIn } from "./shown.js";
import { type Carrier, narrowedStatuses } from "./statuses.js";
import type { SurveyedOperation, SurveyedResponse } from "./survey.js";

/**
 * What responses and their examples say about the codes of each catalog, by the catalog's name. Responses that no
 * operation refers to (of a library, for others to refer to) have no place to name, but their examples have messages.
 *
 * @param most values: an example of a response counts for each operation that refers to the response
 * @throws Problem `too-many-nodes`
 */
export function gatherFacts(
  spec: Structure,
  groups: readonly Group[],
  operations: readonly SurveyedOperation[],
  components: readonly SurveyedResponse[],
  most: number,
): ReadonlyMap<string, CodeFacts> {
  const responses = operations.flatMap((operation) => operation.responses);
  const all = groups.map((group) => ({
    group,
    places: new Map<string, Map<string, OperationStatus>>(),
    said: new Map<string, Set<string>>(),
  }));
  const owner = new Map(all.flatMap((one) => one.group.paths.map((path) => [path, one] as const)));
  const read = new Map<unknown, Shown[]>();

  let placed = 0;
  const unplaced = { walked: null, responses: components };
  for (const { walked, responses: own } of [...operations, unplaced]) {
    for (const { node, status } of own) {
      if (node === null) continue;
      const found =
        read.get(node.value) ??
        examplesOf(spec, node).flatMap((one) => shownIn(one, (path) => owner.has(path)));
      read.set(node.value, found);
      for (const { path, value, message } of found) {
        const facts = owner.get(path);
        if (facts === undefined) continue;
        const code = String(value.value);
        if (walked !== null) {
          placed += 1;
          if (placed * costOfPlace > most) throw tooMany(spec, most);
          const places = facts.places.get(code) ?? new Map<string, OperationStatus>();
          facts.places.set(code, places.set(`${walked.id} ${status}`, { operation: walked.id, status }));
        }
        if (message !== null) facts.said.set(code, (facts.said.get(code) ?? new Set()).add(message));
      }
    }
  }
  const carriers = carriersOf(groups, responses);
  return new Map(
    all.map(({ group, places, said }) => [
      group.path,
      {
        statuses: narrowedStatuses(group, carriers.get(group) ?? []),
        shownIn: new Map([...places].map(([code, found]) => [code, sortedPlaces(found)])),
        messages: new Map([...said].map(([code, texts]) => [code, [...texts]])),
      },
    ]),
  );
}

/** What a place that shows a code costs, in values of a document. */
const costOfPlace = 10;

function tooMany({ file }: Structure, most: number): Problem {
  return new Problem(
    "too-many-nodes",
    `examples show codes at more than ${Math.floor(most / costOfPlace)} operations, those of shared responses counted each time.`,
    "raise `limits.nodes` in the config if you trust the file.",
    { file },
  );
}

/** The bodies that have a path of each catalog, with each status that they come with once. */
function carriersOf(
  groups: readonly Group[],
  responses: readonly SurveyedResponse[],
): ReadonlyMap<Group, Carrier[]> {
  const groupsIn = catalogsIn(groups);
  const carriers = new Map<Group, Carrier[]>();
  const seen = new Map<Body, Set<string>>();
  for (const { status, body } of responses) {
    if (body === null || seen.get(body)?.has(status)) continue;
    seen.set(body, (seen.get(body) ?? new Set()).add(status));
    for (const group of groupsIn(body)) remember(carriers, group, () => []).push({ status, body });
  }
  return carriers;
}

function sortedPlaces(places: ReadonlyMap<string, OperationStatus>): OperationStatus[] {
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, place]) => place);
}
