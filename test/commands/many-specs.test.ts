import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { judgeShare, type Share } from "../../src/commands/judge-specs.js";
import type { Threads } from "../../src/host/threads.js";
import { errlock, type Outcome } from "../support/cli.js";
import { Repository } from "../support/repo.js";
import { configFile, spec } from "../support/story.js";

const services = [
  "auth",
  "billing",
  "carts",
  "disks",
  "events",
  "files",
  "groups",
  "hosts",
  "images",
] as const;
const fileOf = (service: string) => `services/${service}.yaml`;
const listOf = (service: string) => [`${service}_busy`, `${service}_gone`, "not_found"];
const today = "2026-11-23";

/** Threads as they are, but in this one: what goes in and out is copied as between memories. */
function threads(asked: unknown[], cwd: string): Threads {
  return {
    count: 3,
    run: async (task) => {
      asked.push(task);
      const world = { cwd, env: {}, today, out: () => {}, err: () => {}, stdin: async () => Buffer.from("") };
      const share = structuredClone(task) as Share;
      return structuredClone(await judgeShare(share, { ...world, terminal: { out: false, columns: 80 } }));
    },
  };
}

/** Nine specs on a branch where everything happened to one or the other. */
async function monorepo(): Promise<Repository> {
  const repo = Repository.create();
  const files = services.map((service) => [fileOf(service), spec("1.0.0", listOf(service))]);
  const config = "specs:\n  - spec: services/*.yaml\nrules:\n  error-code-described: off\n";
  repo.write({
    ...Object.fromEntries(files),
    "notes.md": "| code |\n| --- |\n| `auth_gone` |\n",
    [configFile]: config,
  });
  await errlock(["baseline", "init"], { cwd: repo.root });
  repo.commit("start");
  repo.git("checkout", "--quiet", "-b", "work");
  const accept = (lines: string) => `  - { ${lines}, reason: agreed }\n`;
  repo.write({
    [fileOf("auth")]: spec("1.0.0", ["auth_busy", "not_found"]),
    [fileOf("billing")]: "}{\n",
    [fileOf("carts")]: spec("1.0.1", [...listOf("carts"), "carts_full"]),
    [fileOf("disks")]: spec("1.0.0", ["disks_busy", "disks_missing", "not_found"]),
    [fileOf("events")]: spec("1.0.0", listOf("events")).replace(/"409": .*/, '"409": { description: plain }'),
    [fileOf("files")]: spec("2.0.0", ["files_busy", "not_found"]),
    [fileOf("groups")]: null,
    "baselines/services/hosts.json": "<<<<<<< ours\n",
    [configFile]: `${config}accept:\n${accept("code: files_gone")}${accept("code: hosts_gone")}${accept(
      "code: disks_gone, until: 2026-01-01",
    )}consumers:\n  - { name: notes, files: notes.md }\n`,
  });
  repo.commit("work");
  return repo;
}

test.each([
  "check -f json",
  "check -f text --verbose",
  "check -f html",
  "check --against main -f json",
  "check --against main -f markdown",
])("%s says in several threads what it says in one", async (line) => {
  const { root } = await monorepo();
  const argv = line.split(" ");
  const asked: unknown[] = [];
  const alone = await errlock(argv, { cwd: root, today });
  const together = await errlock(argv, { cwd: root, today, threads: threads(asked, root) });
  // A trace tells the way to its problem, and that is another one.
  const traceless = (outcome: Outcome) => ({
    ...outcome,
    stderr: outcome.stderr.replace(/^Problem: .*\n/gm, ""),
  });
  expect(traceless(together)).toEqual(traceless(alone));
  expect(alone.stdout).toContain("auth_gone");
  expect(asked).toHaveLength(1);
});

test("a thread that ends early leaves no spec unjudged in silence", async () => {
  const repo = Repository.create();
  const files = services.map((service) => [fileOf(service), spec("1.0.0", listOf(service))]);
  repo.write({ ...Object.fromEntries(files), [configFile]: "specs:\n  - spec: services/*.yaml\n" });
  await errlock(["baseline", "init"], { cwd: repo.root });
  expect((await errlock(["check"], { cwd: repo.root })).status).toBe(0);
  const run = async () => {
    throw new Error("out of memory");
  };
  const { status, stderr } = await errlock(["check"], { cwd: repo.root, threads: { count: 2, run } });
  expect(status).toBe(2);
  expect(stderr).toContain("unexpected error: out of memory");
});

const main = resolve("dist/main.js");
test.skipIf(!existsSync(main))("the built program judges many specs as one thread does", async () => {
  const { root } = await monorepo();
  const argv = ["check", "--against", "main", "-f", "json", "--now", today];
  const alone = await errlock(argv, { cwd: root });
  const { status, stdout } = spawnSync(process.execPath, [main, ...argv], { cwd: root, encoding: "utf8" });
  expect(status).toBe(alone.status);
  expect(JSON.parse(stdout).specs).toEqual(JSON.parse(alone.stdout).specs);
});
