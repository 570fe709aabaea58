import type { Shape } from "../../contract/contract.js";

/** What a shape is, in a sentence, and the fixture that shows it. `docs/shapes.md` has a section for each. */
export interface ShapeInfo {
  readonly what: string;
  readonly fixture: string;
}

export const shapes: Readonly<Record<Shape, ShapeInfo>> = {
  enum: { what: "A list, as JSON Schema writes it.", fixture: "enum" },
  const: { what: "One value, often one per response or per branch.", fixture: "const" },
  "one-of": { what: "Branches of one value each, with a title and a description.", fixture: "one-of" },
  "extensible-enum": { what: "A list that says that it may grow.", fixture: "extensible-enum" },
  discriminator: { what: "The keys of a discriminator's mapping.", fixture: "discriminator" },
  "problem-type": { what: "Problem types of RFC 9457.", fixture: "problem-type" },
  registry: {
    what: "A JSON Schema document that is a list itself, without OpenAPI around it.",
    fixture: "registry",
  },
  examples: { what: "Codes that no schema declares, and examples show.", fixture: "examples" },
};
