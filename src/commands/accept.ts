import { addAcceptances, type NewAcceptance, pruneAcceptances } from "../config/edit.js";
import { nearest } from "../contract/nearest.js";
import type { Acceptance } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { isExpired, namesWhatIs } from "../judge/accept.js";
import { judgeAcceptances } from "../judge/acceptances.js";
import type { JudgedBy } from "../judge/judge.js";
import { reaches } from "../judge/levels.js";
import { schemeOf } from "../judge/version.js";
import { openAgainst } from "./branch.js";
import { editConfig } from "./edit-config.js";
import { judgeConsumers } from "./judge-consumers.js";
import type { Judged } from "./judge-run.js";
import { judgeSpecs } from "./judge-specs.js";
import { acceptedCodes, choose, openOf } from "./open-items.js";
import type { AcceptOptions } from "./options.js";
import { findOrphans } from "./orphans.js";
import { openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

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
  const { judged, problems } = await judgeAll(workspace, options, world);
  // What goes for all specs waits until all can be judged.
  if (problems.length > 0 && (options.prune || options.all)) throw problems[0];
  if (options.prune) return prune(workspace, judged, world);
  const reason = options.reason?.trim() ?? "";
  if (reason === "") {
    throw new Problem("usage", "an acceptance needs a reason", 'say why this is intended: `--reason "…"`.');
  }
  const open = judged.flatMap(openOf);
  const chosen = options.all
    ? open.filter(({ level }) => reaches(level, options.failOn))
    : choose(what, options, { open, accepted: acceptedCodes(judged) }, problems);
  if (chosen.length === 0) {
    throw new Problem("nothing-to-accept", "nothing fails that could be accepted", "see `errlock check`.");
  }
  const to = options.to ?? [];
  const entries = chosen.map(({ identity, input }): NewAcceptance => {
    const entry = {
      ...identity,
      to,
      reason,
      owner: options.owner ?? null,
      until: options.until ?? null,
      correction: options.correction === true,
    };
    refuseDead({ ...entry, location: null }, input);
    return entry;
  });
  const { file } = await editConfig(workspace, (text, name) => addAcceptances(text, name, entries));
  for (const { code, kind, at } of entries)
    world.out(`${file}: accepted ${[kind, code, at].filter(Boolean).join(" ")}\n`);
  return 0;
}

/** @throws Problem for an acceptance that would accept nothing from the start */
function refuseDead(acceptance: Acceptance, input: JudgedBy): void {
  const { until, to } = acceptance;
  if (!namesWhatIs(acceptance, input.contract)) {
    const codes = input.contract.catalogs.flatMap((catalog) => catalog.codes.map(({ code }) => code));
    const missing = to.find((code) => !codes.includes(code)) ?? "";
    const near = nearest(missing, codes);
    throw new Problem(
      "usage",
      `\`--to ${missing}\` is no code of ${input.spec}`,
      near === null ? "name what the code is called there now." : `did you mean \`${near}\`?`,
    );
  }
  if (isExpired(acceptance, input.now, input.contract.version, schemeOf(input.policy, input.baseline))) {
    throw new Problem(
      "usage",
      `\`--until ${until}\` has ended already, or is neither a date nor a version of ${input.spec}`,
      "give a date to come (2026-12-31), or a version that is not below the declared one.",
    );
  }
}

async function judgeAll(
  workspace: Workspace,
  options: AcceptOptions,
  world: World,
): Promise<{ readonly judged: readonly Judged[]; readonly problems: readonly unknown[] }> {
  const branch = await openAgainst(workspace, { specs: [], options, world });
  try {
    const run = { workspace, branch, orphans: await findOrphans(workspace) };
    const outcomes = await judgeSpecs(run, { specs: [], options }, world);
    const done = await judgeConsumers(
      outcomes.filter((each) => "verdict" in each),
      run,
    );
    const problems = [...outcomes.filter((each) => "problem" in each), ...done.scanned.unread];
    return { judged: done.judged, problems: problems.map(({ problem }) => problem) };
  } finally {
    branch?.close();
  }
}

/** Takes out what is stale or expired. */
async function prune(workspace: Workspace, judged: readonly Judged[], world: World): Promise<ExitCode> {
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
