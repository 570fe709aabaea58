import { describe, expect, test } from "vitest";
import { formatBaseline, fromContract, parseBaseline, toContract } from "../../src/baseline/format.js";
import type { Location } from "../../src/contract/location.js";
import { Problem } from "../../src/contract/problem.js";
import fc from "../support/fast-check.js";
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

/** All that a baseline can hold, as it is written. */
const full = `{
  "format": 1,
  "version": "3.0.0-rc.1",
  "stable": "2.1.0",
  "scheme": "none",
  "errors": { "schemas": ["Error", "Problem"], "code": "code", "linked": "name" },
  "open": "extensible",
  "body": {
    "code": { "type": ["integer", "string"], "required": false }
  },
  "codes": {
    "a": { "since": "1.0.0", "deprecated": true, "sunset": "2026-12-31", "replacedBy": "b", "statuses": ["404", "4XX"] },
    "b": { "since": "1.0.0", "deprecated": "2.0.0", "reintroduced": "3.0.0-rc.1", "past": [{ "since": "1.0.0", "retired": "1.1.0", "reason": "first" }, { "since": "1.0.0", "retired": "2.0.0", "replacedBy": ["x", "y"], "reason": "second" }] }
  },
  "retired": {
    "c": { "since": "1.0.0", "retired": "2.0.0", "replacedBy": ["a", "b"], "reason": "split", "past": [{ "since": "1.0.0", "retired": "1.1.0", "replacedBy": "a", "reason": "first" }] }
  },
  "catalogs": {
    "reason": {
      "open": "open",
      "codes": {
        "x": { "since": "2.0.0" }
      },
      "retired": {
        "y": { "since": "1.0.0", "retired": "2.0.0", "reason": "never sent" }
      }
    },
    "type": {
      "open": "closed"
    }
  },
  "known": {
    "error-code-format": [
      "a",
      "b"
    ],
    "error-response-required": ["GET /healthz 503"]
  },
  "corrected": [
    { "version": "1.0.1", "kind": "code-removed", "catalog": "code", "code": "z", "reason": "never sent" },
    { "version": "1.0.2", "kind": "body-field-removed", "at": "error", "reason": "never sent" }
  ]
}
`;

