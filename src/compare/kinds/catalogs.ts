import type { ChangeKindInfo } from "./info.js";

/** Kinds of change that say something of a whole catalog. */
export const catalogKinds = {
  "catalog-removed": {
    level: "error",
    bump: "major",
    title: "Catalog removed",
    what: "There is no list of codes behind the property any more: it became a free string, its codes stand in examples alone, or nothing refers to it. All its codes are folded in.",
    why: "Clients can no longer know what to branch on, and nothing guards the codes from here on.",
    fix: "Put the list back. Where it moved, name its new place under `errors` in the config.",
    example: {
      before: "code: { type: string, enum: [conflict, not_found] }",
      after: "code: { type: string }",
    },
  },
  "catalog-opened": {
    level: "warn",
    bump: "minor",
    title: "Catalog opened",
    what: "The list was closed; now the server may send codes that are not in it.",
    why: "Clients that generated a closed enum reject a code they do not know.",
    fix: "Announce it, so that clients get a default case before the first unknown code comes.",
    example: { before: "enum: [conflict]", after: "anyOf: [{ enum: [conflict] }, { type: string }]" },
  },
  "catalog-closed": {
    level: "info",
    bump: "minor",
    title: "Catalog closed",
    what: "The list was open; now the server sends only codes that are in it.",
    why: "Every later code is a surprise to clients that rely on the closed list.",
    fix: "Nothing, if the list is complete.",
    example: { before: "anyOf: [{ enum: [conflict] }, { type: string }]", after: "enum: [conflict]" },
  },
  "code-reordered": {
    level: "off",
    bump: "none",
    title: "Codes reordered",
    what: "The codes that both lists share stand in another order.",
    why: "Clients compare strings, so order is nothing to them; generated code that uses the ordinals of an enum breaks.",
    fix: "Nothing, unless clients use ordinals: then add codes at the end alone, and raise the level.",
    example: { before: "enum: [conflict, not_found]", after: "enum: [not_found, conflict]" },
  },
} as const satisfies Record<string, ChangeKindInfo>;
