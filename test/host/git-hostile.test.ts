import { chmodSync, existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openRepository } from "../../src/host/git.js";
import { Repository, temporaryFolder } from "../support/repo.js";

/** A repository whose config, attributes and hooks start a program wherever git can be made to. */
function trapped(): { readonly made: Repository; readonly sprung: () => boolean } {
  const made = Repository.create();
  const mark = join(temporaryFolder(), "sprung");
  const start = made.commit("start", { "a.yaml": "one", ".gitattributes": "* diff=trap filter=trap\n" });
  made.branch("feature");
  made.commit("feature", { "a.yaml": "two" });
  made.git("mv", "a.yaml", "b.yaml");
  made.commit("rename");
  made.git("tag", "start", start);
  const trap = `sh -c 'touch ${mark}' trap`;
  const settings: Readonly<Record<string, string>> = {
    "core.fsmonitor": trap,
    "core.pager": trap,
    "core.sshCommand": trap,
    "core.editor": trap,
    "core.askPass": trap,
    "core.hooksPath": join(made.root, "hooks"),
    "core.alternateRefsCommand": trap,
    "diff.external": trap,
    "diff.trap.textconv": trap,
    "diff.trap.command": trap,
    "filter.trap.smudge": trap,
    "filter.trap.clean": trap,
    "filter.trap.process": trap,
    "gpg.program": trap,
    "log.showSignature": "true",
    "pager.log": trap,
    "pager.cat-file": trap,
    "alias.log": `!${trap}`,
    "alias.cat-file": `!${trap}`,
    "protocol.ext.allow": "always",
    "remote.origin.url": `ext::${trap}`,
    "diff.orderFile": "/nowhere",
    "diff.relative": "true",
    "diff.renames": "false",
    "log.date": "relative",
    "log.decorate": "full",
    "color.ui": "always",
    "core.quotePath": "true",
    "format.pretty": "%B",
  };
  for (const [name, value] of Object.entries(settings)) made.git("config", name, value);
  const hooks = [
    "post-index-change",
    "reference-transaction",
    "post-checkout",
    "pre-commit",
    "fsmonitor-watchman",
  ];
  made.write(Object.fromEntries(hooks.map((hook) => [`hooks/${hook}`, `#!/bin/sh\ntouch ${mark}\n`])));
  for (const hook of hooks) chmodSync(join(made.root, "hooks", hook), 0o755);
  return { made, sprung: () => existsSync(mark) };
}

describe("a hostile repository", () => {
  test("starts no program and changes no answer", async () => {
    const { made, sprung } = trapped();
    const repository = await openRepository(made.root);
    if (repository === null) throw new Error("no repository");
    const base = await repository.mergeBase("main");
    expect(base.commit).toBe(await repository.resolveCommit("start"));
    expect(await repository.listFiles(base.commit)).toEqual([".gitattributes", "a.yaml"]);
    expect((await repository.source(base.commit).read(["a.yaml"])).get("a.yaml")).toEqual(Buffer.from("one"));
    expect((await repository.follow("b.yaml")).touches.map(({ path, date }) => `${date} ${path}`)).toEqual([
      "2026-01-03 b.yaml",
      "2026-01-02 a.yaml",
      "2026-01-01 a.yaml",
    ]);
    expect(await repository.touching(["a.yaml"])).toHaveLength(3);
    expect(await repository.lastChange(base.commit, "b.yaml")).toBe(base.head);
    await repository.resolveCommit("origin/nothing").catch(() => undefined);
    repository.close();
    expect(sprung()).toBe(false);
  });

  test("leaves index and refs as they were", async () => {
    const { made } = trapped();
    const state = () => [
      made.gitWith({ GIT_CONFIG_COUNT: "0" }, "rev-parse", "HEAD"),
      made.read(".git/HEAD"),
    ];
    const before = state();
    const repository = await openRepository(made.root);
    await repository?.mergeBase("main");
    expect(state()).toEqual(before);
    expect(existsSync(join(made.root, ".git/index.lock"))).toBe(false);
  });
});
