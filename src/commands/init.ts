import { join } from "node:path";
import { writeAtomically } from "../host/files.js";
import { detectScheme } from "../judge/version.js";
import { initOne } from "./baseline-init.js";
import { ciLines, type Surroundings } from "./ci-lines.js";
import { configText, type SpecLine } from "./config-text.js";
import { configFile } from "./edit-config.js";
import type { BaselineOptions } from "./options.js";
import { reportProblem } from "./problem.js";
import { hasLockedCodes, readBaseline, readSpec } from "./read.js";
import type { Entry } from "./workspace.js";
import { openWorkspace, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

/** `errlock init`: writes config and baselines for what it finds, and prints what to paste into CI. Overwrites nothing. */
export async function init(options: BaselineOptions, world: World): Promise<ExitCode> {
  const workspace = await openWorkspace([], options, world);
  const wrote = options.dryRun ? "would write" : "wrote";
  const lines: SpecLine[] = [];
  let exitCode: ExitCode = 0;
  for (const entry of workspace.entries) {
    try {
      const { line, said } = await initSpec(entry, workspace, options);
      lines.push(line);
      world.out(said);
    } catch (error) {
      reportProblem(error, world, options.verbose);
      exitCode = 2;
    }
  }
  if (lines.length === 0) return 2;
  if (workspace.config === null) {
    const file = configFile(workspace);
    const text = configText(lines);
    if (!options.dryRun) await writeAtomically(join(workspace.root, file), text, workspace.root);
    world.out(`${wrote} ${file}\n${options.dryRun ? `\n${text}` : ""}`);
  } else {
    world.out(`${workspace.config.file} is there already and stays as it is\n`);
  }
  world.out(`\n${ciLines(await lookAround(workspace))}`);
  return exitCode;
}

async function initSpec(
  entry: Entry,
  workspace: Workspace,
  options: BaselineOptions,
): Promise<{ readonly line: SpecLine; readonly said: string }> {
  const existing = await readBaseline(workspace.tree.source, entry.baseline, workspace.limits);
  const reading = await readSpec(entry, existing, workspace);
  const { version } = reading.extraction.contract;
  const none = entry.policy.errors === "none" || !hasLockedCodes(reading, entry.policy);
  const line: SpecLine = { spec: entry.spec, scheme: detectScheme(version), none };
  if (existing !== null) return { line, said: `${entry.baseline} is there already and stays as it is\n` };
  const policy = none ? { ...entry.policy, errors: "none" as const } : entry.policy;
  const dryRun = options.dryRun === true;
  const text = await initOne({ ...entry, policy }, workspace, { ...options, dryRun });
  // A dry run of `baseline init` shows the whole file; here the last line is enough.
  return { line, said: dryRun ? `${text.trimEnd().split("\n").at(-1)}\n` : text };
}

/** What the repository already uses. */
async function lookAround({ tree }: Workspace): Promise<Surroundings> {
  const files = [
    ".gitlab-ci.yml",
    ".circleci/config.yml",
    "lefthook.yml",
    ".pre-commit-config.yaml",
    "package.json",
    "package-lock.json",
  ];
  const contents = await tree.source.read(files);
  const has = (file: string) => contents.get(file) instanceof Uint8Array;
  const workflows = await tree.list(".github");
  return {
    github: workflows.length > 0,
    gitlab: has(".gitlab-ci.yml"),
    circleci: has(".circleci/config.yml"),
    lefthook: has("lefthook.yml"),
    husky: (await tree.list(".husky")).length > 0,
    preCommit: has(".pre-commit-config.yaml"),
    npm: has("package.json"),
    npmLock: has("package-lock.json"),
  };
}
