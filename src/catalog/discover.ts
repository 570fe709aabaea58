import type { ErrorPlace, Link } from "../contract/contract.js";
import type { ErrorsSetting } from "../contract/policy.js";
import type { Body } from "./bodies.js";
import { findCandidates } from "./candidates.js";
import { type Choice, choose } from "./choose.js";
import { noFields } from "./fields.js";
import { chooseFromExamples } from "./shapes/examples.js";
import { chooseByName } from "./shapes/registry.js";
import { type Survey, weighBodies } from "./survey.js";

/** What was found, and how. */
export interface Discovery {
  readonly choices: readonly Choice[];
  readonly linked: Link;
  readonly normative: boolean;
  /** In a sentence. */
  readonly how: string;
}

/** A body that no schema declares. */
const unknown: Body = { fields: noFields, schemas: [] };

const discovered = new WeakMap<Survey, Discovery>();

/** What the document shows by itself, for contracts and rules alike. */
function usualIn(found: Survey): Discovery {
  const known = discovered.get(found) ?? discover(found);
  discovered.set(found, known);
  return known;
}

/**
 * Looks for codes where they bind most: in bodies of error responses; in a document without operations, in its shared
 * responses; where no response declares a body, by name; and last in examples.
 */
function discover(found: Survey): Discovery {
  const responses = found.operations.flatMap((operation) => operation.responses);
  const bodies = weighBodies(responses);
  const shared = found.operations.length === 0 ? weighBodies(found.components) : [];
  if (bodies.length > 0 || shared.length > 0) {
    const choices = choose(findCandidates([...bodies, ...shared]));
    const how =
      bodies.length > 0
        ? "properties of the bodies of error responses"
        : "properties of shared responses: the document has no operations";
    // In a document without operations no response is one that a server can give.
    const linked: Link = bodies.length > 0 ? "responses" : "name";
    if (choices.some(({ taken }) => taken)) return { choices, linked, normative: true, how };
    const examples = chooseFromExamples(found, shared.length > 0 ? found.components : responses);
    const sole = examples.some(({ taken }) => taken);
    return {
      choices: [...examples, ...choices],
      linked,
      normative: !sole,
      how: sole ? "examples of error responses alone: no schema lists codes" : how,
    };
  }
  const why =
    found.document === "schema" ? "the document is a JSON Schema" : "no error response declares a body";
  const named = discoverByName(found, why);
  if (named.choices.some(({ taken }) => taken)) return named;
  const examples = chooseFromExamples(
    found,
    responses.map((response) => ({ ...response, body: response.body ?? unknown })),
  );
  if (!examples.some(({ taken }) => taken)) return named;
  const how = "examples of error responses alone: none declares a body";
  return { choices: [...examples, ...named.choices], linked: "responses", normative: false, how };
}

/** Looks for codes by name alone: in schemas with these names, or else with names that say what they are. */
function discoverByName(found: Survey, why: string, schemas?: readonly string[]): Discovery {
  const choices = chooseByName(found, schemas);
  return { choices, linked: "name", normative: true, how: `names alone: ${why}` };
}

/**
 * Looks where the config or a baseline says that the codes are: in the bodies of error responses, and if they are not
 * there, by name, where they were found by name before or the config names the schemas.
 */
export function discoverAt(
  found: Survey,
  place: ErrorPlace | null,
  setting: ErrorsSetting | null,
): Discovery {
  const usual = usualIn(found);
  const code = setting?.code ?? place?.code;
  const has = ({ choices }: Discovery): boolean =>
    choices.some(({ candidate, taken }) =>
      code === undefined ? taken : candidate.path === code && candidate.codes.length > 0,
    );
  if (has(usual)) return usual;
  const named =
    setting?.schemas !== undefined
      ? discoverByName(found, "the config names the schemas", setting.schemas)
      : place?.linked === "name"
        ? discoverByName(found, "the baseline records it so", place.schemas)
        : usual;
  return has(named) ? named : usual;
}
