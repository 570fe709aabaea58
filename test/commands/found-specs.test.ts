import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Report } from "../../src/contract/report.js";
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
  cwd = mkdtempSync(join(tmpdir(), "errlock-found-"));
});

afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(cwd, file)), { recursive: true });
  writeFileSync(join(cwd, file), text);
}

async function judged(...argv: string[]) {
  const { status, stdout } = await errlock([...argv, "-f", "json"], { cwd });
  const report: Report = JSON.parse(stdout);
  const specs = report.specs.map((each) => [each.spec, each.changes.map(({ kind }) => kind)]);
  return { status, specs };
}

test("a spec that was locked and is no OpenAPI document any more is not overlooked", async () => {
  write("openapi.yaml", spec);
  write("specs/orders.yaml", spec);
  await errlock(["baseline", "init"], { cwd });
  write("specs/orders.yaml", "title: nothing\n");
  expect(await judged()).toEqual({
    status: 1,
    specs: [
      ["openapi.yaml", []],
      ["specs/orders.yaml", ["catalog-removed"]],
    ],
  });
});

test("a spec that was locked outside of the usual places is judged without being named", async () => {
  write("openapi.yaml", spec);
  write("contracts/orders.yaml", spec);
  await errlock(["baseline", "init", "openapi.yaml", "contracts/orders.yaml"], { cwd });
  expect((await judged()).specs.map(([file]) => file)).toEqual(["contracts/orders.yaml", "openapi.yaml"]);
});

test.each(["check", "lint"])("%s says that a glob of the config matches nothing", async (command) => {
  write("openapi.yaml", spec);
  write("errlock.yaml", 'specs: [openapi.yaml, "aip/**/*.yaml", "open*.yaml"]\n');
  await errlock(["baseline", "init"], { cwd });
  const notes = async (...specs: string[]) => {
    const { stdout } = await errlock([command, ...specs, "-f", "json"], { cwd });
    const report: Report = JSON.parse(stdout);
    return report.specs.flatMap((each) => each.notes);
  };
  expect(await notes()).toEqual(["no file matches `aip/**/*.yaml`, which `specs` lists."]);
  expect(await notes("openapi.yaml")).toEqual([]);
});
