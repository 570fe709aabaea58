import { describe, expect, test } from "vitest";
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

/** A branch on which these codes are gone, nothing accepted. */
async function broken(list: readonly string[], config?: string): Promise<Story> {
  const story = await Story.begin("1.0.0", config === undefined ? {} : { [configFile]: config });
  story.repo.branch("topic");
  story.commit("break", { [specFile]: spec("1.0.0", list) });
  return story;
}

/** The commands that a run prints. */
async function commands(story: Story, argv: readonly string[]): Promise<string[][]> {
  const { stdout } = await story.run(argv);
  return [...stdout.matchAll(/^ {4}errlock (accept .*)$/gm)].map(([, line = ""]) =>
    line.replaceAll('"…"', "reviewed").split(" "),
  );
}

describe("an acceptance is written", () => {
  test("by the very commands that check prints, after which it passes", async () => {
    const story = await broken(["machine_busy", "machine_missing", "quota_exceeded"]);
    const printed = await commands(story, against());
    expect(printed).toHaveLength(2);
    for (const command of printed) await story.passes(command);
    await story.passes(against(), "2 accepted (2 new on this branch)");
  });

  test("by code, with what it is called now: the tombstone names its successor", async () => {
    const story = await broken(["machine_absent", ...without("not_found")]);
    await story.passes(["accept", "not_found", "--to", "machine_absent", "--reason", "one noun"]);
    await story.passes(["check"], "accepted code-renamed not_found: one noun");
    await story.passes(["baseline", "update", "--bump"], "`not_found` is now `machine_absent`");
    expect(story.repo.read(baselineFile)).toContain('"replacedBy": "machine_absent", "reason": "one noun"');
  });

  test("but not with a successor that the spec lacks", async () => {
    const story = await broken(without("not_found"));
    const command = ["accept", "not_found", "--reason", "x", "--to"];
    await story.refuses([...command, "nowhere"], "`--to nowhere` is no code of specs/openapi.yaml");
    await story.passes([...command, "machine_busy"]);
    story.repo.write({ [specFile]: spec("1.0.0", without("not_found", "machine_busy")) });
    await story.fails(["check"], "code-removed", "not all of `machine_busy` is in the spec");
  });

  test("but not with an end that has come, or that is none", async () => {
    const story = await broken(without("not_found"));
    for (const end of ["2020-01-01", "tomorrow", "0.9.0"]) {
      await story.refuses(["accept", "not_found", "--reason", "x", "--until", end], `--until ${end}`);
    }
  });

  test("by fingerprint", async () => {
    const story = await broken(without("not_found"));
    const { stdout } = await story.run(["check", "-f", "json"]);
    const [, fingerprint = ""] = /"code": "not_found"[\s\S]*?"fingerprint": "(\w+)"/.exec(stdout) ?? [];
    await story.passes(["accept", fingerprint, "--reason", "x"], "accepted not_found");
    await story.passes(["check"]);
  });

  test("for all that fails at once, and for no warning beside it", async () => {
    const story = await broken(["machine_busy"]);
    await story.passes(["accept", "--all", "--reason", "spring clean", "--owner", "@api"]);
    expect(story.repo.read(configFile).match(/reason: spring clean/g)).toHaveLength(3);
    await story.passes(against(), "3 accepted");
    await story.refuses(["accept", "--all", "--reason", "x"], "nothing fails that could be accepted");
  });

  test("as a correction: a patch, counted apart", async () => {
    const story = await broken(without("not_found"));
    await story.passes(["accept", "not_found", "--reason", "never sent", "--correction"]);
    await story.passes(against(), "correction: never sent", "1 correction", "the next version must be 1.0.1");
    await story.passes(["baseline", "update", "--bump"], "## 1.0.1");
  });

  test("but no correction where the policy forbids them", async () => {
    const story = await broken(without("not_found"), "corrections: forbid\n");
    await story.passes(["accept", "not_found", "--reason", "never sent", "--correction"]);
    await story.fails(against(), "code-removed");
  });

  test("with a reason, of something that fails: anything else is refused", async () => {
    const story = await broken(without("not_found"));
    await story.refuses(["accept", "not_found"], "needs a reason");
    await story.refuses(["accept", "not_fuond", "--reason", "x"], "Did you mean `not_found`?");
    await story.refuses(["accept", "machine_busy", "--reason", "x"], "neither a code that fails");
    await story.refuses(["accept", "--reason", "x"], "say what to accept");
    await story.passes(["accept", "not_found", "--reason", "x"]);
    await story.refuses(["accept", "not_found", "--reason", "y"], "`not_found` is accepted already");
  });
});

