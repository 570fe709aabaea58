import type { Acceptance } from "../contract/policy.js";
import { judgeChanges } from "./changes.js";
import { hastySunsets, type Judgement, skippedDeprecations } from "./deprecation.js";
import { judgeFindings, toFinding } from "./findings-judged.js";
import { findingFingerprint } from "./fingerprint.js";
import { notesOf } from "./notes.js";
import type { JudgeInput, Verdict, VerdictFinding } from "./types.js";
import { schemeOf } from "./version.js";
import { judgeVersion, versionJudgement } from "./version-verdict.js";

export type { JudgeBase, JudgedBy, JudgeInput, Verdict, VerdictChange, VerdictFinding } from "./types.js";

/**
 * The verdict on one spec: every change and finding with what it does to the build, what accepts it, who made it, what
 * would make it lawful, and the version's part. Nothing is left out: what does not fail is there, and says why.
 * Whether acceptances are stale or expired is judged over all specs of a run, by `judgeAcceptances`.
 */
export function judge(input: JudgeInput): Verdict {
  const scheme = schemeOf(input.policy, input.baseline);
  const { changes, fitting } = judgeChanges(input);
  const version = judgeVersion(input, changes, scheme);
  const judgements: Judgement[] = [
    ...appeared(input),
    ...skippedDeprecations(changes, input.baseline, input.policy.deprecation, input.now),
    ...hastySunsets(input.contract, input.baseline, input.policy.deprecation, input.now, input.base),
  ];
  const own = judgeFindings(input, judgements.map(toFinding));
  const given = judgeFindings(input, input.findings);
  const findings = [
    ...versionFindings(input, version, changes),
    ...own.findings.map((finding, index) => ({
      ...finding,
      site: judgements[index]?.site ?? null,
      origin: judgements[index]?.origin ?? "branch",
    })),
    ...given.findings,
  ];
  return {
    spec: input.spec,
    changes,
    findings,
    version,
    notes: notesOf(input, changes),
    fitting: new Set<Acceptance>([...fitting, ...own.fitting, ...given.fitting]),
  };
}

function versionFindings(
  input: JudgeInput,
  version: Verdict["version"],
  changes: Verdict["changes"],
): VerdictFinding[] {
  const found = versionJudgement(version, changes, input);
  if (found === null) return [];
  const fingerprint = findingFingerprint(input.spec, found);
  return [{ ...toFinding(found), ...found, accepted: null, known: false, fingerprint }];
}

function appeared({ policy, contract, base }: JudgeInput): Judgement[] {
  if (policy.errors !== "none") return [];
  return contract.catalogs
    .filter((catalog) => catalog.normative)
    .map(({ name, codes }) => ({
      rule: "catalog-appeared",
      at: name,
      message: `The config says that this spec has no codes, but it now has the catalog \`${name}\` with ${codes.length} of them.`,
      site: codes[0]?.sites[0] ?? null,
      origin: base?.changes.some(({ kind, catalog }) => kind === "code-added" && catalog === name)
        ? "base"
        : "branch",
    }));
}
