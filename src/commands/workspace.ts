import { dirname, relative, resolve, sep } from "node:path";
import { rules } from "../../rules/rules.js";
import { baselinePaths } from "../baseline/path.js";
import { type Config, parseConfig, policyFor, settingFor } from "../config/config.js";
import { folderOf } from "../config/paths.js";
import type { Limits, Policy } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { createFileSource, findRoot } from "../host/files.js";
import { isInside } from "../host/inside.js";
import { listFiles } from "../host/list.js";
import { namedRoot } from "../host/root.js";
import { defaultLimits } from "../spec/limits.js";
import { SharedFiles } from "../spec/shared-files.js";
import { discoverSpecs, expand, type Tree } from "./find-specs.js";
import type { SpecOptions } from "./options.js";
import { findOrphans, orphanProblem } from "./orphans.js";
import type { World } from "./world.js";

/** One spec of a run, with all that judges it. */
export interface Entry {
  /** Root-relative. */
  readonly spec: string;
  /** Root-relative path of its baseline, whether or not it is there. */
  readonly baseline: string;
  readonly policy: Policy;
  /** The bytes, where they came from standard input. */
  readonly content?: Uint8Array;
  /** It came from standard input, and nobody said which spec, or which baseline, it stands for. */
  readonly unnamed?: boolean;
}

/** Where a command works: a root, a config, and the specs that it was asked for. */
export interface Workspace {
  /** Absolute. */
  readonly root: string;
  readonly tree: Tree;
  readonly config: Config | null;
  /** Root-relative folder that baselines count from: the config's, else the root (empty). */
  readonly base: string;
  readonly limits: Limits;
  /** ISO date. */
  readonly now: string;
  /** The specs of this run, sorted. */
  readonly entries: readonly Entry[];
  /** Whether the config lists the specs: then no other file can own a baseline. */
  readonly listed: boolean;
  /** Baselines by spec: of this run, and of all others that the config lists. */
  readonly baselines: ReadonlyMap<string, string>;
}

const configNames = ["errlock.yaml", "errlock.yml", "errlock.json"];

/** Where a command works, before it is known on which specs. */
export type Place = Pick<Workspace, "root" | "tree" | "config" | "base" | "limits" | "now">;

/**
 * Finds root and config.
 *
 * @param files as on the command line: they tell the root where they lie outside of the working directory's
 * @throws Problem for a broken config
 */
export async function openPlace(
  files: readonly string[],
  options: SpecOptions,
  world: World,
): Promise<Place> {
  const root = chooseRoot(files, options, world.cwd);
  const tree: Tree = {
    source: createFileSource(root),
    shared: new SharedFiles(),
    list: (folder) => listFiles(root, folder),
  };
  const config = await readConfig(tree, root, options, world.cwd);
  return {
    root,
    tree,
    config,
    base: config === null ? "" : folderOf(config.file),
    limits: { ...defaultLimits, ...config?.limits },
    now: options.now ?? world.today,
  };
}

/**
 * Finds root, config and specs.
 *
 * @param specs as on the command line: paths from the working directory, or `-`; empty for those of the config, else
 *   the OpenAPI documents in the usual places
 * @throws Problem for a broken config, a spec outside of the root, no spec at all, two specs with one baseline
 */
export async function openWorkspace(
  specs: readonly string[],
  options: SpecOptions,
  world: World,
): Promise<Workspace> {
  const place = await openPlace(specs, options, world);
  const { root, tree, config, base } = place;
  const asked = await askedSpecs(specs, options, root, world);
  const patterns = config?.specs?.map(({ spec }) => spec) ?? null;
  const listed = patterns !== null ? await expand(patterns, tree) : [];
  const found = patterns === null && asked.length === 0 ? await discoverSpecs(tree, base) : listed;
  const chosen = asked.length > 0 ? asked : found.map((spec): Asked => ({ spec }));
  if (chosen.length === 0) throw await noSpecs(place, patterns !== null);
  const run = chosen.map(({ spec }) => spec);
  const baselines = chooseBaselines(run, found, { options, config, base, root, cwd: world.cwd });
  return {
    ...place,
    entries: chosen.map((each) => ({
      ...each,
      baseline: baselines.get(each.spec) ?? "",
      policy: policyFor(config, each.spec),
    })),
    listed: patterns !== null,
    baselines,
  };
}

/** A path of the command line as a root-relative one. @throws Problem `outside-root` */
export function fromRoot(path: string, root: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  if (!isInside(root, absolute)) {
    throw new Problem(
      "outside-root",
      `${path} is outside of the root ${root}`,
      "name a folder that holds all files with `--root DIR`.",
    );
  }
  return relative(root, absolute).split(sep).join("/");
}

