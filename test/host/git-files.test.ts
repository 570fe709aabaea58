import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { Problem } from "../../src/contract/problem.js";
import { type Repository as Opened, openRepository } from "../../src/host/git.js";
import { Repository, temporaryFolder } from "../support/repo.js";

async function open(root: string): Promise<Opened> {
  const repository = await openRepository(root);
  if (repository === null) throw new Error(`${root} is no repository`);
  return repository;
}

/** The text of a file in HEAD, or the code of the problem with it. */
async function content(root: string, path: string): Promise<string> {
  const repository = await open(root);
  const read = (await repository.source(await repository.head()).read([path])).get(path);
  if (read === undefined) throw new Error(`no answer for ${path}`);
  return read instanceof Problem ? read.code : Buffer.from(read).toString("utf8");
}

const knowsSha256 = (() => {
  const options = { cwd: temporaryFolder(), stdio: "ignore" } as const;
  try {
    execFileSync("git", ["init", "--object-format=sha256", "."], options);
    return true;
  } catch {
    return false;
  }
})();

describe("the files of a commit", () => {
  test("are read as committed, not as they stand in the work tree", async () => {
    const made = Repository.create();
    made.commit("first", { "specs/openapi.yaml": "one\r\n" });
    made.write({ "specs/openapi.yaml": "two" });
    expect(await content(made.root, "specs/openapi.yaml")).toBe("one\r\n");
    expect(made.read("specs/openapi.yaml")).toBe("two");
  });

  test("may have any name", async () => {
    const names = [
      "with space.yaml",
      "new\nline.yaml",
      "ünï/cödé ☃.yaml",
      '"quoted".yaml',
      "-dash",
      "a:b",
      "*",
      "[x]",
    ];
    const made = Repository.create();
    const commit = made.commit(
      "names",
      Object.fromEntries(names.map((name) => [name, `content of ${name}`])),
    );
    const repository = await open(made.root);
    expect(await repository.listFiles(commit)).toEqual([...names].sort());
    const read = await repository.source(commit).read(names);
    for (const name of names) expect(read.get(name)).toEqual(Buffer.from(`content of ${name}`));
  });

  test("of any size come whole, in one batch with small and empty ones", async () => {
    const large = "x".repeat(3_000_000);
    const made = Repository.create();
    const commit = made.commit("sizes", { large, empty: "", small: "a\n" });
    const read = await (await open(made.root))
      .source(commit)
      .read(["large", "empty", "small", "absent", "large"]);
    expect(
      [...read].map(([path, bytes]) => [path, bytes instanceof Problem ? bytes.code : bytes.length]),
    ).toEqual([
      ["large", 3_000_000],
      ["empty", 0],
      ["small", 2],
      ["absent", "file-missing"],
    ]);
  });

  test("are counted from the root, where that is a folder of the repository", async () => {
    const made = Repository.create();
    const commit = made.commit("first", {
      "services/users/api.yaml": "users",
      "services/other.yaml": "other",
      top: "",
    });
    const repository = await open(`${made.root}/services`);
    expect(repository.prefix).toBe("services/");
    expect(await repository.listFiles(commit)).toEqual(["other.yaml", "users/api.yaml"]);
    expect(await content(`${made.root}/services`, "users/api.yaml")).toBe("users");
    expect(await content(`${made.root}/services`, "../top")).toBe("file-missing");
  });

  test("are none where the commit has not the root's folder", async () => {
    const made = Repository.create();
    const commit = made.commit("first", { top: "" });
    made.write({ "new/file": "" });
    expect(await (await open(`${made.root}/new`)).listFiles(commit)).toEqual([]);
  });

  test.skipIf(!knowsSha256)("are read from a repository with SHA-256 ids", async () => {
    const made = Repository.create({ objectFormat: "sha256" });
    const commit = made.commit("first", { "specs/a.yaml": "one" });
    expect(commit).toHaveLength(64);
    expect(await (await open(made.root)).resolveCommit("main")).toBe(commit);
    expect(await content(made.root, "specs/a.yaml")).toBe("one");
  });

  test("are not read through symbolic links, whatever these point at", async () => {
    const made = Repository.create();
    made.commit("links", {
      "specs/real.yaml": "one",
      "specs/link.yaml": { link: "real.yaml" },
      "out.yaml": { link: "/etc/passwd" },
      folder: { link: "specs" },
    });
    expect(await content(made.root, "specs/link.yaml")).toBe("symlink");
    expect(await content(made.root, "out.yaml")).toBe("symlink");
    expect(await content(made.root, "folder/real.yaml")).toBe("symlink");
    const repository = await open(made.root);
    expect(await repository.listFiles(await repository.head())).toContain("specs/link.yaml");
  });

  test("are not read from submodules", async () => {
    const [made, other] = [Repository.create(), Repository.create()];
    other.commit("other", { "api.yaml": "one" });
    made.commit("first", { a: "" });
    made.git("submodule", "--quiet", "add", `file://${other.root}`, "vendor/api");
    made.commit("submodule");
    expect(await content(made.root, "vendor/api/api.yaml")).toBe("submodule");
    expect(await content(made.root, "vendor/api")).toBe("submodule");
  });

  test("are not taken from Git LFS pointers", async () => {
    const made = Repository.create();
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12345\n`;
    made.commit("pointer", { "openapi.json": pointer, "about.md": `# LFS\n\n${pointer}` });
    expect(await content(made.root, "openapi.json")).toBe("lfs-pointer");
    expect(await content(made.root, "about.md")).toContain("# LFS");
  });

  test("a folder and a path through a file are no files", async () => {
    const made = Repository.create();
    made.commit("first", { "specs/a.yaml": "" });
    expect(await content(made.root, "specs")).toBe("is-directory");
    expect(await content(made.root, "specs/a.yaml/b")).toBe("file-missing");
    expect(await content(made.root, "")).toBe("file-missing");
  });

  test("that a partial clone lacks are not fetched but named as missing", async () => {
    const made = Repository.create();
    made.git("config", "uploadpack.allowFilter", "true");
    made.commit("first", { "a.yaml": "one" });
    made.commit("second", { "a.yaml": "two" });
    const clone = made.clone("--filter=blob:none");
    const repository = await open(clone.root);
    const read = repository.source(await repository.resolveCommit("HEAD~1")).read(["a.yaml"]);
    const outcome = await read.then(
      (files) => files.get("a.yaml"),
      (problem: unknown) => problem,
    );
    expect(outcome).toBeInstanceOf(Problem);
    expect((outcome as Problem).code).toBe("git-object-missing");
  });

  test("replaced objects and grafts do not change what is read", async () => {
    const made = Repository.create();
    const first = made.commit("first", { a: "one" });
    const second = made.commit("second", { a: "two" });
    made.git("replace", second, first);
    expect(await content(made.root, "a")).toBe("two");
  });

  test("are read again after the process that reads them was closed", async () => {
    const made = Repository.create();
    const commit = made.commit("first", { a: "one", b: "two" });
    const repository = await open(made.root);
    await repository.source(commit).read(["a"]);
    repository.close();
    expect((await repository.source(commit).read(["b"])).get("b")).toEqual(Buffer.from("two"));
  });
});
