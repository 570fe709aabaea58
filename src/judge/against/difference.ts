import type { Finding } from "../../contract/finding.js";
import type { Location } from "../../contract/location.js";
import { byCodePoint } from "../../contract/record.js";
import { judgingRules } from "../findings.js";

/** One difference between the base's policy and the branch's. */
export interface Difference {
  /** The entry of the config, by identity: `changes.code-removed`, `specs/openapi.yaml errors`. */
  readonly at: string;
  /** What it says at the base and on the branch, in words. */
  readonly base: string;
  readonly branch: string;
  /** Could it let something pass? */
  readonly loosened: boolean;
  /** Where it stands on the branch, if it does. */
  readonly location: Location | null;
}

/** A difference, or none where both sides say the same. */
export function differ(
  at: string,
  base: unknown,
  branch: unknown,
  loosened: boolean,
  location: Location | null = null,
): Difference[] {
  const [here, there] = [words(base), words(branch)];
  return here === there ? [] : [{ at, base: here, branch: there, loosened, location }];
}

/** Entries of a list that one side has and the other lacks. */
export function differInEntries(
  at: string,
  base: readonly string[],
  branch: readonly string[],
  loosened: { readonly added: boolean; readonly dropped: boolean },
  location: Location | null = null,
): Difference[] {
  const entry = (name: string) => `${at} ${name}`;
  const [here, there] = [new Set(base), new Set(branch)];
  const dropped = base.filter((name) => !there.has(name));
  const added = branch.filter((name) => !here.has(name));
  return [
    ...dropped.flatMap((name) => differ(entry(name), "listed", "not listed", loosened.dropped, location)),
    ...added.flatMap((name) => differ(entry(name), "not listed", "listed", loosened.added, location)),
  ];
}

export function toFinding({ at, base, branch, loosened, location }: Difference): Finding {
  const rule = loosened ? "policy-loosened" : "policy-changed";
  const end = loosened ? ", which could let something pass." : ".";
  const message = `\`${at}\` is ${base} at the base and ${branch} on this branch${end}`;
  return { rule, level: judgingRules[rule].level, at, message, cause: null, location };
}

/** What a config says, as words that are the same for the same meaning. */
export function words(value: unknown): string {
  if (value === null || value === undefined) return "not set";
  return typeof value === "string" ? value : stable(value);
}

/** JSON with sorted keys: the order in which a config writes options says nothing. */
function stable(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => byCodePoint(a, b)))
      : part,
  );
}
