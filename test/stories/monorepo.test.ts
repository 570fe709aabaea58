import { expect, test } from "vitest";
import { Repository } from "../support/repo.js";
import { against, configFile, Story, spec } from "../support/story.js";

const users = "services/users/openapi.yaml";
const volumes = "services/volumes/openapi.yaml";
const config = "specs:\n  - spec: services/*/openapi.yaml\n";

/** Two specs behind one glob. */
async function begin(): Promise<Story> {
  const story = new Story(Repository.create());
  story.repo.write({
    [users]: spec("1.0.0", ["account_locked", "not_found"]),
    [volumes]: spec("3.1.0", ["not_found", "volume_full"]),
    [configFile]: config,
  });
  await story.passes(
    ["baseline", "init"],
    "wrote baselines/services/users/openapi.json",
    "wrote baselines/services/volumes/openapi.json",
  );
  story.commit("start");
  return story;
}

test("all specs of a glob are judged in one run, with one summary", async () => {
  const story = await begin();
  await story.passes(["check"], "2 specs: contract holds");
  story.repo.write({ [users]: spec("1.0.0", ["not_found"]) });
  await story.fails(["check"], "`account_locked` was removed", "2 specs: contract broken: 1 error");
});

test("one broken spec does not hide the others, and 2 outranks 1", async () => {
  const story = await begin();
  story.repo.write({ [users]: spec("1.0.0", ["not_found"]), [volumes]: "}{\n" });
  await story.refuses(["check"], `errlock: ${volumes}:1:1: this is not YAML`, "`account_locked` was removed");
  const { status, stdout } = await story.run(["check", "-f", "json"]);
  const report = JSON.parse(stdout);
  expect(status).toBe(2);
  expect(report.result).toBe("error");
  expect(report.specs[0].changes[0]).toMatchObject({ kind: "code-removed", code: "account_locked" });
  expect(report.specs[1].error).toMatchObject({ code: "yaml-syntax", location: { file: volumes, line: 1 } });
});

test("an acceptance names its spec, and does not wait for another one to be mended", async () => {
  const story = await begin();
  story.repo.write({ [users]: spec("1.0.0", ["account_locked"]), [volumes]: "}{\n" });
  await story.passes(["accept", "not_found", "--reason", "gone"], "accepted not_found");
  expect(story.repo.read(configFile)).toContain(`  - code: not_found\n    spec: ${users}\n`);
  story.repo.write({ [volumes]: spec("3.1.0", ["volume_full"]) });
  await story.fails(["check"], `errlock accept not_found --spec ${volumes} --reason`, "1 accepted");
  await story.refuses(["accept", "volume_full", "--reason", "x"], "neither a code that fails");
});

test("an acceptance is stale only for the specs of the run", async () => {
  const story = await begin();
  story.repo.write({ [users]: spec("1.0.0", ["not_found"]) });
  await story.passes(["accept", "account_locked", "--reason", "gone"]);
  story.repo.write({ [users]: spec("1.0.0", ["account_locked", "not_found"]) });
  await story.passes(["check", volumes]);
  await story.fails(["check", users], "acceptance-stale");
  await story.fails(["check"], "acceptance-stale");
});

test("each spec is released by itself, and only its acceptances are pruned", async () => {
  const story = await begin();
  story.repo.write({ [users]: spec("1.0.0", ["account_locked"]), [volumes]: spec("3.1.0", ["volume_full"]) });
  await story.passes(["accept", "--all", "--reason", "gone"]);
  await story.passes(["baseline", "update", users, "--bump"], "## 2.0.0", "dropped 1 acceptance");
  expect(story.repo.read(configFile)).toBe(
    `${config}accept:\n  - code: not_found\n    spec: ${volumes}\n    reason: gone\n`,
  );
  await story.passes(["check"], "1 accepted");
  await story.passes(["baseline", "update", "--bump"], "## 4.0.0");
  expect(story.repo.read(configFile)).toBe(`${config}accept: []\n`);
});

test("a spec that a branch drops from the config is judged all the same, and told once", async () => {
  const story = await begin();
  story.repo.branch("narrow");
  story.commit("narrow", {
    [configFile]: `specs:\n  - spec: ${users}\n`,
    [volumes]: spec("3.1.0", ["volume_full"]),
  });
  const text = await story.fails(against(), "policy-loosened", `specs ${volumes}`, "`not_found` was removed");
  expect(text).not.toContain("belongs to no spec");
  await story.refuses(["check"], "the baseline belongs to no spec of the config");
});
