import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import type { Finding } from "../../src/contract/finding.js";

/** Makes a folder look like a project that has installed errlock: only its ruleset, bundled as it is published. */
export async function installRuleset(folder: string): Promise<void> {
  const errlock = join(folder, "node_modules", "errlock");
  await build({
    entryPoints: { ruleset: join(import.meta.dirname, "../../rules/index.ts") },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    outdir: join(errlock, "dist"),
    logLevel: "error",
  });
  const exports = { "./ruleset": "./dist/ruleset.js" };
  writeFileSync(join(errlock, "package.json"), JSON.stringify({ name: "errlock", type: "module", exports }));
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

interface SpectralResult {
  readonly code: string;
  readonly message: string;
  readonly severity: number;
  readonly source: string;
  readonly range: { readonly start: { readonly line: number } };
}

/** Runs the real `spectral lint`. Gives the findings of errlock's rules as lines, sorted. */
export function spectralLint(
  folder: string,
  ruleset: string,
  specs: readonly string[],
  root = folder,
): string[] {
  const cli = join(
    dirname(createRequire(import.meta.url).resolve("@stoplight/spectral-cli/package.json")),
    "dist",
    "index.js",
  );
  const arguments_ = [cli, "lint", ...specs, "-r", join(folder, ruleset), "-f", "json", "-q"];
  const { stdout, stderr } = spawnSync(process.execPath, arguments_, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (!stdout.startsWith("[")) throw new Error(`spectral lint: ${stdout}${stderr}`);
  const results: SpectralResult[] = JSON.parse(stdout);
  return results
    .filter(({ code }) => code.startsWith("error-"))
    .map(({ code, message, severity, source, range }) => {
      const file = source.startsWith(`${root}/`) ? source.slice(root.length + 1) : source;
      return `${file}:${range.start.line + 1} ${["error", "warn", "info"][severity]} ${code} ${message}`;
    })
    .sort();
}

/** Findings of `errlock lint` in the same form. */
export function asLines(findings: readonly Finding[]): string[] {
  return findings
    .filter(({ level }) => level !== "off")
    .map(
      ({ location, level, rule, message }) =>
        `${location?.file}:${location?.line} ${level} ${rule} ${message}`,
    )
    .sort();
}
