import type { Contract } from "../contract/contract.js";
import { Problem } from "../contract/problem.js";
import type { JudgedBy } from "../judge/judge.js";
import type { Branch } from "./branch.js";
import type { SpecPlaces } from "./complete.js";
import { type BaseReading, type JudgedEntry, judgeEntry } from "./judge-entry.js";
import { formerSpec } from "./orphans.js";
import { hasLockedCodes, noCodes, readBaseline, readSpec } from "./read.js";
import type { Entry, Workspace } from "./workspace.js";

/** What all specs of a run share. */
export interface Run {
  readonly workspace: Workspace;
  /** Null without `--against`. */
  readonly branch: Branch | null;
  /** Baselines that belong to no spec. */
  readonly orphans: readonly string[];
}

/** One spec of a run, judged. All but its places is plain data. */
export interface Judged extends Pick<JudgedEntry, "entry" | "verdict"> {
  readonly input: JudgedBy;
  /** The spec at the base of the branch; null: the base has none; undefined: judged without a base. */
  readonly base: JudgedBase | null | undefined;
  readonly places: SpecPlaces;
}

export interface JudgedBase {
  readonly spec: string;
  readonly contract: Contract;
  /** It is HEAD: what it has counts all the same. */
  readonly isHead: boolean;
}

/** The specs of a run: those of the workspace, and with `--against` those of the base, too. */
export function entriesOf({ workspace, branch }: Pick<Run, "workspace" | "branch">): readonly Entry[] {
  return branch?.entries ?? workspace.entries;
}

/**
 * Judges one spec of a run by its baseline; one of a branch by the base's policy.
 *
 * @throws Problem where it cannot be judged
 */
export async function judgeOne(entry: Entry, run: Run): Promise<Judged> {
  const { workspace, branch } = run;
  const { source } = workspace.tree;
  const baseline =
    (await readBaseline(source, entry.baseline, (branch?.policy ?? workspace).limits)) ??
    branch?.removed(entry) ??
    null;
  if (baseline === null) throw await withoutBaseline(entry, run);
  try {
    const { reading, input, verdict, base } = await judgeEntry(entry, baseline, {
      workspace,
      policy: branch?.policy ?? workspace,
      findings: branch?.findingsFor(entry, entry === entriesOf(run)[0]) ?? [],
      ...(branch !== null && {
        readBase: (reading) => branch.read(entry, baseline, reading),
        against: branch.against.ref,
      }),
    });
    workspace.budget.spendVerdict(verdict);
    return { entry, input, verdict, base: base && judgedBase(base), places: reading.spec };
  } catch (error) {
    throw isGone(entry, error) ? goneSpec(entry) : error;
  }
}

function judgedBase({ entry, reading, isHead }: BaseReading): JudgedBase {
  return { spec: entry.spec, contract: reading.extraction.contract, isHead };
}

/** Why a spec without a baseline cannot be judged: what is wrong with the spec itself comes first. */
export async function withoutBaseline(entry: Entry, { workspace, branch, orphans }: Run): Promise<Problem> {
  const { limits } = branch?.policy ?? workspace;
  const reading = await readSpec(entry, null, { ...workspace, limits });
  if (entry.policy.errors !== "none" && !hasLockedCodes(reading, entry.policy))
    return noCodes(reading, entry);
  if (entry.unnamed) {
    return new Problem(
      "baseline-missing",
      "nobody said which spec standard input stands for, so it has no baseline",
      "name its path with `--stdin-path FILE`, or its baseline with `--baseline FILE`.",
    );
  }
  const [orphan] = orphans;
  return new Problem(
    "baseline-missing",
    `${entry.spec} has no baseline: there is no such file`,
    orphan === undefined
      ? `write the first one with \`errlock baseline init ${entry.spec}\` and commit it.`
      : `${orphan} belongs to no spec: if this one was renamed, \`errlock baseline move ${formerSpec(orphan, workspace)} ${entry.spec}\`.`,
    { file: entry.baseline },
  );
}

function isGone({ spec }: Entry, error: unknown): boolean {
  return error instanceof Problem && error.code === "file-missing" && error.location?.file === spec;
}

function goneSpec({ spec, baseline }: Entry): Problem {
  return new Problem(
    "file-missing",
    "there is no such spec any more, but its baseline is there",
    `if it was renamed: name the new path under \`specs:\`, and \`errlock baseline move ${spec} NEW\`; if the API is gone, delete ${baseline} in a reviewed change.`,
    { file: spec },
  );
}
