import type { ErrorPlace, Link } from "../contract/contract.js";
import type { Candidate } from "./candidates.js";
import type { Choice } from "./choose.js";
import type { Group } from "./merge.js";
import { mergeShared } from "./merge.js";

/** The catalogs that count, the main one first, and the choices with the reasons as they stand now. */
export interface Settled {
  readonly groups: readonly Group[];
  readonly choices: readonly Choice[];
}

/** What a baseline knows: where the codes were found, and which. */
export interface Recorded {
  readonly place: ErrorPlace;
  readonly held: readonly string[];
  /** The paths that its catalogs are named by. */
  readonly names: readonly string[];
}

/**
 * Discovery decides once. Where a baseline recorded a place, the list there is the main catalog whatever else looks
 * better. If there is none any more, a list elsewhere counts only if it holds every code and is linked as firmly;
 * otherwise the codes have left, and lists that would stand in for them are left out, but for those that the baseline
 * records as catalogs of their own.
 *
 * @param vouched what of a candidate counts at the recorded place
 * @param main what stays the main path where nothing was recorded
 */
export function settle(
  choices: readonly Choice[],
  linked: Link,
  recorded: Recorded | null,
  vouched: (candidate: Candidate) => Candidate,
  main: string | null = null,
): Settled {
  const named = new Set(recorded?.names);
  const taken = (all: readonly Choice[]): Group[] =>
    mergeShared(
      all.filter((choice) => choice.taken).map(({ candidate }) => candidate),
      named,
    );
  if (recorded === null)
    return { groups: first(taken(choices), ({ paths }) => main !== null && paths.includes(main)), choices };
  const { place, held } = recorded;
  const firm = linked === "responses" || place.linked === "name";
  if (firm && choices.some(({ candidate }) => candidate.path === place.code && candidate.codes.length > 0)) {
    const forced = choices.map((choice): Choice => {
      if (choice.candidate.path !== place.code) return choice;
      return {
        ...choice,
        candidate: vouched(choice.candidate),
        taken: true,
        against: null,
        evidence: [...choice.evidence, "recorded in the baseline"],
      };
    });
    const groups = taken(forced).map((group) =>
      group.paths.includes(place.code) ? { ...group, path: place.code } : group,
    );
    return { groups: first(groups, ({ path }) => path === place.code), choices: forced };
  }
  const groups = taken(choices);
  const heir = firm ? groups.find((group) => holdsAll(vouched(group).codes, held)) : undefined;
  if (heir !== undefined) return { groups: first(groups, (group) => group === heir), choices };
  const standIns = new Set(
    groups
      .filter(({ path, codes }) => !named.has(path) && codes.some((code) => held.includes(code)))
      .flatMap(({ paths }) => paths),
  );
  const why = firm
    ? `the baseline records \`${place.code}\`, and this list does not hold all of its codes`
    : `the baseline records \`${place.code}\` in responses, and this is known by name only`;
  return {
    groups: firm ? groups.filter(({ path }) => !standIns.has(path)) : [],
    choices: choices.map(
      (choice): Choice =>
        choice.taken && (!firm || standIns.has(choice.candidate.path))
          ? { ...choice, taken: false, against: why }
          : choice,
    ),
  };
}

function holdsAll(codes: readonly string[], held: readonly string[]): boolean {
  const all = new Set(codes);
  return held.every((code) => all.has(code));
}

function first<T>(items: readonly T[], test: (item: T) => boolean): T[] {
  return [...items.filter(test), ...items.filter((item) => !test(item))];
}
