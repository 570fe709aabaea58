import { fromContract } from "../baseline/format.js";
import { Problem } from "../contract/problem.js";
import type { SpecReport } from "../contract/report.js";
import { readWalked } from "../host/walk.js";
import { exitCode } from "../judge/exit-code.js";
import { type FormatName, formats } from "../report/formats.js";
import { renderScanJson } from "../report/scan-json.js";
import { renderSuggestions, scanNotes } from "../report/scan-text.js";
import { toFindings } from "../scan/findings.js";
import { presetOf } from "../scan/languages.js";
import type { ScanReport, Suggestion } from "../scan/report.js";
import { sieveFor } from "../scan/sieve.js";
import { skipReason } from "../scan/skip.js";
import { isTest, suggestionFor } from "../scan/suggest.js";
import { type NamedSpec, vocabularyOf } from "../scan/vocabulary.js";
import { catalogSummaries, failedReport, locateFindings } from "./complete.js";
import { filesBelow, listBelow } from "./consumer-files.js";
import { withSnippets } from "./judge-consumers.js";
import { judgeFindingsAlone } from "./judge-entry.js";
import type { JudgeOptions } from "./options.js";
import { type Output, renderOptions, writeOutputs } from "./outputs.js";
import { reportProblem, specError, toProblem } from "./problem.js";
import { judgingOutputs, toReport } from "./publish.js";
import { noCodes, type Reading, readBaseline, readSpec } from "./read.js";
import { scanConsumers } from "./scan-consumers.js";
import { type Entry, openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

interface ReadEntry extends NamedSpec {
  readonly entry: Entry;
  readonly reading: Reading;
}

/** `errlock scan`: what the consumers name, held against the catalog. Without any configured, where codes stand. */
export async function scan(specs: readonly string[], options: JudgeOptions, world: World): Promise<ExitCode> {
  const outputs = judgingOutputs(options);
  if (options.against !== undefined) {
    throw new Problem(
      "usage",
      "`scan` looks at the work tree alone, and knows no `--against`",
      "`errlock check --against REF` judges a branch, its consumers included.",
    );
  }
  const workspace = await openWorkspace(specs, options, world);
  const consumers = workspace.config?.consumers ?? [];
  const read: ReadEntry[] = [];
  const failed: SpecReport[] = [];
  for (const entry of workspace.entries) {
    try {
      read.push(await readEntry(entry, workspace));
    } catch (error) {
      reportProblem(error, world, options.verbose);
      failed.push(failedReport(entry.spec, specError(toProblem(error))));
    }
  }
  const found = await scanConsumers(filesBelow(workspace.root, workspace.tree, workspace.limits), consumers, {
    specs: read,
    known: specs.length === 0 ? workspace.entries.map(({ spec }) => spec) : null,
  });
  for (const { consumer, problem } of found.unread) {
    reportProblem(problem, world, options.verbose);
    failed.push(failedReport(consumer.location.file, specError(problem)));
  }
  const suggestions = consumers.length === 0 ? suggest(workspace, read) : [];
  const reports = read.map((each) => reportOf(each, found, workspace, options.verbose === true));
  const judged = {
    command: "scan",
    now: workspace.now,
    against: null,
    specs: [...reports, ...failed],
  } as const;
  const report = toReport(judged, options.failOn);
  const render = async ({ name, file }: Output<FormatName>) => {
    if (name === "json") return renderScanJson(report, found, suggestions);
    const rendering = renderOptions(options, file, world);
    const suggested = consumers.length === 0 ? renderSuggestions(suggestions, rendering) : "";
    if (name === "text" && suggested !== "" && failed.length === 0) return suggested;
    return (await formats[name]())(report, rendering);
  };
  await writeOutputs(outputs, render, world);
  return exitCode(report, options.failOn);
}

async function readEntry(entry: Entry, workspace: Workspace): Promise<ReadEntry> {
  const baseline = await readBaseline(workspace.tree.source, entry.baseline, workspace.limits);
  const reading = await readSpec(entry, baseline, workspace);
  const { contract } = reading.extraction;
  if (contract.catalogs.length === 0 && entry.policy.errors !== "none") throw noCodes(reading, entry);
  return { entry, reading, spec: entry.spec, contract, baseline };
}

function reportOf(
  { entry, reading, contract, baseline }: ReadEntry,
  found: ScanReport,
  workspace: Workspace,
  verbose: boolean,
): SpecReport {
  const findings = judgeFindingsAlone(entry, workspace, {
    baseline: baseline ?? fromContract(contract, { version: contract.version ?? "0" }),
    contract,
    findings: toFindings(found)
      .filter(({ spec }) => spec === entry.spec)
      .map(({ finding }) => finding),
  });
  return {
    ...failedReport(entry.spec, null),
    catalogs: catalogSummaries(contract),
    operations: contract.operations?.length ?? 0,
    findings: withSnippets(locateFindings(findings, reading.spec), found),
    notes: scanNotes(found, entry.spec, verbose),
  };
}

/** Files that name codes, most codes first; what errlock itself reads and writes is no consumer. */
function suggest({ root, config, entries, limits }: Workspace, read: readonly ReadEntry[]): Suggestion[] {
  const vocabulary = vocabularyOf(read);
  const sieve = sieveFor(vocabulary.codes.keys());
  const own = new Set([
    ...(config === null ? [] : [config.file]),
    ...entries.map(({ baseline }) => baseline),
    ...read.flatMap(({ reading }) => [...reading.spec.documents.keys()]),
  ]);
  return listBelow(root, limits)
    .files.filter((file) => presetOf(file) !== null && !own.has(file) && !isTest(file))
    .flatMap((file) => {
      const content = readable(root, file, limits.consumerBytes);
      if (content === null || !sieve.mayName(content)) return [];
      const reason = skipReason(content, limits.consumerBytes);
      if (reason !== null && reason !== "generated") return [];
      return (
        suggestionFor(file, new TextDecoder("utf-8", { ignoreBOM: true }).decode(content), vocabulary) ?? []
      );
    })
    .sort((a, b) => b.known - a.known || (a.file < b.file ? -1 : 1));
}

/** A suggestion judges nothing: a file that cannot be read is none. */
function readable(root: string, file: string, most: number): Uint8Array | null {
  try {
    return readWalked(root, file, most);
  } catch (error) {
    if (error instanceof Problem) return null;
    throw error;
  }
}
