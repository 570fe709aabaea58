import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { temporaryFolder } from "../support/repo.js";
import { bash, built, jobWith, type Ran } from "./gate.js";

interface Step {
  readonly name: string;
  readonly run: string;
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
}

const action: {
  inputs: Record<string, { default: string }>;
  runs: { using: string; steps: Step[] };
} = parse(readFileSync("action.yml", "utf8"));

/** Runs the steps as the runner does: inputs become environment variables, the first failure ends it. */
function runAction(cwd: string, inputs: Readonly<Record<string, string>>, base = "main") {
  const temp = temporaryFolder();
  const files = { GITHUB_OUTPUT: join(temp, "output"), GITHUB_STEP_SUMMARY: join(temp, "summary") };
  const steps: Ran[] = [];
  for (const step of action.runs.steps) {
    const env = Object.fromEntries(
      Object.entries(step.env).map(([name, expression]) => {
        const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? "";
        return [name, inputs[input] ?? action.inputs[input]?.default ?? ""];
      }),
    );
    const ran = bash(step.run, cwd, {
      ...env,
      ...files,
      RUNNER_TEMP: temp,
      GITHUB_ACTIONS: "true",
      GITHUB_ACTION_PATH: resolve("."),
      GITHUB_BASE_REF: base,
    });
    steps.push(ran);
    if (ran.status !== 0) break;
  }
  const read = (file: string) => (existsSync(file) ? readFileSync(file, "utf8") : "");
  return {
    steps,
    last: steps.at(-1),
    output: read(files.GITHUB_OUTPUT),
    summary: read(files.GITHUB_STEP_SUMMARY),
  };
}

describe("action.yml", () => {
  test("puts no input into the text of a script", () => {
    for (const { run, shell } of action.runs.steps) {
      expect(run).not.toContain("${{");
      expect(shell).toBe("bash");
    }
  });

  test("uses no other action and reaches for nothing but the npm package", () => {
    for (const step of action.runs.steps) {
      expect(step).not.toHaveProperty("uses");
      expect(step.run).not.toMatch(/curl|wget|https?:/);
    }
  });

  describe.skipIf(!built)("run step by step with the packed package, offline (needs `npm run build`)", () => {
    const folder = mkdtempSync(join(tmpdir(), "errlock-pack-"));
    const tarball = built ? join(folder, pack(folder)) : "";
    afterAll(() => rmSync(folder, { recursive: true }));

    test("passes a branch that adds a code", { timeout: 60_000 }, () => {
      const { steps, last, output } = runAction(jobWith("kept").root, { package: tarball });
      expect(last?.stderr).toBe("");
      expect(steps.map(({ status }) => status)).toEqual([0, 0]);
      expect(output).toBe("exit-code=0\n");
    });

    test("fails a branch that removes one, with an annotation, a summary and SARIF", {
      timeout: 60_000,
    }, () => {
      const job = jobWith("removed");
      const { last, output, summary } = runAction(job.root, { package: tarball, sarif: "out.sarif" });
      expect(last?.status).toBe(1);
      expect(last?.stdout).toMatch(/^::error file=specs\/openapi\.yaml,line=\d+.*order_locked/m);
      expect(output).toBe("exit-code=1\n");
      expect(summary).toContain("order_locked");
      expect(JSON.parse(job.read("out.sarif")).runs[0].results.length).toBeGreaterThan(0);
    });

    test("takes hostile inputs as what they are: text", { timeout: 60_000 }, () => {
      const job = jobWith("kept");
      const hostile = '$(touch pwned) "; touch pwned; `touch pwned` --fail-on=off\n-h';
      const { last } = runAction(job.root, { package: tarball, specs: hostile });
      expect(last?.status).toBe(2);
      expect(existsSync(join(job.root, "pwned"))).toBe(false);
    });

    test("says what to fetch in a shallow clone", { timeout: 60_000 }, () => {
      const shallow = jobWith("removed").clone("--depth=1", "--branch=work");
      const { last } = runAction(shallow.root, { package: tarball });
      expect(last?.status).toBe(2);
      expect(last?.stderr).toContain("git fetch");
    });
  });
});

function pack(folder: string): string {
  const arguments_ = ["pack", "--ignore-scripts", "--silent", `--pack-destination=${folder}`];
  return execFileSync("npm", arguments_, { encoding: "utf8" }).trim();
}
