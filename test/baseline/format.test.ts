import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatBaseline, fromContract, parseBaseline, toContract } from "../../src/baseline/format.js";
import type { Location } from "../../src/contract/location.js";
import { Problem } from "../../src/contract/problem.js";
import { anyBaseline } from "./arbitrary.js";

const sample = `{
  "format": 1,
  "version": "1.0.0",
  "errors": { "schemas": ["ErrorResponse"], "code": "code", "linked": "responses" },
  "open": "closed",
  "body": {
    "code": { "type": ["string"], "required": true },
    "error": { "type": ["string"], "required": true },
    "request_id": { "type": ["string"], "required": false }
  },
  "codes": {
    "account_deleted": { "since": "1.0.0", "statuses": ["410"] },
    "unauthorized": { "since": "1.0.0", "statuses": ["401"] }
  },
  "retired": {
    "machine_gone": { "since": "0.9.0", "retired": "1.0.0", "replacedBy": "sandbox_not_found", "reason": "one name" }
  },
  "known": {
    "error-response-required": ["GET /healthz 503"]
  }
}
`;

function problemOf(text: string): Problem {
  try {
    parseBaseline(text, "baselines/openapi.json");
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("was read without a problem");
}

describe("the baseline file", () => {
  test("is written with one line per code, as documented", () => {
    expect(formatBaseline(parseBaseline(sample, "b.json"))).toBe(sample);
  });

  test("reads the same with CRLF and with a byte order mark", () => {
    const read = parseBaseline(sample, "b.json");
    expect(parseBaseline(`\ufeff${sample.replace(/\n/g, "\r\n")}`, "b.json")).toEqual(read);
  });

  test("gives back what was written, whatever the codes are", () => {
    fc.assert(
      fc.property(anyBaseline, (baseline) => {
        const text = formatBaseline(baseline);
        const read = parseBaseline(text, "b.json");
        expect(read).toEqual(baseline);
        expect(formatBaseline(read)).toBe(text);
        JSON.parse(text);
      }),
    );
  });

  test("has one line for each code of all catalogs", () => {
    fc.assert(
      fc.property(anyBaseline, (baseline) => {
        const catalogs = [baseline.main, ...Object.values(baseline.catalogs)];
        const codes = catalogs.flatMap((catalog) => Object.keys(catalog.codes));
        const lines = formatBaseline(baseline).split("\n");
        expect(lines.filter((line) => line.includes('": { "since": ')).length).toBeGreaterThanOrEqual(
          codes.length,
        );
        expect(lines.every((line) => !/[\r\u0085\u2028\u2029]/.test(line))).toBe(true);
      }),
    );
  });

  test("of a contract holds all that the contract is compared by", () => {
    fc.assert(
      fc.property(anyBaseline, (baseline) => {
        const contract = toContract(baseline);
        expect(contract.catalogs.length).toBe(1 + Object.keys(baseline.catalogs).length);
        const first = fromContract(contract, { version: "1.0.0" });
        expect(toContract(first).body).toEqual(contract.body);
        expect(Object.keys(first.main.codes).sort()).toEqual(Object.keys(baseline.main.codes).sort());
      }),
    );
  });

  test("of a spec without codes says so and has no catalog", () => {
    const none = fromContract(
      { version: "1.0.0", errors: null, catalogs: [], body: {}, operations: [] },
      { version: "1.0.0", known: { "error-response-required": ["GET /a 404", "GET /b 404"] } },
    );
    const text = formatBaseline(none);
    expect(text).toContain('"errors": "none"');
    expect(text).toContain('      "GET /a 404",\n      "GET /b 404"\n');
    expect(parseBaseline(text, "b.json")).toEqual(none);
    expect(toContract(none).catalogs).toEqual([]);
  });
});

describe("a file that is no baseline is refused", () => {
  test("when it is empty", () => {
    expect(problemOf(" \n").code).toBe("baseline-empty");
  });

  test("when it has conflict markers, with the line of the first", () => {
    const text = sample.replace('  "codes": {\n', '<<<<<<< HEAD\n  "codes": {\n=======\n>>>>>>> main\n');
    const problem = problemOf(text);
    expect(problem.code).toBe("baseline-conflict");
    expect(problem.location).toMatchObject({ file: "baselines/openapi.json", line: 11 });
  });

  test("when it is of a newer format", () => {
    const problem = problemOf(sample.replace('"format": 1', '"format": 2').replace('"open"', '"newer"'));
    expect(problem.code).toBe("baseline-format");
  });

  test.each([
    ["a missing comma", sample.replace('["410"] },', '["410"] }'), "baseline-syntax", " 13:5"],
    ["a cut file", sample.slice(0, 200), "baseline-syntax", ""],
    [
      "a key that stands twice",
      sample.replace('"unauthorized"', '"account_deleted"'),
      "baseline-syntax",
      " 13:5",
    ],
    ["deep nesting", "[".repeat(100_000), "baseline-syntax", "deep"],
    ["two values", `${sample}{}`, "baseline-syntax", "expected the end"],
    ["no object", "[]", "baseline-shape", "must be a mapping"],
    ["no format", sample.replace('"format": 1,', ""), "baseline-shape", "no baseline"],
    [
      "a code without since",
      sample.replace('"since": "1.0.0", "statuses": ["401"]', ""),
      "baseline-shape",
      " 13:",
    ],
    [
      "a tombstone without a reason",
      sample.replace(', "reason": "one name"', ""),
      "baseline-shape",
      "reason",
    ],
    ["an empty reason", sample.replace('"one name"', '" "'), "baseline-shape", "must not be empty"],
    ["an unknown key", sample.replace('"open"', '"opne"'), "baseline-shape", "opne"],
    [
      "a wrong type",
      sample.replace('["410"]', "410"),
      "baseline-shape",
      "codes > account_deleted > statuses",
    ],
    ["no version", sample.replace('"version": "1.0.0",', ""), "baseline-shape", "version"],
    [
      "a code that is also retired",
      sample.replace("machine_gone", "unauthorized"),
      "baseline-shape",
      "unauthorized",
    ],
    ["no errors", sample.replace(/ {2}"errors".*\n/, ""), "baseline-shape", "errors"],
    [
      "a sunset that is no day",
      sample.replace('"statuses": ["401"]', '"sunset": "2026-02-30"'),
      "baseline-shape",
      "2026-12-31",
    ],
  ])("with %s", (_, text, code, message) => {
    const problem = problemOf(text);
    expect(problem.code).toBe(code);
    const { line, column } = problem.location as Location;
    expect(`${problem.message} at ${line}:${column}`).toContain(message);
    expect(problem.hint).not.toBe("");
  });

  test("with a Problem and nothing else, for any edit of the text", () => {
    fc.assert(
      fc.property(
        fc.nat(sample.length),
        fc.nat(20),
        fc.string({ unit: "binary", maxLength: 4 }),
        (at, cut, put) => {
          const text = sample.slice(0, at) + put + sample.slice(at + cut);
          try {
            parseBaseline(text, "b.json");
          } catch (error) {
            expect(error).toBeInstanceOf(Problem);
          }
        },
      ),
    );
  });
});
