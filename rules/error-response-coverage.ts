import { remember } from "../src/contract/memo.js";
import { strings } from "./options.js";
import { isObject, type Node } from "./read/node.js";
import { type Operation, operations } from "./read/operations.js";
import type { Reading } from "./read/reading.js";
import { statuses } from "./read/responses.js";
import { fitting, named, type Status } from "./read/status.js";
import type { Options, Rule } from "./rule.js";

export const errorResponseCoverage: Rule = {
  id: "error-response-coverage",
  description: "Operations declare the errors that their kind of request can meet.",
  why: "What is not declared still happens, and generated clients have no type for it.",
  fix: "Declare the status with the error schema, or a `default` that stands for all that are not declared.",
  level: "warn",
  options: {
    security: { is: "strings", about: "one of these where a caller must be known; `401` where not given" },
    parameters: { is: "strings", about: "one of these where the path has parameters; `404` where not given" },
    body: {
      is: "strings",
      about: "one of these where there is a request body; `400`, `422` where not given",
    },
    all: { is: "strings", about: "one of these everywhere; `5XX`, `default` where not given" },
  },
  check(reading, options) {
    const demands = demandsOf(options);
    return reading.once(operations).flatMap((operation) => {
      if (operation.kind !== "path") return [];
      const declared = statuses(reading, operation).map(([status]) => status);
      const missing = demands
        .filter(
          ({ applies, covers }) => covers !== null && !declared.some(covers) && applies(reading, operation),
        )
        .map(({ missing }) => missing);
      if (missing.length === 0) return [];
      const message = `${operation.id} declares no ${missing.join(", no ")}.`;
      const node = operation.node.child("responses") ?? operation.node;
      return [{ node, at: operation.id, cause: `no ${missing.join(", no ")}`, message }];
    });
  },
};

interface Demand {
  /** Tells whether a declared status is enough; null where none is demanded. */
  readonly covers: ((status: Status) => boolean) | null;
  /** The statuses in words, and why. */
  readonly missing: string;
  readonly applies: (reading: Reading, operation: Operation) => boolean;
}

function demandsOf(options: Options): readonly Demand[] {
  const demand = (oneOf: readonly string[], because: string, applies: Demand["applies"]): Demand => ({
    covers: oneOf.length === 0 ? null : covering(oneOf),
    missing: `${named(oneOf, " or ")}${because}`,
    applies,
  });
  return [
    demand(strings(options.security) ?? ["401"], " though it is secured", isSecured),
    demand(strings(options.parameters) ?? ["404"], " though its path has parameters", hasParameters),
    demand(strings(options.body) ?? ["400", "422"], " though it takes a body", hasBody),
    demand(strings(options.all) ?? ["5XX", "default"], "", () => true),
  ];
}

/** `default` stands for every status that is not declared, a range for its statuses (OpenAPI, Responses Object). */
function covering(oneOf: readonly string[]): (status: Status) => boolean {
  const fitsOne = fitting(oneOf);
  const ranges = new Set(oneOf.filter((one) => /^[1-5]\d\d$/.test(one)).map(([first]) => `${first}xx`));
  return (status) => status === "default" || fitsOne(status) || ranges.has(status.toLowerCase());
}

function isSecured(reading: Reading, { node }: Operation): boolean {
  const security = (node.child("security") ?? reading.root.child("security"))?.value;
  return Array.isArray(security) && security.length > 0 && reading.of(admitsNobody, security);
}

/** None of these requirements lets a caller pass who is not known. */
function admitsNobody(_reading: Reading, security: readonly unknown[]): boolean {
  return security.every((requirement) => isObject(requirement) && Object.keys(requirement).length > 0);
}

function hasParameters(_reading: Reading, { path }: Operation): boolean {
  return path.includes("{");
}

function hasBody(reading: Reading, { node, pathItem }: Operation): boolean {
  if (node.child("requestBody") !== null) return true;
  if (!reading.isSwagger) return false;
  const known = reading.once(bodyParameters);
  return [node.child("parameters"), pathItem.child("parameters")].some(
    (list) => list !== null && remember(known, list.value, () => holdsBody(reading, list)),
  );
}

/** Lists of parameters that were looked at, and whether one of them is a body: all operations of a path share its list. */
function bodyParameters(_reading: Reading): Map<unknown, boolean> {
  return new Map();
}

function holdsBody(reading: Reading, parameters: Node): boolean {
  return [...parameters.children()].some(([, parameter]) => isBodyParameter(reading, parameter));
}

function isBodyParameter(reading: Reading, parameter: Node): boolean {
  const place = reading.resolve(parameter)?.child("in")?.value;
  return place === "body" || place === "formData";
}
