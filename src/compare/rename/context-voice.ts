import type { Code } from "../../contract/contract.js";
import { type Side, shows } from "../catalogs.js";
import { sorted } from "../change.js";
import { list } from "../words.js";
import type { Voice } from "./voice.js";

/** What surrounds the two codes: their statuses, operations and group. */
export interface Context {
  readonly voice: Voice;
  /** Below 1 where the surroundings speak against the pair. */
  readonly factor: number;
}

interface Surroundings {
  readonly statuses: readonly string[];
  readonly operations: readonly string[];
  readonly group: string | null;
  readonly name: string | null;
}

/** Surroundings never make two codes one, dozens share them; they support what else is said, or speak against it. */
export function contextOf(before: Side, from: string, after: Side, to: string): Context {
  const a = surroundings(before, from);
  const b = surroundings(after, to);
  const same: string[] = [];
  let weight = 0;
  let factor = 1;
  if (a.group !== null && b.group !== null) {
    if (a.group === b.group) {
      same.push("group");
      weight += 0.05;
    } else factor *= 0.85;
  }
  if (a.statuses.length > 0 && b.statuses.length > 0) {
    const like = relation(a.statuses, b.statuses);
    if (like === "equal") {
      same.push("statuses");
      weight += 0.1;
    } else if (like === "disjoint") factor *= 0.65;
  }
  if (a.operations.length > 0 && b.operations.length > 0) {
    const like = relation(a.operations, b.operations);
    if (like === "equal") {
      same.push("operations");
      weight += 0.1;
    } else if (like === "disjoint") factor *= 0.65;
  }
  return { voice: { weight, says: same.length === 0 ? null : `same ${list(same)}` }, factor };
}

/** The name for constants (`x-enum-varnames`) that stayed while the value changed. */
export function constantVoice(before: Code | undefined, after: Code | undefined): Voice | null {
  const same = before?.name != null && before.name === after?.name;
  return same ? { weight: 0.85, says: `same constant name \`${before.name}\`` } : null;
}

function surroundings(side: Side, code: string): Surroundings {
  const said = side.codes.get(code);
  const place = shows(side, code);
  const shown = said?.shownIn ?? [];
  const seen = place.operations.length > 0 || place.statuses.length > 0;
  return {
    statuses: seen ? place.statuses : sorted(shown.map((one) => one.status)),
    operations: seen ? place.operations : sorted(shown.map((one) => one.operation)),
    group: said?.group ?? null,
    name: said?.name ?? null,
  };
}

/** Lists of places are shared by codes in the same responses, so what was found of two lists is kept. */
const relations = new WeakMap<readonly string[], WeakMap<readonly string[], Relation>>();

type Relation = "equal" | "disjoint" | "some";

function relation(a: readonly string[], b: readonly string[]): Relation {
  let known = relations.get(a);
  if (known === undefined) {
    known = new WeakMap();
    relations.set(a, known);
  }
  let found = known.get(b);
  if (found === undefined) {
    const all = new Set(a);
    const shared = b.filter((item) => all.has(item)).length;
    found = shared === 0 ? "disjoint" : shared === a.length && shared === b.length ? "equal" : "some";
    known.set(b, found);
  }
  return found;
}
