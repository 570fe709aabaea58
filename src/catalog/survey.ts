import type { Site } from "../contract/location.js";
import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import type { Node, Structure } from "../spec/spec.js";
import { type Body, BodyReader } from "./bodies.js";
import { Budget } from "./budget.js";
import type { WeighedBody } from "./candidates.js";
import type { Explanation } from "./extraction.js";
import { SchemaReader } from "./read-schema.js";
import { child, entries, isMapping, mapping, resolve } from "./walk/node.js";
import { type WalkedOperation, walkOperations } from "./walk/openapi.js";

/** An error response, read. */
export interface SurveyedResponse {
  readonly status: string;
  readonly site: Site;
  /** After its `$ref`s; null where they lead nowhere. */
  readonly node: Node | null;
  /** Null where it declares none. */
  readonly body: Body | null;
}

export interface SurveyedOperation {
  readonly walked: WalkedOperation;
  readonly responses: readonly SurveyedResponse[];
}

/** Everything in a document that codes can be found in. */
export interface Survey {
  readonly spec: Structure;
  readonly root: Node;
  readonly document: Explanation["document"];
  /** Of paths and webhooks. */
  readonly operations: readonly SurveyedOperation[];
  readonly callbacks: readonly SurveyedOperation[];
  /** Responses under `components`, or `responses` in Swagger 2.0, that no operation refers to. */
  readonly components: readonly SurveyedResponse[];
  readonly bodies: BodyReader;
  /** References that lead nowhere, with their place. */
  readonly unresolved: readonly { readonly problem: Problem; readonly site: Site }[];
}

/** Reads all error responses of a document. Throws a Problem where it is none, or unfolds beyond the limits. */
export function survey(spec: Structure, limits: Limits): Survey {
  const root: Node = { value: spec.root.data, site: { file: spec.file, pointer: "#" } };
  if (!isMapping(root.value)) {
    const hint =
      "name an OpenAPI document or a JSON Schema: a mapping with keys such as `openapi` and `paths`.";
    throw new Problem("not-a-mapping", "the document is no mapping.", hint, { file: spec.file });
  }
  const unresolved: { problem: Problem; site: Site }[] = [];
  const note = (problem: Problem, site: Site): void => void unresolved.push({ problem, site });
  const bodies = new BodyReader(
    spec,
    new SchemaReader(spec, new Budget(limits.nodes, limits.codes), note, isBefore31(root)),
  );
  const surveyed = walkOperations(spec, note, limits.responses).map(
    (walked): SurveyedOperation => ({
      walked,
      responses: walked.responses.map(({ status, site, response }) => ({
        status,
        site,
        node: response,
        body: response === null ? null : bodies.read(response),
      })),
    }),
  );
  const referenced = new Set(surveyed.flatMap(({ walked }) => responsesOf(spec, walked)));
  return {
    spec,
    root,
    document: kindOf(root, surveyed.length),
    operations: surveyed.filter(({ walked }) => walked.kind !== "callback"),
    callbacks: surveyed.filter(({ walked }) => walked.kind === "callback"),
    components: componentResponses(root).flatMap((response): SurveyedResponse[] => {
      const target = resolve(spec, response);
      if (target instanceof Problem || referenced.has(target.value)) return [];
      return [{ status: "", site: response.site, node: target, body: bodies.read(target) }];
    }),
    bodies,
    unresolved,
  };
}

/** Swagger 2.0 or OpenAPI 3.0, which is the number 3 to YAML where it stands as `3.0`, without quotes. */
function isBefore31(root: Node): boolean {
  const { openapi, swagger } = mapping(root.value);
  return swagger !== undefined || /^3(\.0|$)/.test(String(openapi));
}

function kindOf(root: Node, operations: number): Explanation["document"] {
  const { openapi, swagger, components } = mapping(root.value);
  if (openapi === undefined && swagger === undefined && components === undefined && operations === 0)
    return "schema";
  return operations === 0 ? "library" : "openapi";
}

/** All responses of an operation, also of success, as what they are after their `$ref`s. */
function responsesOf(spec: Structure, { node }: WalkedOperation): unknown[] {
  return entries(child(node, "responses")).map(([, response]) => {
    const target = resolve(spec, response);
    return target instanceof Problem ? null : target.value;
  });
}

function componentResponses(root: Node): Node[] {
  const places = [child(child(root, "components"), "responses"), child(root, "responses")];
  return places.flatMap(entries).map(([, response]) => response);
}

/** Bodies with the number of responses that have them. */
export function weighBodies(responses: readonly SurveyedResponse[]): WeighedBody[] {
  const weights = new Map<Body, number>();
  for (const { body } of responses) if (body !== null) weights.set(body, (weights.get(body) ?? 0) + 1);
  return [...weights].map(([body, weight]) => ({ body, weight }));
}
