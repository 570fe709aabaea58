import type { Site } from "../contract/location.js";
import { parsePointer } from "../spec/pointer.js";
import { placeName, pointerIn } from "./assemble.js";
import { isNamed } from "./read-schema.js";

/**
 * Tells whether one of the names in `errors.schemas`, or in a rule's options, means the schema at a place. A component's
 * name does, a pointer in the root document `root`, and a file with or without a pointer, by the end of its path.
 */
export function calling(names: readonly string[], root: string): (site: Site) => boolean {
  const all = new Set(names);
  const ends = endings(names);
  const endsWithPointer = endings(names.filter((name) => name.includes("#")));
  return (site) => {
    if (all.has(placeName(site, root)) || all.has(pointerIn(site, root))) return true;
    if (site.pointer === "#") return ends(site.file);
    const last = parsePointer(site.pointer).at(-1) ?? "";
    return (
      (!last.includes("#") && isNamed(site) && all.has(last)) || endsWithPointer(site.file + site.pointer)
    );
  };
}

/** Tells whether a place is one of these, or ends with one behind a `/`. */
function endings(names: readonly string[]): (place: string) => boolean {
  const wanted = new Set(names.map((name) => name.replace(/#$/, "")));
  const lengths = new Set([...wanted].filter((name) => !name.startsWith("#")).map(({ length }) => length));
  return (place) =>
    wanted.has(place) ||
    [...lengths].some(
      (length) => place[place.length - length - 1] === "/" && wanted.has(place.slice(place.length - length)),
    );
}
