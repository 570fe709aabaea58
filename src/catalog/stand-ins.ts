import { remember } from "../contract/memo.js";
import { placeName } from "./assemble.js";
import type { Body } from "./bodies.js";
import type { Candidate } from "./candidates.js";
import type { Recorded } from "./place.js";
import { namedSchemas } from "./shapes/registry.js";
import type { Survey } from "./survey.js";
import { codesIn } from "./values.js";

/**
 * What of a candidate counts, where a baseline recorded the error schemas. As long as a response (or, for codes that
 * are known by name alone, the document) still has one of them, that is the place: a code that it lost does not live on
 * in an error schema that has nothing to do with it. Where the baseline records places without a name, too, those count
 * like one of them. Where it records several, codes may move between schemas, unless the recorded ones have none left.
 */
export function vouch(
  { spec, root, operations }: Survey,
  { place, held }: Recorded,
): (candidate: Candidate) => Candidate {
  // A place without a name in the API moves with whatever stands around it.
  const isUnnamed = (name: string): boolean => place.linked === "responses" && name.includes("#");
  const recorded = new Set(place.schemas.filter((name) => !isUnnamed(name)));
  const someUnnamed = place.schemas.some(isUnnamed);
  const counts = (name: string): boolean => recorded.has(name) || (someUnnamed && isUnnamed(name));
  const nameOf = (site: Body["schemas"][number]): string => placeName(site, spec.file);
  const isRecorded = onceFor((sites) => sites.some((site) => recorded.has(nameOf(site))));
  const isVouched = onceFor((sites) => sites.some((site) => counts(nameOf(site))));
  const isThere =
    place.linked === "name"
      ? [root, ...namedSchemas(root).map(([, schema]) => schema)].some(({ site }) =>
          recorded.has(nameOf(site)),
        )
      : operations.some(({ responses }) =>
          responses.some(({ body }) => body !== null && isRecorded(body.schemas)),
        );
  if (!isThere) return (candidate) => candidate;
  return (candidate) => {
    const own = candidate.bodies.flatMap(({ body }) => {
      const field = body.fields.inside.get(candidate.path);
      if (field === undefined) return [];
      return isVouched(body.schemas) || isVouched(field.owners) ? [field.values.lists] : [];
    });
    const lists = new Set([...new Set(own)].flat());
    const listed = codesIn([...lists]);
    if (recorded.size > 1 && held.some((code) => listed.has(code))) return candidate;
    const left = new Set(held.filter((code) => !listed.has(code)));
    if (!candidate.codes.some((code) => left.has(code))) return candidate;
    return {
      ...candidate,
      codes: candidate.codes.filter((code) => !left.has(code)),
      lists: candidate.lists.map((list) => ({
        ...list,
        values: list.values.filter(({ code }) => !left.has(code)),
      })),
    };
  };
}

/** A test of schemas that is made once for those that many bodies share. */
function onceFor(test: (sites: Body["schemas"]) => boolean): (sites: Body["schemas"]) => boolean {
  const known = new Map<Body["schemas"], boolean>();
  return (sites) => remember(known, sites, () => test(sites));
}
