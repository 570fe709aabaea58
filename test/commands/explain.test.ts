import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { allRows } from "../../src/commands/rules.js";
import { columns } from "../../src/report/text/width.js";
import { errlock } from "../support/cli.js";

test.each(allRows().map(({ id }) => id))("%s, which a report can show, is explained", async (id) => {
  const { status, stdout } = await errlock(["explain", id], { cwd: process.cwd() });
  expect(status).toBe(0);
  expect(stdout).toContain(id);
  const texts = stdout
    .split("\n")
    .filter((line) => !line.startsWith("    ") && !/^(Before|After):/.test(line));
  expect(Math.max(...texts.map(columns))).toBeLessThanOrEqual(80);
});

test("what extraction warns of is listed among the rules", async () => {
  const { stdout } = await errlock(["rules"], { cwd: process.cwd() });
  expect(stdout).toContain("code-placeholder");
});

test("a rule's options stand below each other, and fit", async () => {
  const { stdout } = await errlock(["explain", "error-code-format"], { cwd: process.cwd() });
  expect(stdout).toContain("  `exempt`\n      codes that stay as they are;");
  expect(stdout).not.toContain("|");
});

test("a misspelled id is told for one, also where there is no spec", async () => {
  const cwd = mkdtempSync(join(tmpdir(), "errlock-explain-"));
  const { status, stderr } = await errlock(["explain", "code-renamd"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain("`code-renamd` is no rule, no kind of change, and no spec was found");
  expect(stderr).toContain("Did you mean `code-renamed`?");
});
