import { type Baseline, catalogNamed } from "../contract/baseline.js";
import type { ChangeKind } from "../contract/change.js";
import { leavingCodes } from "../judge/fingerprint.js";
import type { VerdictChange } from "../judge/judge.js";
import { code, plain, prose } from "../report/escape/markdown.js";

const sections: readonly (readonly [title: string, kinds: readonly ChangeKind[]])[] = [
  ["Removed", ["code-removed", "catalog-removed"]],
  ["Renamed", ["code-renamed"]],
  ["Reintroduced", ["code-reintroduced"]],
  ["Added", ["code-added"]],
  ["Deprecated", ["code-deprecated", "code-sunset-shortened"]],
];

/**
 * The release notes of one release, as Markdown: what clients have to know, codes first. What a baseline does not
 * hold, and what demands nothing of a version, is left out.
 */
export function changelogOf(
  version: string,
  date: string,
  changes: readonly VerdictChange[],
  released: Baseline,
): string {
  const told = new Set(sections.flatMap(([, kinds]) => kinds));
  const lines = sections.map(([title, kinds]) => {
    const entries = changes.filter(({ kind }) => kinds.includes(kind));
    return section(
      title,
      entries.flatMap((change) => entriesOf(change, released)),
    );
  });
  const others = changes.filter(({ kind, bump }) => !told.has(kind) && bump !== "none");
  const changed = section(
    "Changed",
    others.map((change) => `- ${prose(change.message)}${because(change)}`),
  );
  const body = [...lines, changed].filter((part) => part !== "");
  return `${[`## ${plain(version)} (${date})`, ...(body.length === 0 ? ["No code changed."] : body)].join("\n\n")}\n`;
}

function section(title: string, entries: readonly string[]): string {
  return entries.length === 0 ? "" : `### ${title}\n\n${entries.join("\n")}`;
}

function entriesOf(change: VerdictChange, released: Baseline): string[] {
  if (change.kind === "code-renamed") {
    const to = change.to.map(code).join(", ");
    return [`- ${code(change.code ?? "")} is now ${to}${statuses(change)}.${because(change)}`];
  }
  const left = leavingCodes(change);
  if (left.length > 0) {
    const retired = catalogNamed(released, change.catalog)?.retired ?? {};
    return left.map((name) => `- ${code(name)}${statuses(change)}: ${plain(retired[name]?.reason ?? "")}`);
  }
  if (change.kind === "code-added") return [`- ${code(change.code ?? "")}${statuses(change)}`];
  return [`- ${prose(change.message)}${because(change)}`];
}

function statuses(change: VerdictChange): string {
  return change.statuses.length === 0 || change.code === null
    ? ""
    : ` (${change.statuses.map(plain).join(", ")})`;
}

function because({ accepted }: VerdictChange): string {
  if (accepted === null) return "";
  return ` ${accepted.correction ? "Correction" : "Reason"}: ${plain(accepted.reason)}`;
}
