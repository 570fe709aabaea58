import type { ErrorPlace } from "../contract/contract.js";
import type { ErrorsSetting } from "../contract/policy.js";
import type { Candidate } from "./candidates.js";
import { type Discovery, discoverAt } from "./discover.js";
import { type Settled, settle } from "./place.js";
import { applySetting } from "./setting.js";
import { vouch } from "./stand-ins.js";
import type { Survey } from "./survey.js";

export interface FindOptions {
  /** Where a baseline says the codes are; null: not known yet. */
  readonly place: ErrorPlace | null;
  /** `errors:` of the config, or the options of a rule. */
  readonly setting: ErrorsSetting | null;
  /** The codes that the baseline holds: what a new place must hold, too, if the recorded one is gone. */
  readonly held?: readonly string[];
  /** The names of its catalogs. */
  readonly names?: readonly string[];
  /** Where no baseline decided: the path that stays the main catalog's if it still has one, as in what is compared. */
  readonly main?: string | null;
}

/** The catalogs of a document, and how they were found. */
export interface Catalogs extends Settled {
  readonly discovery: Discovery;
}

/** The one answer to where the codes are: for contracts, and for the rules in every engine. */
export function findCatalogs(found: Survey, options: FindOptions): Catalogs {
  const discovery = discoverAt(found, options.place, options.setting);
  const chosen = applySetting(discovery.choices, options.setting, found.spec.file);
  const recorded = recordedPlace(options, discovery);
  // What examples show stands in no list of the recorded schemas.
  const vouched =
    recorded === null || !discovery.normative ? (candidate: Candidate) => candidate : vouch(found, recorded);
  return { discovery, ...settle(chosen, discovery.linked, recorded, vouched, options.main) };
}

/** A place where codes were locked is not there any more when examples alone show them, unless examples are locked. */
function recordedPlace({ place, setting, held = [], names = [] }: FindOptions, { normative }: Discovery) {
  if (place === null || (!normative && setting?.examples !== "lock")) return null;
  return { place, held, names: [...new Set([place.code, ...names])] };
}
