import { remember } from "../contract/memo.js";
import type { SpecReport } from "../contract/report.js";
import { judgeAcceptances } from "../judge/acceptances.js";
import type { VerdictFinding } from "../judge/judge.js";
import { type Asked, type Branch, openAgainst } from "./branch.js";
import { catalogSummaries, failedReport, locateChanges, locateFindings } from "./complete.js";
import { judgeableAcceptances, judgeConsumers, withConsumers } from "./judge-consumers.js";
import { entriesOf, type Judged } from "./judge-run.js";
import { judgeSpecs } from "./judge-specs.js";
import type { JudgeOptions } from "./options.js";
import { findOrphans, orphanProblem } from "./orphans.js";
import { reportProblem, specError, toProblem } from "./problem.js";
import { judgeAndPublish } from "./publish.js";
import { openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** `errlock check`: the gate. */
export async function check(
  specs: readonly string[],
  options: JudgeOptions,
  world: World,
): Promise<ExitCode> {
  return judgeAndPublish("check", options, world, async () => {
    const workspace = await openWorkspace(specs, options, world);
    const branch = await openAgainst(workspace, { specs, options, world });
    try {
      const judged = await judgeAll(workspace, branch, { specs, options, world });
      for (const { problem } of judged) if (problem !== null) reportProblem(problem, world, options.verbose);
      return {
        now: workspace.now,
        against: branch?.against ?? null,
        specs: judged.map(({ report }) => report),
      };
    } finally {
      branch?.close();
    }
  });
}

interface Outcome {
  readonly report: SpecReport;
  readonly problem: unknown;
}

async function judgeAll(workspace: Workspace, branch: Branch | null, asked: Asked): Promise<Outcome[]> {
  const orphans = await findOrphans(workspace);
  const run = { workspace, branch, orphans };
  const entries = entriesOf(run);
  const { specs, options, world } = asked;
  const judged = await judgeSpecs(run, { specs, options }, world);
  const done = await judgeConsumers(
    judged.filter((each) => "verdict" in each),
    run,
  );
  // What cannot be judged may be what an acceptance is meant for.
  const stale = judgeAcceptances(
    judgeableAcceptances(workspace.config?.accept ?? [], done),
    done.judged,
    specs.length === 0 && done.judged.length === judged.length,
  );
  const staleOf = new Map<string, VerdictFinding[]>();
  for (const { spec, finding } of stale) remember(staleOf, spec, () => []).push(finding);
  const whole = new Map(done.judged.map((each) => [each.entry, each]));
  const outcomes = judged.map((each): Outcome => {
    if (!("verdict" in each)) return unjudged(each.entry.spec, each.problem);
    const report = reportOf(whole.get(each.entry) ?? each, staleOf.get(each.entry.spec) ?? [], branch);
    const general = each.entry === entries[0] ? workspace.notes : [];
    return {
      report: withConsumers({ ...report, notes: [...general, ...report.notes] }, done),
      problem: null,
    };
  });
  for (const { consumer, problem } of done.scanned.unread)
    outcomes.push(unjudged(consumer.location.file, problem));
  for (const file of orphans) {
    // The base's policy may judge by it, whatever the branch's config says.
    if (branch?.explains(file) || entries.some(({ baseline }) => baseline === file)) continue;
    // A spec without a baseline was told of it already.
    if (file === orphans[0] && outcomes.some(({ report }) => report.error?.code === "baseline-missing"))
      continue;
    outcomes.push(unjudged(file, orphanProblem(file, workspace)));
  }
  return outcomes;
}

function unjudged(spec: string, problem: unknown): Outcome {
  return { report: failedReport(spec, specError(toProblem(problem))), problem };
}

function reportOf(
  { entry, input, verdict, places }: Judged,
  stale: readonly VerdictFinding[],
  branch: Branch | null,
): SpecReport {
  const { contract } = input;
  return {
    spec: entry.spec,
    error: null,
    baseline: { path: entry.baseline, version: input.baseline.version },
    catalogs: catalogSummaries(contract),
    operations: contract.operations?.length ?? 0,
    version: verdict.version,
    changes: locateChanges(verdict.changes, places),
    findings: locateFindings([...verdict.findings, ...stale], places),
    notes: [...(branch?.notesFor(entry) ?? []), ...verdict.notes],
  };
}
