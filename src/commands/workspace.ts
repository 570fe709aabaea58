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
import { defaultLimits } from "../spec/limits.js";
import { discoverSpecs, expand, type Tree } from "./find-specs.js";
import type { SpecOptions } from "./options.js";
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
  /** All specs of the config or of the usual places, of which a run may take some. */
  readonly allSpecs: readonly string[];
}

const configNames = ["errlock.yaml", "errlock.yml", "errlock.json"];

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
  const root = await chooseRoot(specs, options, world.cwd);
  const tree: Tree = { source: createFileSource(root), list: (folder) => listFiles(root, folder) };
  const config = await readConfig(tree, root, options, world.cwd);
  const base = config === null ? "" : folderOf(config.file);
  const listed = config?.specs != null;
  const allSpecs = listed ? await expand(includes(config), tree) : await discoverSpecs(tree, base);
  const asked = await askedSpecs(specs, options, root, world);
  const chosen = asked.length > 0 ? asked : allSpecs.map((spec): Asked => ({ spec }));
  if (chosen.length === 0) throw noSpecs(listed ? config : null);
  const paths = chooseBaselines(
    chosen.map(({ spec }) => spec),
    allSpecs,
    { options, config, base, root, cwd: world.cwd },
  );
  return {
    root,
    tree,
    config,
    base,
    limits: { ...defaultLimits, ...config?.limits },
    now: options.now ?? world.today,
    entries: chosen.map((each) => ({
      ...each,
      baseline: paths.get(each.spec) ?? "",
      policy: policyFor(config, each.spec),
    })),
    listed,
    allSpecs,
  };
}

function includes(config: Config): string[] {
  return (config.specs ?? []).map(({ spec }) => spec);
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
async function chooseRoot(specs: readonly string[], options: SpecOptions, cwd: string): Promise<string> {
  if (options.root !== undefined) return resolve(cwd, options.root);
  const root = findRoot(cwd);
  const outside = specs.find((spec) => spec !== "-" && !isInside(root, resolve(cwd, spec)));
  return outside === undefined ? root : findRoot(dirname(resolve(cwd, outside)));
}

async function readConfig(
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

interface Asked {
  readonly spec: string;
  readonly content?: Uint8Array;
}

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
      asked.set(spec, { spec, content: await world.stdin() });
    } else {
      const spec = fromRoot(path, root, world.cwd);
      asked.set(spec, { spec });
    }
  }
  return [...asked.values()].sort((a, b) => (a.spec < b.spec ? -1 : 1));
}

function chooseBaselines(
  specs: readonly string[],
  allSpecs: readonly string[],
  context: { options: SpecOptions; config: Config | null; base: string; root: string; cwd: string },
): Map<string, string> {
  const { options, config, base, root, cwd } = context;
  if (options.baseline !== undefined) {
    const [only, ...others] = specs;
    if (only === undefined || others.length > 0) {
      throw new Problem(
        "usage",
        `\`--baseline\` goes with a single spec, not ${specs.length}`,
        "name the one spec on the command line.",
      );
    }
    return new Map([[only, fromRoot(options.baseline, root, cwd)]]);
  }
  const named = (spec: string) => settingFor(config, spec)?.baseline ?? null;
  // All specs of the workspace are asked, so that two of them never share a baseline without anybody noticing.
  const usual = [...new Set([...specs, ...allSpecs])].filter((spec) => named(spec) === null);
  const paths = baselinePaths(usual, base);
  return new Map(specs.map((spec) => [spec, named(spec) ?? paths.get(spec) ?? ""]));
}

function noSpecs(config: Config | null): Problem {
  return config === null
    ? new Problem(
        "no-spec",
        "no OpenAPI document found",
        "name one (`errlock check openapi.yaml`), or list them under `specs:` in errlock.yaml. Searched: openapi.*, swagger.*, specs/, spec/, api/, docs/openapi.*",
      )
    : new Problem(
        "no-spec",
        `${config.file}: no file matches \`specs\``,
        "check the paths and globs there.",
        {
          file: config.file,
        },
      );
}
