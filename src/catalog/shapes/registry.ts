import type { Node, Structure } from "../../spec/spec.js";
import type { Body, BodyReader } from "../bodies.js";
import { calling } from "../called.js";
import { findCandidates, type WeighedBody } from "../candidates.js";
import { type Choice, choose } from "../choose.js";
import { noFields } from "../fields.js";
import type { Survey } from "../survey.js";
import { child, entries, mapping, siteKey, text } from "../walk/node.js";
import { isCodeListName, isErrorish, isErrorSchemaName } from "../words/names.js";
import { strongRank } from "../words/ranks.js";
import { failureShare } from "../words/vocabulary.js";

/** The name of a catalog whose list is known, and no property that holds it. */
const unnamed = "code";

/** Schemas with names: components of OpenAPI, definitions of JSON Schema. */
export function namedSchemas(root: Node): [string, Node][] {
  const places = [
    child(child(root, "components"), "schemas"),
    child(root, "definitions"),
    child(root, "$defs"),
  ];
  return places.flatMap(entries);
}

/**
 * Codes that are known by name alone: properties of schemas that are named like errors, else lists that are named
 * like error codes (`ErrorCode`, or a document of its own). `only` names the schemas that count, where that is known.
 */
export function chooseByName({ spec, root, bodies }: Survey, only?: readonly string[]): Choice[] {
  const named = namedSchemas(root);
  const isCalled = only === undefined ? null : calling(only, spec.file);
  const pick = (looksRight: (name: string) => boolean): Node[] =>
    named.filter(([name, { site }]) => isCalled?.(site) ?? looksRight(name)).map(([, schema]) => schema);
  const errors = [root, ...pick(isErrorSchemaName)].map((schema) => bodies.readSchema(schema));
  const found = choose(findCandidates(weightless(errors)));
  const chosen = withoutRepeats(only === undefined ? found.map(withStrongName) : found);
  if (chosen.some(({ taken }) => taken)) return chosen;
  const lists = [...(isRegistry(root, spec, bodies) ? [root] : []), ...pick(isCodeListName)];
  const asBodies = lists.map((schema) => asBody(bodies.readSchema(schema)));
  return [...choose(findCandidates(weightless(asBodies))), ...chosen];
}

/** Where nothing but names speaks, they must be clear. */
function withStrongName(choice: Choice): Choice {
  if (!choice.taken || choice.rank >= strongRank) return choice;
  return { ...choice, taken: false, against: "its name alone is not enough" };
}

/** A document that is a list itself: by its title, `$id` or file name, or because its values speak of failures. */
function isRegistry(root: Node, spec: Structure, bodies: BodyReader): boolean {
  const [list] = bodies.readSchema(root).fields.self.lists;
  if (list === undefined) return false;
  const { title, $id } = mapping(root.value);
  const names = [text(title), text($id)?.split("/").at(-1), spec.file.split("/").at(-1)];
  const named = names.some((name) => typeof name === "string" && isErrorish(name));
  return named || failureShare(list.values.map(({ code }) => code)) >= 0.5;
}

/** A list without a property, as if it stood behind `code`. */
function asBody({ fields, schemas }: Body): Body {
  const inside = new Map([[unnamed, { values: fields.self, required: false, owners: schemas }]]);
  return { fields: { ...noFields, inside }, schemas };
}

function weightless(bodies: readonly Body[]): WeighedBody[] {
  return bodies.map((body) => ({ body, weight: 0 }));
}

/** `Error.code` and `ErrorResponse.errors[].code` are one property, seen from two schemas: the shorter path stays. */
function withoutRepeats(choices: readonly Choice[]): Choice[] {
  const byLength = [...choices].sort((a, b) => a.candidate.path.length - b.candidate.path.length);
  const seen = new Set<string>();
  const repeats = new Set<Choice>();
  for (const choice of byLength) {
    const sites = choice.candidate.lists.map(({ site }) => siteKey(site));
    if (sites.every((site) => seen.has(site))) repeats.add(choice);
    for (const site of sites) seen.add(site);
  }
  return choices.filter((choice) => !repeats.has(choice));
}
