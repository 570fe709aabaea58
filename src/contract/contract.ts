import type { Site } from "./location.js";

/** May a server send codes that are not in the list? `extensible`: marked so by an extension (`x-extensible-enum`, `modelAsString`). */
export type Openness = "closed" | "open" | "extensible";

/** How the catalog is tied to the API: through the bodies of non-2xx responses, or by an unmistakable name alone. */
export type Link = "responses" | "name";

/** The forms in which a list of codes is written. One file each in `src/catalog/shapes`. */
export type Shape =
  | "enum"
  | "const"
  | "one-of"
  | "extensible-enum"
  | "discriminator"
  | "problem-type"
  | "registry"
  | "examples";

/** One error code: a string that clients branch on. */
export interface Code {
  readonly code: string;
  /** Description that the spec maintains; null where it keeps none (then one is derived from the identifier). */
  readonly description: string | null;
  /** Name for constants (`x-enum-varnames`, `oneOf` titles …); null where the spec gives none. */
  readonly name: string | null;
  readonly group: string | null;
  readonly deprecated: boolean;
  /** ISO date from which a deprecated code may be gone. */
  readonly sunset: string | null;
  readonly since: string | null;
  readonly replacedBy: string | null;
  readonly retryable: boolean | null;
  /**
   * Statuses the code comes with, where the contract says so: declared in `x-error-codes`, or by schemas that
   * narrow the list per response. Sorted; `default` and `4XX` stay as written. Empty means: not said (any).
   */
  readonly statuses: readonly string[];
  /** Statuses and operations that only examples show it with; never compared, never locked. Sorted. */
  readonly shownIn: readonly OperationStatus[];
  /** Every place that declares it; the first is the one to report. Empty when read from a baseline. */
  readonly sites: readonly Site[];
  /** What an example or description beside the code says (the `message` of its examples): evidence for pairing. */
  readonly messages: readonly string[];
}

export interface OperationStatus {
  /** `GET /v1/sandboxes/{id}`, or `webhook POST name`. */
  readonly operation: string;
  readonly status: string;
}

/** The set of codes behind one property of the error body. */
export interface Catalog {
  /** Path of the property: `code`, `error.code`, `errors[].code`. */
  readonly name: string;
  readonly open: Openness;
  /** False when the codes stand only in examples. */
  readonly normative: boolean;
  readonly linked: Link;
  readonly shape: Shape;
  /** Pointers of the schemas of the error bodies that carry the property; `path#/pointer` in another file. Sorted. */
  readonly errorSchemas: readonly string[];
  /** Pointers of the lists themselves. Sorted. */
  readonly pointers: readonly string[];
  /** In the order of the document (the baseline's own order is by code point). */
  readonly codes: readonly Code[];
  /** Codes that once were in the contract. Only a baseline has them. */
  readonly retired: Readonly<Record<string, Tombstone>>;
}

/** A code that left the contract lawfully. Fields as in the baseline file. */
export interface Tombstone {
  readonly since: string;
  readonly retired: string;
  readonly reason: string;
  readonly replacedBy?: string | readonly string[];
  /** Earlier lives of the code: it had left, came back, and left again. Oldest first. */
  readonly past?: readonly Tombstone[];
}

/** A field of the error body. `type` lists JSON Schema types, sorted; empty where the schema does not say. */
export interface BodyField {
  readonly type: readonly string[];
  readonly required: boolean;
}

/** A response that is not 2xx, of one operation. */
export interface ErrorResponse {
  readonly status: string;
  /** Where the response stands in the operation (before following its `$ref`). */
  readonly site: Site;
  /** Codes it can carry, by catalog name. Sets are shared between responses: never change one. */
  readonly codes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** An operation of `paths` or `webhooks`, with its error responses. */
export interface Operation {
  /** `GET /v1/sandboxes/{id}`, or `webhook POST name`. */
  readonly id: string;
  readonly site: Site;
  readonly responses: readonly ErrorResponse[];
}

/** Where the codes are found: what `init` decides once and later runs read again. */
export interface ErrorPlace {
  /** Names of the error schemas: the component's name, or its pointer where it has none. Sorted. */
  readonly schemas: readonly string[];
  /** Path of the main catalog's property. */
  readonly code: string;
  readonly linked: Link;
}

/** The catalogs, the shape of the error body, and the version that the spec declares. */
export interface Contract {
  /** `info.version`; null where the document has none. */
  readonly version: string | null;
  readonly errors: ErrorPlace | null;
  /** The first is the main one. Empty: the document has no codes. */
  readonly catalogs: readonly Catalog[];
  /** Paths (`error.code`, `errors[].code`) to fields; of several error schemas, what all share is required. */
  readonly body: Readonly<Record<string, BodyField>>;
  /** Null when read from a baseline, which does not hold operations, descriptions and groups. */
  readonly operations: readonly Operation[] | null;
}
