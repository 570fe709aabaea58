import type { History } from "../contract/history.js";
import { locksExamples } from "../contract/policy.js";
import { lives } from "../history/lives.js";
import { notARepository, openRepository } from "../host/git.js";
import { commitTree } from "./against.js";
import type { FormatOptions, SpecOptions } from "./options.js";
import { type Output, parseOutputs, renderOptions, writeOutputs } from "./outputs.js";
import { readBaseline, readSpec } from "./read.js";
import { readVersions, unpacked } from "./versions.js";
import { type Entry, openSingle, type Workspace } from "./workspace.js";
import type { ExitCode, World } from "./world.js";

type Options = SpecOptions & FormatOptions;

/** `errlock history`: the life of every code of one spec, over the commits of HEAD's main line. */
export async function history(spec: string | undefined, options: Options, world: World): Promise<ExitCode> {
  const outputs = parseOutputs(options, ["text", "json", "markdown"] as const);
  const { entry, workspace } = await openSingle(spec, options, world, "`history` tells of one spec");
  const told = await historyOf(entry, workspace);
  const render = async (output: Output<"text" | "json" | "markdown">) =>
    (await renderer(output))(told, renderOptions(options, output.file, world));
  await writeOutputs(outputs, render, world);
  return 0;
}

async function renderer({ name }: Output<"text" | "json" | "markdown">) {
  if (name === "json") return (await import("../report/history-json.js")).render;
  return name === "markdown"
    ? (await import("../report/history-markdown.js")).render
    : (await import("../report/history-text.js")).render;
}

/**
 * The life of every code of a spec as git has it: what is not committed is not told.
 *
 * @throws Problem outside of a repository, and for a spec that HEAD has not or that cannot be read there
 */
export async function historyOf(entry: Entry, workspace: Workspace): Promise<History> {
  const repository = await openRepository(workspace.root);
  if (repository === null) throw notARepository(workspace.root);
  const head = commitTree(repository, await repository.head());
  const baseline = await readBaseline(head.source, entry.baseline, workspace.limits);
  const { spec: file, policy } = entry;
  const { extraction } = await readSpec({ spec: file, policy }, baseline, { ...workspace, tree: head });
  const { contract } = extraction;
  const examples = locksExamples(policy) || contract.catalogs.every(({ normative }) => !normative);
  const { touches, renames } = await repository.follow(file);
  const { versions, skipped } = await readVersions(repository, touches, {
    place: contract.errors,
    setting: policy.errors === "none" ? null : policy.errors,
    limits: workspace.limits,
  });
  repository.close();
  return {
    spec: file,
    versions: versions.length,
    first: versions[0]?.date ?? null,
    last: versions.at(-1)?.date ?? null,
    codes: lives(unpacked(versions), { examples, places: { limit: workspace.limits.places, file } }),
    skipped,
    notes: [
      ...(repository.shallow
        ? ["this is a shallow clone: what was before its first commit is not known."]
        : []),
      ...(renames ? [] : ["this clone lacks old contents: renames of the file were not followed."]),
      ...(examples && contract.catalogs.length > 0
        ? ["the codes stand only in examples, which are not normative."]
        : []),
    ],
  };
}
