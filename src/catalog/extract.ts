import type { Catalog, Contract, ErrorPlace, Link, Operation } from "../contract/contract.js";
import type { Site } from "../contract/location.js";
import type { ErrorsSetting, Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { defaultLimits } from "../spec/limits.js";
import type { Node, Spec } from "../spec/spec.js";
import { assemble, type CodeFacts, errorSchemas, pointerIn, sorted } from "./assemble.js";
import { type Body, BodyReader } from "./bodies.js";
import { bodyFields } from "./body-fields.js";
import { findCandidates, type WeighedBody } from "./candidates.js";
import { Carried, declaredStatuses } from "./carried.js";
import { type Choice, choose } from "./choose.js";
import type { Extraction } from "./extraction.js";
import { SchemaReader } from "./read-schema.js";
import { chooseByName } from "./shapes/registry.js";
import { narrowedStatuses } from "./statuses.js";
import { isMapping, mapping } from "./walk/node.js";
import { infoVersion, type WalkedOperation, walkOperations } from "./walk/openapi.js";

export interface ExtractOptions {
  /** Where a baseline says the codes are; null: not known yet. */
  readonly place: ErrorPlace | null;
  /** `errors:` of the config. */
  readonly setting: ErrorsSetting | null;
  /** The codes that the baseline holds: what a new place must hold, too, if the recorded one is gone. */
  readonly held?: readonly string[];
  readonly limits?: Limits;
}

interface ReadResponse {
  readonly status: string;
  readonly site: Site;
  readonly body: Body | null;
}

interface ReadOperation {
  readonly walked: WalkedOperation;
  readonly responses: readonly ReadResponse[];
}

/**
 * Finds the error codes of a specification: OpenAPI 2.0 to 3.2, or JSON Schema.
 *
 * @throws Problem where the document is neither, or unfolds beyond the limits.
 */
export function extract(spec: Spec, options: ExtractOptions): Extraction {
  const limits = options.limits ?? defaultLimits;
  const root: Node = { value: spec.root.data, site: { file: spec.file, pointer: "#" } };
  if (!isMapping(root.value)) {
    throw new Problem(
      "not-a-spec",
      `${spec.file} is no mapping`,
      "name an OpenAPI document or a JSON Schema.",
      { file: spec.file },
    );
  }
  const unresolved: Problem[] = [];
  const note = (problem: Problem): void => void unresolved.push(problem);
  const bodies = new BodyReader(spec, new SchemaReader(spec, limits.nodes, note));
  const operations = walkOperations(spec, note)
    .filter(({ kind }) => kind !== "callback")
    .map(
      (walked): ReadOperation => ({
        walked,
        responses: walked.responses.map(({ status, site, response }) => ({
          status,
          site,
          body: response === null ? null : bodies.read(response),
        })),
      }),
    );
  const responses = operations.flatMap((operation) => operation.responses);
  const weighed = weighBodies(responses);
  const linked: Link = weighed.length > 0 ? "responses" : "name";
  const choices = linked === "responses" ? choose(findCandidates(weighed)) : chooseByName(spec, root, bodies);
  const taken = choices.filter((choice) => choice.taken);
  const catalogs = taken.map(({ candidate }) =>
    assemble(candidate, linked, spec.file, factsOf(candidate.path, candidate.codes, responses)),
  );
  const document =
    mapping(root.value).openapi !== undefined || mapping(root.value).swagger !== undefined
      ? "openapi"
      : "schema";
  const main = taken[0]?.candidate;
  const contract: Contract = {
    version: infoVersion(spec),
    errors:
      main === undefined
        ? null
        : { schemas: placeNames(errorSchemas(main), spec.file), code: main.path, linked },
    catalogs,
    body:
      main === undefined
        ? {}
        : bodyFields(
            main.bodies.map(({ body }) => body),
            main.path,
          ),
    operations: operationsOf(operations, catalogs),
  };
  return {
    contract,
    warnings: [],
    explanation: {
      document,
      operations: operations.length,
      errorResponses: responses.length,
      how: "",
      candidates: choices.map(explain),
    },
    unused: [],
  };
}

function weighBodies(responses: readonly ReadResponse[]): WeighedBody[] {
  const weights = new Map<Body, number>();
  for (const { body } of responses) if (body !== null) weights.set(body, (weights.get(body) ?? 0) + 1);
  return [...weights].map(([body, weight]) => ({ body, weight }));
}

function factsOf(path: string, codes: readonly string[], responses: readonly ReadResponse[]): CodeFacts {
  return { statuses: narrowedStatuses(path, codes, responses), shownIn: new Map(), messages: new Map() };
}

/** Names as a baseline records them: the component's name, or the pointer where it has none. */
function placeNames(sites: readonly Site[], file: string): string[] {
  return sorted(
    sites.map((site) => {
      const name = /^#\/(?:components\/schemas|definitions|\$defs)\/([^/]+)$/.exec(site.pointer)?.[1];
      return name ?? pointerIn(site, file);
    }),
  );
}

function operationsOf(operations: readonly ReadOperation[], catalogs: readonly Catalog[]): Operation[] {
  const carried = new Carried(new Map(catalogs.map(({ name, codes }) => [name, declaredStatuses(codes)])));
  return operations.map(({ walked, responses }) => ({
    id: walked.id,
    site: walked.site,
    responses: responses.map(({ status, site, body }) => ({ status, site, codes: carried.by(body, status) })),
  }));
}

function explain({
  candidate,
  score,
  evidence,
  taken,
  against,
}: Choice): Extraction["explanation"]["candidates"][number] {
  return {
    path: candidate.path,
    codes: candidate.codes.length,
    sample: candidate.codes.slice(0, 5),
    responses: candidate.responses,
    score,
    evidence,
    taken,
    against,
    sites: candidate.lists.map(({ site }) => site),
  };
}
