import { join } from "node:path";
import { formatBaseline } from "../baseline/format.js";
import { baselinePath } from "../baseline/path.js";
import { settingFor } from "../config/config.js";
import { Problem } from "../contract/problem.js";
import { writeAtomically } from "../host/files.js";
import { removeFile } from "../host/remove.js";
import type { BaselineOptions } from "./options.js";
import { fromRoot, openPlace, type Place } from "./place.js";
import { readBaseline } from "./read.js";
import type { ExitCode, World } from "./world.js";

/**
 * `errlock baseline move OLD NEW`: the spec was renamed, and its baseline follows. The new file is written before the
 * old one is removed; run again, it finishes what was interrupted.
 */
export async function baselineMove(
  from: string,
  to: string,
  options: BaselineOptions,
  world: World,
): Promise<ExitCode> {
  const place = await openPlace([to], options, world);
  const [oldSpec, newSpec] = [from, to].map((spec) => fromRoot(spec, place.root, world.cwd));
  if (oldSpec === undefined || newSpec === undefined) return 2;
  const [oldPath, newPath] = [pathOf(oldSpec, place), pathOf(newSpec, place)];
  const { source } = place.tree;
  const old = await readBaseline(source, oldPath, place.limits);
  if (old === null) {
    throw new Problem(
      "baseline-missing",
      `there is no such baseline, so ${oldSpec} has none`,
      "check the old path.",
      {
        file: oldPath,
      },
    );
  }
  const spec = (await source.read([newSpec], place.limits.bytes)).get(newSpec);
  if (spec instanceof Problem) throw spec;
  if (oldPath === newPath) {
    world.out(`${oldPath} stays: both paths have the same baseline\n`);
    return 0;
  }
  const text = formatBaseline(old);
  const there = await readBaseline(source, newPath, place.limits);
  if (there !== null && formatBaseline(there) !== text) {
    throw new Problem(
      "baseline-exists",
      "a baseline is there already, and it is another one",
      "a baseline is never overwritten; remove the one that does not belong in a reviewed change.",
      { file: newPath },
    );
  }
  if (there === null) await writeAtomically(join(place.root, newPath), text, place.root);
  await removeFile(join(place.root, oldPath));
  world.out(`moved ${oldPath} to ${newPath}\n`);
  if (settingFor(place.config, oldSpec)?.spec === oldSpec) {
    world.err(`${place.config?.file}: \`specs\` still names ${oldSpec}; write ${newSpec} there\n`);
  }
  return 0;
}

function pathOf(spec: string, { config, base }: Place): string {
  return settingFor(config, spec)?.baseline ?? baselinePath(spec, base);
}
