import { baselineFolder, baselineOwners } from "../baseline/path.js";
import { Problem } from "../contract/problem.js";
import type { Workspace } from "./workspace.js";

/**
 * Files under `baselines/` that belong to no spec: it was renamed, deleted, or left out of the config. Sorted.
 * A gate that overlooked them would have stopped checking without a word.
 */
export async function findOrphans({ tree, base, baselines, listed }: Workspace): Promise<string[]> {
  const claimed = new Set(baselines.values());
  const files = await tree.list(baselineFolder(base));
  const unclaimed = files.filter((file) => file.endsWith(".json") && !claimed.has(file));
  if (listed || unclaimed.length === 0) return unclaimed;
  const contents = await tree.source.read(unclaimed.flatMap((file) => baselineOwners(file, base)));
  return unclaimed.filter((file) =>
    baselineOwners(file, base).every((spec) => contents.get(spec) instanceof Problem),
  );
}

/** The path that the spec of an orphan most likely had. */
export function formerSpec(file: string, { base }: Pick<Workspace, "base">): string {
  return baselineOwners(file, base)[0] ?? "OLD";
}

/** What to say of an orphan. */
export function orphanProblem(file: string, workspace: Pick<Workspace, "base" | "listed">): Problem {
  const { listed } = workspace;
  return new Problem(
    "orphan-baseline",
    `the baseline belongs to no spec${listed ? " of the config" : ""}: was its spec renamed or deleted?`,
    `if it was renamed: \`errlock baseline move ${formerSpec(file, workspace)} NEW\`; if it is still there, list it under \`specs:\`; if the API is gone, delete the baseline in a reviewed change.`,
    { file },
  );
}
