import type { Limits } from "../../src/contract/policy.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";
import type { Source, Spec } from "../../src/spec/spec.js";

/** Loads a spec from files that stand in a test; the first is its root. */
export function loadFiles(
  files: Readonly<Record<string, string>>,
  limits: Limits = defaultLimits,
): Promise<Spec> {
  const bytes = new Map(Object.entries(files).map(([file, text]) => [file, new TextEncoder().encode(text)]));
  const source: Source = {
    read: async (paths) =>
      new Map(
        paths.flatMap((path) => (bytes.has(path) ? [[path, bytes.get(path) ?? new Uint8Array()]] : [])),
      ),
  };
  return loadSpec(source, Object.keys(files)[0] ?? "", limits);
}
