import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Script } from "node:vm";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "./support/repo.js";

const spec = `openapi: 3.1.0
info: { title: Tasks, version: 1.0.0 }
paths:
  /tasks:
    get:
      responses:
        "404":
          description: Not found
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Error" }
components:
  schemas:
    Error:
      type: object
      required: [code, error]
      properties:
        code: { type: string, enum: [task_gone, task_not_found] }
        error: { type: string }
`;

test("the package has no dependencies: what a user installs runs no other package's scripts", () => {
  const { dependencies, optionalDependencies, peerDependencies, scripts } = JSON.parse(
    readFileSync("package.json", "utf8"),
  );
  expect({ dependencies, optionalDependencies, peerDependencies }).toEqual({});
  expect(Object.keys(scripts).filter((name) => /^(pre|post)?install$/.test(name))).toEqual([]);
});

describe.skipIf(!existsSync("dist/main.js"))("the packed tarball, alone in an empty folder", () => {
  const folder = () => {
    const empty = temporaryFolder();
    const packed = execFileSync(
      "npm",
      ["pack", "--ignore-scripts", "--silent", "--pack-destination", empty],
      {
        encoding: "utf8",
      },
    );
    execFileSync("tar", ["xzf", packed.trim().split("\n").at(-1) ?? ""], { cwd: empty });
    return empty;
  };
  const run = (cwd: string, ...argv: string[]) => {
    try {
      const stdout = execFileSync(process.execPath, [join(cwd, "package/dist/main.js"), ...argv], {
        cwd,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });
      return { status: 0, stdout };
    } catch (error) {
      const { status, stdout } = error as { status: number; stdout: string };
      return { status, stdout };
    }
  };

  test("finds codes, writes a baseline, passes, and fails when a code goes", () => {
    const cwd = folder();
    writeFileSync(join(cwd, "openapi.yaml"), spec);
    expect(run(cwd, "codes").stdout).toContain("task_not_found");
    expect(run(cwd, "help")).toMatchObject({ status: 0, stdout: expect.stringContaining("Exit codes:") });
    expect(run(cwd, "baseline", "init").status).toBe(0);
    expect(run(cwd, "check").status).toBe(0);
    writeFileSync(join(cwd, "openapi.yaml"), spec.replace("task_gone, ", ""));
    const { status, stdout } = run(cwd, "check");
    expect(status).toBe(1);
    expect(stdout).toContain("task_gone");
    expect(run(cwd, "explain", "error-response-required").stdout).toContain("error-response-required");
    expect(JSON.parse(run(cwd, "schema", "report").stdout)).toHaveProperty("$schema");
    expect(existsSync(join(cwd, "package/dist/THIRD_PARTY_LICENSES.md"))).toBe(true);
  }, 60_000);

  test("starts from what V8 compiled at build time, and without it where it does not fit", () => {
    const cwd = folder();
    writeFileSync(join(cwd, "openapi.yaml"), spec);
    const program = join(cwd, "package/dist/errlock.js");
    const kept = readFileSync(`${program}.v8`);
    const script = new Script(readFileSync(program, "latin1"), { cachedData: kept });
    expect(script.cachedDataRejected).toBe(false);
    const whole = run(cwd, "codes");
    expect(whole).toMatchObject({ status: 0, stdout: expect.stringContaining("task_gone") });
    writeFileSync(`${program}.v8`, kept.subarray(0, kept.length / 2));
    expect(run(cwd, "codes")).toEqual(whole);
    writeFileSync(`${program}.v8`, "made by another version");
    expect(run(cwd, "codes")).toEqual(whole);
    rmSync(`${program}.v8`);
    expect(run(cwd, "codes")).toEqual(whole);
  }, 60_000);
});
