import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import type { Report } from "../../src/contract/report.js";
import { errlock } from "../support/cli.js";
import { temporaryFolder } from "../support/repo.js";

const original = readFileSync("specs/openapi.yaml", "utf8");
const codes: string[] = parse(original).components.schemas.ErrorCode.enum;

/** Our own spec and baseline, changed. */
async function check(spec: string): Promise<{ status: number; report: Report; baselineUntouched: boolean }> {
  const folder = temporaryFolder();
  for (const path of ["specs", "baselines", "errlock.yaml"]) {
    cpSync(path, join(folder, path), { recursive: true });
  }
  writeFileSync(join(folder, "specs/openapi.yaml"), spec);
  const { status, stdout } = await errlock(["check", "-f", "json"], { cwd: folder });
  const baseline = readFileSync(join(folder, "baselines/openapi.json"), "utf8");
  return {
    status,
    report: JSON.parse(stdout),
    baselineUntouched: baseline === readFileSync("baselines/openapi.json", "utf8"),
  };
}

test("the catalog page has 65 codes", () => {
  expect(codes).toHaveLength(65);
});

test("deleting any one code fails the build and names exactly that code, with file and line", async () => {
  for (const code of codes) {
    const line = `        - ${code}\n`;
    expect(original).toContain(line);
    const { status, report } = await check(original.replace(line, ""));
    const failing = (report.specs[0]?.changes ?? []).filter(({ level }) => level === "error");
    expect(
      failing.map(({ kind, code, location }) => [kind, code, location?.file]),
      code,
    ).toEqual([["code-removed", code, "specs/openapi.yaml"]]);
    expect(failing[0]?.location?.line).toBeGreaterThan(
      original.slice(0, original.indexOf("    ErrorCode:")).split("\n").length - 1,
    );
    expect(status).toBe(1);
  }
}, 180_000);

test("adding a code passes without touching the baseline", async () => {
  const { status, report, baselineUntouched } = await check(
    original.replace("        - volume_busy\n", "        - volume_busy\n        - volume_frozen\n"),
  );
  expect(status).toBe(0);
  expect(baselineUntouched).toBe(true);
  expect(report.specs[0]?.changes).toMatchObject([
    { kind: "code-added", code: "volume_frozen", level: "info" },
  ]);
});
