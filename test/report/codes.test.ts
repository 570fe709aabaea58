import { describe, expect, test } from "vitest";
import type { CodesCatalog, CodesCode, CodesReport } from "../../src/report/codes.js";
import { render as renderJson } from "../../src/report/codes-json.js";
import { render as renderText } from "../../src/report/codes-text.js";
import { whole } from "../../src/report/pieces.js";
import { columns } from "../../src/report/text/width.js";
import { at, hostile, options } from "./example.js";

function entry(code: string, part: Partial<CodesCode> = {}): CodesCode {
  return {
    code,
    description: `The ${code.replaceAll("_", " ")} operation failed for a reason that takes a whole line to tell.`,
    derived: true,
    name: null,
    group: "Authentication And Accounts",
    deprecated: false,
    sunset: null,
    replacedBy: null,
    since: "1.0.0",
    retryable: null,
    statuses: ["401"],
    operations: ["GET /v1/a", "GET /v1/b", "POST /v1/a"],
    location: at(812, 9, code.length, "#/components/schemas/ErrorCode/enum/0"),
    ...part,
  };
}

const catalog: CodesCatalog = {
  name: "code",
  open: "closed",
  normative: true,
  linked: "responses",
  shape: "enum",
  errorSchemas: ["#/components/schemas/ErrorResponse"],
  pointers: ["#/components/schemas/ErrorCode"],
  codes: [
    entry("unauthorized"),
    entry("account_hard_delete_active_resources", { statuses: [], operations: ["GET /v1/a"] }),
    entry("a_code_so_long_that_no_column_of_a_table_could_hold_it_beside_anything", {
      group: null,
      since: null,
    }),
    entry("old_name", { group: "Sandboxes", deprecated: true, sunset: "2027-01-01", replacedBy: "new_name" }),
    entry(hostile, { group: hostile, description: hostile }),
  ],
};

const report: CodesReport = {
  error: null,
  format: 1,
  specs: [
    {
      spec: "specs/openapi.yaml",
      error: null,
      version: "1.0.0",
      operations: 84,
      catalogs: [catalog],
      unused: [{ path: "reason", codes: ["paid", "unpaid"], where: "callback" }],
      explanation: {
        document: "openapi",
        operations: 84,
        errorResponses: 410,
        how: "by the bodies of non-2xx responses",
        candidates: [
          {
            path: "code",
            codes: 65,
            sample: ["unauthorized", "auth_failed"],
            responses: 410,
            score: 0.974,
            evidence: ["410 of 410 error responses carry it", "named code"],
            taken: true,
            against: null,
            sites: [{ file: "specs/openapi.yaml", pointer: "#/components/schemas/ErrorCode" }],
          },
          {
            path: "payment.failure_reason",
            codes: 4,
            sample: ["declined"],
            responses: 2,
            score: 0.2,
            evidence: [],
            taken: false,
            against: "a reason of a nested object, not the code of the error",
            sites: [],
          },
        ],
      },
    },
  ],
};

describe("codes", () => {
  test("are shown as tables by group, with the explanation, as the golden file does", async () => {
    await expect(renderText(report, options)).toMatchFileSnapshot("golden/codes.txt");
    await expect(whole(renderJson(report))).toMatchFileSnapshot("golden/codes.json");
  });

  test("fit into 80 columns but for a code that does not", () => {
    const wide = renderText(report, options)
      .split("\n")
      .filter((line) => columns(line) > 80 && !line.includes("::error"));
    expect(wide).toEqual([]);
  });

  test("name the operations of a code, or count them", () => {
    const text = renderText(report, options);
    expect(text).toContain("401; 3 operations; since 1.0.0");
    expect(text).toContain("GET /v1/a; since 1.0.0");
    expect(renderText(report, { ...options, verbose: true })).toContain("GET /v1/a, GET /v1/b, POST /v1/a");
  });

  test("are inert in a terminal and equal when parsed back", () => {
    expect(renderText(report, options)).not.toMatch(/[\p{Cc}\u202e\u200b](?<!\n)|##\[/u);
    const parsed: { specs: { catalogs: { codes: { code: string }[] }[] }[] } = JSON.parse(
      whole(renderJson(report)),
    );
    expect(parsed.specs[0]?.catalogs[0]?.codes.at(-1)?.code).toBe(hostile);
  });
});
