import { describe, expect, test } from "vitest";
import { type Repository as Opened, openRepository } from "../../src/host/git.js";
import { Repository } from "../support/repo.js";

async function open(root: string): Promise<Opened> {
  const repository = await openRepository(root);
  if (repository === null) throw new Error(`${root} is no repository`);
  return repository;
}

const text = Array.from({ length: 30 }, (_, line) => `line ${line}\n`).join("");

describe("the commits of a file", () => {
  test("are followed through renames and folders, newest first", async () => {
    const made = Repository.create();
    const commits = [made.commit("1", { "api/old name.yaml": text })];
    commits.unshift(made.commit("2", { "api/old name.yaml": null, "specs/new\nname.yaml": `${text}more\n` }));
    made.commit("3", { unrelated: "" });
    commits.unshift(made.commit("4", { "specs/new\nname.yaml": `${text}more and more\n` }));
    expect((await (await open(made.root)).follow("specs/new\nname.yaml")).touches).toEqual([
      { commit: commits[0], date: "2026-01-04", path: "specs/new\nname.yaml" },
      { commit: commits[1], date: "2026-01-02", path: "specs/new\nname.yaml" },
      { commit: commits[2], date: "2026-01-01", path: "api/old name.yaml" },
    ]);
  });

  test("of a side branch count once, as the merge that brought them", async () => {
    const made = Repository.create();
    const start = made.commit("1", { "a.yaml": text });
    made.branch("feature");
    made.commit("2", { "a.yaml": `${text}x\n` });
    made.commit("3", { "a.yaml": `${text}y\n` });
    made.checkout("main");
    made.commit("4", { b: "" });
    const merge = made.merge("feature");
    expect((await (await open(made.root)).follow("a.yaml")).touches.map(({ commit }) => commit)).toEqual([
      merge,
      start,
    ]);
  });

  test("end where the file came from outside the root", async () => {
    const made = Repository.create();
    made.commit("1", { "a.yaml": text });
    const moved = made.commit("2", { "a.yaml": null, "sub/a.yaml": text });
    const repository = await open(`${made.root}/sub`);
    expect((await repository.follow("a.yaml")).touches).toEqual([
      { commit: moved, date: "2026-01-02", path: "a.yaml" },
    ]);
    expect(await repository.touching(["a.yaml"])).toEqual([{ commit: moved, date: "2026-01-02" }]);
  });

  test("a path is no pattern", async () => {
    const made = Repository.create();
    made.commit("1", { "a.yaml": text, "b.yaml": "" });
    const repository = await open(made.root);
    expect(await repository.touching(["*.yaml"])).toEqual([]);
    expect(await repository.touching([":(glob)*"])).toEqual([]);
  });

  test("the commit that last wrote a file on the branch is found, and none where the branch did not", async () => {
    const made = Repository.create();
    const start = made.commit("1", { a: "1", b: "1" });
    const wrote = made.commit("2", { a: "2" });
    made.commit("3", { b: "2" });
    const repository = await open(made.root);
    expect(await repository.lastChange(start, "a")).toBe(wrote);
    expect(await repository.lastChange(wrote, "a")).toBeNull();
  });
});

test("where a partial clone lacks old contents, commits are told without renames", async () => {
  const made = Repository.create();
  made.git("config", "uploadpack.allowFilter", "true");
  made.commit("1", { "old.yaml": text });
  const moved = made.commit("2", { "old.yaml": null, "new.yaml": `${text}more\n` });
  const clone = made.clone("--filter=blob:none");
  expect(await (await open(clone.root)).follow("new.yaml")).toEqual({
    touches: [{ commit: moved, date: "2026-01-02", path: "new.yaml" }],
    renames: false,
  });
});
