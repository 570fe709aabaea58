import type { Site } from "../contract/location.js";
import type { Problem } from "../contract/problem.js";
import type { Node, Spec } from "../spec/spec.js";
import { anyFields, type Fields } from "./fields.js";
import type { SchemaReader } from "./read-schema.js";
import { resolve } from "./walk/node.js";
import { bodySchemas } from "./walk/openapi.js";

/** The body of a response: what all its media types together say. */
export interface Body {
  readonly fields: Fields;
  /** Its schemas, after their `$ref`s. */
  readonly schemas: readonly Site[];
}

/** Reads each response once, however many operations refer to it. */
export class BodyReader {
  readonly #memo = new Map<unknown, Body | null>();

  constructor(
    private readonly spec: Spec,
    private readonly reader: SchemaReader,
  ) {}

  /** Gives null where the response declares no body. */
  read(response: Node): Body | null {
    const known = this.#memo.get(response.value);
    if (known !== undefined) return known;
    const schemas = bodySchemas(response);
    const body =
      schemas.length === 0
        ? null
        : {
            fields: anyFields(schemas.map((schema) => this.reader.read(schema))),
            schemas: this.#sites(schemas),
          };
    this.#memo.set(response.value, body);
    return body;
  }

  readSchema(schema: Node): Body {
    return { fields: this.reader.read(schema), schemas: this.#sites([schema]) };
  }

  #sites(schemas: readonly Node[]): Site[] {
    const targets = schemas.map((schema): Node | Problem => resolve(this.spec, schema));
    return targets.flatMap((target) => ("site" in target ? [target.site] : []));
  }
}
