import { baselinePaths } from "../baseline/path.js";
import { type Config, policyFor, settingFor } from "../config/config.js";
import type { Policy } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { discoverSpecs, expand } from "./find-specs.js";
import type { SpecOptions } from "./options.js";
import { findOrphans, orphanProblem } from "./orphans.js";
import { fromRoot, openPlace, type Place } from "./place.js";
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

/** A place, and the specs that a command was asked for there. */
export interface Workspace extends Place {
  /** The specs of this run, sorted. */
  readonly entries: readonly Entry[];
  /** Whether the config lists the specs: then no other file can own a baseline. */
  readonly listed: boolean;
  /** Baselines by spec: of this run, and of all others that the config lists. */
  readonly baselines: ReadonlyMap<string, string>;
  /** What to say aloud of the specs together. */
  readonly notes: readonly string[];
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
  const asked = await askedSpecs(specs, options, place, world);
  const patterns = config?.specs?.map(({ spec }) => spec) ?? null;
  const { files: listed, idle } = await expand(patterns ?? [], tree);
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
    notes: asked.length > 0 ? [] : idle.map((glob) => `no file matches \`${glob}\`, which \`specs\` lists.`),
  };
}

/**
 * Finds root, config and the spec of a command that takes one.
 *
 * @param takes what the command takes, for the message: "`history` tells of one spec"
 * @throws Problem as `openWorkspace`, and `usage` where there are several
 */
export async function openSingle(
  spec: string | undefined,
  options: SpecOptions,
  world: World,
  takes: string,
): Promise<{ readonly entry: Entry; readonly workspace: Workspace }> {
  const workspace = await openWorkspace(spec === undefined ? [] : [spec], options, world);
  const [entry, ...others] = workspace.entries;
  if (entry !== undefined && others.length === 0) return { entry, workspace };
  throw new Problem(
    "usage",
    `${takes}, and there are ${workspace.entries.length}: ${workspace.entries.map((each) => each.spec).join(", ")}`,
    "name the one on the command line.",
  );
}

type Asked = Pick<Entry, "spec" | "content" | "unnamed">;

async function askedSpecs(
  specs: readonly string[],
  options: SpecOptions,
  { root, limits: { bytes } }: Place,
  world: World,
): Promise<Asked[]> {
  const asked = new Map<string, Asked>();
  for (const path of specs) {
    if (path === "-") {
      const spec = fromRoot(options.stdinPath ?? "stdin", root, options.stdinPath ? world.cwd : root);
      if (asked.has(spec)) continue;
      const unnamed = options.stdinPath === undefined && options.baseline === undefined;
      asked.set(spec, { spec, content: await world.stdin(bytes), unnamed });
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
  const none = { ...place, entries: [], baselines: new Map<string, string>(), notes: [] };
  const [orphan] = await findOrphans({ ...none, listed: true });
  if (orphan !== undefined) return orphanProblem(orphan, { ...none, listed });
  return config === null || !listed
    ? new Problem(
        "no-spec",
        "no OpenAPI document found",
        "list them in errlock.yaml (`specs: [path/to/openapi.yaml]`), or name one (`errlock check path/to/openapi.yaml`). Searched: openapi.*, swagger.*, specs/, spec/, api/, docs/openapi.*",
      )
    : new Problem("no-spec", "no file matches `specs`", "check the paths and globs there.", {
        file: config.file,
      });
}
