import { join } from "node:path";
import { formatBaseline, fromContract } from "../baseline/format.js";
import type { Finding } from "../contract/finding.js";
import { locksExamples } from "../contract/policy.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import { writeAtomically } from "../host/files.js";
import { lintSpec } from "./lint-spec.js";
import type { BaselineOptions } from "./options.js";
import { findOrphans, orphanProblem } from "./orphans.js";
import { reportProblem } from "./problem.js";
import { hasLockedCodes, noCodes, readSpec } from "./read.js";
import { type Entry, openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** `errlock baseline init`: the contract as it stands becomes the baseline. Refuses to overwrite. */
export async function baselineInit(
  specs: readonly string[],
  options: BaselineOptions,
  world: World,
): Promise<ExitCode> {
  const workspace = await openWorkspace(specs, options, world);
  const [orphan] = await findOrphans(workspace);
  if (orphan !== undefined) throw orphanProblem(orphan, workspace);
  let exitCode: ExitCode = 0;
  for (const entry of workspace.entries) {
    try {
      world.out(await initOne(entry, workspace, options));
    } catch (error) {
      reportProblem(error, world, options.verbose);
      exitCode = 2;
    }
  }
  return exitCode;
}

/**
 * Writes the first baseline of one spec, and says what it wrote.
 *
 * @throws Problem where there is one, or where the spec has no codes and the config does not say so
 */
export async function initOne(
  entry: Entry,
  workspace: Workspace,
  options: Pick<BaselineOptions, "as" | "dryRun">,
): Promise<string> {
  const { root, tree } = workspace;
  const existing = (await tree.source.read([entry.baseline])).get(entry.baseline);
  if (existing instanceof MachineFailure) throw existing;
  if (!(existing instanceof Problem && existing.code === "file-missing")) {
    throw new Problem(
      "baseline-exists",
      "the baseline is there already",
      "`errlock baseline update` makes a release; nothing else rewrites a baseline.",
      { file: entry.baseline },
    );
  }
  const reading = await readSpec(entry, null, workspace);
  const none = entry.policy.errors === "none";
  if (!none && !hasLockedCodes(reading, entry.policy)) throw noCodes(reading, entry);
  const { contract } = reading.extraction;
  const version = options.as ?? contract.version;
  if (version === null) {
    throw new Problem(
      "no-version",
      "the spec declares no version",
      "set `info.version`, or name this release with `--as NAME`.",
      { file: entry.spec },
    );
  }
  const first = fromContract(none ? { ...contract, catalogs: [], errors: null } : contract, {
    version,
    examples: locksExamples(entry.policy),
  });
  const known = knownPlaces(await lintSpec(reading, entry, first, workspace));
  const text = formatBaseline({ ...first, known });
  const words = summary(entry, version, countCodes(first), known);
  if (options.dryRun) return `${text}${words.replace("wrote", "would write")}`;
  await writeAtomically(join(root, entry.baseline), text, root);
  return words;
}

function countCodes(baseline: ReturnType<typeof fromContract>): number {
  const catalogs = [baseline.main, ...Object.values(baseline.catalogs)];
  return catalogs.reduce((sum, { codes }) => sum + Object.keys(codes).length, 0);
}

/** Findings that would be in the way from the first day on, by rule and place. */
function knownPlaces(findings: readonly Finding[]): Record<string, string[]> {
  const known = new Map<string, Set<string>>();
  for (const { rule, level, at } of findings) {
    if (level !== "error" && level !== "warn") continue;
    const places = known.get(rule) ?? new Set();
    known.set(rule, places.add(at));
  }
  return Object.fromEntries([...known].map(([rule, places]) => [rule, [...places].sort()]));
}

function summary(entry: Entry, version: string, codes: number, known: Record<string, string[]>): string {
  const count = Object.values(known).reduce((sum, places) => sum + places.length, 0);
  const findings = count === 0 ? "" : `, ${count} known ${count === 1 ? "finding" : "findings"}`;
  return `wrote ${entry.baseline}: ${codes} ${codes === 1 ? "code" : "codes"}, version ${version}${findings}\n`;
}
