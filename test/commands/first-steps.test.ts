import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parse } from "yaml";
import { errlock } from "../support/cli.js";

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "errlock-first-"));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const write = (file: string, text: string) => writeFileSync(join(cwd, file), text);

const spec = (info: string) => `openapi: 3.1.0
info: ${info}
paths:
  /orders:
    get:
      responses:
        default: { description: No. }
`;

/** The snippet below a title, as YAML. */
function pasted(stdout: string, title: string) {
  const below = stdout.slice(stdout.indexOf(`${title}\n\n`) + title.length + 2);
  return parse(below.split(/\n\n/)[0] ?? "");
}

test("init names the release of a spec without a version, as its message says", async () => {
  write("openapi.yaml", spec("{ title: Shop }"));
  const { status, stderr } = await errlock(["init"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain("name this release with `--as NAME`");
  expect((await errlock(["init", "--as", "spring"], { cwd })).status).toBe(0);
  expect(JSON.parse(readFileSync(join(cwd, "baselines/openapi.json"), "utf8"))).toMatchObject({
    version: "spring",
  });
  expect((await errlock(["check"], { cwd })).status).toBe(0);
});

test("where no spec is found, init says what to write, and goes on from there", async () => {
  write("shop.yaml", spec("{ title: Shop, version: 1.0.0 }"));
  const { stderr } = await errlock(["init"], { cwd });
  expect(stderr).toContain("List them in errlock.yaml (`specs: [path/to/openapi.yaml]`)");
  write("errlock.yaml", "specs: [shop.yaml]\n");
  expect((await errlock(["init"], { cwd })).stdout).toContain("wrote baselines/shop.json");
});

test("the lines that init prints install what the lockfile names, and fetch what GitLab leaves out", async () => {
  write("openapi.yaml", spec("{ title: Shop, version: 1.0.0 }"));
  write(".gitlab-ci.yml", "");
  write("package-lock.json", "{}");
  const { stdout } = await errlock(["init"], { cwd });
  const { errlock: job } = pasted(stdout, "GitLab, .gitlab-ci.yml:");
  expect(job.script).toEqual([
    "npm ci",
    expect.stringMatching(/^git fetch origin "\+refs\/heads\/\$CI_MERGE_REQUEST_TARGET_BRANCH_NAME:/),
    expect.stringMatching(/^npx errlock check --against "origin\/\$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"/),
  ]);
});

test("without a lockfile there is nothing to install", async () => {
  write("openapi.yaml", spec("{ title: Shop, version: 1.0.0 }"));
  const { stdout } = await errlock(["init"], { cwd });
  const { jobs } = pasted(stdout, "GitHub Actions, .github/workflows/errlock.yml:");
  expect(jobs.errlock.steps.map(({ run, uses }: Record<string, string>) => run ?? uses)).toEqual([
    "actions/checkout@v4",
    'npx errlock check --against "origin/$GITHUB_BASE_REF" -f github',
  ]);
});
