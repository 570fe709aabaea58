import type { BaselineCode } from "../contract/baseline.js";
import type { Tombstone } from "../contract/contract.js";
import type { CodeLife, LifeEventKind } from "../contract/history.js";
import type { LifeStep, LifeStepKind } from "./page.js";

/** The life of a code by the releases that a baseline knows. */
export function releasedLife(held: BaselineCode | undefined, tombstone: Tombstone | undefined): LifeStep[] {
  const past = (held ?? tombstone)?.past ?? [];
  const lives = tombstone === undefined ? past : [...past, tombstone];
  const steps = lives.flatMap((life, at) => [
    step(at === 0 ? "born" : "returned", life.since),
    leaving(life),
  ]);
  if (held !== undefined) {
    steps.push(
      past.length === 0 ? step("born", held.since) : step("returned", held.reintroduced ?? held.since),
    );
    if (held.deprecated !== undefined) {
      steps.push(
        step("deprecated", held.deprecated === true ? null : held.deprecated, names(held.replacedBy)),
      );
    }
  }
  return steps;
}

function leaving({ retired, replacedBy }: Tombstone): LifeStep {
  const to = names(replacedBy);
  return step(to.length > 0 ? "renamed" : "retired", retired, to);
}

function step(kind: LifeStepKind, version: string | null, to: readonly string[] = []): LifeStep {
  return { kind, version, date: null, to };
}

const kinds: Readonly<Record<LifeEventKind, LifeStepKind>> = {
  born: "born",
  renamed: "renamed",
  deprecated: "deprecated",
  undeprecated: "undeprecated",
  removed: "retired",
  returned: "returned",
};

/** The life of a code as commits tell it. */
export function committedLife({ events }: CodeLife): LifeStep[] {
  return events.map(({ kind, version, date, to }) => ({ kind: kinds[kind], version, date, to }));
}

/** `replacedBy` of a tombstone as a list. */
export function names(replacedBy: string | readonly string[] | undefined | null): readonly string[] {
  if (replacedBy === undefined || replacedBy === null) return [];
  return typeof replacedBy === "string" ? [replacedBy] : replacedBy;
}
