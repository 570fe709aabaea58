import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { errlock } from "../support/cli.js";
import { temporaryFolder } from "../support/repo.js";

const hostile = [
  "class",
  "not found",
  "not_found",
  "NOT.FOUND",
  "404_gone",
  "urn:problem:x",
  'a"b',
  "c\\d",
  "*/ evil()",
  '"""',
  "ünïcode",
  "漢字",
  "日本",
  "😀",
  "__proto__",
  "constructor",
  "mro",
  "None",
  "line\nbreak",
  "groups",
  "\u202erev",
  "a-very-long-error-code-that-goes-on-and-on-and-on-until-it-fits-into-no-line-of-eighty-columns",
];

/** A spec whose codes and descriptions try to get out of strings and comments. */
function spec(open: boolean): string {
  const list = { type: "string", enum: hostile };
  const facts = {
    ...list,
    "x-error-codes": {
      class: {
        group: 'One " */',
        description: 'Evil */ process.exit() // """ \\',
        deprecated: true,
        retryable: false,
      },
      not_found: { group: "Two", description: "Line\nbreak \u2028 more", statuses: ["404"], retryable: true },
    },
  };
  const code = open ? { anyOf: [facts, { type: "string" }] } : facts;
  const schema = { type: "object", properties: { code }, required: ["code"] };
  const response = { description: "d", content: { "application/json": { schema } } };
  return JSON.stringify({
    openapi: "3.1.0",
    info: { title: "t", version: "1.0.0" },
    paths: { "/x": { get: { responses: { "404": response } } } },
  });
}

async function generated(language: string, file: string, open = false): Promise<string> {
  const root = temporaryFolder();
  writeFileSync(join(root, "openapi.json"), spec(open));
  mkdirSync(join(root, "out"));
  const argv = ["generate", language, "openapi.json", "--root", root, "-o", join("out", file)];
  const { status, stderr } = await errlock(argv, { cwd: root });
  expect([status, stderr.includes("would have the same identifier as not found")]).toEqual([0, true]);
  expect(await errlock([...argv, "--check"], { cwd: root })).toMatchObject({ status: 0 });
  return join(root, "out", file);
}

function has(command: string, ...args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

describe.each([false, true])("hostile codes of a catalog that is open: %s", (open) => {
  test("make TypeScript that compiles in strict mode", async () => {
    const file = await generated("typescript", "codes.ts", open);
    execFileSync(join("node_modules", ".bin", "tsc"), [
      "--strict",
      "--noEmit",
      "--ignoreConfig",
      "--target",
      "ES2020",
      "--types",
      "",
      file,
    ]);
  });

  test.skipIf(!has("python3", "--version"))("make Python that runs, and keeps every code", async () => {
    const file = await generated("python", "codes.py", open);
    const script =
      "import json, runpy, sys; print(json.dumps([c.value for c in runpy.run_path(sys.argv[1])['ErrorCode']]))";
    const values = JSON.parse(execFileSync("python3", ["-c", script, file], { encoding: "utf8" }));
    expect([...values].sort()).toEqual([...hostile].sort());
  });

  test.skipIf(!has("gofmt", "-h") && !has("go", "version"))(
    "make Go that gofmt leaves alone and vet passes",
    async () => {
      const file = await generated("go", "codes.go", open);
      expect(execFileSync("gofmt", ["-l", file], { encoding: "utf8" })).toBe("");
      writeFileSync(join(file, "..", "go.mod"), "module out\n\ngo 1.20\n");
      execFileSync("go", ["vet", "./..."], { cwd: join(file, ".."), stdio: "pipe" });
    },
  );
});

test("`--check` says that a file is stale, and how to refresh it", async () => {
  const file = await generated("typescript", "codes.ts");
  writeFileSync(file, `${readFileSync(file, "utf8")}\n`);
  const root = join(file, "..", "..");
  const argv = ["generate", "typescript", "openapi.json", "--root", root, "-o", file, "--check"];
  const { status, stdout } = await errlock(argv, { cwd: root });
  expect(status).toBe(1);
  expect(stdout).toContain("out of date");
});
