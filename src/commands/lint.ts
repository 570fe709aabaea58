import { fromContract } from "../baseline/format.js";
import type { SpecReport } from "../contract/report.js";
import { catalogSummaries, failedReport, locateFindings } from "./complete.js";
import { judgeFindingsAlone } from "./judge-entry.js";
import { lintSpec } from "./lint-spec.js";
import type { JudgeOptions } from "./options.js";
import { reportProblem, specError, toProblem } from "./problem.js";
import { judgeAndPublish } from "./publish.js";
import { readBaseline, readSpec } from "./read.js";
import { type Entry, openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** `errlock lint`: the rules alone. What a baseline knows or the config accepts does not fail here either. */
export async function lint(specs: readonly string[], options: JudgeOptions, world: World): Promise<ExitCode> {
  return judgeAndPublish("lint", options, world, async () => {
    const workspace = await openWorkspace(specs, options, world);
    const reports: SpecReport[] = [];
    for (const entry of workspace.entries) {
      try {
        reports.push(await lintEntry(entry, workspace));
      } catch (error) {
        reportProblem(error, world, options.verbose);
        reports.push(failedReport(entry.spec, specError(toProblem(error))));
      }
    }
    return { now: workspace.now, against: null, specs: reports };
  });
}

async function lintEntry(entry: Entry, workspace: Workspace): Promise<SpecReport> {
  const baseline = await readBaseline(workspace.tree.source, entry.baseline);
  const reading = await readSpec(entry, baseline, workspace);
  const { spec, extraction } = reading;
  const { contract } = extraction;
  const findings = judgeFindingsAlone(entry, workspace, {
    baseline: baseline ?? fromContract(contract, { version: contract.version ?? "0" }),
    contract,
    findings: await lintSpec(reading, entry, baseline, workspace),
  });
  return {
    ...failedReport(entry.spec, null),
    catalogs: catalogSummaries(contract),
    operations: contract.operations?.length ?? 0,
    findings: locateFindings(findings, spec),
  };
}
