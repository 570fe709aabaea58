import type { Finding } from "../../src/contract/finding.js";
import { Problem } from "../../src/contract/problem.js";
import { type LintOptions, lint } from "../../src/lint/lint.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import type { Source, Spec } from "../../src/spec/spec.js";

/** Files in memory; the first is the spec. */
export type Files = Readonly<Record<string, string>>;

export function sourceOf(files: Files): Source {
  return {
    async read(paths) {
      return new Map(
        paths.map((path) => {
          const text = files[path];
          return [
            path,
            text === undefined ? new Problem("missing", path, "") : new TextEncoder().encode(text),
          ];
        }),
      );
    },
  };
}

export async function specOf(files: Files): Promise<Spec> {
  return loadSpec(sourceOf(files), Object.keys(files)[0] ?? "", defaultLimits);
}

/** Lints files in memory. */
export async function lintFiles(files: Files, options: Partial<LintOptions> = {}): Promise<Finding[]> {
  return lint(await specOf(files), { rules: {}, ...options });
}
