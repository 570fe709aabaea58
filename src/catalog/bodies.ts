import type { Site } from "../contract/location.js";
import { Problem } from "../contract/problem.js";
import type { Node, Structure } from "../spec/spec.js";
import { anyFields, type Fields } from "./fields.js";
import type { SchemaReader } from "./read-schema.js";
import { mapping, resolve } from "./walk/node.js";
import { bodySchemas } from "./walk/openapi.js";

/** The body of a response: what all its media types together say. */
export interface Body {
  readonly fields: Fields;
  /** Its schemas, after their `$ref`s. */
  readonly schemas: readonly Site[];
}

/** What it costs that a property of a body with several schemas is one of each of them. */
const COST = 5;

/** Reads each response once, however many operations refer to it, and gives the same body for the same schemas. */
export class BodyReader {
  readonly #byResponse = new Map<unknown, Body | null>();
  readonly #bySchema = new Map<unknown, Body>();

  constructor(
    private readonly spec: Structure,
    private readonly reader: SchemaReader,
  ) {}

  /** Gives null where the response declares no body. */
  read(response: Node): Body | null {
    const known = this.#byResponse.get(response.value);
    if (known !== undefined) return known;
    const body = this.#join(bodySchemas(this.spec, response));
    this.#byResponse.set(response.value, body);
    return body;
  }

  readSchema(schema: Node): Body {
    // A reference with nothing beside it is what it refers to.
    const node = Object.keys(mapping(schema.value)).length === 1 ? this.#target(schema) : schema;
    const body = this.#bySchema.get(node.value) ?? {
      fields: this.reader.read(schema),
      schemas: this.#sites([schema]),
    };
    this.#bySchema.set(node.value, body);
    return body;
  }

  #join(schemas: readonly Node[]): Body | null {
    const [first] = schemas;
    if (first === undefined) return null;
    const bodies = new Set(schemas.map((schema) => this.readSchema(schema)));
    if (bodies.size === 1) return this.readSchema(first);
    const fields = anyFields([...bodies].map((body) => body.fields));
    const sites = this.#sites(schemas);
    this.reader.budget.spend(COST * sites.length * fields.inside.size, first);
    return { fields, schemas: sites };
  }

  #sites(schemas: readonly Node[]): Site[] {
    return [...new Set(schemas.map((schema) => this.#target(schema).site))];
  }

  /** Where a reference leads nowhere, what stands beside it is all there is. */
  #target(schema: Node): Node {
    const target = resolve(this.spec, schema);
    return target instanceof Problem ? schema : target;
  }
}
