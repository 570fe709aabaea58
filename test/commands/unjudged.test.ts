import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Report } from "../../src/contract/report.js";
import { errlock } from "../support/cli.js";

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "errlock-unjudged-"));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const commands = [["check"], ["lint"], ["diff", "old.yaml", "new.yaml"]];

describe.each(commands)("%s, when nothing can be judged", (...command) => {
  beforeEach(() => writeFileSync(join(cwd, "errlock.yaml"), "rulez: {}\n"));

  test("says so in two lines on standard error and in one word of JSON on standard output", async () => {
    const { status, stdout, stderr } = await errlock([...command, "-f", "json"], { cwd });
    expect(status).toBe(2);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(stderr).toMatch(/^errlock: errlock\.yaml:1:1: /);
    const report: Report = JSON.parse(stdout);
    expect(report).toMatchObject({ command: command[0], result: "error", specs: [], now: "2026-11-23" });
    expect(report.error).toMatchObject({
      code: "config-shape",
      message: 'the config has the unknown key "rulez"',
      hint: "Did you mean rules?",
      location: { file: "errlock.yaml", line: 1 },
    });
  });

  test("writes every machine format all the same", async () => {
    const formats = ["sarif", "junit", "gitlab", "github", "markdown", "html"];
    for (const format of formats) {
      const { status, stdout } = await errlock([...command, "-f", format], { cwd });
      expect(status, format).toBe(2);
      expect(stdout, format).toContain("rulez");
    }
  });

  test("says in text on standard output no more than that", async () => {
    const { stdout } = await errlock(command, { cwd });
    expect(stdout).toBe("✖ could not judge\n");
  });
});

test("no spec, and no such root, are said in the report, too", async () => {
  const none = await errlock(["-f", "json"], { cwd });
  expect(none.status).toBe(2);
  expect(JSON.parse(none.stdout)).toMatchObject({ result: "error", error: { code: "no-spec" } });
  const nowhere = await errlock(["-f", "json", "--root", "nowhere"], { cwd });
  expect(nowhere.status).toBe(2);
  expect(JSON.parse(nowhere.stdout)).toMatchObject({ result: "error", error: { code: "root-missing" } });
});

test("where the only spec is gone, the baseline that it left is named, not the way to start anew", async () => {
  mkdirSync(join(cwd, "baselines"));
  writeFileSync(join(cwd, "baselines/openapi.json"), "{}");
  const { status, stderr } = await errlock([], { cwd });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^errlock: baselines\/openapi\.json: the baseline belongs to no spec/);
  expect(stderr).toContain("errlock baseline move");
});

test("where references lead nowhere, it is said that codes may be behind them", async () => {
  const responses = {
    404: { $ref: "../errors.yaml#/NotFound" },
    409: { $ref: "#/components/responses/Gone" },
  };
  const paths = { "/things": { get: { responses } } };
  writeFileSync(join(cwd, "openapi.json"), JSON.stringify({ openapi: "3.1.0", paths }));
  for (const command of [["codes"], ["baseline", "init"], ["check"]]) {
    const { status, stderr } = await errlock(command, { cwd });
    expect(status, command[0]).toBe(2);
    expect(stderr, command[0]).toContain(
      "the spec declares no error codes, and 2 references on the way to them cannot be followed",
    );
  }
});

test("a document that is neither OpenAPI nor a list of codes breaks no rule, and holds none", async () => {
  writeFileSync(join(cwd, "other.yaml"), "hello: world\n");
  const { status, stdout, stderr } = await errlock(["lint", "other.yaml"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain("other.yaml: this is no OpenAPI document");
  expect(stdout).toBe("✖ other.yaml: could not judge\n");
});

test("options that do not fit a rule are told with their place in the config", async () => {
  writeFileSync(join(cwd, "errlock.yaml"), "rules:\n  error-code-format: [warn, { patern: x }]\n");
  const { status, stderr } = await errlock(["check"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^errlock: errlock\.yaml:2:29: error-code-format: unknown option "patern"; known: /);
  expect(stderr).toContain("errlock explain error-code-format");
});

test("codes says in JSON, too, why nothing could be read", async () => {
  writeFileSync(join(cwd, "errlock.yaml"), "rulez: {}\n");
  const { status, stdout } = await errlock(["codes", "-f", "json"], { cwd });
  expect(status).toBe(2);
  expect(JSON.parse(stdout)).toMatchObject({ format: 1, error: { code: "config-shape" }, specs: [] });
  expect((await errlock(["codes"], { cwd })).stdout).toBe("");
});
