import { rules } from "../../rules/rules.js";
import type { Baseline } from "../baseline/format.js";
import { checkStep } from "../baseline/lawful.js";
import { countStep, describeStep } from "../baseline/step.js";
import { policyFor } from "../config/config.js";
import type { Finding } from "../contract/finding.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import type { Report } from "../contract/report.js";
import { comparePolicies } from "../judge/against/policy.js";
import { type Succession, succeed } from "../judge/against/successors.js";
import { type Base, judgedEntries, openBase } from "./against.js";
import { contractsOfWriters, readBaselines, unreadBaselines } from "./branch-baselines.js";
import { isThere } from "./find-specs.js";
import type { BaseReading } from "./judge-entry.js";
import type { JudgeOptions } from "./options.js";
import { lostIn, type Reading, readSpec } from "./read.js";
import { editedRulesets } from "./rulesets.js";
import type { Entry, Workspace } from "./workspace.js";
import type { World } from "./world.js";

/** What `--against` adds to a run: the base's policy, what was there before, and whether the baselines are lawful. */
export interface Branch {
  readonly against: NonNullable<Report["against"]>;
  /** The specs to judge: the base's and the branch's, each by the base's policy. */
  readonly entries: readonly Entry[];
  /** The workspace whose config lints and limits. */
  readonly policy: Workspace;
  /** The spec at the base; null where the base has none, none that can be read, or less of it than is read here. */
  read(entry: Entry, baseline: Baseline, here: Reading): Promise<BaseReading | null>;
  /** The base's baseline of a spec whose own is gone. */
  removed(entry: Entry): Baseline | null;
  /** What is wrong with the policy and the baselines, each told with one of the specs. */
  findingsFor(entry: Entry, isFirst: boolean): readonly Finding[];
  notesFor(entry: Entry): readonly string[];
  /** Is this file's standing already told by a finding? */
  explains(file: string): boolean;
  close(): void;
}

/** A command line, and where it was given. */
export interface Asked {
  readonly specs: readonly string[];
  readonly options: JudgeOptions;
  readonly world: World;
}

/** Opens the base that `--against` names; null where it is not given. @throws Problem as `openBranch` */
export async function openAgainst(workspace: Workspace, asked: Asked): Promise<Branch | null> {
  const { against } = asked.options;
  return against === undefined ? null : openBranch(workspace, against, asked);
}

/** Opens the base of a branch. @throws Problem where git cannot tell it, or where the base cannot be read */
export async function openBranch(workspace: Workspace, ref: string, asked: Asked): Promise<Branch> {
  const base = await openBase(workspace, ref, asked.options, asked.world);
  try {
    return await compareWithBase(workspace, base, asked);
  } catch (error) {
    base.repository.close();
    throw error;
  }
}

