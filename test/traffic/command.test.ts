import { expect, test } from "vitest";
import { errlock } from "../support/cli.js";
import { Repository } from "../support/repo.js";

const openapi = `openapi: 3.1.0
info: { title: Machines, version: 1.0.0 }
servers: [{ url: https://api.example.com/base }]
paths:
  /v1/machines/{id}:
    get:
      responses:
        "404": { $ref: "#/components/responses/NotFound" }
        5XX: { $ref: "#/components/responses/Any" }
  /v1/machines/all:
    get:
      responses:
        default: { $ref: "#/components/responses/Any" }
components:
  responses:
    Any: { description: d, content: { application/json: { schema: { $ref: "#/components/schemas/ErrorResponse" } } } }
    NotFound:
      description: d
      content:
        application/json:
          schema:
            allOf:
              - { $ref: "#/components/schemas/ErrorResponse" }
              - { properties: { code: { enum: [machine_not_found] } } }
  schemas:
    ErrorResponse:
      type: object
      required: [error, code]
      properties:
        error: { type: string }
        code: { type: string, enum: [machine_not_found, machine_busy, rate_limited] }
`;

const secret = "s3cr3t-token";

function line(status: number, body: unknown, url = "/v1/machines/42", method = "GET"): string {
  return JSON.stringify({ method, url: `https://api.example.com/base${url}?key=${secret}`, status, body });
}

async function traffic(
  lines: readonly string[],
  flags: readonly string[] = ["-f", "json"],
  name = "log.ndjson",
) {
  const repository = Repository.create();
  repository.write({ "openapi.yaml": openapi, [name]: lines.join("\n") });
  const outcome = await errlock(["traffic", name, ...flags], { cwd: repository.root });
  expect(`${outcome.stdout}${outcome.stderr}`).not.toContain(secret);
  return outcome;
}

async function findings(...lines: readonly string[]) {
  return JSON.parse((await traffic(lines)).stdout).findings;
}

const good = { error: secret, code: "machine_not_found" };

test("responses that keep the contract pass, and show which codes were seen", async () => {
  const { status, stdout } = await traffic([
    line(200, {}),
    line(404, good),
    "",
    line(404, JSON.stringify(good)),
  ]);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    result: "pass",
    responses: 3,
    errors: 2,
    findings: [],
    coverage: { seen: { machine_not_found: 2 }, unseen: ["machine_busy", "rate_limited"] },
  });
});

test.each([
  ["no JSON", `<html>${secret}</html>`, { kind: "body-not-json" }],
  ["no body", undefined, { kind: "body-not-json" }],
  ["no code", { error: secret }, { kind: "code-missing", field: "code" }],
  ["a code of another type", { error: secret, code: { a: secret } }, { kind: "code-type", field: "code" }],
  ["no required field", { code: "machine_not_found" }, { kind: "field-missing", field: "error" }],
  [
    "a mistyped code",
    { error: secret, code: "machine_not_fuond" },
    { kind: "code-unknown", code: "machine_not_fuond", suggestion: "machine_not_found" },
  ],
  ["a secret where the code belongs", { error: "e", code: secret }, { kind: "code-unknown", code: null }],
  ["a code that is not for this status", { error: "e", code: "machine_busy" }, { kind: "code-undocumented" }],
])("%s is told with the operation and its line", async (_, body, finding) => {
  const found = await findings(line(404, good), line(404, body), line(404, body));
  const where = {
    operation: "GET /v1/machines/{id}",
    status: "404",
    first: { file: "log.ndjson", number: 2 },
  };
  expect(found).toMatchObject([{ ...finding, ...where, level: "error", count: 2 }]);
});

test("a status that the operation does not document is a warning, a documented range is none", async () => {
  const { status, stdout } = await traffic([line(429, { error: "e", code: "rate_limited" })]);
  expect([status, JSON.parse(stdout).findings]).toMatchObject([0, [{ kind: "status-undocumented" }]]);
  expect(await findings(line(503, { error: "e", code: "machine_busy" }))).toEqual([]);
  const strict = await traffic([line(429, { error: "e", code: "rate_limited" })], ["--fail-on", "warn"]);
  expect(strict.status).toBe(1);
});

test("a concrete path wins over a template, and paths of no operation are counted", async () => {
  const busy = { error: "e", code: "machine_busy" };
  expect(await findings(line(404, busy, "/v1/machines/all"))).toEqual([]);
  const { stdout } = await traffic([line(404, busy, `/v9/${secret}`)]);
  expect(JSON.parse(stdout)).toMatchObject({ unmatched: 1, findings: [] });
});

test("an answer to HEAD has no body, and needs none", async () => {
  expect(await findings(line(404, undefined, "/v1/machines/1", "HEAD"))).toEqual([]);
});

test("a HAR is read, base64 included", async () => {
  const text = Buffer.from(JSON.stringify({ error: "e", code: "machine_lost" })).toString("base64");
  const request = { method: "GET", url: "https://api.example.com/v1/machines/42" };
  const response = { status: 404, content: { text, encoding: "base64" } };
  const har = JSON.stringify({ log: { entries: [{ request, response }] } });
  const { status, stdout } = await traffic([har], [], "log.har");
  expect(status).toBe(1);
  expect(stdout).toContain("404 of GET /v1/machines/{id} carries `machine_lost`");
  expect(stdout).toContain("log.har:1");
  expect(stdout).toContain("never seen: machine_busy, machine_not_found, rate_limited");
});

test("lines that are no exchange are counted, and a recording without any is exit 2", async () => {
  const { stdout } = await traffic(["{", "[]", "7", line(404, good)]);
  expect(JSON.parse(stdout)).toMatchObject({ unread: 3, responses: 1 });
  expect(await traffic(["{"])).toMatchObject({ status: 2, stderr: expect.stringContaining("no response") });
  expect(await traffic(["{}"], [], "log.har")).toMatchObject({ status: 2 });
  expect(await traffic(["[".repeat(200_000)])).toMatchObject({ status: 2 });
  const { root } = Repository.create();
  expect(await errlock(["traffic", "none.har"], { cwd: root })).toMatchObject({ status: 2 });
});

test("any number of different findings fits into memory", async () => {
  const names = Array.from(
    { length: 1500 },
    (_, n) => `machine_${String.fromCharCode(97 + (n % 26))}${"x".repeat(n / 26)}`,
  );
  const { stdout } = await traffic(names.map((code) => line(503, { error: "e", code })));
  const { findings, more } = JSON.parse(stdout);
  expect(findings.length).toBeLessThanOrEqual(1000);
  expect(more + findings.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(1500);
});
