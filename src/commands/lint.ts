import { type Baseline, fromContract } from "../baseline/format.js";
import type { SpecReport } from "../contract/report.js";
import type { JudgeBase } from "../judge/judge.js";
import { type Branch, openAgainst } from "./branch.js";
import { catalogSummaries, failedReport, locateFindings } from "./complete.js";
import { type BaseReading, judgeFindingsAlone } from "./judge-entry.js";
import { lintSpec } from "./lint-spec.js";
import type { JudgeOptions } from "./options.js";
import { reportProblem, specError, toProblem } from "./problem.js";
import { judgeAndPublish } from "./publish.js";
import { isUnknownDocument, notOpenApi, readBaseline, readSpec } from "./read.js";
import { type Entry, openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/**
 * `errlock lint`: the rules alone. What a baseline knows or the config accepts does not fail here either, and with
 * `--against` neither does what was there before the branch.
 */
export async function lint(specs: readonly string[], options: JudgeOptions, world: World): Promise<ExitCode> {
  return judgeAndPublish("lint", options, world, async () => {
    const workspace = await openWorkspace(specs, options, world);
    const branch = await openAgainst(workspace, { specs, options, world });
    try {
      const reports: SpecReport[] = [];
      for (const entry of branch?.entries ?? workspace.entries) {
        try {
          reports.push(await lintEntry(entry, workspace, branch));
        } catch (error) {
          reportProblem(error, world, options.verbose);
          reports.push(failedReport(entry.spec, specError(toProblem(error))));
        }
      }
      return { now: workspace.now, against: branch?.against ?? null, specs: reports };
    } finally {
      branch?.close();
    }
  });
}

async function lintEntry(entry: Entry, workspace: Workspace, branch: Branch | null): Promise<SpecReport> {
  const { source } = workspace.tree;
  const { limits } = branch?.policy ?? workspace;
  const baseline = (await readBaseline(source, entry.baseline, limits)) ?? branch?.removed(entry) ?? null;
  const reading = await readSpec(entry, baseline, { ...workspace, limits });
  const { spec, extraction } = reading;
  if (entry.policy.errors !== "none" && isUnknownDocument(extraction)) throw notOpenApi(entry);
  const { contract } = extraction;
  const recorded = baseline ?? fromContract(contract, { version: contract.version ?? "0" });
  const findings = judgeFindingsAlone(entry, workspace, {
    baseline: recorded,
    contract,
    findings: await lintSpec(reading, entry, baseline, branch?.policy ?? workspace),
    ...(branch !== null && {
      base: await lintBase(await branch.read(entry, recorded, reading), baseline, branch.policy),
      against: branch.against.ref,
    }),
  });
  workspace.budget.spendVerdict({ changes: [], findings });
  return {
    ...failedReport(entry.spec, null),
    catalogs: catalogSummaries(contract),
    operations: contract.operations?.length ?? 0,
    findings: locateFindings(findings, spec),
    notes: [
      ...(entry === (branch ?? workspace).entries[0] ? workspace.notes : []),
      ...(branch?.notesFor(entry) ?? []),
    ],
  };
}

/** What the rules found at the base of the branch. */
async function lintBase(
  base: BaseReading | null,
  baseline: Baseline | null,
  { config }: Workspace,
): Promise<JudgeBase> {
  const acceptances = config?.accept ?? [];
  const nothing = { version: null, released: null, changes: [], findings: [], acceptances };
  if (base === null || base.isHead) return nothing;
  return { ...nothing, findings: await lintSpec(base.reading, base.entry, baseline, base.workspace) };
}
