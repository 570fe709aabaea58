import type { Level } from "../contract/change.js";

/** What there is to say about a kind of finding that reading a document makes. */
export interface WarningRule {
  readonly level: Level;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** Findings about what stands where codes are read. */
export const warningRules = {
  "code-placeholder": {
    level: "warn",
    what: "A list of codes holds a placeholder. It is not locked.",
    why: "A template was never filled in, so clients learn of a code that no server sends.",
    fix: "Write the code, or remove the entry.",
  },
  "code-not-string": {
    level: "warn",
    what: "A list of codes holds a value that is no string.",
    why: "Codes are strings to clients. A boolean or a date is no code, and is not locked; a number is locked as its digits.",
    fix: "Put the value in quotes if it is a code, and remove it if it is none.",
  },
  "code-ambiguous-yaml": {
    level: "warn",
    what: "A code without quotes is no string to every YAML reader.",
    why: "YAML 1.1 reads `NO`, `off` or `2020-01-01` as a boolean or a date, so tools disagree on what the code is.",
    fix: "Put the code in quotes.",
  },
  "code-deceptive": {
    level: "warn",
    what: "A code does not look like what it is: it holds characters that nobody sees, or looks like another code.",
    why: "A reviewer cannot tell such codes apart, but clients can, and a change between them looks like none.",
    fix: "Write the code with the characters that it seems to have.",
  },
  "ref-unresolved": {
    level: "warn",
    what: "A reference on the way to the codes leads nowhere, out of the root, or to the network.",
    why: "What it would declare is not known, so codes may be missing from the contract.",
    fix: "Point the reference to a file inside the root that has the schema.",
  },
  "errors-not-there": {
    level: "warn",
    what: "There is no list of codes where `errors` in the config says that it is.",
    why: "The codes that the config means are not guarded.",
    fix: "Correct `errors` in the config; `errlock codes --explain` shows where lists are.",
  },
} as const satisfies Record<string, WarningRule>;

export type WarningRuleId = keyof typeof warningRules;
