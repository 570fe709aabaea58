import type { Level } from "../contract/change.js";
import { nearest } from "../contract/nearest.js";
import type { Acceptance } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { isSpentOnceMerged } from "../judge/acceptances.js";
import { isJudgingRule, judgingRules } from "../judge/findings.js";
import { leaves, leavingCodes, leavingKinds, placeOf } from "../judge/fingerprint.js";
import type { JudgedBy, VerdictChange, VerdictFinding } from "../judge/judge.js";
import type { Judged } from "./judge-run.js";
import type { AcceptOptions } from "./options.js";

/** Something that fails, with the acceptance that fits it. */
export interface Open {
  readonly fingerprint: string;
  readonly level: Level;
  /** What it was judged by. */
  readonly input: JudgedBy;
  readonly identity: Pick<Acceptance, "code" | "kind" | "at" | "spec" | "catalog">;
  /** Every code that it accepts the leaving of. */
  readonly codes: readonly string[];
}

/** What of a spec fails and can be accepted. */
export function openOf({ verdict, input }: Judged): Open[] {
  const spec = input.severalSpecs ? input.spec : null;
  const several = new Set(verdict.changes.map(({ catalog }) => catalog)).size > 1;
  const isOpen = ({ level, origin, accepted, remedy }: VerdictChange | VerdictFinding) =>
    level !== "off" && origin === "branch" && accepted === null && remedy.length > 0;
  const changes = verdict.changes.filter(isOpen).map((change): Open => {
    const place = placeOf(change);
    const needsCatalog = several || (change.code === null && place === "");
    return {
      fingerprint: change.fingerprint,
      level: change.level,
      input,
      codes: leavingCodes(change),
      identity: {
        code: change.code,
        kind: leaves(change) ? null : change.kind,
        at: place === "" || leavingKinds.has(change.kind) ? null : place,
        catalog: needsCatalog ? change.catalog : null,
        spec,
      },
    };
  });
  const findings = verdict.findings
    .filter((finding) => isOpen(finding) && !finding.known && isAcceptable(finding.rule))
    .map(
      ({ fingerprint, level, rule, at }): Open => ({
        fingerprint,
        level,
        input,
        codes: [],
        identity: { code: null, kind: rule, at, catalog: null, spec },
      }),
    );
  return [...changes, ...findings];
}

function isAcceptable(rule: string): boolean {
  return !isJudgingRule(rule) || judgingRules[rule].acceptable;
}

/** Codes of changes that the config accepts already. */
export function acceptedCodes(judged: readonly Judged[]): ReadonlySet<string> {
  const changes = judged.flatMap(({ verdict }) => verdict.changes);
  return new Set(changes.flatMap((change) => (change.accepted === null ? [] : leavingCodes(change))));
}

/** What the command line names, among what is open. @throws Problem for what does not fail */
export function choose(
  what: readonly string[],
  options: AcceptOptions,
  { open, accepted }: { readonly open: readonly Open[]; readonly accepted: ReadonlySet<string> },
  problems: readonly unknown[],
): Open[] {
  const { kind = null, at = null, catalog = null, spec = null } = options;
  const named = ({ identity }: Open) =>
    (kind === null || identity.kind === kind || (identity.kind === null && leavingKinds.has(kind))) &&
    (at === null || identity.at === at) &&
    (catalog === null || identity.catalog === null || identity.catalog === catalog) &&
    (spec === null || identity.spec === null || identity.spec === spec);
  if (what.length === 0) {
    if (kind === null || (at === null && catalog === null)) {
      throw new Problem(
        "usage",
        "say what to accept",
        "name a code or a fingerprint, or `--kind` with `--at`, or `--all`.",
      );
    }
    const found = open.filter((each) => each.identity.code === null && named(each));
    if (found.length > 0) return found;
    if (problems.length > 0) throw problems[0];
    if (options.against === undefined && isSpentOnceMerged({ kind })) {
      throw new Problem(
        "nothing-to-accept",
        `${kind} shows only where a branch is compared with its base`,
        "name the base: `--against origin/main`.",
      );
    }
    throw new Problem("nothing-to-accept", `no ${kind} fails at ${at ?? catalog}`, "see `errlock check`.");
  }
  return what.flatMap((word) => {
    const found = open.filter(
      (each) => each.fingerprint === word || (each.identity.code === word && named(each)),
    );
    if (found.length > 0) return found;
    const leaving = open.filter((each) => each.codes.includes(word) && named(each));
    if (leaving.length > 0) return leaving.map((each) => ofOneCode(each, word));
    // It may be of a spec that cannot be judged.
    if (problems.length > 0) throw problems[0];
    if (accepted.has(word)) {
      throw new Problem(
        "nothing-to-accept",
        `\`${word}\` is accepted already`,
        "edit its entry under `accept` in the config to say something else of it.",
      );
    }
    const near = nearest(
      word,
      open.flatMap(({ codes, identity }) => [...codes, ...(identity.code === null ? [] : [identity.code])]),
    );
    throw new Problem(
      "nothing-to-accept",
      `\`${word}\` is neither a code that fails nor a fingerprint`,
      near === null ? "see `errlock check`." : `did you mean \`${near}\`?`,
    );
  });
}

/** Of a catalog that is gone, the leaving of one code. */
function ofOneCode({ identity, ...open }: Open, code: string): Open {
  return { ...open, codes: [code], identity: { ...identity, code, kind: null } };
}
