import { type Baseline, parseBaseline } from "../baseline/format.js";
import { baselineFolder } from "../baseline/path.js";
import type { Contract } from "../contract/contract.js";
import type { Finding } from "../contract/finding.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import { judgingRules } from "../judge/findings.js";
import { type Base, commitTree } from "./against.js";
import type { Tree } from "./find-specs.js";
import { elsewhereCodes, lostIn, type Reading, readSpec } from "./read.js";
import type { Entry, Workspace } from "./workspace.js";

/** Baselines by path. */
export interface Baselines {
  readonly baselines: ReadonlyMap<string, Baseline>;
  /** Files that are there and cannot be read as baselines, with the reason. */
  readonly unread: ReadonlyMap<string, Problem>;
}

/**
 * Every baseline of a workspace, those of its specs and all others under `baselines/`.
 *
 * @throws Problem where the machine fails: a baseline that nobody could look into is neither removed nor edited
 */
export async function readBaselines({ tree, base, baselines, limits }: Workspace): Promise<Baselines> {
  const files = await tree.list(baselineFolder(base));
  const paths = [
    ...new Set([...files.filter((file) => file.endsWith(".json")), ...baselines.values()]),
  ].sort();
  const contents = await tree.source.read(paths, limits.bytes);
  const read = new Map<string, Baseline>();
  const unread = new Map<string, Problem>();
  for (const path of paths) {
    const content = contents.get(path);
    try {
      if (content instanceof Problem && content.code !== "file-missing") throw content;
      if (content && !(content instanceof Problem))
        read.set(path, parseBaseline(new TextDecoder().decode(content), path, limits));
    } catch (error) {
      if (!(error instanceof Problem) || error instanceof MachineFailure) throw error;
      unread.set(path, error);
    }
  }
  return { baselines: read, unread };
}

/**
 * What stands in the way of comparing baselines: one of the base that cannot be read, and one that the branch commits
 * as a link, a submodule or an LFS pointer, whose content could change later without a trace in its own file.
 */
export async function unreadBaselines(
  { unread }: Baselines,
  workspace: Workspace,
  { repository }: Base,
): Promise<Finding[]> {
  const head = await readBaselines({ ...workspace, tree: commitTree(repository, await repository.head()) });
  const elsewhere = [...head.unread].filter(([, { code }]) => elsewhereCodes.has(code));
  return [
    ...[...unread].map(([path, problem]) =>
      unreadFinding(path, `cannot be read at the base: ${problem.message}`),
    ),
    ...elsewhere
      .filter(([path]) => !unread.has(path))
      .map(([path, problem]) => unreadFinding(path, `is no file on this branch: ${problem.message}`)),
  ];
}

function unreadFinding(path: string, what: string): Finding {
  return {
    rule: "baseline-edited",
    level: judgingRules["baseline-edited"].level,
    at: path,
    message: `\`${path}\` ${what}`,
    cause: null,
    location: null,
  };
}

/**
 * The contracts that changed baselines were written from: of the commit that last changed each. Where that is not
 * committed, or that commit has no spec that can be read as a whole (it is generated, or was broken for the moment), of
 * the work tree: a step that nothing vouches for would be a door.
 */
export async function contractsOfWriters(
  workspace: Workspace,
  { repository, against }: Base,
  before: ReadonlyMap<string, Baseline>,
  after: ReadonlyMap<string, Baseline>,
): Promise<Map<string, Contract>> {
  const contracts = new Map<string, Contract>();
  const head = commitTree(repository, await repository.head());
  const committed = (await readBaselines({ ...workspace, tree: head })).baselines;
  const same = (a: Baseline | undefined, b: Baseline) => JSON.stringify(a) === JSON.stringify(b);
  for (const entry of workspace.entries) {
    const path = entry.baseline;
    const baseline = after.get(path);
    if (baseline === undefined || same(before.get(path), baseline)) continue;
    const isCommitted = same(committed.get(path), baseline);
    const commit = isCommitted ? await repository.lastChange(against.commit, path) : null;
    const writer = commit === null ? null : commitTree(repository, commit);
    const here = await readingIn(workspace.tree, entry, baseline, workspace);
    const written = writer === null ? null : await readingIn(writer, entry, baseline, workspace);
    const isWhole = written !== null && (here === null || lostIn(written, here).length === 0);
    const reading = isWhole ? written : here;
    if (reading !== null) contracts.set(path, reading.extraction.contract);
  }
  return contracts;
}

/** Null where the spec cannot be read: that shows in its own verdict. */
async function readingIn(
  tree: Tree,
  entry: Entry,
  baseline: Baseline,
  { limits, budget }: Workspace,
): Promise<Reading | null> {
  try {
    return await readSpec(entry, baseline, { tree, limits, budget });
  } catch (error) {
    if (!(error instanceof Problem) || error instanceof MachineFailure) throw error;
    return null;
  }
}
