import { fromContract, toContract } from "../baseline/format.js";
import type { Finding } from "../contract/finding.js";
import { Problem } from "../contract/problem.js";
import type { SpecReport } from "../contract/report.js";
import { type Branch, openBranch } from "./branch.js";
import { catalogSummaries, failedReport, locateFindings } from "./complete.js";
import { judgeFindingsAlone } from "./judge-entry.js";
import type { JudgeOptions } from "./options.js";
import { reportProblem, specError, toProblem } from "./problem.js";
import { judgeAndPublish } from "./publish.js";
import { readBaseline } from "./read.js";
import { type Entry, openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** `errlock baseline verify --against REF`: is every baseline a lawful successor of the base's? */
export async function baselineVerify(
  specs: readonly string[],
  options: JudgeOptions,
  world: World,
): Promise<ExitCode> {
  const { against } = options;
  if (against === undefined) {
    throw new Problem("usage", "`baseline verify` needs a base", "name it: `--against origin/main`.");
  }
  return judgeAndPublish("check", options, world, async () => {
    const workspace = await openWorkspace(specs, options, world);
    const branch = await openBranch(workspace, against, { specs, options, world });
    try {
      const reports: SpecReport[] = [];
      for (const [index, entry] of branch.entries.entries()) {
        try {
          reports.push(await verifyOne(entry, index === 0, workspace, branch));
        } catch (error) {
          reportProblem(error, world, options.verbose);
          reports.push(failedReport(entry.spec, specError(toProblem(error))));
        }
      }
      return { now: workspace.now, against: branch.against, specs: reports };
    } finally {
      branch.close();
    }
  });
}

async function verifyOne(
  entry: Entry,
  isFirst: boolean,
  workspace: Workspace,
  branch: Branch,
): Promise<SpecReport> {
  const baseline = await readBaseline(workspace.tree.source, entry.baseline, workspace.limits);
  const ofBaselines = ({ rule }: Finding) => rule.startsWith("baseline-");
  const findings = judgeFindingsAlone(entry, workspace, {
    baseline: baseline ?? branch.removed(entry) ?? fromContract(empty, { version: "0" }),
    contract: empty,
    findings: branch.findingsFor(entry, isFirst).filter(ofBaselines),
    against: branch.against.ref,
  });
  return {
    ...failedReport(entry.spec, null),
    baseline: baseline && { path: entry.baseline, version: baseline.version },
    catalogs: baseline ? catalogSummaries(toContract(baseline)) : [],
    findings: locateFindings(findings, null),
    notes: branch.notesFor(entry),
  };
}

const empty = { version: null, errors: null, catalogs: [], body: {}, operations: null } as const;
