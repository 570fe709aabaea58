import { expect, test } from "vitest";
import {
  against,
  baselineFile,
  codes,
  configFile,
  Story,
  spec,
  specFile,
  without,
} from "../support/story.js";

const reason = ["--reason", "never sent by the server"];

/** `main` with an accepted removal that is not released yet. */
async function removed(): Promise<Story> {
  const story = await Story.begin();
  story.repo.write({ [specFile]: spec("1.0.0", without("machine_gone")) });
  await story.passes(["accept", "machine_gone", ...reason], "accepted machine_gone");
  story.commit("remove");
  return story;
}

/** `main` with that removal released as 2.0.0. */
async function released(): Promise<Story> {
  const story = await removed();
  await story.passes(["baseline", "update", "--bump"]);
  story.commit("release");
  return story;
}

test("once an accepted removal has landed, later branches stay green until the release", async () => {
  const story = await removed();
  await story.passes(["check"], "accepted code-removed machine_gone: never sent by the server");
  for (const name of ["one", "two"]) {
    story.repo.branch(name, "main");
    story.commit(name, { [specFile]: spec("1.0.0", [...without("machine_gone"), `code_${name}`]) });
    const text = await story.passes(against(), "1 accepted", "the next version must be 2.0.0");
    expect(text).not.toContain("new: ");
  }
});

test("an acceptance that comes with the branch is shown as new", async () => {
  const story = await Story.begin();
  story.repo.branch("topic");
  story.repo.write({ [specFile]: spec("1.0.0", without("machine_gone")) });
  await story.passes(["accept", "machine_gone", ...reason, "--owner", "@api", "--until", "2.0.0"]);
  story.commit("remove");
  await story.passes(
    against(),
    "new: never sent by the server (@api, until 2.0.0)",
    "1 accepted (1 new on this branch)",
  );
});

test("a release demands the version that the changes demand", async () => {
  const story = await removed();
  const update = ["baseline", "update"];
  await story.fails(update, "still declares 1.0.0", "Set info.version to 2.0.0 or higher");
  story.repo.write({ [specFile]: spec("1.5.0", without("machine_gone")) });
  await story.fails(["check"], "version-too-small", "at least 2.0.0");
  const text = await story.fails(update, "1.5.0 is too small");
  expect(text.match(/is too small/g)).toHaveLength(1);
  expect(story.repo.git("status", "--porcelain")).toBe(`M ${specFile}`);
});

test("a release that is refused writes nothing, also with --bump", async () => {
  const story = await Story.begin();
  story.repo.write({ [specFile]: spec("1.0.0", without("machine_gone")) });
  const text = story.repo.read(specFile);
  await story.fails(["baseline", "update", "--bump"], "1 change is not accepted, so there is no release");
  expect(story.repo.read(specFile)).toBe(text);
});

test("a dry run shows the changelog and writes nothing; the release then does what it said, and is idempotent", async () => {
  const story = await removed();
  const changelog = "## 2.0.0 (2026-11-23)\n\n### Removed\n\n- `machine_gone`: never sent by the server\n";
  const dry = await story.run(["baseline", "update", "--bump", "--dry-run"]);
  expect(dry).toMatchObject({ status: 0, stdout: changelog });
  expect(dry.stderr).toContain("would");
  expect(story.repo.git("status", "--porcelain")).toBe("");
  const real = await story.run(["baseline", "update", "--bump"]);
  expect(real).toMatchObject({ status: 0, stdout: changelog });
  expect(story.repo.read(specFile)).toContain("version: 2.0.0");
  expect(story.repo.read(configFile)).toBe("accept: []\n");
  const baseline = story.repo.read(baselineFile);
  expect(baseline).toContain(
    '"machine_gone": { "since": "1.0.0", "retired": "2.0.0", "reason": "never sent by the server" }',
  );
  expect(await story.run(["baseline", "update", "--bump"])).toMatchObject({ status: 0, stdout: "" });
  expect(story.repo.read(baselineFile)).toBe(baseline);
  await story.passes(["check"]);
});

test("a branch that releases says so, and verifies", async () => {
  const story = await removed();
  story.repo.branch("release");
  await story.passes(["baseline", "update", "--bump"]);
  story.commit("release");
  await story.passes(against(), "this branch releases 2.0.0: 1 retired");
  await story.passes(["baseline", "verify", "--against", "main"]);
});

test("what a branch does after its release is the branch's, also where the base had it so", async () => {
  const story = await removed();
  story.repo.branch("release");
  await story.passes(["baseline", "update", "--bump"]);
  story.commit("release");
  story.commit("take the version back", { [specFile]: spec("1.0.0", without("machine_gone")) });
  await story.fails(against(), "1.0.0 is lower than the baseline's, 2.0.0");
  story.commit("take the spec back", { [specFile]: spec("2.0.0") });
  await story.fails(against(), "code-reintroduced");
});

