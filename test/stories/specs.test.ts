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

const moved = "specs/machines.yaml";

test("a renamed spec is not judged until its baseline follows", async () => {
  const story = await Story.begin();
  story.repo.branch("rename");
  story.repo.git("mv", specFile, moved);
  const command = `errlock baseline move ${specFile} ${moved}`;
  const text = await story.refuses(["check"], `${moved} has no baseline`, command);
  expect(text).not.toContain("baseline init");
  expect(text.match(/baseline move/g)).toHaveLength(1);
  await story.refuses(against(), command);
  await story.refuses(["baseline", "init"], "baseline move");
  await story.passes(
    ["baseline", "move", specFile, moved],
    "moved baselines/openapi.json to baselines/machines.json",
  );
  await story.passes(["check"]);
  story.commit("rename");
  await story.passes(against());
  await story.passes(["baseline", "verify", "--against", "main"]);
  story.commit("and break", { [moved]: spec("1.0.0", without("not_found")) });
  await story.fails(against(), "`not_found` was removed");
});

test("a spec that the config names is renamed in both places", async () => {
  const story = await Story.begin("1.0.0", { [configFile]: `specs: [${specFile}] # ours\n` });
  story.repo.branch("rename");
  story.repo.git("mv", specFile, moved);
  await story.refuses(["check"], "there is no such spec any more", `errlock baseline move ${specFile} NEW`);
  await story.passes(["baseline", "move", specFile, moved], `\`specs\` still names ${specFile}`);
  story.repo.write({ [configFile]: `specs: [${moved}] # ours\n` });
  await story.passes(["check"]);
  story.commit("rename");
  await story.passes(against());
});

test("a baseline that belongs to no spec is told, wherever a command would overlook it", async () => {
  const story = await Story.begin("1.0.0", { "specs/other.yaml": spec("1.0.0", ["volume_full"]) });
  story.commit("delete", { "specs/other.yaml": null });
  for (const command of [["check"], ["baseline", "update"], ["baseline", "init"]]) {
    await story.refuses(
      command,
      "errlock: baselines/other.json: the baseline belongs to no spec",
      "errlock baseline move specs/other.yaml NEW",
    );
  }
});

test("a deleted API is a removal of its baseline, which only an acceptance allows", async () => {
  const story = await Story.begin("1.0.0", { "specs/other.yaml": spec("1.0.0", ["volume_full"]) });
  story.repo.branch("delete");
  story.commit("delete", { "specs/other.yaml": null, "baselines/other.json": null });
  await story.fails(against(), "baseline-removed", "--kind baseline-removed --at baselines/other.json");
  const what = ["--kind", "baseline-removed", "--at", "baselines/other.json", "--reason", "the API is gone"];
  await story.refuses(["accept", ...what], "--against origin/main");
  await story.passes(["accept", ...what, "--against", "main"]);
  story.commit("accept");
  await story.passes(against(), "new: the API is gone");
  story.repo.checkout("main");
  story.repo.merge("delete");
  await story.passes(["check"]);
});

test("an error schema that gets another name is no event", async () => {
  const story = await Story.begin();
  story.repo.branch("rename");
  const renamed = spec("1.0.0").replaceAll("ErrorResponse", "Problem").replaceAll("ErrorCode", "ProblemCode");
  story.commit("rename", { [specFile]: renamed });
  const text = await story.passes(against());
  expect(text).not.toMatch(/code-|catalog-|body-/);
});

test("an enum that becomes a free string takes its catalog with it", async () => {
  const story = await Story.begin();
  story.repo.branch("free");
  const free = spec("1.0.0", []).replace(/ {6}enum:\n/, "");
  story.commit("free", { [specFile]: free });
  await story.fails(
    against(),
    "catalog-removed",
    "codes: machine_busy, machine_gone, not_found, quota_exceeded",
    "errlock accept --kind catalog-removed --catalog code",
  );
  await story.passes(["accept", "machine_gone", "--reason", "never sent"]);
  await story.passes([
    "accept",
    "--kind",
    "catalog-removed",
    "--catalog",
    "code",
    "--reason",
    "free text now",
  ]);
  await story.passes(against(), "new: free text now");
  await story.passes(
    ["baseline", "update", "--bump"],
    "`machine_gone`: never sent",
    "`not_found`: free text now",
  );
  await story.refuses(["check"], "the spec declares no error codes", "errors: none");
});

test("merge conflicts in baseline, config and spec are named with their line", async () => {
  const story = await Story.begin("1.0.0", { [configFile]: "rules: {}\n" });
  for (const [file, what] of [
    [baselineFile, "the baseline has merge conflict markers"],
    [configFile, "the config has merge conflict markers"],
    [specFile, "a merge conflict is not resolved here"],
  ] as const) {
    const text = story.repo.read(file);
    story.repo.write({ [file]: `<<<<<<< HEAD\n${text}=======\n${text}>>>>>>> topic\n` });
    for (const command of [
      ["check"],
      ["baseline", "update"],
      ["accept", "--all", "--reason", "x"],
      against("HEAD"),
    ])
      await story.refuses(command, `${file}:1:1: ${what}`);
    story.repo.write({ [file]: text });
  }
});

test("a checkout with CRLF is judged, accepted and released like any other", async () => {
  const story = await Story.begin("1.0.0", { [configFile]: "# ours\nrules: {}\n" });
  const crlf = (file: string) => story.repo.read(file).replaceAll("\n", "\r\n");
  story.repo.branch("windows");
  story.commit(
    "crlf",
    Object.fromEntries([specFile, baselineFile, configFile].map((file) => [file, crlf(file)])),
  );
  await story.passes(against());
  await story.passes(["baseline", "verify", "--against", "main"]);
  story.repo.write({
    [specFile]: crlf(specFile)
      .replace(/.*- machine_gone\r*\n/, "")
      .replaceAll("\r\r", "\r"),
  });
  await story.fails(against(), "`machine_gone` was removed");
  await story.passes(["accept", "machine_gone", "--reason", "gone"]);
  expect(story.repo.read(configFile)).toMatch(/^# ours\r\nrules: \{\}\r\naccept:\r\n/);
  await story.passes(["baseline", "update", "--bump"], "## 2.0.0");
  expect(story.repo.read(specFile)).toContain("version: 2.0.0 }\r\n");
  story.commit("release");
  await story.passes(against(), "this branch releases 2.0.0: 1 retired");
});

test("a spec without codes says so in the config; a catalog that appears is an error", async () => {
  const none = "specs:\n  - spec: specs/openapi.yaml\n    errors: none\n";
  const empty = spec("1.0.0", []).replace(/ {6}enum:\n/, "");
  const story = await Story.begin("1.0.0", { [specFile]: empty, [configFile]: none });
  await story.passes(["check"]);
  story.repo.branch("codes");
  story.commit("codes", { [specFile]: spec("1.0.0", codes) });
  await story.fails(against(), "catalog-appeared", "4 of them");
});
