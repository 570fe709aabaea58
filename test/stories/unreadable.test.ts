import { chmodSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { baselineFile, configFile, Story, specFile } from "../support/story.js";

const isRoot = process.getuid?.() === 0;

test.skipIf(isRoot)(
  "a file that may not be read is named, and never taken for one that is not there (skipped for root, who may read all)",
  async () => {
    const story = await Story.begin("1.0.0", { [configFile]: "rules: {}\n" });
    for (const file of [specFile, baselineFile, configFile]) {
      const path = join(story.repo.root, file);
      chmodSync(path, 0o000);
      const { status, stderr } = await story.run(["check"]);
      chmodSync(path, 0o644);
      expect(status).toBe(2);
      expect(stderr).toContain(`errlock: ${file}: the file could not be read: permission is denied`);
    }
  },
);

test.skipIf(isRoot)("nor is a folder that may not be listed an empty one (skipped for root)", async () => {
  const story = await Story.begin();
  const folder = join(story.repo.root, "specs");
  chmodSync(folder, 0o000);
  const { status, stderr } = await story.run(["check"]);
  chmodSync(folder, 0o755);
  expect(status).toBe(2);
  expect(stderr).toContain("permission is denied");
});
