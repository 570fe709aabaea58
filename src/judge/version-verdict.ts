import type { Bump } from "../contract/change.js";
import type { VersionScheme } from "../contract/policy.js";
import type { Origin, VersionVerdict } from "../contract/report.js";
import type { Judgement } from "./deprecation.js";
import type { JudgeInput, VerdictChange } from "./types.js";
import { compareVersions, largestBump, requiredVersion, versionState } from "./version.js";

/** Wording and groups never make a release too small: the baseline does not hold them. */
const wording = new Set(["description-changed", "group-changed"]);

/** The largest bump that changes demand; a change of wording demands none of a release. */
export function requiredBumpOf(changes: readonly Pick<VerdictChange, "kind" | "bump">[]): Bump {
  return largestBump(changes.filter(({ kind }) => !wording.has(kind)).map(({ bump }) => bump));
}

/** The declared version against what the changes demand. */
export function judgeVersion(
  input: JudgeInput,
  changes: readonly VerdictChange[],
  scheme: VersionScheme,
): VersionVerdict {
  const { baseline, contract } = input;
  const requiredBump = requiredBumpOf(changes);
  return {
    scheme,
    baseline: baseline.version,
    declared: contract.version,
    required: requiredVersion(baseline, requiredBump, scheme),
    requiredBump,
    state: versionState(baseline, contract.version, requiredBump, scheme),
  };
}

/** The finding that a version deserves; null where it holds. It says which changes demand what. */
export function versionJudgement(
  verdict: VersionVerdict,
  changes: readonly VerdictChange[],
  input: JudgeInput,
): (Judgement & { readonly remedy: readonly string[] }) | null {
  const { state, baseline, declared, required, requiredBump, scheme } = verdict;
  if (state !== "too-small" && state !== "lowered") return null;
  const site = { file: input.spec, pointer: declared === null ? "#/info" : "#/info/version" };
  const at = declared ?? "no version";
  const origin = originOf(verdict, changes, input);
  if (state === "lowered") {
    const message =
      declared === null
        ? `The spec declares no version any more; the baseline is ${baseline}.`
        : `The declared version ${declared} is lower than the baseline's, ${baseline}.`;
    return { rule: "version-lowered", at, message, site, origin, remedy: [declare(required ?? baseline)] };
  }
  const lowest = required ?? baseline;
  if (compareVersions(declared ?? "", baseline, scheme) === null) {
    const message = `The declared version ${declared} is no ${scheme} version like the baseline's, ${baseline}, so it shows nothing.`;
    return { rule: "version-too-small", at, message, site, origin, remedy: [declare(lowest)] };
  }
  const demanding = changes.filter((change) => change.bump === requiredBump);
  const message = `The declared version ${declared} is too small: ${because(demanding)} ${demanding.length === 1 ? "demands" : "demand"} a ${requiredBump} bump from ${baseline}, at least ${lowest}.`;
  return { rule: "version-too-small", at, message, site, origin, remedy: [declare(lowest)] };
}

function declare(version: string): string {
  return `info: { version: ${JSON.stringify(version)} }`;
}

function because(changes: readonly VerdictChange[]): string {
  const [first] = changes;
  const name =
    first === undefined
      ? ""
      : `${first.kind} of \`${first.code ?? first.field ?? first.catalog ?? first.operations[0] ?? ""}\``;
  const more = changes.length - 1;
  return more < 1 ? name : `${name} and ${more} more ${more === 1 ? "change" : "changes"}`;
}

/**
 * The base's fault is only what the base shows by itself: the same version after the same release, and as much too
 * small for the base's changes alone.
 */
function originOf(verdict: VersionVerdict, changes: readonly VerdictChange[], input: JudgeInput): Origin {
  const { base, baseline } = input;
  const { declared, required, scheme, state } = verdict;
  if (base === null || base.version !== declared || base.released !== baseline.version) return "branch";
  const before = requiredBumpOf(changes.filter(({ origin }) => origin === "base"));
  const isSame = state === "lowered" || requiredVersion(baseline, before, scheme) === required;
  return isSame ? "base" : "branch";
}
