import type { ChangeKindInfo } from "./info.js";

/** Kinds of change that say something of the shape of the error body. */
export const bodyKinds = {
  "body-field-removed": {
    level: "error",
    bump: "major",
    title: "Field of the error body removed",
    what: "The error body no longer has a field. When the property of the codes moved (`code`, now `error.code`), the old path is the field that went, and its codes are compared at the new one.",
    why: "Clients that read the field find nothing; when it holds the code, they can tell no error from another.",
    fix: "Keep the field. When the body changes its shape, send both shapes until clients have moved.",
    example: { before: "properties: { code: …, request_id: … }", after: "properties: { code: … }" },
  },
  "body-field-optional": {
    level: "error",
    bump: "major",
    title: "Field of the error body no longer required",
    what: "A field that every error body had may now be missing.",
    why: "Clients read it without asking whether it is there.",
    fix: "Keep it required, or accept the change with a reason.",
    example: { before: "required: [code, error]", after: "required: [code]" },
  },
  "body-field-type-changed": {
    level: "error",
    bump: "major",
    title: "Type of a field changed",
    what: "A field of the error body can have a type that it could not have before. A narrower type is no change to a reader.",
    why: "Clients decode the field by its type; another type fails to decode, and the error with it.",
    fix: "Keep the type, and put new content into a new field.",
    example: { before: "code: { type: string }", after: "code: { type: integer }" },
  },
  "body-field-added": {
    level: "info",
    bump: "minor",
    title: "Field of the error body added",
    what: "The error body has a field that it did not have before.",
    why: "Readers may use it; strict decoders may reject what they do not know.",
    fix: "Nothing, as a rule.",
    example: { before: "properties: { code: … }", after: "properties: { code: …, request_id: … }" },
  },
  "body-field-required": {
    level: "info",
    bump: "minor",
    title: "Field of the error body now required",
    what: "A field that could be missing is now in every error body.",
    why: "Readers may rely on it from now on, and taking it back will be a break.",
    fix: "Nothing, if the server really sends it always.",
    example: { before: "required: [code]", after: "required: [code, error]" },
  },
} as const satisfies Record<string, ChangeKindInfo>;
