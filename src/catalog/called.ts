import type { Site } from "../contract/location.js";
import { parsePointer } from "../spec/pointer.js";
import { placeName, pointerIn } from "./assemble.js";
import { isNamed } from "./read-schema.js";

/**
 * Does a name in `errors.schemas`, or in a rule's options, mean the schema at this place? A component's name does, a
 * pointer in the root document `root`, and a file with or without a pointer, by the end of its path.
 */
export function isCalled(site: Site, name: string, root: string): boolean {
  if (name === placeName(site, root) || name === pointerIn(site, root)) return true;
  if (!name.includes("#") && site.pointer !== "#")
    return isNamed(site) && parsePointer(site.pointer).at(-1) === name;
  const wanted = name.replace(/#$/, "");
  const place = site.pointer === "#" ? site.file : site.file + site.pointer;
  return place === wanted || (!wanted.startsWith("#") && place.endsWith(`/${wanted}`));
}
