import { Problem } from "../contract/problem.js";
import { byCodePoint } from "../contract/record.js";

/**
 * The folder of a config's baselines, root-relative.
 *
 * @param configFolder root-relative folder of the config; empty for the root
 */
export function baselineFolder(configFolder: string): string {
  return configFolder === "" ? "baselines" : `${configFolder}/baselines`;
}

/**
 * Where a spec's baseline stands: `baselines/` + the spec's path from the config's folder, less a leading `specs/`
 * and the ending, + `.json`.
 *
 * @param spec the spec's root-relative path, with `/`
 * @param configFolder root-relative folder of the config; empty when that is the root or there is no config
 * @returns root-relative path
 * @throws Problem `baseline-path` when the spec stands outside the config's folder
 */
export function baselinePath(spec: string, configFolder = ""): string {
  const folder = configFolder === "" || configFolder === "." ? "" : `${configFolder.replace(/\/+$/, "")}/`;
  if (!spec.startsWith(folder)) {
    throw new Problem(
      "baseline-path",
      `the spec is outside the folder of the config, ${folder}.`,
      "Move the config up to a folder that holds all its specs, or name the file with --baseline.",
      { file: spec },
    );
  }
  const path = spec
    .slice(folder.length)
    .replace(/^specs\//, "")
    .replace(/\.(?:ya?ml|json)$/i, "");
  return `${folder}baselines/${path}.json`;
}

/**
 * Paths of the baselines of several specs.
 *
 * @throws Problem `baseline-path` when two specs would share one
 */
export function baselinePaths(specs: readonly string[], configFolder = ""): Map<string, string> {
  const paths = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const spec of [...new Set(specs)].sort(byCodePoint)) {
    const path = baselinePath(spec, configFolder);
    const owner = owners.get(path.toLowerCase());
    if (owner !== undefined) {
      throw new Problem(
        "baseline-path",
        `${owner} and ${spec} would have one baseline, ${path}.`,
        "Rename one of the two, or remove it from `specs` in the config.",
        { file: spec },
      );
    }
    owners.set(path.toLowerCase(), spec);
    paths.set(spec, path);
  }
  return paths;
}

const endings = ["yaml", "yml", "json"];

/** The specs whose usual baseline a file would be: the other way round of `baselinePath`. */
export function baselineOwners(baseline: string, configFolder = ""): string[] {
  const prefix = configFolder === "" ? "" : `${configFolder}/`;
  const stem = baseline.slice(`${baselineFolder(configFolder)}/`.length, -".json".length);
  return [`${prefix}specs/${stem}`, `${prefix}${stem}`].flatMap((path) =>
    endings.map((ending) => `${path}.${ending}`),
  );
}