async function compareWithBase(workspace: Workspace, base: Base, { specs }: Asked): Promise<Branch> {
  const before = await readBaselines(base.workspace);
  const after = await readBaselines(workspace);
  const writers = await contractsOfWriters(workspace, base, before.baselines, after.baselines);
  const successions = succeed(before.baselines, after.baselines, (b0, b1, path) =>
    checkStep(b0, b1, writers.get(path) ?? null, {
      policy: policyFor(base.workspace.config, specOf(workspace, path) ?? ""),
      now: workspace.now,
    }),
  );
  const renamed = renamedSpecs(successions, base.workspace, workspace);
  const entries = await judgedEntries(workspace, base, { asked: specs.length > 0, renamed });
  const general = [
    ...(await policyFindings(workspace, base, renamed, before.baselines)),
    ...(await unreadBaselines(before, workspace, base)),
  ];
  const former = new Map([...renamed].map(([old, spec]) => [spec, old]));
  const told = new Map(successions.map((each) => [each.successor ?? each.path, each]));
  const ofEntry = (entry: Entry) => told.get(entry.baseline);
  const unread: string[] = [];

  return {
    against: base.against,
    entries,
    policy: base.workspace,
    async read(entry, baseline, here) {
      const spec = former.get(entry.spec) ?? entry.spec;
      const old: Entry = { spec, baseline: entry.baseline, policy: entry.policy };
      const own = before.baselines.get(ofEntry(entry)?.path ?? entry.baseline) ?? null;
      try {
        const reading = await readSpec(old, baseline, base.workspace);
        const [lost] = lostIn(reading, here);
        if (lost === undefined)
          return { entry: old, reading, workspace: base.workspace, baseline: own, isHead: base.isHead };
        unread.push(`${entry.spec}: not compared with the base, where ${lost.message}`);
        return null;
      } catch (error) {
        if (!(error instanceof Problem) || error instanceof MachineFailure) throw error;
        const missing = error.code === "file-missing";
        if (!missing || before.baselines.has(entry.baseline)) {
          unread.push(
            `${entry.spec}: not compared with the base, ${missing ? "which has no such file" : `where it cannot be read: ${error.message}`}`,
          );
        }
        return null;
      }
    },
    removed: (entry) => before.baselines.get(entry.baseline) ?? null,
    findingsFor(entry, isFirst) {
      const others = isFirst ? successions.filter((each) => !isOfAny(each, entries)) : [];
      const own = ofEntry(entry);
      return [
        ...(isFirst ? general : []),
        ...(own?.findings ?? []),
        ...others.flatMap(({ findings }) => findings),
      ];
    },
    notesFor(entry) {
      const step = ofEntry(entry);
      const b0 = step && before.baselines.get(step.path);
      const b1 = step?.successor ? after.baselines.get(step.successor) : undefined;
      const released =
        b0 && b1 && b0.version !== b1.version && step?.findings.length === 0
          ? [`this branch ${describeStep(countStep(b0, b1))}`]
          : [];
      return [
        ...(entry === entries[0] && base.isHead
          ? [`HEAD is its own merge base with ${base.against.ref}: all changes count.`]
          : []),
        ...released,
        ...unread.filter((note) => note.startsWith(`${entry.spec}: `)),
      ];
    },
    explains: (file) => successions.some(({ path, findings }) => path === file && findings.length > 0),
    close: () => base.repository.close(),
  };
}

function isOfAny({ path, successor }: Succession, entries: readonly Entry[]): boolean {
  return entries.some(({ baseline }) => baseline === (successor ?? path));
}

/** The spec that a baseline belongs to. */
function specOf({ baselines }: Workspace, path: string): string | undefined {
  return [...baselines].find(([, baseline]) => baseline === path)?.[0];
}

/** Specs that moved together with their baselines: old path to new one. */
function renamedSpecs(
  successions: readonly Succession[],
  base: Workspace,
  branch: Workspace,
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const { path, successor } of successions) {
    if (successor === null || successor === path) continue;
    const [old, spec] = [specOf(base, path), specOf(branch, successor)];
    if (old !== undefined && spec !== undefined) renamed.set(old, spec);
  }
  return renamed;
}

async function policyFindings(
  workspace: Workspace,
  base: Base,
  renamed: ReadonlyMap<string, string>,
  recorded: ReadonlyMap<string, Baseline>,
): Promise<Finding[]> {
  // Where nothing judged before, the branch adopts errlock: there is no policy that it could loosen.
  if (!base.gated) return [];
  // A generated spec is not in the base, but its baseline is.
  const generated = base.branchSpecs.filter((spec) => recorded.has(base.workspace.baselines.get(spec) ?? ""));
  const specs = [...new Set([...base.workspace.entries.map(({ spec }) => spec), ...generated])].sort();
  const here = await workspace.tree.source.read(specs);
  const shared = (base.workspace.config?.ruleset ?? []).filter(
    (file) => file !== "errlock/ruleset" && workspace.config?.ruleset.includes(file),
  );
  return comparePolicies({
    base: base.workspace.config,
    branch: workspace.config,
    specs: { base: specs, branch: base.branchSpecs },
    renamed,
    exists: (spec) => isThere(here.get(spec)),
    ruleLevels: Object.fromEntries(rules.map(({ id, level }) => [id, level])),
    editedRulesets: await editedRulesets(
      shared,
      base.workspace.tree.source,
      workspace.tree.source,
      base.workspace.limits,
    ),
  });
}
