import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { errlock } from "../support/cli.js";

const spec = (codes: readonly string[]) => `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    get:
      responses:
        '404':
          description: Not there.
          content:
            application/json:
              schema:
                type: object
                required: [code]
                properties:
                  code: { type: string, enum: [${codes.join(", ")}] }
`;

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "errlock-docs-"));
  writeFileSync(join(cwd, "openapi.yaml"), spec(["order_not_found", "cart_not_found"]));
});

test("Markdown is the default, and goes to standard output", async () => {
  const { status, stdout, stderr } = await errlock(["docs"], { cwd });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout).toMatch(/^# Shop error codes\n/);
});

test("--check holds while the file is what would be written, whatever its line ends", async () => {
  await errlock(["docs", "-o", "codes.md"], { cwd });
  expect(await errlock(["docs", "-o", "codes.md", "--check"], { cwd })).toEqual({
    status: 0,
    stdout: "",
    stderr: "",
  });
  const file = join(cwd, "codes.md");
  writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
  expect(await errlock(["docs", "-o", "codes.md", "--check"], { cwd })).toMatchObject({ status: 0 });
});

test("--check fails for a stale file and names the command that refreshes it; nothing is written", async () => {
  await errlock(["docs", "-f", "html", "-o", "codes.html"], { cwd });
  const before = readFileSync(join(cwd, "codes.html"), "utf8");
  writeFileSync(join(cwd, "openapi.yaml"), spec(["order_not_found"]));
  const { status, stdout } = await errlock(
    ["docs", "openapi.yaml", "-f", "html", "-o", "codes.html", "--check"],
    { cwd },
  );
  expect(status).toBe(1);
  expect(stdout).toBe(
    "codes.html is out of date. To refresh it: errlock docs openapi.yaml -f html -o codes.html\n",
  );
  expect(readFileSync(join(cwd, "codes.html"), "utf8")).toBe(before);
});

test("--check fails for a missing file", async () => {
  const { status, stdout } = await errlock(["docs", "-o", "codes.md", "--check"], { cwd });
  expect(status).toBe(1);
  expect(stdout).toContain("codes.md is missing. To refresh it: errlock docs -f markdown -o codes.md");
});

test("--check without a file cannot be judged", async () => {
  const { status, stderr } = await errlock(["docs", "--check"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain("Name it: `errlock docs -f markdown -o FILE --check`");
});

test("with several specs, the one must be named", async () => {
  writeFileSync(join(cwd, "swagger.yaml"), spec(["a_b", "c_d"]));
  const { status, stderr } = await errlock(["docs"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toContain("openapi.yaml, swagger.yaml");
});

test("a spec without codes has no page", async () => {
  writeFileSync(
    join(cwd, "openapi.yaml"),
    "openapi: 3.1.0\ninfo: { title: Shop, version: 1.0.0 }\npaths: {}\n",
  );
  expect(await errlock(["docs"], { cwd })).toMatchObject({ status: 2, stdout: "" });
});

test("two runs give the same bytes in every format", async () => {
  for (const format of ["markdown", "html", "json"]) {
    const [first, second] = [
      await errlock(["docs", "-f", format], { cwd }),
      await errlock(["docs", "-f", format], { cwd }),
    ];
    expect(first.stdout).toBe(second.stdout);
  }
});
