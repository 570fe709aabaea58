import { join } from "node:path";
import { formatBaseline } from "../baseline/format.js";
import { refuseMany } from "../baseline/read.js";
import { type Release, release } from "../baseline/release.js";
import type { Acceptance } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { writeAtomically } from "../host/files.js";
import { withLock } from "../host/lock.js";
import { suggestedVersion } from "../judge/version.js";
import { bumpVersion } from "./bump-version.js";
import { catalogSummaries, failedReport, locateChanges, locateFindings } from "./complete.js";
import { pruneConfig } from "./edit-config.js";
import { type JudgedEntry, judgeEntry } from "./judge-entry.js";
import { withoutBaseline } from "./judge-run.js";
import type { BaselineOptions } from "./options.js";
import { findOrphans, orphanProblem } from "./orphans.js";
import { renderOptions } from "./outputs.js";
import { reportProblem } from "./problem.js";
import { toReport } from "./publish.js";
import { readBaseline } from "./read.js";
import { type Entry, openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** What became of one spec. */
interface Updated {
  readonly exitCode: ExitCode;
  readonly used: readonly Acceptance[];
  /** Acceptances that still do something for a spec that was not released. */
  readonly inUse: readonly Acceptance[];
}

/**
 * `errlock baseline update`: the release step. Baselines first, the config last: whatever is interrupted, the next
 * run finishes. The changelog goes to standard output.
 */
export async function baselineUpdate(
  specs: readonly string[],
  options: BaselineOptions,
  world: World,
): Promise<ExitCode> {
  const workspace = await openWorkspace(specs, options, world);
  const orphans = await findOrphans(workspace);
  for (const orphan of orphans) reportProblem(orphanProblem(orphan, workspace), world, options.verbose);
  const updated: Updated[] = [];
  for (const entry of workspace.entries) {
    try {
      const file = join(workspace.root, entry.baseline);
      const work = () => updateOne(entry, workspace, { options, world, orphans });
      updated.push(options.dryRun ? await work() : await withLock(file, work));
    } catch (error) {
      reportProblem(placed(error, entry.spec), world, options.verbose);
      updated.push({ exitCode: 2, used: [], inUse: [] });
    }
  }
  const inUse = new Set(updated.flatMap((each) => each.inUse));
  const used = updated.flatMap((each) => each.used).filter((each) => !inUse.has(each));
  await pruneConfig(workspace, used, options.dryRun === true, world);
  const codes = [orphans.length > 0 ? 2 : 0, ...updated.map(({ exitCode }) => exitCode)];
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

/** A release is refused without knowing whose it is. */
function placed(error: unknown, file: string): unknown {
  if (!(error instanceof Problem && error.code === "usage" && error.location === null)) return error;
  return new Problem(error.code, error.message, error.hint, { file }, { cause: error });
}

interface Context {
  readonly options: BaselineOptions;
  readonly world: World;
  readonly orphans: readonly string[];
}

async function updateOne(entry: Entry, workspace: Workspace, context: Context): Promise<Updated> {
  const { options, world } = context;
  const baseline = await readBaseline(workspace.tree.source, entry.baseline, workspace.limits);
  if (baseline === null)
    throw await withoutBaseline(entry, { workspace, branch: null, orphans: context.orphans });
  const asItIs = await judgeEntry(entry, baseline, { workspace, policy: workspace, findings: [] });
  const bump = options.bump ? suggestedBump(asItIs, workspace) : null;
  const judged = bump === null ? asItIs : await judgeBumped(asItIs, bump, workspace);
  const { reading, input, verdict } = judged;
  const released = release({
    baseline,
    contract: reading.extraction.contract,
    verdict,
    acceptances: input.acceptances,
    policy: entry.policy,
    now: workspace.now,
    as: options.as ?? null,
  });
  if (released.state === "refused") {
    await refuse(judged, released, context);
    return { exitCode: 1, used: [], inUse: [...verdict.fitting] };
  }
  refuseMany(released.baseline, entry.baseline, workspace.limits);
  if (bump !== null) {
    // The spec first: where that was all that happened, the next run makes the release.
    if (!options.dryRun) await writeAtomically(join(workspace.root, bump.file), bump.text, workspace.root);
    world.err(`${bump.file}: ${options.dryRun ? "would declare" : "declares"} version ${bump.version}\n`);
  }
  const text = formatBaseline(released.baseline);
  const changed = text !== formatBaseline(baseline);
  if (changed && !options.dryRun) {
    await writeAtomically(join(workspace.root, entry.baseline), text, workspace.root);
  }
  if (released.state === "released") world.out(released.changelog);
  world.err(`${entry.baseline}: ${said(released, changed, options.dryRun === true)}\n`);
  return { exitCode: 0, used: released.used, inUse: [] };
}

function said(released: Release, changed: boolean, dryRun: boolean): string {
  if (!changed) return `up to date, version ${released.state === "refused" ? "" : released.baseline.version}`;
  const wrote = dryRun ? "would write" : "wrote";
  return released.state === "released"
    ? `${wrote} version ${released.baseline.version}`
    : `${wrote} fewer known findings`;
}

interface SuggestedBump {
  readonly version: string;
  readonly file: string;
  /** Of the whole spec, with that version. */
  readonly text: string;
}

/** The spec with a version that a release can have; null where it declares one already, or none can be told. */
function suggestedBump(judged: JudgedEntry, { now }: Workspace): SuggestedBump | null {
  const { entry, input, verdict, reading } = judged;
  const { state, requiredBump, scheme } = verdict.version;
  if (state === "none" || state === "covered") return null;
  const version = suggestedVersion(input.baseline, requiredBump, scheme, now);
  if (version === null) return null;
  if (entry.content !== undefined) {
    throw new Problem("usage", "`--bump` cannot write into standard input", "name the file.");
  }
  return { version, ...bumpVersion(reading.spec, version) };
}

function judgeBumped(
  judged: JudgedEntry,
  { text }: SuggestedBump,
  workspace: Workspace,
): Promise<JudgedEntry> {
  const entry = { ...judged.entry, content: new TextEncoder().encode(text) };
  return judgeEntry(entry, judged.input.baseline, { workspace, policy: workspace, findings: [] });
}

/** Says what stands in the way of a release, as `check` would. */
async function refuse(
  judged: JudgedEntry,
  refusal: Release & { state: "refused" },
  { options, world }: Context,
): Promise<void> {
  const { entry, reading } = judged;
  // What the problem itself says is not told twice.
  const findings = refusal.findings.filter(({ message }) => message !== refusal.message);
  const report = toReport(
    {
      command: "check",
      now: judged.input.now,
      against: null,
      specs: [
        {
          ...failedReport(entry.spec, null),
          baseline: { path: entry.baseline, version: judged.input.baseline.version },
          catalogs: catalogSummaries(reading.extraction.contract),
          operations: reading.extraction.contract.operations?.length ?? 0,
          changes: locateChanges(refusal.changes, reading.spec),
          findings: locateFindings(findings, reading.spec),
        },
      ],
    },
    "error",
  );
  if (refusal.changes.length + findings.length > 0) {
    const { render } = await import("../report/text.js");
    world.err(render(report, renderOptions(options, null, world)));
  }
  reportProblem(new Problem(refusal.code, refusal.message, refusal.hint, { file: entry.spec }), world);
}