test("a release that stopped before the config was written is finished by the next run", async () => {
  const story = await removed();
  const config = story.repo.read(configFile);
  await story.passes(["baseline", "update", "--bump"]);
  story.repo.write({ [configFile]: config });
  await story.fails(["check"], "acceptance-stale", "the code is retired in 2.0.0", "errlock baseline update");
  await story.passes(["baseline", "update"], "dropped 1 acceptance that did its work");
  await story.passes(["check"]);
});

test("a retired code that comes back tells its story; accepted, its past is kept", async () => {
  const story = await released();
  story.repo.branch("back");
  story.commit("back", { [specFile]: spec("2.0.0") });
  await story.fails(
    against(),
    "code-reintroduced",
    "it was retired in 2.0.0. The reason was: never sent by the server.",
    'errlock accept machine_gone --kind code-reintroduced --reason "…"',
  );
  const sent = ["--reason", "sent again since March"];
  await story.passes(["accept", "machine_gone", "--kind", "code-reintroduced", ...sent]);
  await story.passes(against(), "new: sent again since March");
  await story.passes(["baseline", "update", "--bump"], "## 3.0.0", "### Reintroduced");
  expect(story.repo.read(baselineFile)).toContain(
    '"machine_gone": { "since": "1.0.0", "reintroduced": "3.0.0", "past": [{ "since": "1.0.0", "retired": "2.0.0", "reason": "never sent by the server" }] }',
  );
  story.commit("release");
  await story.passes(against(), "this branch releases 3.0.0: 1 reintroduced");
});

test("a branch that edits the baseline is refused, in check and in verify", async () => {
  const story = await Story.begin();
  story.repo.branch("edit");
  const edited = story.repo.read(baselineFile).replace(/.*"not_found".*\n/, "");
  story.commit("edit", { [baselineFile]: edited, [specFile]: spec("1.0.0", without("not_found")) });
  await story.fails(against(), "baseline-edited", "not_found", "Restore the baseline of the base");
  await story.fails(["baseline", "verify", "--against", "main"], "baseline-edited");
});

test("a branch is rebased over a release without touching the baseline", async () => {
  const story = await removed();
  story.repo.branch("topic");
  story.commit("add", { [specFile]: spec("1.0.0", [...without("machine_gone"), "volume_full"]) });
  story.repo.checkout("main");
  await story.passes(["baseline", "update", "--bump"]);
  story.commit("release");
  story.repo.checkout("topic");
  await story.passes(against(), "volume_full");
  story.repo.git("rebase", "--quiet", "main");
  await story.passes(against(), "volume_full", "baseline 2.0.0", "the next version must be 2.1.0");
});

test("a reverted removal needs no acceptance: it is stale, and pruned by one command", async () => {
  const story = await removed();
  story.repo.branch("revert");
  story.commit("put it back", { [specFile]: spec("1.0.0") });
  await story.fails(against(), "acceptance-stale", "fits nothing", "errlock accept --prune");
  await story.passes(["accept", "--prune"], "removed machine_gone");
  story.commit("prune");
  await story.passes(against());
  await story.passes(["accept", "--prune"], "no acceptance is stale or expired");
});

test("the whole commit of a removal can be reverted", async () => {
  const story = await removed();
  story.repo.branch("revert");
  story.repo.git("revert", "--no-edit", "HEAD");
  await story.passes(against());
});

test("a release is not taken back: its revert edits the baseline", async () => {
  const story = await released();
  story.repo.branch("revert");
  story.repo.git("revert", "--no-edit", "HEAD");
  const text = await story.fails(against(), "baseline-edited", "1.0.0 is not higher than 2.0.0");
  expect(text).not.toContain("releases 1.0.0");
});

test("a hotfix line is merged into a newer one: the newer baseline stays", async () => {
  const story = await Story.begin();
  story.repo.git("branch", "hotfix");
  story.repo.write({ [specFile]: spec("2.0.0", without("machine_gone")) });
  await story.passes(["accept", "machine_gone", ...reason]);
  await story.passes(["baseline", "update"]);
  story.commit("2.0.0");
  story.repo.checkout("hotfix");
  story.repo.write({ [specFile]: spec("1.1.0", ["account_locked", ...codes]) });
  await story.passes(["baseline", "update"]);
  story.commit("1.1.0");
  story.repo.branch("merge", "main");
  expect(() => story.repo.merge("hotfix")).toThrow();
  await story.refuses(["check"], "baselines/openapi.json:3:1: the baseline has merge conflict markers");
  story.repo.git("checkout", "main", "--", baselineFile);
  story.commit("merge", { [specFile]: spec("2.0.0", ["account_locked", ...without("machine_gone")]) });
  await story.passes(against(), "`account_locked` was added", "the next version must be 2.1.0");
  story.commit("the hotfix's baseline instead", {
    [baselineFile]: story.repo.git("show", "hotfix:baselines/openapi.json"),
  });
  await story.fails(against(), "baseline-edited");
});
