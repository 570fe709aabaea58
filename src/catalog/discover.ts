import type { Link } from "../contract/contract.js";
import { type Candidate, findCandidates } from "./candidates.js";
import { type Choice, choose } from "./choose.js";
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

/**
 * Looks for codes where they bind most: in bodies of error responses; in a document without operations, in its shared
 * responses; where no response declares a body, by name; and last in examples.
 */
export function discover(found: Survey): Discovery {
  const responses = found.operations.flatMap((operation) => operation.responses);
  const bodies = weighBodies(responses);
  const shared = found.operations.length === 0 ? weighBodies(found.components) : [];
  if (bodies.length > 0 || shared.length > 0) {
    const choices = choose(findCandidates([...bodies, ...shared]));
    const how =
      bodies.length > 0
        ? "properties of the bodies of error responses"
        : "properties of shared responses: the document has no operations";
    if (choices.some(({ taken }) => taken)) return { choices, linked: "responses", normative: true, how };
    const examples = chooseFromExamples(found, shared.length > 0 ? found.components : responses);
    const sole = examples.some(({ taken }) => taken);
    return {
      choices: [...examples, ...choices],
      linked: "responses",
      normative: !sole,
      how: sole ? "examples of error responses alone: no schema lists codes" : how,
    };
  }
  const choices = chooseByName(found.spec, found.root, found.bodies);
  const why =
    found.document === "schema" ? "the document is a JSON Schema" : "no error response declares a body";
  return { choices, linked: "name", normative: true, how: `names alone: ${why}` };
}

export function takenOf(discovery: Discovery): Candidate[] {
  return discovery.choices.filter(({ taken }) => taken).map(({ candidate }) => candidate);
}
