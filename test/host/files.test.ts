import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createFileSource, findRoot } from "../../src/host/files.js";
import { defaultLimits } from "../../src/spec/limits.js";
import { loadSpec } from "../../src/spec/load.js";

let top: string;
let root: string;

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), "errlock-files-"));
  root = join(top, "repo");
  mkdirSync(join(root, "sub"), { recursive: true });
  writeFileSync(join(top, "secret.yaml"), "secret: 1\n");
  writeFileSync(join(root, "a.yaml"), "a: 1\n");
  writeFileSync(join(root, "sub/b.yaml"), "b: 1\n");
});

afterEach(() => rmSync(top, { recursive: true, force: true }));

async function read(path: string, bytes?: number): Promise<unknown> {
  const content = (await createFileSource(root).read([path], bytes)).get(path);
  return content instanceof Uint8Array ? new TextDecoder().decode(content) : content;
}

test("many files are read at once, each with its bytes or its problem", async () => {
  const files = await createFileSource(root).read(["a.yaml", "sub/b.yaml", "gone.yaml", "sub"]);
  expect([...files.keys()]).toEqual(["a.yaml", "sub/b.yaml", "gone.yaml", "sub"]);
  expect(files.get("a.yaml")).toHaveLength(5);
  expect(files.get("gone.yaml")).toMatchObject({ code: "file-missing", location: { file: "gone.yaml" } });
  expect(files.get("sub")).toMatchObject({ code: "is-directory" });
});

test("more files than a process may open are read", async () => {
  const paths = Array.from({ length: 1_500 }, (_, index) => `sub/${index}.yaml`);
  for (const path of paths) writeFileSync(join(root, path), path);
  const files = await createFileSource(root).read(paths);
  expect(paths.every((path) => files.get(path) instanceof Uint8Array)).toBe(true);
});

test.each([
  "../secret.yaml",
  "sub/../../secret.yaml",
  "/etc/passwd",
  "a.yaml\0",
  "link.yaml",
  "folder/secret.yaml",
  "chain.yaml",
])("%s leads out of the root and is not read", async (path) => {
  symlinkSync(join(top, "secret.yaml"), join(root, "link.yaml"));
  symlinkSync("..", join(root, "folder"));
  symlinkSync("link.yaml", join(root, "chain.yaml"));
  expect(await read(path)).toMatchObject({ code: "outside-root" });
});

test("a link inside of the root is followed", async () => {
  symlinkSync("sub/b.yaml", join(root, "link.yaml"));
  expect(await read("link.yaml")).toBe("b: 1\n");
});

test("links that lead around in circles are a problem", async () => {
  symlinkSync("two", join(root, "one"));
  symlinkSync("one", join(root, "two"));
  expect(await read("one")).toMatchObject({ code: "outside-root" });
});

test("a root that is itself a link is a root", async () => {
  symlinkSync(root, join(top, "link"));
  const files = await createFileSource(join(top, "link")).read(["a.yaml"]);
  expect(files.get("a.yaml")).toBeInstanceOf(Uint8Array);
});

test("a pipe does not block", async () => {
  execFileSync("mkfifo", [join(root, "pipe.yaml")]);
  expect(await read("pipe.yaml")).toMatchObject({ code: "not-a-file" });
});

test("a file that is too large is not read, and neither is what exceeds the limit together", async () => {
  expect(await read("a.yaml", 4)).toMatchObject({ code: "too-large" });
  expect(await read("a.yaml", 5)).toBe("a: 1\n");
  const files = await createFileSource(root).read(["a.yaml", "sub/b.yaml"], 6);
  expect(files.get("a.yaml")).toHaveLength(5);
  expect(files.get("sub/b.yaml")).toMatchObject({ code: "too-large" });
});

test.skipIf(process.getuid?.() === 0)(
  "a file without permission is a problem (skipped for root, who may read all)",
  async () => {
    chmodSync(join(root, "a.yaml"), 0);
    expect(await read("a.yaml")).toMatchObject({ code: "not-permitted" });
  },
);

test("a spec is loaded with its files, and its references do not leave the root", async () => {
  symlinkSync(join(top, "secret.yaml"), join(root, "link.yaml"));
  writeFileSync(
    join(root, "spec.yaml"),
    "a: {$ref: sub/b.yaml}\nb: {$ref: ../secret.yaml}\nc: {$ref: link.yaml}\n",
  );
  const spec = await loadSpec(createFileSource(root), "spec.yaml", defaultLimits);
  expect([...spec.documents.keys()]).toEqual(["spec.yaml", "sub/b.yaml"]);
  expect(spec.follow("../secret.yaml", "spec.yaml")).toMatchObject({ code: "ref-outside" });
  expect(spec.follow("link.yaml", "spec.yaml")).toMatchObject({ code: "outside-root" });
});

test("the root is the folder with .git above, or else the folder itself", () => {
  expect(findRoot(join(root, "sub"))).toBe(join(root, "sub"));
  mkdirSync(join(root, ".git"));
  expect(findRoot(join(root, "sub"))).toBe(root);
  writeFileSync(join(root, "sub/.git"), "gitdir: elsewhere\n");
  expect(findRoot(join(root, "sub"))).toBe(join(root, "sub"));
});
