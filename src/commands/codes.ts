import {
  type CodesReport,
  type CodesSpec,
  codesSpec,
  countOperations,
  unreadCodes,
} from "../report/codes.js";
import type { CodesOptions } from "./options.js";
import { type Output, parseOutputs, renderOptions, writeOutputs } from "./outputs.js";
import { reportProblem, specError, toProblem } from "./problem.js";
import { noCodes, readBaseline, readSpec } from "./read.js";
import { sinceIn } from "./since.js";
import { type Entry, openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** `errlock codes`: prints the catalogs of the specs. 2 where one cannot be read or declares no codes. */
export async function codes(
  specs: readonly string[],
  options: CodesOptions,
  world: World,
): Promise<ExitCode> {
  const outputs = parseOutputs(options, ["text", "json"] as const);
  const lists = options.verbose === true || outputs.some(({ name }) => name === "json");
  const report = await reportOf(specs, { ...options, lists }, world);
  const render = async (output: Output<"text" | "json">) =>
    (await renderer(output))(report, renderOptions(options, output.file, world));
  await writeOutputs(outputs, render, world);
  return report.error !== null || report.specs.some(({ error }) => error !== null) ? 2 : 0;
}

interface ListOptions extends CodesOptions {
  /** Each code's operations are listed. */
  readonly lists: boolean;
}

/** What cannot be read is told on standard error, and in the report. */
async function reportOf(specs: readonly string[], options: ListOptions, world: World): Promise<CodesReport> {
  let workspace: Workspace;
  try {
    workspace = await openWorkspace(specs, options, world);
  } catch (problem) {
    reportProblem(problem, world, options.verbose);
    return { format: 1, error: specError(toProblem(problem)), specs: [] };
  }
  const shown: CodesSpec[] = [];
  for (const entry of workspace.entries) {
    try {
      shown.push(await codesOf(entry, workspace, options));
    } catch (error) {
      reportProblem(error, world, options.verbose);
      shown.push(unreadCodes(entry.spec, specError(toProblem(error))));
    }
  }
  return { format: 1, error: null, specs: shown };
}

async function renderer({ name }: Output<"text" | "json">) {
  return name === "json"
    ? (await import("../report/codes-json.js")).render
    : (await import("../report/codes-text.js")).render;
}

async function codesOf(
  entry: Entry,
  workspace: Workspace,
  { explain = false, lists }: ListOptions,
): Promise<CodesSpec> {
  const places = { limit: workspace.limits.places, file: entry.spec };
  const baseline = await readBaseline(workspace.tree.source, entry.baseline, workspace.limits);
  const reading = await readSpec(entry, baseline, workspace);
  if (reading.extraction.contract.catalogs.length === 0 && !explain) throw noCodes(reading, entry);
  const { spec, extraction } = reading;
  const shown = codesSpec(spec, extraction, { since: sinceIn(baseline), explain, places });
  if (lists) countOperations(shown, places);
  if (shown.catalogs.length > 0) return shown;
  return { ...shown, error: specError(noCodes(reading, entry)) };
}
