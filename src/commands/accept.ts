import { addAcceptances, type NewAcceptance, pruneAcceptances } from "../config/edit.js";
import type { Level } from "../contract/change.js";
import { nearest } from "../contract/nearest.js";
import type { Acceptance } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { isSpentOnceMerged, judgeAcceptances } from "../judge/acceptances.js";
import { isJudgingRule, judgingRules } from "../judge/findings.js";
import { leaves, leavingCodes, leavingKinds, placeOf } from "../judge/fingerprint.js";
import type { VerdictChange, VerdictFinding } from "../judge/judge.js";
import { reaches } from "../judge/levels.js";
import { openBranch } from "./branch.js";
import { editConfig } from "./edit-config.js";
import type { JudgedEntry } from "./judge-entry.js";
import { entriesOf, judgeOne } from "./judge-run.js";
import type { AcceptOptions } from "./options.js";
import { findOrphans } from "./orphans.js";
import { openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** Something that fails, with the acceptance that fits it. */
interface Open {
  readonly fingerprint: string;
  readonly level: Level;
  readonly identity: Pick<Acceptance, "code" | "kind" | "at" | "spec" | "catalog">;
  /** Every code that it accepts the leaving of. */
  readonly codes: readonly string[];
}

/**
 * `errlock accept`: writes reviewed acceptances into the config. It accepts what `check` shows and nothing else, so that
 * none is stale from the start.
 */
export async function accept(
  what: readonly string[],
  options: AcceptOptions,
  world: World,
): Promise<ExitCode> {
  const workspace = await openWorkspace([], options, world);
  const judged = await judgeAll(workspace, options, world);
  if (options.prune) return prune(workspace, judged, world);
  const reason = options.reason?.trim() ?? "";
  if (reason === "") {
    throw new Problem("usage", "an acceptance needs a reason", 'say why this is intended: `--reason "…"`.');
  }
  const open = judged.flatMap(openOf);
  const chosen = options.all
    ? open.filter(({ level }) => reaches(level, options.failOn))
    : choose(what, options, open);
  if (chosen.length === 0) {
    throw new Problem("nothing-to-accept", "nothing fails that could be accepted", "see `errlock check`.");
  }
  const to = options.to ?? [];
  const entries = chosen.map(
    ({ identity }): NewAcceptance => ({
      ...identity,
      to,
      reason,
      owner: options.owner ?? null,
      until: options.until ?? null,
      correction: options.correction === true,
    }),
  );
  const { file } = await editConfig(workspace, (text, name) => addAcceptances(text, name, entries));
  for (const { code, kind, at } of entries)
    world.out(`${file}: accepted ${[kind, code, at].filter(Boolean).join(" ")}\n`);
  return 0;
}

async function judgeAll(workspace: Workspace, options: AcceptOptions, world: World): Promise<JudgedEntry[]> {
  const branch =
    options.against === undefined
      ? null
      : await openBranch(workspace, options.against, { specs: [], options, world });
  try {
    const run = { workspace, branch, orphans: await findOrphans(workspace) };
    const judged: JudgedEntry[] = [];
    for (const entry of entriesOf(run)) judged.push(await judgeOne(entry, run));
    return judged;
  } finally {
    branch?.close();
  }
}

/** Takes out what is stale or expired. */
async function prune(workspace: Workspace, judged: readonly JudgedEntry[], world: World): Promise<ExitCode> {
  const accepted = workspace.config?.accept ?? [];
  const dead = new Set(judgeAcceptances(accepted, judged, true).map(({ finding }) => finding.location));
  const gone = accepted.filter(({ location }) => dead.has(location));
  if (gone.length === 0) {
    world.out("no acceptance is stale or expired\n");
    return 0;
  }
  const { file } = await editConfig(workspace, (text, name) => pruneAcceptances(text, name, gone));
  for (const { kind, code, at } of gone)
    world.out(`${file}: removed ${[kind, code, at].filter(Boolean).join(" ")}\n`);
  return 0;
}

/** What of a spec fails and can be accepted. */
function openOf({ verdict, input }: JudgedEntry): Open[] {
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
        codes: [],
        identity: { code: null, kind: rule, at, catalog: null, spec },
      }),
    );
  return [...changes, ...findings];
}

function isAcceptable(rule: string): boolean {
  return !isJudgingRule(rule) || judgingRules[rule].acceptable;
}

/** What the command line names, among what is open. @throws Problem for what does not fail */
function choose(what: readonly string[], options: AcceptOptions, open: readonly Open[]): Open[] {
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
