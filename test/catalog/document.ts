import { type ExtractOptions, extract } from "../../src/catalog/extract.js";
import type { Extraction } from "../../src/catalog/extraction.js";
import type { Catalog, Code } from "../../src/contract/contract.js";
import { loadFiles } from "./load.js";

export type Json = Readonly<Record<string, unknown>>;

export const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

export const json = (schema: unknown): Json => ({ content: { "application/json": { schema } } });

interface Parts {
  readonly openapi?: string;
  readonly schemas?: Json;
  readonly responses?: Json;
  readonly paths?: Json;
  readonly operation?: Json;
  readonly top?: Json;
}

/** A document with one operation, `GET /v1/things`, and these schemas by the statuses whose bodies they are. */
export function things(bodies: Json, parts: Parts = {}): Json {
  const { openapi = "3.1.0", schemas = {}, responses = {}, paths = {}, operation = {}, top = {} } = parts;
  const own = Object.fromEntries(Object.entries(bodies).map(([status, schema]) => [status, json(schema)]));
  return {
    openapi,
    info: { title: "Things", version: "1.0.0" },
    paths: { "/v1/things": { get: { responses: own, ...operation } }, ...paths },
    components: { schemas, responses },
    ...top,
  };
}

/** An error body with a message and these properties. */
export const body = (properties: Json, message = true): Json => ({
  type: "object",
  properties: { ...properties, ...(message && { message: { type: "string" } }) },
});

export async function extractFrom(
  document: Json,
  options: Partial<ExtractOptions> = {},
): Promise<Extraction> {
  const spec = await loadFiles({ "openapi.json": JSON.stringify(document) });
  return extract(spec, { place: null, setting: null, ...options });
}

/** `code: a_failed, b_failed` for every catalog. */
export function listed(catalogs: readonly Catalog[]): string[] {
  return catalogs.map(({ name, codes }) => `${name}: ${codes.map(({ code }) => code).join(", ")}`);
}

/** What a code says of itself besides its name and its places; what says nothing is left out. */
export function notes({ code: _, sites: _sites, messages: _messages, shownIn: _shown, ...rest }: Code): Json {
  return Object.fromEntries(
    Object.entries(rest).filter(
      ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** The notes of all codes of a property `code` that has this schema. */
export async function notesOf(code: unknown, schemas: Json = {}): Promise<Json> {
  const { contract } = await extractFrom(things({ 404: body({ code }), 409: body({ code }) }, { schemas }));
  return Object.fromEntries(
    contract.catalogs.flatMap(({ codes }) => codes.map((one) => [one.code, notes(one)])),
  );
}

/** `GET /v1/things 404: a_failed, b_failed` for every response that can carry codes of a catalog. */
export function carried({ contract }: Extraction, catalog = "code"): string[] {
  return (contract.operations ?? []).flatMap(({ id, responses }) =>
    responses.map(({ status, codes }) => `${id} ${status}: ${[...(codes.get(catalog) ?? [])].join(", ")}`),
  );
}
