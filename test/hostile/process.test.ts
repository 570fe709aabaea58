import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { api } from "../support/api.js";
import { Repository } from "../support/repo.js";

/** The built command: what is watched here is a process of its own. */
const main = resolve("dist/main.js");
const codes = Array.from({ length: 300 }, (_, index) => `machine_${index}_gone`);
const spec = "specs/openapi.yaml";
const baseline = "baselines/openapi.json";

function errlock(cwd: string, ...argv: readonly string[]) {
  return spawnSync(process.execPath, [main, ...argv], { cwd, encoding: "utf8" });
}

function released(): Repository {
  const made = Repository.create();
  made.write({ [spec]: api("1.0.0", codes) });
  expect(errlock(made.root, "baseline", "init", spec)).toMatchObject({ status: 0, stderr: "" });
  made.commit("baseline");
  return made;
}

const traced = existsSync(main) && spawnSync("strace", ["-V"]).status === 0;
describe.skipIf(!traced)("watched by strace (skipped where it is missing)", { timeout: 120_000 }, () => {
  test("a gate over a hostile branch reaches no network, reads nothing of others, writes nothing, starts git alone", () => {
    const made = released();
    made.branch("hostile");
    made.commit("hostile", {
      [spec]: api("1.0.0", codes).replace(
        "ErrorCode:",
        'A: { $ref: "https://example.com/a.yaml" }\n    B: { $ref: "../../../../../etc/passwd" }\n    C: { $ref: "file:///etc/shadow" }\n    D: { $ref: "%2e%2e/%2e%2e/%2e%2e/etc/group" }\n    E: { $ref: "./link.yaml" }\n    ErrorCode:',
      ),
      "specs/link.yaml": { link: "/etc/hostname" },
    });
    const log = join(made.root, ".git/trace");
    const calls =
      "trace=network,execve,openat,open,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat";
    const { stderr } = spawnSync(
      "strace",
      [
        "-f",
        "-qq",
        "-s",
        "300",
        "-e",
        calls,
        "-o",
        log,
        process.execPath,
        main,
        "check",
        "--against",
        "main",
      ],
      { cwd: made.root, encoding: "utf8" },
    );
    expect(stderr).not.toContain("unexpected");
    const lines = readFileSync(log, "utf8").split("\n");
    const programs = lines.flatMap((line) => /execve\("([^"]+)".*= 0$/.exec(line)?.[1] ?? []);
    expect(programs[0]).toBe(process.execPath);
    expect(programs.slice(1).filter((program) => !/\/git$/.test(program))).toEqual([]);
    expect(lines.filter((line) => /\b(socket|connect|sendto)\(AF_INET|socket\(AF_INET/.test(line))).toEqual(
      [],
    );
    // Git itself may look up who the user is.
    const git = new Set(lines.flatMap((line) => /^(\d+) +execve\("[^"]*\/git"/.exec(line)?.[1] ?? []));
    const own = lines.filter((line) => !git.has(/^\d+/.exec(line)?.[0] ?? ""));
    expect(own.some((line) => line.includes(`"${made.root}/${spec}"`))).toBe(true);
    expect(own.filter((line) => /"\/etc\/(passwd|shadow|group|hostname)"/.test(line))).toEqual([]);
    const written = lines.filter(
      (line) =>
        /O_WRONLY|O_RDWR|O_CREAT|^\d+ +(unlink|rename|mkdir|creat)/.test(line) && !/"\/dev\//.test(line),
    );
    expect(written).toEqual([]);
  });
});

describe.skipIf(!existsSync(main))("a process", { timeout: 120_000 }, () => {
  test("whose output nobody reads any more does not say that the contract holds", () => {
    const made = released();
    const { stdout } = spawnSync(
      "bash",
      [
        "-c",
        `"$0" "$1" codes -f json | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`,
        process.execPath,
        main,
      ],
      { cwd: made.root, encoding: "utf8" },
    );
    expect(["0", "2"]).toContain(stdout.trim());
    made.write({ [spec]: api("1.0.0", codes.slice(1)) });
    const failed = spawnSync(
      "bash",
      ["-c", `"$0" "$1" check -f json | true; echo "\${PIPESTATUS[0]}"`, process.execPath, main],
      { cwd: made.root, encoding: "utf8" },
    );
    expect(["1", "2"]).toContain(failed.stdout.trim());
  });

  test("whose output is read slowly writes all of it", () => {
    const made = Repository.create();
    made.write({
      [spec]: api(
        "1.0.0",
        Array.from({ length: 5_000 }, (_, index) => `machine_${index}_gone`),
      ),
    });
    const read = (command: string) =>
      spawnSync("bash", ["-c", command, process.execPath, main], { cwd: made.root, maxBuffer: 2 ** 26 });
    const slowly = read(`"$0" "$1" codes -f json | (sleep 1; cat)`);
    expect(slowly.stdout.length).toBeGreaterThan(500_000);
    const { stdout } = read(`"$0" "$1" codes -f json -o a.json; cat a.json`);
    expect(slowly.stdout.equals(stdout)).toBe(true);
  });

  test("that cannot write its report because the disk is full says so", () => {
    const made = released();
    const { status, stderr } = spawnSync(
      "sh",
      ["-c", `"$0" "$1" check > /dev/full`, process.execPath, main],
      {
        cwd: made.root,
        encoding: "utf8",
      },
    );
    expect(status).toBe(2);
    expect(stderr).toBe(
      "errlock: standard output cannot be written: ENOSPC.\n  make room on the disk, or write to another place.\n",
    );
  });

  test("that is killed at any moment of a release leaves the old baseline or the new one", async () => {
    const made = released();
    const before = made.read(baseline);
    made.write({ [spec]: api("1.1.0", [...codes, "machine_lost"]) });
    const seen = new Set<string>();
    for (let round = 0; round < 12; round++) {
      const child = spawn(process.execPath, [main, "baseline", "update"], {
        cwd: made.root,
        stdio: "ignore",
      });
      const ended = new Promise((done) => child.on("close", done));
      await sleep(60 + round * 40);
      child.kill("SIGKILL");
      await ended;
      const text = made.read(baseline);
      expect(() => JSON.parse(text)).not.toThrow();
      if (text !== before) expect(text).toContain('"version": "1.1.0"');
      seen.add(text);
    }
    expect(seen.size).toBeLessThanOrEqual(2);
    expect(errlock(made.root, "baseline", "update")).toMatchObject({ status: 0 });
    expect(made.read(baseline)).toContain("machine_lost");
    expect(readdirSync(join(made.root, "baselines")).filter((name) => name.endsWith(".lock"))).toEqual([]);
  });

  test("loses no acceptance when several run at once and some are killed", async () => {
    const made = released();
    made.write({ [spec]: api("1.0.0", codes.slice(8)) });
    const run = (code: string) => {
      const argv = [main, "accept", code, "--reason", "it is gone", "--until", "2099-01-01"];
      const child = spawn(process.execPath, argv, { cwd: made.root, stdio: "ignore" });
      return {
        child,
        ended: new Promise<number | null>((done) => child.on("close", (status) => done(status))),
      };
    };
    const runs = codes.slice(0, 6).map((code) => ({ code, ...run(code) }));
    await sleep(150);
    runs[0]?.child.kill("SIGKILL");
    runs[3]?.child.kill("SIGKILL");
    const done: string[] = [];
    for (const { code, ended } of runs) if ((await ended) === 0) done.push(code);
    expect(done.length).toBeGreaterThan(0);
    const config = made.read("errlock.yaml");
    for (const code of done) expect(config).toContain(code);
    expect(errlock(made.root, "check").status).toBe(1);
    expect(errlock(made.root, "check").stderr).toBe("");
  });
});