test("an acceptance ends with its date: on the day itself it still holds", async () => {
  const story = await broken(without("not_found"));
  await story.passes(["accept", "not_found", "--reason", "x", "--until", "2026-12-31"]);
  await story.passes(["check", "--now", "2026-12-31"]);
  await story.fails(
    ["check", "--now", "2027-01-01"],
    "acceptance-expired",
    "ended with 2026-12-31",
    "error[code-removed]",
    "errlock accept --prune",
  );
  await story.passes(["accept", "--prune", "--now", "2027-01-01"], "removed not_found");
});

test("an acceptance that ended on main is no fault of a branch", async () => {
  const story = await broken(without("not_found"));
  await story.passes(["accept", "not_found", "--reason", "x", "--until", "2026-12-31"]);
  story.commit("accepted");
  story.repo.branch("later");
  story.commit("add", { [specFile]: spec("1.0.0", [...without("not_found"), "volume_full"]) });
  await story.passes(["check", "--against", "topic", "--now", "2027-02-01"], "there before this branch");
});

test("comments, order and layout of the config survive acceptance, pruning and release", async () => {
  const config = [
    "# Reviewed by the API team.",
    "rules:   # ours",
    "  error-code-described: off",
    "accept:",
    "  # the load balancer answers in plain text",
    "  - kind: error-response-coverage",
    "    at: GET /v1/machines/{id}",
    "    reason: plain",
    "changes: { code-added: info } # last",
    "",
  ].join("\n");
  const story = await Story.begin();
  story.repo.write({
    [configFile]: config,
    [baselineFile]: story.repo.read(baselineFile).replace(/,\n {2}"known"[\s\S]*$/, "\n}\n"),
  });
  story.commit("config", { [specFile]: spec("1.0.0", without("not_found")) });
  await story.passes(["accept", "not_found", "--reason", "gone"]);
  const [head = "", tail = ""] = config.split("changes:");
  expect(story.repo.read(configFile)).toBe(`${head}  - code: not_found\n    reason: gone\nchanges:${tail}`);
  await story.passes(["baseline", "update", "--bump"]);
  expect(story.repo.read(configFile)).toBe(config);
});

describe("with --against", () => {
  test("a loosened policy is accepted like any other finding, if the base is named", async () => {
    const story = await Story.begin("1.0.0", { [configFile]: "changes: { code-added: warn }\n" });
    story.repo.branch("policy");
    story.commit("loosen", { [configFile]: "changes: { code-added: off }\n" });
    await story.fails(against(), "policy-loosened");
    const [command = []] = await commands(story, against());
    expect(command).toContain("--against");
    await story.refuses(
      command.filter((word) => word !== "--against" && word !== "main"),
      "--against origin/main",
    );
    await story.passes(command, "accepted policy-loosened");
    await story.passes(against(), "new: reviewed");
    story.commit("accepted");
    story.repo.checkout("main");
    story.repo.merge("policy");
    await story.passes(["check"]);

    const merged = story.repo.read(configFile);
    story.commit("tighten again", { [configFile]: merged.replace("added: off", "added: error") });
    story.repo.branch("later");
    story.commit("loosen again", { [configFile]: merged });
    await story.fails(against(), "policy-loosened");
    await story.passes(command.map((word) => (word === "reviewed" ? "this time, too" : word)));
    await story.passes(against(), "new: this time, too");
  });

  test("a stricter policy is info, and takes effect once it is in the base", async () => {
    const story = await Story.begin();
    story.repo.branch("policy");
    story.commit("tighten", {
      [configFile]: "changes: { code-added: error }\n",
      [specFile]: spec("1.0.0", [...codes, "volume_full"]),
    });
    await story.passes(against(), "policy-changed", "volume_full");
    await story.fails(["check"], "error[code-added]");
  });

  test("what was broken before is not offered for acceptance", async () => {
    const story = await Story.begin();
    story.commit("slipped through", { [specFile]: spec("1.0.0", without("not_found")) });
    story.repo.branch("topic");
    story.commit("more", { [specFile]: spec("1.0.0", without("not_found", "machine_gone")) });
    await story.passes(["accept", "--all", "--against", "main", "--reason", "x"], "accepted machine_gone");
    expect(story.repo.read(configFile)).not.toContain("not_found");
    await story.passes(against());
  });
});
