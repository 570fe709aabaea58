import type { Level } from "../contract/change.js";

/** What there is to say about a kind of finding that judging makes; `errlock explain` and `errlock rules` print it. */
export interface JudgingRule {
  readonly level: Level;
  /** False where an acceptance would make no sense: the way out is another one. */
  readonly acceptable: boolean;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

export type JudgingRuleId =
  | "version-too-small"
  | "version-lowered"
  | "acceptance-stale"
  | "acceptance-expired"
  | "deprecation-skipped"
  | "sunset-too-soon"
  | "catalog-appeared"
  | "policy-loosened"
  | "policy-changed"
  | "baseline-edited"
  | "baseline-removed"
  | "consumer-unknown-code"
  | "consumer-retired-code"
  | "consumer-missing-code"
  | "consumer-deprecated-code";

/** Findings that come from judging, not from a lint rule. Their levels are fixed: an acceptance is the only door. */
export const judgingRules = {
  "version-too-small": {
    level: "error",
    acceptable: false,
    what: "The version that the spec declares does not cover what changed since the baseline.",
    why: "Clients read from the version whether an update can break them.",
    fix: "Declare at least the version that the message names.",
  },
  "version-lowered": {
    level: "error",
    acceptable: false,
    what: "The spec declares a version below that of the baseline, or none any more.",
    why: "What was released under a version stays released; going back hides what came after.",
    fix: "Declare the version of the baseline, or a higher one.",
  },
  "acceptance-stale": {
    level: "error",
    acceptable: false,
    what: "An acceptance in the config fits no change and no finding.",
    why: "Left behind, it would let a later break pass that nobody has reviewed.",
    fix: "Correct what it names, or remove it with `errlock accept --prune`.",
  },
  "acceptance-expired": {
    level: "error",
    acceptable: false,
    what: "An acceptance in the config is past its `until`, and no longer accepts anything.",
    why: "The end was part of what was reviewed.",
    fix: "Undo the change, accept it again with a new end, or remove the entry with `errlock accept --prune`.",
  },
  "deprecation-skipped": {
    level: "error",
    acceptable: true,
    what: "A code left that had not been deprecated as the policy demands.",
    why: "Clients learn from a released deprecation that they must move, and by when.",
    fix: "Restore the code, deprecate it with a sunset, and release that first.",
  },
  "sunset-too-soon": {
    level: "error",
    acceptable: true,
    what: "A sunset is announced that leaves clients less time than the policy's window.",
    why: "After its sunset a code may leave without anybody being asked.",
    fix: "Choose a sunset that is at least the window away.",
  },
  "catalog-appeared": {
    level: "error",
    acceptable: true,
    what: "The config says that the spec has no codes (`errors: none`), and now it has some.",
    why: "Codes that nobody locks can change without notice.",
    fix: "Remove `errors: none` from the config, and release the codes with `errlock baseline update`.",
  },
  "policy-loosened": {
    level: "error",
    acceptable: true,
    what: "The branch changes the config in a way that could let something pass.",
    why: "A branch must not judge itself: the policy of the base decides.",
    fix: "Change the policy in a branch of its own, reviewed as such, or accept the difference.",
  },
  "policy-changed": {
    level: "info",
    acceptable: true,
    what: "The branch changes the config in a way that lets nothing more pass.",
    why: "It takes effect once it is in the base.",
    fix: "Nothing needs to be done.",
  },
  "baseline-edited": {
    level: "error",
    acceptable: true,
    what: "The branch's baseline is no lawful successor of the base's.",
    why: "The baseline is the contract as released: only a release may rewrite it.",
    fix: "Restore the baseline of the base, and let `errlock baseline update` make the release.",
  },
  "baseline-removed": {
    level: "error",
    acceptable: true,
    what: "A baseline of the base has no successor in the branch.",
    why: "A check without a baseline is a check that quietly stopped checking.",
    fix: "Restore the file, or move it together with its spec by `errlock baseline move`.",
  },
  "consumer-unknown-code": {
    level: "error",
    acceptable: true,
    what: "A consumer names a code that the catalog does not have.",
    why: "What branches on it never runs, and what is documented never comes.",
    fix: "Name the code that was meant, or add it to the spec; an intended one is listed under the consumer's `ignore`.",
  },
  "consumer-retired-code": {
    level: "error",
    acceptable: true,
    what: "A consumer names a code that was retired.",
    why: "The server does not send it any more: its replacement goes by unhandled.",
    fix: "Name the replacement, or list the code under the consumer's `ignore` as long as old servers run.",
  },
  "consumer-missing-code": {
    level: "error",
    acceptable: true,
    what: "A consumer claims to name every code (`complete: true`), and does not name one.",
    why: "Whoever relies on the claim meets a code that nothing was decided for.",
    fix: "Name the code there, list it under `ignore`, or set `complete: false`.",
  },
  "consumer-deprecated-code": {
    level: "warn",
    acceptable: true,
    what: "A consumer names a code that is deprecated.",
    why: "It may be gone after its sunset.",
    fix: "Move to its replacement before the sunset.",
  },
} as const satisfies Record<JudgingRuleId, JudgingRule>;

export function isJudgingRule(id: string): id is JudgingRuleId {
  return Object.hasOwn(judgingRules, id);
}
