import { join } from "node:path";
import { pruneAcceptances } from "../config/edit.js";
import type { Acceptance } from "../contract/policy.js";
import { Problem } from "../contract/problem.js";
import { writeAtomically } from "../host/files.js";
import { withLock } from "../host/lock.js";
import type { Place } from "./place.js";
import type { World } from "./world.js";

/** The config of a workspace; where there is none yet, the one that would be. Root-relative. */
export function configFile({ config, base }: Place): string {
  return config?.file ?? (base === "" ? "errlock.yaml" : `${base}/errlock.yaml`);
}

/**
 * Changes the text of the config, as it stands at that moment: of two runs at once none loses what the other wrote.
 * Writes nothing where nothing changes.
 */
export async function editConfig(
  place: Place,
  edit: (text: string, file: string) => string,
): Promise<{ readonly file: string; readonly changed: boolean }> {
  const file = configFile(place);
  const path = join(place.root, file);
  return withLock(path, async () => {
    const content = (await place.tree.source.read([file])).get(file);
    if (content instanceof Problem && content.code !== "file-missing") throw content;
    const text = content instanceof Uint8Array ? new TextDecoder().decode(content) : "";
    const edited = edit(text, file);
    if (edited !== text) await writeAtomically(path, edited, place.root);
    return { file, changed: edited !== text };
  });
}

/** Takes acceptances that did their work out of the config, and says so. */
export async function pruneConfig(
  place: Place,
  used: readonly Acceptance[],
  dryRun: boolean,
  world: World,
): Promise<void> {
  if (used.length === 0) return;
  if (!dryRun) await editConfig(place, (text, file) => pruneAcceptances(text, file, used));
  const words = `${used.length} ${used.length === 1 ? "acceptance" : "acceptances"}`;
  world.err(
    `${configFile(place)}: ${dryRun ? "would drop" : "dropped"} ${words} that did ${used.length === 1 ? "its" : "their"} work\n`,
  );
}
