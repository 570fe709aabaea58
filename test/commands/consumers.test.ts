import { expect, test } from "vitest";
import { errlock } from "../support/cli.js";
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

const listed = `specs: [${specFile}]\n`;
const cli = `${listed}consumers:\n  - { name: cli, files: cli.tsv }\n`;
const accepting = (at: string) =>
  `${cli}accept:\n  - { kind: consumer-unknown-code, at: ${at}, reason: sent by a proxy }\n`;
const table = (...names: string[]) => names.map((name) => `${name}\t1\n`).join("");

const begin = (config: string, files: Record<string, string> = { "cli.tsv": table(...codes) }) =>
  Story.begin("1.0.0", { [configFile]: config, ...files });

test("a code that only a consumer names fails the check, with the line that names it", async () => {
  const story = await begin(cli);
  await story.passes(["check"], "cli: 4 codes named in 1 file");
  story.repo.write({ "cli.tsv": table(...codes, "machine_gone_away") });
  await story.fails(
    ["check"],
    "consumer-unknown-code",
    "did you mean `machine_gone`?",
    "cli.tsv:5:1",
    "5 │ machine_gone_away",
  );
});

test("a code that left is named by what its consumers still do with it", async () => {
  const story = await begin(cli);
  story.repo.write({ [specFile]: spec("2.0.0", without("machine_gone")) });
  await story.passes(["accept", "machine_gone", "--reason", "never sent"]);
  await story.fails(["check"], "`machine_gone`, named by cli, is no longer in the catalog");
});

test("an accepted finding in a consumer passes, and is not stale until it is gone", async () => {
  const story = await begin(cli, { "cli.tsv": table(...codes, "machine_lost") });
  await story.fails(["check"], "--kind consumer-unknown-code");
  const accept = ["accept", "--kind", "consumer-unknown-code", "--at", "cli machine_lost"];
  await story.passes([...accept, "--reason", "sent by a proxy"]);
  await story.passes(["check"], "1 accepted");
  await story.passes(["baseline", "update"]);
  await story.passes(["check"], "1 accepted");
  story.repo.write({ "cli.tsv": table(...codes) });
  await story.fails(["check"], "acceptance-stale");
  await story.passes(["accept", "--prune"]);
  await story.passes(["check"]);
});

test("a consumer that cannot be read is exit 2, the spec is judged all the same, and no acceptance is stale", async () => {
  const story = await begin(accepting("cli machine_lost"), { "cli.tsv": table(...codes, "machine_lost") });
  await story.passes(["check"]);
  story.repo.write({ "cli.tsv": null, [specFile]: spec("1.0.0", without("machine_gone")) });
  const text = await story.refuses(
    ["check"],
    "consumer cli: cli.tsv: the file could not be read",
    "code-removed",
  );
  expect(text).not.toContain("acceptance-stale");
  await story.refuses(["accept", "--prune"], "consumer cli");
});

test("a consumer of a spec that nobody knows is exit 2", async () => {
  const story = await begin(
    `${listed}consumers:\n  - { name: cli, files: cli.tsv, spec: specs/opnapi.yaml }\n`,
  );
  await story.refuses(["check"], "there is no spec specs/opnapi.yaml", "Did you mean specs/openapi.yaml?");
  await story.refuses(["scan"], "there is no spec specs/opnapi.yaml");
});

test("a consumer of all specs is left out, and that is said, where a run has one of them", async () => {
  const story = await begin("consumers:\n  - { name: cli, files: cli.tsv }\nspecs: [specs/*.yaml]\n");
  story.repo.write({
    "specs/other.yaml": spec("1.0.0", ["other_lost"]),
    "cli.tsv": table("other_lost", ...codes),
  });
  await story.passes(["baseline", "init", "specs/other.yaml"]);
  await story.passes(["check"]);
  await story.passes(["check", specFile], "cli: left out");
});

test("a branch answers for what it made of a consumer, and the base for the rest", async () => {
  const story = await begin(cli, { "cli.tsv": table(...codes, "machine_lost") });
  story.repo.branch("feature");
  story.commit("docs", { "readme.md": "x\n" });
  await story.passes(against(), "before this branch");
  story.commit("a typo", { "cli.tsv": table(...codes, "machine_lost", "not_fonud") });
  const { status, stdout } = await story.run(against("main", "-f", "json"));
  const [{ findings }] = JSON.parse(stdout).specs;
  const consumer = findings.filter(({ rule }: { rule: string }) => rule === "consumer-unknown-code");
  expect(status).toBe(1);
  expect(consumer).toMatchObject([
    { at: "cli machine_lost", origin: "base" },
    { at: "cli not_fonud", origin: "branch" },
  ]);
});

test("a branch that takes a code away answers for the consumers that name it", async () => {
  const story = await begin(cli);
  story.repo.branch("feature");
  story.commit("gone", { [specFile]: spec("2.0.0", without("not_found")) });
  await story.passes(["accept", "not_found", "--reason", "never sent"]);
  await story.fails(against(), "`not_found`, named by cli, is no longer in the catalog");
});

test("a branch cannot hide a consumer: the base's is read, and changing it is told", async () => {
  const story = await begin(cli);
  story.repo.branch("feature");
  story.commit("hide", {
    "cli.tsv": table(...codes, "not_fonud"),
    [configFile]: cli.replace("cli.tsv }", "cli.tsv, ignore: [{ code: not_fonud, reason: x }] }"),
  });
  await story.fails(against(), "policy-loosened", "`not_fonud`, named by cli");
});

test("a branch may move a consumer's file, which is told as a loosened policy and read where it is now", async () => {
  const story = await begin(cli);
  story.repo.branch("feature");
  story.commit("move", {
    "cli.tsv": null,
    "tool/cli.tsv": table(...codes, "not_fonud"),
    [configFile]: cli.replace("cli.tsv", "tool/cli.tsv"),
  });
  await story.fails(against(), "policy-loosened", "`not_fonud`, named by cli", "tool/cli.tsv:5:1");
  story.commit("delete", { "tool/cli.tsv": null });
  await story.refuses(against(), "consumer cli: tool/cli.tsv: the file could not be read");
});

test("a branch that adds a consumer is judged by it", async () => {
  const story = await begin(listed);
  story.repo.branch("feature");
  story.commit("add", { [configFile]: cli, "cli.tsv": table(...codes, "not_fonud") });
  await story.fails(against(), "`not_fonud`, named by cli");
});

test("scan knows no branches, and says so", async () => {
  const story = await begin(cli);
  await story.refuses(["scan", "--against", "main"], "errlock check --against REF");
});

test("what consumers say never touches the baseline", async () => {
  const story = await begin(cli);
  const before = story.repo.read(baselineFile);
  story.repo.write({ "cli.tsv": table(...codes, "not_fonud") });
  const { status } = await errlock(["baseline", "update"], { cwd: story.repo.root });
  expect([status, story.repo.read(baselineFile)]).toEqual([0, before]);
});
