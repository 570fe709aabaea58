import { type Baseline, fromContract, parseBaseline, toContract } from "../baseline/format.js";
import { compare } from "../compare/compare.js";
import { policyFor } from "../config/config.js";
import type { Contract } from "../contract/contract.js";
import { locksExamples, type VersionScheme } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import type { SpecReport } from "../contract/report.js";
import { parseRefPath } from "../host/git/ref-path.js";
import { notARepository, openRepository } from "../host/git.js";
import { isInside } from "../host/inside.js";
import { judge } from "../judge/judge.js";
import { detectScheme } from "../judge/version.js";
import type { Source } from "../spec/spec.js";
import { catalogSummaries, failedReport, locateChanges, locateFindings } from "./complete.js";
import type { JudgeOptions } from "./options.js";
import { fromRoot, openPlace, type Place } from "./place.js";
import { reportProblem, specError, toProblem } from "./problem.js";
import { judgeAndPublish } from "./publish.js";
import { elsewhereCodes, lostIn, type Reading, readSpec } from "./read.js";
import type { ExitCode, World } from "./world.js";

/** `errlock diff OLD NEW`: the changes between two contracts. Levels of the config apply, acceptances do not. */
export async function diff(
  before: string,
  after: string,
  options: JudgeOptions,
  world: World,
): Promise<ExitCode> {
  return judgeAndPublish("diff", options, world, async () => {
    const place = await openPlace([], options, world);
    let report: SpecReport;
    try {
      report = await diffReport(before, after, place, { options, world });
    } catch (error) {
      reportProblem(error, world, options.verbose);
      report = failedReport(after, specError(toProblem(error)));
    }
    return { now: place.now, against: null, specs: [report] };
  });
}

/** One side of the comparison. */
interface Side {
  /** As it is called in the report. */
  readonly name: string;
  readonly contract: Contract;
  /** What it was read from: a baseline file, or a spec. */
  readonly baseline: Baseline | null;
  readonly reading: Reading | null;
}

interface Context {
  readonly options: JudgeOptions;
  readonly world: World;
}

async function diffReport(
  before: string,
  after: string,
  place: Place,
  context: Context,
): Promise<SpecReport> {
  if (before === "-" && after === "-") {
    throw new Problem("usage", "standard input can be read only once", "Name a file for OLD or NEW.");
  }
  const old = await readSide(before, place, context);
  const now = await readSide(after, place, context, old);
  refuseLost(old, now);
  const configured = policyFor(place.config, now.name);
  const policy = { ...configured, scheme: configured.scheme ?? sharedScheme(old.contract, now.contract) };
  const examples = locksExamples(policy) || old.contract.catalogs.every(({ normative }) => !normative);
  if ([old, now].every(({ contract }) => !hasCodes(contract))) {
    throw new Problem(
      "no-codes",
      `neither ${before} nor ${after} declares error codes`,
      "see how they were searched for with `errlock codes FILE --explain`.",
    );
  }
  const baseline =
    old.baseline ?? fromContract(old.contract, { version: old.contract.version ?? "0", examples });
  const { changes, findings, version, notes } = judge({
    spec: now.name,
    severalSpecs: false,
    baseline,
    contract: now.contract,
    changes: compare(old.contract, now.contract, {
      examples,
      places: { limit: place.limits.places, file: now.name },
    }),
    findings: [],
    policy,
    acceptances: [],
    acceptable: false,
    now: place.now,
    base: null,
  });
  const located = now.reading?.spec ?? null;
  return {
    spec: now.name,
    error: null,
    baseline: { path: old.name, version: old.contract.version ?? "" },
    catalogs: catalogSummaries(now.contract),
    operations: now.contract.operations?.length ?? 0,
    version,
    changes: locateChanges(changes, located),
    findings: locateFindings(findings, located),
    notes,
  };
}

/** Codes in a file that OLD names and does not hold, as NEW does, would look new. */
function refuseLost(old: Side, now: Side): void {
  if (old.reading === null || now.reading === null) return;
  const { documents } = now.reading.spec;
  const lost = lostIn(old.reading, now.reading).find(
    ({ code, location }) => elsewhereCodes.has(code) || documents.has(location?.file ?? ""),
  );
  if (lost === undefined) return;
  throw new Problem(
    lost.code,
    `${old.name} cannot be read as a whole: ${lost.message}`,
    "compare with a copy that has all its files, or with the baseline.",
    lost.location,
  );
}

function hasCodes({ catalogs }: Contract): boolean {
  return catalogs.some(({ codes }) => codes.length > 0);
}

/** Versions that are written in different ways are in no order. */
function sharedScheme(before: Contract, after: Contract): VersionScheme {
  const scheme = detectScheme(before.version);
  return scheme === detectScheme(after.version) ? scheme : "none";
}

/**
 * Reads an operand: `-`, a file, or `REF:path`. Each file is read within its own repository or folder; a spec where the
 * baseline that it is compared with says that its codes are, or with the main catalog of the spec that it is.
 */
async function readSide(
  operand: string,
  place: Place,
  { options, world }: Context,
  old: Side | null = null,
): Promise<Side> {
  if (operand === "-") {
    const name =
      options.stdinPath === undefined ? "stdin" : fromRoot(options.stdinPath, place.root, world.cwd);
    return readContract(
      { name, file: name, content: await world.stdin(place.limits.bytes) },
      place.tree.source,
      place,
      old,
    );
  }
  const own = await openPlace([operand], options, world);
  const file = fromRoot(operand, own.root, world.cwd);
  const content = (await own.tree.source.read([file])).get(file);
  const folder = isInside(place.root, world.cwd) ? fromRoot(".", place.root, world.cwd) : "";
  const inGit = parseRefPath(operand, () => content instanceof Uint8Array, folder);
  if (inGit === null) return readContract({ name: file, file }, own.tree.source, own, old);
  const repository = await openRepository(place.root);
  if (repository === null) throw notARepository(place.root);
  try {
    const commit = await repository.resolveCommit(inGit.ref);
    const operandInGit = { name: operand, file: inGit.path };
    return await readContract(operandInGit, repository.source(commit), place, old);
  } finally {
    repository.close();
  }
}

interface Operand {
  readonly name: string;
  readonly file: string;
  readonly content?: Uint8Array;
}

async function readContract(
  { name, file, content }: Operand,
  source: Source,
  { config, limits, budget }: Place,
  old: Side | null,
): Promise<Side> {
  const bytes = content ?? (await source.read([file], limits.bytes)).get(file);
  if (bytes === undefined || bytes instanceof Problem)
    throw bytes ?? new Problem("file-missing", name, "check the path.");
  const text = new TextDecoder().decode(bytes);
  if (isBaseline(text)) {
    const baseline = parseBaseline(text, file, limits);
    return { name, contract: toContract(baseline), baseline, reading: null };
  }
  const policy = policyFor(config, file);
  const entry = { spec: file, policy, ...(content && { content }) };
  const main = old?.contract.errors?.code;
  const reading = await readSpec(entry, old?.baseline ?? null, { tree: { source }, limits, budget }, main);
  return { name, contract: reading.extraction.contract, baseline: null, reading };
}

/** A baseline says its `format` first; no OpenAPI document has such a key. */
function isBaseline(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:/.test(text);
}
