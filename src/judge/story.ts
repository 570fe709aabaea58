import { type Baseline, catalogNamed } from "../contract/baseline.js";
import type { Change } from "../contract/change.js";
import { leaves } from "./fingerprint.js";
import type { VerdictChange } from "./types.js";

/** What the baseline knows about the code of a change, as sentences to put behind the message; empty if nothing. */
export function storyOf(change: Change, lawful: VerdictChange["lawful"], baseline: Baseline): string {
  if (lawful === "unstable") return ` It was never in a full release: the last one is ${baseline.stable}.`;
  if (change.code === null) return lawful === "sunset" ? " The sunsets of all of them have come." : "";
  const catalog = catalogNamed(baseline, change.catalog);
  if (catalog === null) return "";
  if (change.kind === "code-reintroduced") return tombstoneStory(catalog.retired[change.code]);
  const entry = catalog.codes[change.code];
  if (entry === undefined || !leaves(change)) return "";
  if (lawful === "sunset") return ` Its sunset, ${entry.sunset}, has come.`;
  const since = ` It was in the contract since ${entry.since}`;
  if (entry.deprecated === undefined) return `${since}.`;
  const sunset = entry.sunset === undefined ? "without a sunset" : `with its sunset on ${entry.sunset}`;
  return `${since}, and is deprecated ${sunset}.`;
}

function tombstoneStory(
  tombstone: { reason: string; replacedBy?: string | readonly string[] } | undefined,
): string {
  if (tombstone === undefined) return "";
  const { reason, replacedBy } = tombstone;
  const names = replacedBy === undefined ? [] : [replacedBy].flat();
  const replaced =
    names.length === 0 ? "" : ` It was replaced by ${names.map((name) => `\`${name}\``).join(", ")}.`;
  return ` The reason was: ${reason.replace(/\.?$/, ".")}${replaced} Clients may still take it for what it meant then.`;
}
