import type { ChangeKind } from "../../contract/change.js";
import { changeKindOrder, changeKinds } from "../kinds.js";

/** `docs/changes.md`: the table of change kinds and a section for each. A test compares the file with this. */
export function changesPage(): string {
  return [
    "# Changes",
    "",
    "What `errlock check` and `errlock diff` say of two contracts. Each difference is one change of one kind, however many",
    "operations show it. A kind has a level (what it does to the build) and a bump (what it demands of the version); both",
    "can be set under `changes` in `errlock.yaml`. This page is made from the table in `src/compare/kinds`.",
    "",
    "| kind | level | bump | |",
    "| --- | --- | --- | --- |",
    ...changeKindOrder.map(row),
    "",
    ...changeKindOrder.flatMap(section),
  ].join("\n");
}

function row(kind: ChangeKind): string {
  const { level, bump, title } = changeKinds[kind];
  return `| [\`${kind}\`](#${kind}) | ${level} | ${bump} | ${title} |`;
}

function section(kind: ChangeKind): string[] {
  const { level, bump, what, why, fix, example } = changeKinds[kind];
  return [
    `## ${kind}`,
    "",
    what,
    "",
    `**Why it matters.** ${why}`,
    "",
    `**What to do.** ${fix}`,
    "",
    "```yaml",
    `before: ${example.before}`,
    `after:  ${example.after}`,
    "```",
    "",
    `Level \`${level}\`, bump \`${bump}\`.`,
    "",
  ];
}
