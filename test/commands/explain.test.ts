import { expect, test } from "vitest";
import { allRows } from "../../src/commands/rules.js";
import { errlock } from "../support/cli.js";

test.each(allRows().map(({ id }) => id))("%s, which a report can show, is explained", async (id) => {
  const { status, stdout } = await errlock(["explain", id], { cwd: process.cwd() });
  expect(status).toBe(0);
  expect(stdout).toContain(id);
});

test("what extraction warns of is listed among the rules", async () => {
  const { stdout } = await errlock(["rules"], { cwd: process.cwd() });
  expect(stdout).toContain("code-placeholder");
});
