import { expect, test } from "vitest";
import { baselineFile, codes, Story, spec, specFile, without } from "../support/story.js";

/** A repository at this version, with an accepted removal. */
async function removedAt(version: string): Promise<Story> {
  const story = await Story.begin(version);
  story.repo.write({ [specFile]: spec(version, without("machine_gone")) });
  await story.passes(["accept", "machine_gone", "--reason", "gone"]);
  return story;
}

const update = ["baseline", "update"];

test("below 1.0.0 a removal demands a minor version, and an addition a patch", async () => {
  const story = await removedAt("0.3.1");
  await story.passes(["check"], "the next version must be 0.4.0");
  await story.passes([...update, "--bump"], "## 0.4.0");
  story.repo.write({ [specFile]: spec("0.4.0", [...without("machine_gone"), "volume_full"]) });
  await story.passes(["check"], "the next version must be 0.4.1");
});

test("of a prerelease, codes that are as old as the last full version are guarded, younger ones are free", async () => {
  const story = await Story.begin("1.4.0");
  story.repo.write({ [specFile]: spec("2.0.0-beta.1", [...codes, "beta_only"]) });
  await story.passes(update, "## 2.0.0-beta.1");
  expect(story.repo.read(baselineFile)).toContain('"stable": "1.4.0"');
  story.repo.write({ [specFile]: spec("2.0.0-beta.2", without("machine_gone")) });
  const text = await story.fails(["check"], "error[code-removed]: `machine_gone`");
  expect(text).not.toContain("error[code-removed]: `beta_only`");
  await story.passes(["accept", "machine_gone", "--reason", "gone"]);
  await story.passes(update, "## 2.0.0-beta.2");
  story.repo.write({ [specFile]: spec("2.0.0", without("machine_gone")) });
  await story.passes(update, "## 2.0.0");
  expect(story.repo.read(baselineFile)).not.toContain('"stable"');
});

test("dates and integers are versions in order", async () => {
  const dated = await removedAt("2026-03-01");
  await dated.passes(["check"], "the next version must be 2026-03-02");
  await dated.passes([...update, "--bump"], "## 2026-11-23");
  const counted = await removedAt("v3");
  await counted.passes([...update, "--bump"], "## v4");
  expect(counted.repo.read(specFile)).toContain("version: v4");
  counted.repo.write({ [specFile]: spec("v2", without("machine_gone")) });
  await counted.fails(["check"], "version-lowered");
});

test("versions without order have no verdict, and a release is named with --as", async () => {
  const story = await removedAt("wip");
  const text = await story.passes(["check"]);
  expect(text).not.toContain("next version");
  await story.refuses(
    update,
    `${specFile}: there is something to release`,
    "Name the release with `--as NAME`",
  );
  await story.passes([...update, "--as", "spring"], "## spring");
  expect(story.repo.read(baselineFile)).toContain('"retired": "spring"');
  await story.passes(update, "up to date, version spring");
  await story.passes(["check"]);
});

test("a lowered version is an error, whatever changed", async () => {
  const story = await Story.begin("1.4.0");
  story.repo.write({ [specFile]: spec("1.3.0") });
  await story.fails(["check"], "version-lowered", "1.3.0 is lower than the baseline's, 1.4.0");
  await story.fails(update, "1.3.0");
});
