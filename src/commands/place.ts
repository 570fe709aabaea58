import { dirname, relative, resolve, sep } from "node:path";
import { rules } from "../../rules/rules.js";
import { type Config, parseConfig } from "../config/config.js";
import { folderOf } from "../config/paths.js";
import { configTooLarge, mostBytes } from "../config/yaml.js";
import type { Limits } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { createFileSource, findRoot } from "../host/files.js";
import { isInside } from "../host/inside.js";
import { listFiles } from "../host/list.js";
import { namedRoot } from "../host/root.js";
import { refuseOptions } from "../lint/settings.js";
import { defaultLimits } from "../spec/limits.js";
import { SharedFiles } from "../spec/shared-files.js";
import type { Tree } from "./find-specs.js";
import type { SpecOptions } from "./options.js";
import { RunBudget } from "./run-budget.js";
import type { World } from "./world.js";

/** Where a command works, before it is known on which specs. */
export interface Place {
  /** Absolute. */
  readonly root: string;
  readonly tree: Tree;
  readonly config: Config | null;
  /** Root-relative folder that baselines count from: the config's, else the root (empty). */
  readonly base: string;
  readonly limits: Limits;
  readonly budget: RunBudget;
  /** ISO date. */
  readonly now: string;
}

const configNames = ["errlock.yaml", "errlock.yml", "errlock.json"];

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
    budget: new RunBudget(),
    now: options.now ?? world.today,
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
  const contents = await tree.source.read(files, mostBytes);
  for (const file of files) {
    const content = contents.get(file);
    if (content instanceof Problem) {
      if (content.code === "file-missing" && options.config === undefined) continue;
      if (content.code === "too-large") throw configTooLarge(file, mostBytes);
      throw content;
    }
    if (content)
      return parseConfig(
        new TextDecoder().decode(content),
        file,
        rules.map(({ id }) => id),
        refuseOptions,
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
