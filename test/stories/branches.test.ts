import { describe, expect, test } from "vitest";
import { errlock } from "../support/cli.js";
import { temporaryFolder } from "../support/repo.js";
import { against, baselineFile, codes, Story, spec, specFile, without } from "../support/story.js";

test("two branches that each add a code pass, leave the baseline alone, and merge without conflict", async () => {
  const story = await Story.begin();
  const { repo } = story;
  for (const [branch, list] of [
    ["first", ["machine_asleep", ...codes]],
    ["second", [...codes, "volume_full"]],
  ] as const) {
    repo.checkout("main");
    repo.branch(branch);
    story.commit(branch, { [specFile]: spec("1.0.0", list) });
    await story.passes(against(), "info[code-added]", "the next version must be 1.1.0");
    expect(repo.git("diff", "--name-only", "main")).toBe(specFile);
  }
  repo.checkout("main");
  repo.merge("first");
  repo.merge("second");
  const text = await story.passes(["check"], "`machine_asleep` was added", "`volume_full` was added");
  expect(text).toContain("6 codes");
});

test("a branch behind main is not blamed for what happened there meanwhile", async () => {
  const story = await Story.begin();
  story.repo.branch("late");
  story.commit("add", { [specFile]: spec("1.0.0", [...codes, "volume_full"]) });
  story.repo.checkout("main");
  story.commit("a break that slipped through", { [specFile]: spec("1.0.0", without("not_found")) });
  await story.fails(["check"], "`not_found` was removed");
  story.repo.checkout("late");
  const text = await story.passes(against(), "volume_full");
  expect(text).not.toContain("not_found");
});

test("what was broken before a branch began is counted aloud, and does not fail it", async () => {
  const story = await Story.begin();
  story.commit("a break that slipped through", { [specFile]: spec("1.0.0", without("not_found")) });
  story.repo.branch("next");
  story.commit("add", { [specFile]: spec("1.0.0", [...without("not_found"), "volume_full"]) });
  await story.passes(against(), "there before this branch");
  await story.fails(["check"], "code-removed");
});

test("where HEAD is its own merge base, that is said, and all changes count", async () => {
  const story = await Story.begin();
  story.commit("a break", { [specFile]: spec("1.0.0", without("not_found")) });
  const text = await story.fails(
    against(),
    "`not_found` was removed",
    "HEAD is its own merge base with main",
  );
  expect(text).not.toContain("before this branch");
});

test("a fork is judged against the branch of the remote that it came from", async () => {
  const upstream = await Story.begin();
  const fork = new Story(upstream.repo.clone());
  fork.repo.branch("topic");
  fork.commit("remove", { [specFile]: spec("1.0.0", without("not_found")) });
  await fork.fails(against("origin/main"), "`not_found` was removed", "against origin/main");
  await fork.refuses(against("upstream/main"), 'no commit "upstream/main"');
  fork.repo.git("remote", "add", "upstream", `file://${upstream.repo.root}`);
  fork.repo.git("fetch", "--quiet", "upstream");
  await fork.fails(against("upstream/main"), "`not_found` was removed");
});

test("of stacked branches each answers for its own changes", async () => {
  const story = await Story.begin();
  story.repo.branch("lower");
  story.commit("remove", { [specFile]: spec("1.0.0", without("not_found")) });
  story.repo.branch("upper");
  story.commit("add", { [specFile]: spec("1.0.0", [...without("not_found"), "volume_full"]) });
  const upper = await story.passes(against("lower"), "volume_full", "there before this branch");
  expect(upper).not.toContain("`not_found` was removed");
  await story.fails(against("main"), "`not_found` was removed", "volume_full");
});

test("a shallow clone says which fetch helps, and passes after it", async () => {
  const upstream = await Story.begin();
  upstream.commit("second", { "README.md": "hello\n" });
  upstream.repo.branch("topic");
  upstream.commit("third", { [specFile]: spec("1.0.0", [...codes, "volume_full"]) });
  const clone = new Story(upstream.repo.clone("--depth=1", "--no-single-branch"));
  await clone.refuses(
    against("origin/main"),
    "shallow clone",
    "git fetch --unshallow origin",
    "fetch-depth: 0",
  );
  clone.repo.git("fetch", "--quiet", "--unshallow", "origin");
  await clone.passes(against("origin/main"), "volume_full");
});

test("a repository without commits cannot be judged against anything, but by itself it can", async () => {
  const story = await Story.begin();
  story.repo.git("update-ref", "-d", "HEAD");
  await story.refuses(against(), "the repository has no commit yet");
  await story.passes(["check"]);
});

test("a folder outside of any repository, too", async () => {
  const story = await Story.begin();
  const folder = temporaryFolder();
  story.repo.git("checkout-index", "--all", `--prefix=${folder}/`);
  const alone = await errlock(["check"], { cwd: folder });
  expect(alone).toMatchObject({ status: 0, stderr: "" });
  const compared = await errlock(["check", "--against", "main"], { cwd: folder });
  expect(compared.status).toBe(2);
  expect(compared.stderr).toContain("not in the work tree of a git repository");
});

test("a generated spec that is not committed is judged by its baseline, and the missing comparison is said", async () => {
  const story = await Story.begin("1.0.0", { ".gitignore": "specs/\n" });
  story.repo.branch("topic");
  story.commit("something else", { "README.md": "hello\n" });
  const same = await story.passes(against(), "not compared with the base, which has no such file");
  expect(same).not.toContain("policy");
  story.repo.write({ [specFile]: spec("1.0.0", without("not_found")) });
  await story.fails(against(), "`not_found` was removed");
});

