import { baselineFolder } from "../baseline/path.js";
import type { Config } from "../config/config.js";
import { policyFor, settingFor } from "../config/config.js";
import { folderOf } from "../config/paths.js";
import type { Policy } from "../contract/policy.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import { notARepository, openRepository, type Repository } from "../host/git.js";
import { defaultLimits } from "../spec/limits.js";
import { discoverSpecs, expand, isThere, type Tree } from "./find-specs.js";
import type { SpecOptions } from "./options.js";
import { readConfig } from "./place.js";
import { chooseBaselines, type Entry, type Workspace } from "./workspace.js";
import type { World } from "./world.js";

/** The base of a branch: the commit where it began, opened as a workspace. */
export interface Base {
  /** The ref as given, and the full id of the merge base. */
  readonly against: { readonly ref: string; readonly commit: string };
  readonly repository: Repository;
  /** Config, specs and baselines as they stand in that commit; all specs that it judges, whatever this run was asked for. */
  readonly workspace: Workspace;
  /** The specs that the branch judges as a whole: globs expanded, whatever this run was asked for. */
  readonly branchSpecs: readonly string[];
  /** Whether anything judged at the base: a config, or a baseline. Where nothing did, the branch adopts errlock. */
  readonly gated: boolean;
  /** HEAD is its own merge base: nothing can be told from what was there before, so all changes count. */
  readonly isHead: boolean;
}

/**
 * Opens the merge base of a ref and HEAD as the work tree was opened: config, specs and baselines are found in the
 * same way, in that commit. The work tree is not touched.
 *
 * @throws Problem where git cannot tell the merge base, and for a config of the base that cannot be read
 */
export async function openBase(
  workspace: Workspace,
  ref: string,
  options: SpecOptions,
  world: World,
): Promise<Base> {
  const { root } = workspace;
  const repository = await openRepository(root);
  if (repository === null) throw notARepository(root);
  const { commit, head } = await repository.mergeBase(ref);
  const tree = commitTree(repository, commit);
  const config = await configOf(tree, root, options, world, commit);
  const folder = config === null ? "" : folderOf(config.file);
  const specs = await specsOf(config, tree, folder);
  const run = workspace.entries.map(({ spec }) => spec);
  const baselines = chooseBaselines(run, specs, { options, config, base: folder, root, cwd: world.cwd });
  const recorded = await tree.list(baselineFolder(folder));
  return {
    against: { ref, commit },
    repository,
    workspace: {
      ...workspace,
      tree,
      config,
      base: folder,
      limits: { ...defaultLimits, ...config?.limits },
      entries: specs.map((spec) => ({
        spec,
        baseline: baselines.get(spec) ?? "",
        policy: policyFor(config, spec),
      })),
      listed: config?.specs != null,
      baselines,
    },
    branchSpecs: await specsOf(workspace.config, workspace.tree, workspace.base),
    gated: config !== null || recorded.some((file) => file.endsWith(".json")),
    isHead: commit === head,
  };
}

/** A commit as the files of a tree. */
export function commitTree(repository: Repository, commit: string): Tree {
  return {
    source: repository.source(commit),
    async list(folder) {
      const prefix = folder === "" ? "" : `${folder.replace(/\/+$/, "")}/`;
      const files = await repository.listFiles(commit);
      return files.filter((file) => file.startsWith(prefix) && !file.split("/").includes("node_modules"));
    },
  };
}

/**
 * The specs of a run with what judges them: the base's policy and the base's place for the baseline, for all that the
 * base knows; the branch's own for a spec that is new. Of the base's specs, those that the branch left out of its
 * config and that are still there are judged, too, unless the run was asked for others. Sorted.
 *
 * @param asked whether the specs were named on the command line
 * @param renamed specs that have another path on the branch, old path to new one
 */
export async function judgedEntries(
  workspace: Workspace,
  { workspace: base }: Base,
  { asked, renamed }: { readonly asked: boolean; readonly renamed: ReadonlyMap<string, string> },
): Promise<Entry[]> {
  const former = new Map([...renamed].map(([old, spec]) => [spec, old]));
  const places = workspace.entries.map(({ spec }) => base.baselines.get(spec) ?? "");
  const recorded = await base.tree.source.read(places);
  const known = new Set(base.entries.map(({ spec }) => spec));
  const entries = workspace.entries.map((entry, index): Entry => {
    const old = former.get(entry.spec);
    if (old !== undefined) return { ...entry, policy: policyFor(base.config, old) };
    const place = places[index] ?? "";
    const isKnown = known.has(entry.spec) || isThere(recorded.get(place));
    if (isKnown) return { ...entry, baseline: place, policy: policyFor(base.config, entry.spec) };
    return { ...entry, policy: policyOfNew(entry, workspace.config, base.config) };
  });
  if (asked) return entries;
  const run = new Set(entries.map(({ spec }) => spec));
  const left = base.entries.filter(({ spec }) => !run.has(spec) && !renamed.has(spec));
  const files = await workspace.tree.source.read(left.map(({ spec }) => spec));
  return [...entries, ...left.filter(({ spec }) => isThere(files.get(spec)))].sort((a, b) =>
    a.spec < b.spec ? -1 : 1,
  );
}

/** A new spec brings its own settings; whatever goes for all specs is the base's. */
function policyOfNew({ spec, policy }: Entry, branch: Config | null, base: Config | null): Policy {
  if (base === null) return policy;
  const shared = policyFor(base, spec);
  const { errors, scheme } = policy;
  return { ...shared, errors, scheme, rules: { ...shared.rules, ...settingFor(branch, spec)?.rules } };
}

async function configOf(
  tree: Tree,
  root: string,
  options: SpecOptions,
  world: World,
  commit: string,
): Promise<Config | null> {
  try {
    return await readConfig(tree, root, options, world.cwd);
  } catch (error) {
    if (!(error instanceof Problem) || error instanceof MachineFailure) throw error;
    if (error.code === "file-missing") return null;
    const message = `the config of the merge base ${commit.slice(0, 12)} cannot be read: ${error.message}`;
    throw new Problem(error.code, message, `repair it on the base first: ${error.hint}`, error.location, {
      cause: error,
    });
  }
}

async function specsOf(config: Config | null, tree: Tree, folder: string): Promise<readonly string[]> {
  if (config?.specs == null) return discoverSpecs(tree, folder);
  const patterns = config.specs.map(({ spec }) => spec);
  return (await expand(patterns, tree)).files;
}
