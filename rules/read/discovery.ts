import { findCatalogs } from "../../src/catalog/catalogs.js";
import type { Group } from "../../src/catalog/merge.js";
import { findUnlisted } from "../../src/catalog/unlisted.js";
import { isObject } from "./node.js";
import type { PlaceOptions } from "./place-options.js";
import type { Reading } from "./reading.js";

/** Where the codes of a document are, as `errlock codes` finds them. */
export interface Discovery {
  /** Lists that schemas declare; what examples alone show binds nobody. */
  readonly groups: readonly Group[];
  /** The property that holds the codes of most responses and lists none; null where there is none. */
  readonly unlisted: string | null;
  /** Paths of the properties that hold codes, the main one first. */
  readonly paths: readonly string[];
}

const nothing: Discovery = { groups: [], unlisted: null, paths: [] };

export function discovery(reading: Reading, options: PlaceOptions): Discovery {
  return reading.keyed(discover, options);
}

function discover(reading: Reading, options: PlaceOptions): Discovery {
  if (!isObject(reading.root.value)) return nothing;
  const { survey } = reading;
  const found = findCatalogs(survey, { place: null, setting: options });
  const groups = found.discovery.normative ? found.groups : [];
  const unlisted =
    options.code === undefined
      ? (findUnlisted(survey, found)?.path ?? null)
      : groups.length === 0
        ? options.code
        : null;
  const paths = groups.flatMap((group) => group.paths);
  return { groups, unlisted, paths: unlisted === null ? paths : [...paths, unlisted] };
}
