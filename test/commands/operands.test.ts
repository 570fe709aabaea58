import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { errlock } from "../support/cli.js";

const spec = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /orders:
    get:
      responses:
        default:
          description: Not there.
          content:
            application/json:
              schema:
                type: object
                required: [code, error]
                properties:
                  error: { type: string }
                  code: { type: string, enum: [order_not_found, cart_not_found] }
`;

let cwd: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "errlock-operands-"));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

test("help of a command that is none is no help", async () => {
  expect(await errlock(["help", "chek"], { cwd })).toEqual({
    status: 2,
    stdout: "",
    stderr: "errlock: there is no command `chek`\n  Did you mean `errlock check`?\n",
  });
  for (const topic of ["check", "baseline"]) {
    expect(await errlock(["help", topic], { cwd }), topic).toMatchObject({ status: 0, stderr: "" });
  }
});

test("two formats in one file are refused before anything is written", async () => {
  writeFileSync(join(cwd, "openapi.yaml"), spec);
  const { status, stderr } = await errlock(["lint", "-f", "json=out", "-f", "sarif=out"], { cwd });
  expect(status).toBe(2);
  expect(stderr).toBe(
    "errlock: two formats in `out`\n  Name a file for each: the second would replace the first.\n",
  );
  expect(existsSync(join(cwd, "out"))).toBe(false);
});

test("a mistyped command is taken for one", async () => {
  expect(await errlock(["chek"], { cwd })).toEqual({
    status: 2,
    stdout: "",
    stderr: "errlock: there is no command `chek`, and no such file\n  Did you mean `errlock check`?\n",
  });
});

test("a spec whose name is a word, and one that `check` names, are specs", async () => {
  writeFileSync(join(cwd, "shop"), spec);
  expect((await errlock(["shop"], { cwd })).stderr).toContain("shop has no baseline");
  expect((await errlock(["check", "chek"], { cwd })).stderr).toContain("errlock: chek: ");
});

test("standard input without a path has no baseline, and is told how to get one", async () => {
  const { status, stderr } = await errlock(["-"], { cwd, stdin: spec });
  expect(status).toBe(2);
  expect(stderr).toContain("--stdin-path FILE");
  expect(stderr).not.toContain("baseline init");
});

test("standard input stands for the spec of a path, and is read once however often it is named", async () => {
  writeFileSync(join(cwd, "openapi.yaml"), spec);
  await errlock(["baseline", "init"], { cwd });
  const stdin = spec.replace(", cart_not_found", "");
  const { status, stdout } = await errlock(["-", "-", "--stdin-path", "openapi.yaml"], { cwd, stdin });
  expect(status).toBe(1);
  expect(stdout).toContain("`cart_not_found` was removed");
});

test("standard input cannot be both sides of a comparison", async () => {
  const { status, stderr } = await errlock(["diff", "-", "-"], { cwd, stdin: spec });
  expect(status).toBe(2);
  expect(stderr).toBe("errlock: standard input can be read only once\n  Name a file for OLD or NEW.\n");
});

test("a spec is compared with a baseline at the place that the baseline records, as `check` does", async () => {
  writeFileSync(join(cwd, "openapi.yaml"), spec.replace("code: {", "kind: {"));
  await errlock(["baseline", "init"], { cwd });
  const better = spec.replace(
    "code: { type: string, enum: [order_not_found, cart_not_found] }",
    "kind: { type: string, enum: [order_not_found] }\n                  code: { type: string, enum: [a_failed, b_failed, cart_not_found] }",
  );
  writeFileSync(join(cwd, "openapi.yaml"), better);
  const { stdout } = await errlock(["diff", "baselines/openapi.json", "openapi.yaml", "-f", "json"], { cwd });
  const { changes } = JSON.parse(stdout).specs[0];
  const ofKind = changes.filter((change: { catalog: string | null }) => change.catalog === "kind");
  expect(ofKind.map(({ kind, code }: { kind: string; code: string }) => [kind, code])).toEqual([
    ["code-removed", "cart_not_found"],
  ]);
});

test("specs are compared where a file that both name is missing, or that the old one alone names", async () => {
  const more = (file: string) => spec.replace(/^ {8}default:/m, `        500: { $ref: "${file}#/R" }\n$&`);
  const write = (file: string, text: string) => writeFileSync(join(cwd, file), text);
  write("before.yaml", more("./more.yaml"));
  write("after.yaml", more("./more.yaml").replace(", cart_not_found", ""));
  const missing = await errlock(["diff", "before.yaml", "after.yaml"], { cwd });
  expect(missing).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("`cart_not_found` was removed"),
  });
  write("after.yaml", spec.replace(", cart_not_found", ""));
  expect(await errlock(["diff", "before.yaml", "after.yaml"], { cwd })).toMatchObject({ status: 1 });
});

test("a group of commands alone is told that it needs one of them", async () => {
  const { status, stdout, stderr } = await errlock(["baseline"], { cwd });
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("errlock: this needs a subcommand\n");
  expect(stderr).toContain("baseline");
});

test("a catalog that outgrows the main one of the old spec takes no fields from the body", async () => {
  const grown = spec.replace(
    /^.*code: \{ type: string.*\n/m,
    (line) => `${line}                  cause: { type: object, properties: { fault: { type: string }, code: {
                    type: string, enum: [stock_missing, price_missing, shop_closed] } } }\n`,
  );
  writeFileSync(join(cwd, "old.yaml"), spec);
  writeFileSync(join(cwd, "new.yaml"), grown);
  const { status, stdout } = await errlock(["diff", "old.yaml", "new.yaml", "-f", "json"], { cwd });
  expect(status).toBe(0);
  const [report] = JSON.parse(stdout).specs;
  expect(report.catalogs.map(({ name }: { name: string }) => name)).toEqual(["code", "cause.code"]);
  expect(new Set(report.changes.map(({ kind }: { kind: string }) => kind))).toEqual(
    new Set(["body-field-added", "code-added"]),
  );
});
