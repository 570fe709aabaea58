import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Report } from "../../src/contract/report.js";
import { errlock } from "../support/cli.js";

const operation = (path: string) => `  ${path}:
    get:
      responses:
        "404": { description: No body. }
        default:
          description: Not there.
          content: { application/json: { schema: { $ref: "#/components/schemas/Error" } } }
`;
const spec = (...paths: string[]) => `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
${paths.map(operation).join("")}components:
  schemas:
    Error:
      type: object
      required: [code, error]
      properties:
        error: { type: string }
        code: { type: string, enum: [order_not_found, cart_not_found] }
`;

let cwd: string;

function git(...args: string[]): void {
  execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], {
    cwd,
    stdio: "ignore",
  });
}

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "errlock-lint-"));
  git("init", "-b", "main");
  writeFileSync(join(cwd, "openapi.yaml"), spec("/orders"));
  git("add", "-A");
  git("commit", "-m", "base");
  git("checkout", "-b", "topic");
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

async function lint(...argv: string[]) {
  const { status, stdout } = await errlock(["lint", "-f", "json", ...argv], { cwd });
  const report: Report = JSON.parse(stdout);
  const findings = report.specs.flatMap((each) => each.findings);
  const required = findings.filter(({ rule }) => rule === "error-response-required");
  return {
    status,
    against: report.against?.ref ?? null,
    required: required.map(({ at, origin }) => [at, origin]),
  };
}

test("with --against only what the branch brought fails, and the rest is told as the base's", async () => {
  writeFileSync(join(cwd, "openapi.yaml"), spec("/orders", "/carts"));
  git("commit", "-am", "carts");
  expect(await lint("--against", "main")).toEqual({
    status: 1,
    against: "main",
    required: [
      ["GET /orders 404", "base"],
      ["GET /carts 404", "branch"],
    ],
  });
});

test("with --against what was there before fails nothing", async () => {
  writeFileSync(join(cwd, "other.txt"), "");
  git("add", "-A");
  git("commit", "-m", "other");
  expect(await lint("--against", "main")).toMatchObject({
    status: 0,
    required: [["GET /orders 404", "base"]],
  });
  expect(await lint()).toMatchObject({ status: 1, against: null });
});

test.each(["lint", "check"])(
  "the limits of %s are the base's, whatever the branch's config says",
  async (command) => {
    const limited = (codes: number) =>
      writeFileSync(join(cwd, "errlock.yaml"), `limits: { codes: ${codes} }\n`);
    git("checkout", "main");
    limited(1);
    git("add", "-A");
    git("commit", "-m", "limits");
    git("checkout", "-b", "raised");
    limited(100);
    git("commit", "-am", "raised");
    const { status, stderr } = await errlock([command, "--against", "main"], { cwd });
    expect(stderr).toMatch(/more than 1\b/);
    expect(status).toBe(2);
  },
);
