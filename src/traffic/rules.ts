import type { Level } from "../contract/change.js";
import type { TrafficKind } from "./judge.js";

export interface TrafficRule {
  readonly level: Level;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

const deaf = "Clients that branch on the code fall back to matching texts, or to their default case.";
const surprise = "Clients have no branch for what the spec does not say.";

/** Findings in recorded responses. */
export const trafficRules: Readonly<Record<TrafficKind, TrafficRule>> = {
  "body-not-json": {
    level: "error",
    what: "A recorded error response has no JSON body, and so no code.",
    why: deaf,
    fix: "Send the error schema, also from proxies and load balancers.",
  },
  "code-missing": {
    level: "error",
    what: "A recorded error body lacks the property that holds the code.",
    why: deaf,
    fix: "Send the code.",
  },
  "code-type": {
    level: "error",
    what: "The code in a recorded error body has another type than the spec says.",
    why: "Clients decode the code by its type; another type fails to decode, and the error with it.",
    fix: "Send the type that the spec declares, or correct the spec.",
  },
  "field-missing": {
    level: "error",
    what: "A recorded error body lacks a field that the spec requires.",
    why: "Clients read it without asking whether it is there.",
    fix: "Send the field, or do not require it in the spec.",
  },
  "code-unknown": {
    level: "error",
    what: "A recorded error body carries a code that is not in the catalog. Of an open catalog it is a warning.",
    why: surprise,
    fix: "Add the code to the spec, or send one that the spec has.",
  },
  "code-undocumented": {
    level: "error",
    what: "A recorded code is in the catalog, but not documented for this status or operation.",
    why: surprise,
    fix: "Document the code for the response, or send one that is documented there.",
  },
  "status-undocumented": {
    level: "warn",
    what: "An operation answered with an error status that the spec does not document for it.",
    why: surprise,
    fix: "Declare the response, or a `default` that stands for all that are not declared.",
  },
};