describe("a baseline with all that it can hold", () => {
  test("is read and written without a loss", () => {
    const read = parseBaseline(full, "b.json");
    expect(formatBaseline(read)).toBe(full);
    expect(read.main.codes.b).toEqual({
      since: "1.0.0",
      deprecated: "2.0.0",
      reintroduced: "3.0.0-rc.1",
      past: [
        { since: "1.0.0", retired: "1.1.0", reason: "first" },
        { since: "1.0.0", retired: "2.0.0", replacedBy: ["x", "y"], reason: "second" },
      ],
    });
    expect(read.main.codes.a?.deprecated).toBe(true);
    expect(Object.keys(read.main.codes.a ?? {})).not.toContain("past");
    expect(Object.keys(read.main.retired.c ?? {})).toEqual([
      "since",
      "retired",
      "replacedBy",
      "reason",
      "past",
    ]);
    expect(Object.keys(read.catalogs.reason?.retired.y ?? {})).toEqual(["since", "retired", "reason"]);
    expect(read.corrected.map((entry) => Object.keys(entry).join())).toEqual([
      "version,kind,catalog,code,reason",
      "version,kind,at,reason",
    ]);
    expect(Object.keys(parseBaseline(sample, "b.json"))).not.toContain("scheme");
  });

  test("is written in one order, whatever the order of its parts, which are left as they are", () => {
    const read = parseBaseline(full, "b.json");
    const reversed = <Value>(record: Readonly<Record<string, Value>>) =>
      Object.fromEntries(Object.entries(record).reverse());
    const { a } = read.main.codes;
    const shuffled = {
      ...read,
      errors: { schemas: Object.freeze(["Problem", "Error"]), code: "code", linked: "name" as const },
      main: {
        ...read.main,
        codes: reversed({
          ...read.main.codes,
          a: { since: "", ...a, statuses: Object.freeze(["4XX", "404"]) },
        }),
      },
      catalogs: reversed(read.catalogs),
      known: reversed(read.known),
    };
    expect(formatBaseline(shuffled)).toBe(full);
  });

  test("keeps characters in one line that an editor takes for the end of one", () => {
    const said = "a\u2028b\u2029c\u0085d\u007fe\ufefff";
    const text = formatBaseline({
      ...parseBaseline(full, "b.json"),
      corrected: [{ version: "1.0.0", kind: "code-removed", reason: said }],
    });
    expect(text).toContain('"reason": "a\\u2028b\\u2029c\\u0085d\\u007fe\ufefff" }]');
    expect(parseBaseline(text, "b.json").corrected[0]?.reason).toBe(said);
  });

  test("is a contract without operations, wording and order", () => {
    const contract = toContract(
      parseBaseline(full.replace('    "a": {', '    "z": { "since": "3.0.0-rc.1" },\n    "a": {'), "b.json"),
    );
    const code = {
      description: null,
      name: null,
      group: null,
      retryable: null,
      shownIn: [],
      sites: [],
      messages: [],
    };
    const plain = { deprecated: false, sunset: null, replacedBy: null, statuses: [] };
    const place = {
      normative: true,
      linked: "name",
      shape: "enum",
      errorSchemas: ["Error", "Problem"],
      pointers: [],
    };
    expect(contract).toEqual({
      version: "3.0.0-rc.1",
      errors: { schemas: ["Error", "Problem"], code: "code", linked: "name" },
      body: { code: { type: ["integer", "string"], required: false } },
      operations: null,
      catalogs: [
        {
          ...place,
          name: "code",
          open: "extensible",
          codes: [
            {
              ...code,
              code: "a",
              since: "1.0.0",
              deprecated: true,
              sunset: "2026-12-31",
              replacedBy: "b",
              statuses: ["404", "4XX"],
            },
            { ...code, ...plain, code: "b", since: "1.0.0", deprecated: true },
            { ...code, ...plain, code: "z", since: "3.0.0-rc.1" },
          ],
          retired: parseBaseline(full, "b.json").main.retired,
        },
        {
          ...place,
          name: "reason",
          open: "open",
          codes: [{ ...code, ...plain, code: "x", since: "2.0.0" }],
          retired: { y: { since: "1.0.0", retired: "2.0.0", reason: "never sent" } },
        },
        { ...place, name: "type", open: "closed", codes: [], retired: {} },
      ],
    });
  });

  test("is a contract whose catalogs stand by name after the main one", () => {
    const { catalogs, ...rest } = parseBaseline(full, "b.json");
    const reversed = Object.fromEntries(Object.entries(catalogs).reverse());
    expect(toContract({ ...rest, catalogs: reversed }).catalogs.map(({ name }) => name)).toEqual([
      "code",
      "reason",
      "type",
    ]);
  });
});

