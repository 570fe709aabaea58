import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { errlock, type Outcome } from "../support/cli.js";

export type Files = Readonly<Record<string, string | Uint8Array>>;

export const specFile = "specs/openapi.yaml";

/** A folder with files, removed when `use` ends. It is its own root: no repository is around it. */
export async function withFolder<T>(files: Files, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "errlock-hostile-")));
  try {
    put(folder, files);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function put(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs errlock in a folder that is the root. */
export function inFolder(folder: string, ...argv: readonly string[]): Promise<Outcome> {
  return errlock([...argv, "--root", folder], { cwd: folder });
}

export interface Gated extends Outcome {
  /** Codes that the report says left, as errors that nobody accepted; null where it could not be judged (exit 2). */
  readonly left: ReadonlySet<string> | null;
  /** Codes of the baseline, of all catalogs. */
  readonly held: ReadonlySet<string>;
}

/** Locks the codes of `before`, puts `after` in its place, and runs the gate. Throws where `before` cannot be locked. */
export async function gate(before: Files, after: Files, ...release: readonly string[]): Promise<Gated> {
  return withFolder(before, async (folder) => {
    const init = await inFolder(folder, "baseline", "init", specFile, ...release);
    if (init.status !== 0) throw new Error(`no baseline: ${init.stderr}`);
    const held = codesOf(readFileSync(join(folder, "baselines/openapi.json"), "utf8"));
    put(folder, after);
    const outcome = await inFolder(folder, "check", specFile, "-f", "json");
    return { ...outcome, held, left: outcome.status === 2 ? null : leaving(outcome.stdout) };
  });
}

interface Catalog {
  readonly codes?: Readonly<Record<string, unknown>>;
}

/** Reads a baseline without any code of the product. */
function codesOf(baseline: string): ReadonlySet<string> {
  const parsed: Catalog & { readonly catalogs?: Readonly<Record<string, Catalog>> } = JSON.parse(baseline);
  const catalogs = [parsed, ...Object.values(parsed.catalogs ?? {})];
  return new Set(catalogs.flatMap(({ codes = {} }) => Object.keys(codes)));
}

const leavingKinds = ["code-removed", "code-renamed", "catalog-removed"];

interface ReportedChange {
  readonly kind: string;
  readonly level: string;
  readonly accepted: unknown;
  readonly code: string | null;
  readonly field?: string | null;
  readonly codes?: readonly string[];
}

/** What a report in JSON calls broken, as errors that nobody accepted. */
export function broken(report: string): ReportedChange[] {
  const { specs }: { specs: readonly { readonly changes: readonly ReportedChange[] }[] } = JSON.parse(report);
  return specs
    .flatMap((spec) => spec.changes)
    .filter(({ level, accepted }) => level === "error" && accepted === null);
}

/** The codes that a report says left. */
export function leaving(report: string): ReadonlySet<string> {
  const changes = broken(report).filter(({ kind }) => leavingKinds.includes(kind));
  return new Set(changes.flatMap(({ code, codes = [] }) => (code === null ? codes : [code])));
}
