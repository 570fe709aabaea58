import type { Limits } from "../contract/policy.js";
import { MachineFailure, Problem } from "../contract/problem.js";
import { readRuleset } from "../lint/user/read.js";
import type { Source } from "../spec/spec.js";

/**
 * The files, of rulesets of the base and of all that they extend there, whose content on the branch is another one.
 * Sorted. Throws a Problem where the machine fails.
 *
 * @param rulesets root-relative paths, named by the config of the base
 */
export async function editedRulesets(
  rulesets: readonly string[],
  base: Source,
  branch: Source,
  limits: Limits,
): Promise<string[]> {
  const files = new Set<string>();
  const noting: Source = {
    read(paths) {
      for (const path of paths) files.add(path);
      return base.read(paths);
    },
  };
  for (const ruleset of rulesets) {
    // One that cannot be used is refused where it is used; here it matters only whether it is the same.
    await readRuleset(ruleset, noting, limits).catch((error: unknown) => {
      if (!(error instanceof Problem) || error instanceof MachineFailure) throw error;
    });
  }
  const paths = [...files].sort();
  const [was, is] = await Promise.all([base.read(paths), branch.read(paths)]);
  const failure = [...was.values(), ...is.values()].find((content) => content instanceof MachineFailure);
  if (failure !== undefined) throw failure;
  return paths.filter((path) => !isSame(was.get(path), is.get(path)));
}

function isSame(a: Uint8Array | Problem | undefined, b: Uint8Array | Problem | undefined): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array && Buffer.compare(a, b) === 0;
}