describe("what a refused file says", () => {
  const restore = "Restore the file from the last commit, or from the branch that you merge into.";
  const written = "The file is written by `errlock baseline`, not by hand: restore it from the last commit.";
  const file = "baselines/openapi.json";
  const said = (text: string) => {
    const { message, hint } = problemOf(text);
    return [message, hint];
  };

  test("when it is empty, cut or of a conflict", () => {
    expect(problemOf("\ufeff \n")).toMatchObject({
      message: "the baseline is empty",
      hint: restore,
      location: { file },
    });
    expect(problemOf(full.slice(0, 100)).hint).toBe(restore);
    expect(problemOf(`<<<<<<< HEAD\n${full}=======\n${full}>>>>>>> main\n`).hint).toBe(
      "Take the side of the branch that you merge into; if your branch is a release, run `errlock baseline update` again.",
    );
  });

  test("when it is of a newer format", () => {
    expect(problemOf(full.replace('"format": 1', '"format": 2'))).toMatchObject({
      message: "the baseline has format 2, and this errlock reads format 1",
      hint: "Use the version of errlock that wrote the file, or a newer one.",
      location: { file },
    });
  });

  test.each<[string, string, string, string]>([
    ["no format", '"format": 1', '"format": "1"', "the baseline has no `format`, so it is no baseline"],
    ["no version", '"version": "3.0.0-rc.1",', "", "the baseline has no version"],
    [
      "a place without schemas",
      '"schemas": ["Error", "Problem"], ',
      "",
      '`errors` must be "none" or have `schemas`, `code` and `linked`',
    ],
    [
      "a place without a code",
      '"code": "code", ',
      "",
      '`errors` must be "none" or have `schemas`, `code` and `linked`',
    ],
    [
      "a place without a link",
      ', "linked": "name"',
      "",
      '`errors` must be "none" or have `schemas`, `code` and `linked`',
    ],
    [
      "no openness",
      '  "open": "extensible",\n',
      "",
      "the baseline does not say whether the catalog is closed: `open` is missing",
    ],
    [
      "no openness of another catalog",
      '"open": "open",',
      "",
      "`catalogs > reason` does not say whether the catalog is closed",
    ],
    [
      "a code without since",
      '"since": "1.0.0", "deprecated": true',
      '"deprecated": true',
      "`codes > a` has no `since`",
    ],
    [
      "a deprecation that is false",
      '"deprecated": true',
      '"deprecated": false',
      "`codes > a > deprecated` must be a string",
    ],
    [
      "a tombstone without since",
      '"y": { "since": "1.0.0", ',
      '"y": { ',
      "`catalogs > reason > retired > y` has no `since`",
    ],
    [
      "a tombstone without a version",
      '"retired": "2.0.0", "reason": "never sent"',
      '"reason": "never sent"',
      "`catalogs > reason > retired > y` does not say in which version the code was retired",
    ],
    ["a tombstone without a reason", ', "reason": "split"', "", "`retired > c` has no reason"],
    ["a past without a reason", ', "reason": "second"', "", "`codes > b > past > 1` has no reason"],
    [
      "a field without a type",
      '"type": ["integer", "string"], ',
      "",
      "`body > code` must have `type` and `required`",
    ],
    ["a field without required", ', "required": false', "", "`body > code` must have `type` and `required`"],
    [
      "a correction without a version",
      '"version": "1.0.1", ',
      "",
      "`corrected > 0` must have `version`, `kind` and `reason`",
    ],
    [
      "a correction without a kind",
      '"kind": "body-field-removed", ',
      "",
      "`corrected > 1` must have `version`, `kind` and `reason`",
    ],
    [
      "a correction without a reason",
      '"at": "error", "reason": "never sent"',
      '"at": "error"',
      "`corrected > 1` must have `version`, `kind` and `reason`",
    ],
    [
      "a code that is also retired",
      '"y": {',
      '"x": {',
      '`catalogs > reason` holds "x" as a code and as retired',
    ],
  ])("when it has %s", (_, from, to, message) => {
    expect(full).toContain(from);
    expect(said(full.replace(from, to))).toEqual([message, written]);
  });

  test("when it does not say where the codes are", () => {
    expect(said(full.replace(/ {2}"errors".*\n/, ""))[0]).toBe(
      "the baseline does not say where the codes are found: `errors` is missing",
    );
  });

  test.each([
    ["open", '"closed"'],
    ["body", "{}"],
    ["codes", "{}"],
    ["retired", "{}"],
    ["catalogs", "{}"],
  ])("when it has %s beside the word that there are none", (key, value) => {
    const none = `{ "format": 1, "version": "1.0.0", "errors": "none", "known": {}, "${key}": ${value} }`;
    expect(said(none)).toEqual([`\`${key}\` has no meaning beside \`errors: none\``, written]);
  });
});
