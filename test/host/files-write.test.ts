import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeProblem } from "../../src/host/file-problems.js";
import { withLock, writeAtomically } from "../../src/host/files.js";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errlock-write-"));
  file = join(folder, "baseline.json");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a file is replaced, its mode kept, and nothing else is left", async () => {
  writeFileSync(file, "old");
  chmodSync(file, 0o640);
  await writeAtomically(file, "new ü\n");
  expect(readFileSync(file, "utf8")).toBe("new ü\n");
  expect(statSync(file).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(["baseline.json"]);
});

test("missing folders are made", async () => {
  await writeAtomically(join(folder, "a/b/c.json"), "x", folder);
  expect(readFileSync(join(folder, "a/b/c.json"), "utf8")).toBe("x");
});

test("a link inside of the root is written through", async () => {
  writeFileSync(join(folder, "real.json"), "old");
  symlinkSync("real.json", file);
  await writeAtomically(file, "new", folder);
  expect(readFileSync(join(folder, "real.json"), "utf8")).toBe("new");
  expect(readFileSync(file, "utf8")).toBe("new");
});

test.each([
  ["a file", "root/out.json", "../outside.json", "root/out.json"],
  ["a folder", "root/out", "..", "root/out/outside.json"],
  ["a folder, with more folders to be made", "root/out", "..", "root/out/deeper/x.json"],
])(
  "a link to %s outside of the root is refused, and nothing is written there",
  async (_, link, target, path) => {
    mkdirSync(join(folder, "root"));
    writeFileSync(join(folder, "outside.json"), "old");
    symlinkSync(target, join(folder, link));
    await expect(writeAtomically(join(folder, path), "new", join(folder, "root"))).rejects.toMatchObject({
      code: "outside-root",
    });
    expect(readdirSync(folder)).toEqual(["outside.json", "root"]);
    expect(readFileSync(join(folder, "outside.json"), "utf8")).toBe("old");
  },
);

test("a folder is no file", async () => {
  mkdirSync(file);
  await expect(writeAtomically(file, "x")).rejects.toMatchObject({ code: "is-directory" });
  writeFileSync(join(folder, "plain"), "");
  await expect(writeAtomically(join(folder, "plain/x.json"), "x")).rejects.toMatchObject({ name: "Problem" });
  expect(readdirSync(folder).sort()).toEqual(["baseline.json", "plain"]);
});

test("a link that leads nowhere is refused and stays", async () => {
  symlinkSync("missing.json", file);
  await expect(writeAtomically(file, "x", folder)).rejects.toMatchObject({ code: "dangling-link" });
  await expect(writeAtomically(file, "x")).rejects.toMatchObject({ code: "dangling-link" });
  expect(readdirSync(folder)).toEqual(["baseline.json"]);
});

test.each([
  ["ENOSPC", "disk-full"],
  ["EDQUOT", "disk-full"],
  ["EROFS", "read-only"],
  ["EACCES", "not-permitted"],
  ["EXDEV", "cross-device"],
  ["EMFILE", "too-many-open"],
  ["EIO", "io-error"],
])("%s of the system is the problem %s, with what to do", (system, code) => {
  const problem = writeProblem("a.json", Object.assign(new Error(system), { code: system }));
  expect(problem).toMatchObject({ code, location: { file: "a.json" }, hint: expect.stringMatching(/\.$/) });
});

/** A tiny file system, where the machine lets us make one. */
function mount(options: string): boolean {
  return spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder]).status === 0;
}

test("on a full disk the old file stays, and no temporary file is left (skipped where nothing can be mounted)", async ({
  skip,
}) => {
  if (!mount("size=64k")) skip();
  try {
    writeFileSync(file, "old");
    await expect(writeAtomically(file, "x".repeat(200_000))).rejects.toMatchObject({ code: "disk-full" });
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["baseline.json"]);
  } finally {
    spawnSync("umount", [folder]);
  }
});

test("a folder that is read-only is a problem (skipped where nothing can be mounted)", async ({ skip }) => {
  if (!mount("ro")) skip();
  try {
    await expect(writeAtomically(file, "x")).rejects.toMatchObject({ code: "read-only" });
    await expect(withLock(file, async () => "x")).rejects.toMatchObject({ code: "read-only" });
  } finally {
    spawnSync("umount", [folder]);
  }
});

/** Runs a program that uses the built writer; a child of its own, so that it can be killed. */
function run(program: string): ChildProcess {
  const built = join(folder, "program.mjs");
  buildSync({
    stdin: { contents: program, resolveDir: join(import.meta.dirname, "../../src/host"), loader: "ts" },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: built,
    logLevel: "error",
  });
  return spawn(process.execPath, [built, file], { stdio: ["ignore", "pipe", "inherit"] });
}

test("killed at any moment, it leaves the old text or the new one", { timeout: 60_000 }, async () => {
  const texts = ["a".repeat(300_000), "b".repeat(300_000)];
  writeFileSync(file, texts[0] ?? "");
  for (let round = 0; round < 15; round++) {
    const child = run(`
      import { writeAtomically } from "./files.ts";
      process.stdout.write("x");
      for (let i = 0; ; i++) await writeAtomically(process.argv[2], (i % 2 ? "a" : "b").repeat(300_000));
    `);
    await once(child.stdout ?? child, "data");
    await new Promise((resolve) => setTimeout(resolve, round * 3));
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(texts).toContain(readFileSync(file, "utf8"));
  }
});

test("of two runs that count at once, no step is lost", { timeout: 60_000 }, async () => {
  writeFileSync(file, "0");
  const program = `
    import { readFile } from "node:fs/promises";
    import { withLock, writeAtomically } from "./files.ts";
    const file = process.argv[2];
    for (let i = 0; i < 20; i++) await withLock(file, async () => writeAtomically(file, String(Number(await readFile(file, "utf8")) + 1)), 50_000);
  `;
  const children = [run(program), run(program), run(program)];
  const exits = await Promise.all(children.map(async (child) => (await once(child, "exit"))[0]));
  expect(exits).toEqual([0, 0, 0]);
  expect(readFileSync(file, "utf8")).toBe("60");
  expect(readdirSync(folder).sort()).toEqual(["baseline.json", "program.mjs"]);
});

test("two steps of one process wait for each other, and the lock is gone after a failure", async () => {
  const order: string[] = [];
  const step = (name: string) =>
    withLock(file, async () => {
      order.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      order.push(`${name} ends`);
    });
  await Promise.all([step("one"), step("one")]);
  expect(order).toEqual(["one starts", "one ends", "one starts", "one ends"]);
  await expect(withLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(readdirSync(folder)).toEqual([]);
});

test("a lock of a run that ended is taken over, one of a run that lives is not", async () => {
  const lock = join(folder, ".baseline.json.lock");
  writeFileSync(lock, `999999999 ${hostname()}\n`);
  expect(await withLock(file, async () => "done")).toBe("done");
  writeFileSync(lock, `${process.pid} ${hostname()}\n`);
  expect(await withLock(file, async () => "done")).toBe("done");
  writeFileSync(lock, `${process.ppid} ${hostname()}\n`);
  await expect(withLock(file, async () => "done", 50)).rejects.toMatchObject({ code: "file-busy" });
  writeFileSync(lock, "1 another-host\n");
  await expect(withLock(file, async () => "done", 50)).rejects.toMatchObject({ code: "file-busy" });
});