test("a spec that is new on the branch is new, and needs only its first baseline", async () => {
  const story = await Story.begin();
  story.repo.branch("topic");
  story.commit("new spec", { "specs/volumes.yaml": spec("0.1.0", ["volume_full"]) });
  await story.refuses(
    against(),
    "specs/volumes.yaml has no baseline",
    "errlock baseline init specs/volumes.yaml",
  );
  await story.passes(["baseline", "init", "specs/volumes.yaml"]);
  story.commit("its baseline");
  await story.passes(against());
  expect(story.repo.git("diff", "--name-only", "main", "--", baselineFile)).toBe("");
});

describe("where a commit names a file with codes and does not hold it", () => {
  const listFile = "specs/codes.yaml";
  const list = (kept: readonly string[]) => `type: string\nenum: [${kept.join(", ")}]\n`;
  const root = (version = "1.0.0") =>
    spec(version).replace(
      /(ErrorCode:\n)\s+type: string\n\s+enum:\n(\s+- \w+\n)+/,
      "$1      $ref: codes.yaml\n",
    );
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12345\n`;
  const ways = {
    "behind a link": { held: "shared/codes.yaml", files: { [listFile]: { link: "../shared/codes.yaml" } } },
    "generated, and ignored by git": { held: listFile, files: { ".gitignore": `${listFile}\n` } },
  };

  describe.each(Object.entries(ways))("%s,", (_, { held, files }) => {
    const begin = () => Story.begin("1.0.0", { ...files, [specFile]: root(), [held]: list(codes) });

    test("a code that leaves it has not left before the branch began", async () => {
      const story = await begin();
      story.repo.branch("topic");
      story.commit("remove", { "README.md": "topic\n", [held]: list(without("not_found")) });
      await story.fails(against(), "`not_found` was removed", "not compared with the base, where");
      await story.refuses(["diff", `main:${specFile}`, specFile], "cannot be read as a whole");
      await story.fails(["diff", baselineFile, specFile], "`not_found` was removed");
    });

    test("a release is lawful by the files that are here", async () => {
      const story = await begin();
      story.repo.branch("release");
      story.commit("add", { [specFile]: root("1.1.0"), [held]: list([...codes, "volume_full"]) });
      await story.passes(["baseline", "update"]);
      story.commit("release");
      await story.passes(against(), "this branch releases 1.1.0: 1 added");
    });
  });

  test("that is not here either, its codes have not left before the branch began", async () => {
    const story = await Story.begin("1.0.0", { [specFile]: root(), [listFile]: list(codes) });
    story.commit("keep it in Git LFS", { [listFile]: pointer });
    story.repo.branch("topic");
    story.commit("something else", { "README.md": "topic\n" });
    await story.fails(against(), "catalog-removed", "Git LFS pointer");
  });
});

describe("a branch that makes most error responses reference a schema without a code", () => {
  const plain = "PlainError";
  const withPlain = (count: number) => {
    const operation = (index: number) =>
      `  /v1/p${index}: { get: { responses: { "404": { description: no, content: { application/json: { schema: { $ref: "#/components/schemas/${index < count ? plain : "ErrorResponse"}" } } } } } } }\n`;
    const all = Array.from({ length: 9 }, (_, index) => operation(index)).join("");
    return `${spec("1.0.0").replace(/^paths:\n/m, `$&${all}`)}    ${plain}: { properties: { message: { type: string } } }\n`;
  };
  const begin = async (config: string) => {
    const story = await Story.begin("1.0.0", { [specFile]: withPlain(0), "errlock.yaml": config });
    story.repo.branch("topic");
    story.commit("another schema", { [specFile]: withPlain(8) });
    return story;
  };

  test("fails for each of them, though what most reference may pass by itself", async () => {
    const story = await begin("");
    await story.fails(
      against(),
      "error[error-response-required]: no code any more (8 places)",
      "GET /v1/p2 404` (line 6)",
    );
    await story.fails(["check"], "Most error responses reference PlainError, which carries no code");
  });

  test("passes where it was so when the baseline began", async () => {
    const story = await Story.begin("1.0.0", { [specFile]: withPlain(8) });
    await story.passes(["check"]);
    await story.passes(["lint"]);
  });

  test("passes where the config allows their status, or names that schema", async () => {
    for (const options of ["allow: ['404']", `schemas: [ErrorResponse, ${plain}]`]) {
      const story = await begin(`rules: { error-response-required: [error, { ${options} }] }\n`);
      await story.passes(against(), "error-response-removed");
    }
  });
});

describe("a branch that makes an error response reference a schema whose code may be any string", () => {
  const withAny = (name: string, shared: string) =>
    spec("1.0.0")
      .replace(
        '"404": { $ref: "#/components/responses/Error" }',
        `"404": { $ref: "#/components/responses/${name}" }`,
      )
      .replace(
        /^ {2}responses:\n/m,
        `$&    Any: { description: no, content: { application/json: { schema: ${shared} } } }\n`,
      )
      .concat(
        "    AnyError: { required: [error, code], properties: { error: { type: string }, code: { type: string } } }\n",
      );
  const any = '{ $ref: "#/components/schemas/AnyError" }';
  const begin = async (shared: string) => {
    const story = await Story.begin("1.0.0", { [specFile]: withAny("Error", shared) });
    story.repo.branch("topic");
    story.commit("another schema", { [specFile]: withAny("Any", shared) });
    return story;
  };

  test("fails for it, though a schema with a code may pass by itself", async () => {
    const story = await begin(any);
    await story.fails(against(), "error[error-response-required]", "had a code at the base");
  });

  test("fails once where the rule fails it anyway, at the response that operations share", async () => {
    const story = await begin("{ type: object }");
    const text = await story.fails(against(), "error[error-response-required]");
    expect(text).not.toContain("had a code at the base");
  });
});
