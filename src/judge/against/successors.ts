import type { Baseline } from "../../contract/baseline.js";
import type { Finding } from "../../contract/finding.js";
import { byCodePoint } from "../../contract/record.js";
import { judgingRules } from "../findings.js";

/** What became of one baseline of the base. */
export interface Succession {
  /** Root-relative path at the base. */
  readonly path: string;
  /** Where its successor stands on the branch; null where it has none. */
  readonly successor: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Finds for every baseline of the base its successor on the branch: the one at the same path, else a lawful one at a
 * path that the base has not (its spec was renamed). Gives them sorted by path, with what is wrong with each step.
 *
 * @param check says what is wrong with a step from one baseline to another
 */
export function succeed(
  base: ReadonlyMap<string, Baseline>,
  branch: ReadonlyMap<string, Baseline>,
  check: (before: Baseline, after: Baseline, path: string) => readonly Finding[],
): Succession[] {
  const byPath = (entries: ReadonlyMap<string, Baseline>) =>
    [...entries].sort(([a], [b]) => byCodePoint(a, b));
  const free = new Map(byPath(branch).filter(([path]) => !base.has(path)));
  return byPath(base).map(([path, before]) => {
    const same = branch.get(path);
    if (same !== undefined) return { path, successor: path, findings: check(before, same, path) };
    const moved = [...free].find(
      ([to, after]) => keepsCodes(before, after) && check(before, after, to).length === 0,
    );
    if (moved === undefined) return { path, successor: null, findings: [removed(path)] };
    free.delete(moved[0]);
    return { path, successor: moved[0], findings: [] };
  });
}

/** What no successor lacks, and is seen at once of another spec's baseline: a code stays one, or is retired. */
function keepsCodes({ main: before }: Baseline, { main: after }: Baseline): boolean {
  return Object.keys(before.codes).every(
    (code) => Object.hasOwn(after.codes, code) || Object.hasOwn(after.retired, code),
  );
}

function removed(path: string): Finding {
  return {
    rule: "baseline-removed",
    level: judgingRules["baseline-removed"].level,
    at: path,
    message: `\`${path}\` is a baseline at the base and has no lawful successor on this branch.`,
    cause: null,
    location: null,
  };
}
