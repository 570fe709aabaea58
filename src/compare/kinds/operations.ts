import type { ChangeKindInfo } from "./info.js";

/** Kinds of change that say where codes can come from. The list itself stays as it is. */
export const operationKinds = {
  "error-response-removed": {
    level: "warn",
    bump: "none",
    title: "Error response removed",
    what: "An operation no longer declares an error response, or declares it without any code; or the operation itself is gone, and its codes with it. Operations that lost the same are one change.",
    why: "What is not declared is neither documented nor checked. Servers often go on sending it.",
    fix: "Declare the response again, unless the server really stopped sending it.",
    example: { before: 'GET /things: { "404": …, "409": … }', after: 'GET /things: { "404": … }' },
  },
  "operation-code-removed": {
    level: "warn",
    bump: "none",
    title: "Code removed from an operation",
    what: "An operation can no longer return a code that stays in the catalog. All operations that lost it are folded in.",
    why: "Clients of that operation keep a branch that never runs, or the spec forgot a code that the server still sends.",
    fix: "Nothing, if the server stopped sending it there; otherwise put it back.",
    example: {
      before: "GET /things 404: { enum: [not_found, gone] }",
      after: "GET /things 404: { enum: [not_found] }",
    },
  },
  "operation-code-added": {
    level: "info",
    bump: "none",
    title: "Code added to an operation",
    what: "An operation can return a code of the catalog that it could not return before. All operations that gained it are folded in.",
    why: "Clients of that operation need a branch for it.",
    fix: "Nothing, as a rule.",
    example: {
      before: "GET /things 404: { enum: [not_found] }",
      after: "GET /things 404: { enum: [not_found, gone] }",
    },
  },
  "code-unreachable": {
    level: "warn",
    bump: "none",
    title: "Code unreachable",
    what: "The catalog still lists a code, but no operation can return it any more.",
    why: "Either the code has left without being removed from the list, or the operation that returns it does not say so.",
    fix: "Declare where the code comes from, or deprecate it on its way out.",
    example: { before: "GET /things 410: { const: gone }", after: "no response carries gone" },
  },
} as const satisfies Record<string, ChangeKindInfo>;
