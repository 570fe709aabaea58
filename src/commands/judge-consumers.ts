import type { Consumer } from "../config/config.js";
import type { Finding } from "../contract/finding.js";
import type { Acceptance } from "../contract/policy.js";
import { MachineFailure } from "../contract/problem.js";
import type { JudgedFinding, SpecReport } from "../contract/report.js";
import { judgeFindings } from "../judge/findings-judged.js";
import { scanNotes } from "../report/scan-text.js";
import { toFindings } from "../scan/findings.js";
import type { ScanReport } from "../scan/report.js";
import { filesBelow, filesOfCommit } from "./consumer-files.js";
import { entriesOf, type Judged, type Run } from "./judge-run.js";
import { type Scanned, scanConsumers } from "./scan-consumers.js";

/** The specs of a run, with what is wrong in their consumers. */
export interface JudgedWithConsumers {
  readonly judged: readonly Judged[];
  readonly scanned: Scanned;
  /** Consumers of no spec in particular, where not all specs are at hand to hold them against. */
  readonly left: readonly Consumer[];
}

/**
 * Adds what is wrong in consumers to the specs of a run. With `--against` the base's consumers are read on the branch,
 * and those that the branch adds; what they showed at the base already is the base's.
 *
 * @param judged the specs that could be judged
 */
export async function judgeConsumers(judged: readonly Judged[], run: Run): Promise<JudgedWithConsumers> {
  const names = new Set(judged.map(({ entry }) => entry.spec));
  const expected = [...run.workspace.baselines.keys(), ...entriesOf(run).map(({ spec }) => spec)];
  const isWhole = expected.every((spec) => names.has(spec));
  const all = consumersOf(run);
  if (all.length === 0) return { judged, scanned: nothing, left: [] };
  const left = isWhole ? [] : all.filter(({ spec }) => spec === null);
  const chosen = all.filter((consumer) => !left.includes(consumer));
  const known = isWhole ? expected : null;
  const scanned = await scanBranch(chosen, judged, known, run);
  const before = scanned.consumers.some(({ findings }) => findings.length > 0)
    ? await scanBase(judged, run)
    : null;
  return {
    judged: judged.map((each) =>
      withFindings(each, findingsOf(scanned, each), before === null ? [] : findingsOf(before, each)),
    ),
    scanned,
    left,
  };
}

const nothing: Scanned = { consumers: [], unmentioned: [], unread: [] };

/** The base's consumers judge, whatever the branch makes of them; where nothing judged before, the branch's. */
function consumersOf({ workspace, branch }: Run): Consumer[] {
  const own = workspace.config?.consumers ?? [];
  const base = branch?.policy.config?.consumers ?? [];
  return [...base, ...own.filter(({ name }) => !base.some((each) => each.name === name))];
}

async function scanBranch(
  consumers: readonly Consumer[],
  judged: readonly Judged[],
  known: readonly string[] | null,
  { workspace, branch }: Run,
): Promise<Scanned> {
  const files = filesBelow(workspace.root, workspace.tree, (branch?.policy ?? workspace).limits);
  const specs = judged.map(({ entry, input }) => ({ ...input, spec: entry.spec }));
  const scanned = await scanConsumers(files, consumers, { specs, known });
  const gone = scanned.unread.filter(({ problem }) => branch !== null && isGone(problem.code));
  if (gone.length === 0) return scanned;
  // Files moved, or the spec did: the branch's config says where to. That it differs is told by `policy-loosened`.
  const own = workspace.config?.consumers ?? [];
  const moved = gone.flatMap(({ consumer }) => own.filter(({ name }) => name === consumer.name));
  const again = await scanConsumers(files, moved, { specs, known });
  return {
    consumers: [...scanned.consumers, ...again.consumers],
    unmentioned: [],
    unread: [...scanned.unread.filter((each) => !gone.includes(each)), ...again.unread],
  };
}

function isGone(problem: string): boolean {
  return problem === "consumer-missing" || problem === "consumer-spec";
}

/** What the base's consumers show where the branch began; null where that is not to be told. */
async function scanBase(judged: readonly Judged[], { branch }: Run): Promise<ScanReport | null> {
  if (branch === null) return null;
  const specs = judged.flatMap(({ base, input }) =>
    base && !base.isHead ? [{ spec: base.spec, contract: base.contract, baseline: input.baseline }] : [],
  );
  // Without all of them the base would show what it does not have.
  if (specs.length < judged.length) return null;
  const { tree, config, limits } = branch.policy;
  const files = filesOfCommit(tree, limits);
  const scanned = await scanConsumers(files, config?.consumers ?? [], { specs, known: null });
  const failed = scanned.unread.find(({ problem }) => problem instanceof MachineFailure);
  // What the base shows there is not known: nobody can tell whose it is.
  if (failed !== undefined) throw failed.problem;
  return scanned;
}

function findingsOf(report: ScanReport, { entry, base }: Judged): Finding[] {
  return toFindings(report)
    .filter(({ spec }) => spec === entry.spec || spec === base?.spec)
    .map(({ finding }) => finding);
}

function withFindings(judged: Judged, found: readonly Finding[], before: readonly Finding[]): Judged {
  const { input, verdict } = judged;
  if (found.length === 0) return judged;
  const own = judgeFindings({ ...input, base: input.base && { ...input.base, findings: before } }, found);
  return {
    ...judged,
    verdict: {
      ...verdict,
      findings: [...verdict.findings, ...own.findings],
      fitting: new Set([...verdict.fitting, ...own.fitting]),
    },
  };
}

/** The acceptances that can be told to be stale: those of consumers only where all of them were read. */
export function judgeableAcceptances(
  acceptances: readonly Acceptance[],
  { scanned, left }: JudgedWithConsumers,
): readonly Acceptance[] {
  if (scanned.unread.length === 0 && left.length === 0) return acceptances;
  return acceptances.filter(({ kind }) => !kind?.startsWith("consumer-"));
}

/** The report of a spec with what there is to say of its consumers: lines around findings, and how much was read. */
export function withConsumers(
  report: SpecReport,
  { judged, scanned, left }: JudgedWithConsumers,
): SpecReport {
  const isFirst = left.length > 0 && report.spec === judged[0]?.entry.spec;
  return {
    ...report,
    findings: withSnippets(report.findings, scanned),
    notes: [
      ...report.notes,
      ...scanNotes({ ...scanned, unmentioned: [] }, report.spec, false),
      ...(isFirst ? left.map(({ name }) => `${name}: left out, for it is held against all specs`) : []),
    ],
  };
}

/** Findings in consumers with the lines around them. */
export function withSnippets(findings: readonly JudgedFinding[], { consumers }: ScanReport): JudgedFinding[] {
  const snippets = new Map(
    consumers.flatMap(({ name, findings }) =>
      findings.map(({ kind, code, snippet }) => [`consumer-${kind}-code ${name} ${code}`, snippet]),
    ),
  );
  return findings.map((each) => {
    const snippet = snippets.get(`${each.rule} ${each.at}`);
    return snippet === undefined ? each : { ...each, snippet };
  });
}