/**
 * `--root`, else the repository of the working directory. Where a spec on the command line lies outside of that, and
 * nobody named a root, it is that spec's own repository or folder.
 */
function chooseRoot(specs: readonly string[], options: SpecOptions, cwd: string): string {
  if (options.root !== undefined) return namedRoot(options.root, cwd);
  const root = findRoot(cwd);
  const outside = specs.find((spec) => spec !== "-" && !isInside(root, resolve(cwd, spec)));
  return outside === undefined ? root : findRoot(dirname(resolve(cwd, outside)));
}

/** The config of a tree: `--config`, else the nearest upwards from the working directory; null where there is none. */
export async function readConfig(
  tree: Tree,
  root: string,
  options: SpecOptions,
  cwd: string,
): Promise<Config | null> {
  const files =
    options.config !== undefined ? [fromRoot(options.config, root, cwd)] : configPlaces(root, cwd);
  const contents = await tree.source.read(files);
  for (const file of files) {
    const content = contents.get(file);
    if (content instanceof Problem) {
      if (content.code === "file-missing" && options.config === undefined) continue;
      throw content;
    }
    if (content)
      return parseConfig(
        new TextDecoder().decode(content),
        file,
        rules.map(({ id }) => id),
      );
  }
  return null;
}

/** Where a config may stand: in the working directory, then upwards, not beyond the root. */
function configPlaces(root: string, cwd: string): string[] {
  const places: string[] = [];
  for (let folder = isInside(root, cwd) ? cwd : root; isInside(root, folder); folder = dirname(folder)) {
    for (const name of configNames) places.push(fromRoot(resolve(folder, name), root, cwd));
    if (dirname(folder) === folder) break;
  }
  return places;
}

type Asked = Pick<Entry, "spec" | "content" | "unnamed">;

async function askedSpecs(
  specs: readonly string[],
  options: SpecOptions,
  root: string,
  world: World,
): Promise<Asked[]> {
  const asked = new Map<string, Asked>();
  for (const path of specs) {
    if (path === "-") {
      const spec = fromRoot(options.stdinPath ?? "stdin", root, options.stdinPath ? world.cwd : root);
      if (asked.has(spec)) continue;
      const unnamed = options.stdinPath === undefined && options.baseline === undefined;
      asked.set(spec, { spec, content: await world.stdin(), unnamed });
    } else {
      const spec = fromRoot(path, root, world.cwd);
      asked.set(spec, { spec });
    }
  }
  return [...asked.values()].sort((a, b) => (a.spec < b.spec ? -1 : 1));
}

/** Where the baselines of specs stand: as named by `--baseline` or the config, else at their usual place. */
export function chooseBaselines(
  run: readonly string[],
  others: readonly string[],
  {
    options,
    config,
    base,
    root,
    cwd,
  }: { options: SpecOptions; config: Config | null; base: string; root: string; cwd: string },
): Map<string, string> {
  const specs = [...new Set([...run, ...others])];
  const named = new Map<string, string>();
  for (const spec of specs) {
    const baseline = settingFor(config, spec)?.baseline;
    if (baseline) named.set(spec, baseline);
  }
  const [only, ...more] = run;
  if (options.baseline !== undefined && only !== undefined) {
    if (more.length > 0) {
      throw new Problem(
        "usage",
        `\`--baseline\` goes with a single spec, not with ${run.length}`,
        "name the one spec on the command line.",
      );
    }
    named.set(only, fromRoot(options.baseline, root, cwd));
  }
  const usual = baselinePaths(
    specs.filter((spec) => !named.has(spec)),
    base,
  );
  return new Map([...usual, ...named]);
}

/** A baseline that is left says most: its spec was renamed or deleted, and nobody should start anew. */
async function noSpecs(place: Place, listed: boolean): Promise<Problem> {
  const { config } = place;
  const none = { ...place, entries: [], baselines: new Map<string, string>() };
  const [orphan] = await findOrphans({ ...none, listed: true });
  if (orphan !== undefined) return orphanProblem(orphan, { ...none, listed });
  return config === null || !listed
    ? new Problem(
        "no-spec",
        "no OpenAPI document found",
        "name one (`errlock check openapi.yaml`), or list them under `specs:` in errlock.yaml. Searched: openapi.*, swagger.*, specs/, spec/, api/, docs/openapi.*",
      )
    : new Problem("no-spec", "no file matches `specs`", "check the paths and globs there.", {
        file: config.file,
      });
}
