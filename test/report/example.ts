import { changeKinds } from "../../src/compare/kinds.js";
import type { Location, Snippet } from "../../src/contract/location.js";
import type { JudgedChange, JudgedFinding, Report, SpecReport } from "../../src/contract/report.js";
import { defaultOptions, type RenderOptions } from "../../src/report/options.js";

/** Escape sequences, markup of every sink, commands of CI systems, bidi and zero-width characters. */
export const hostile =
  "\u001b[31m|`<img src=x onerror=alert(1)>`|\u202eevil\u200b & \"q\" 'q' ]]> %0A::error::x\n::add-mask::y\r##[error]z @octocat";

const spec = "specs/openapi.yaml";

export function at(line: number, column: number, width: number, pointer: string, file = spec): Location {
  return { file, line, column, endLine: line, endColumn: column + width, pointer };
}

export function change(part: Partial<JudgedChange> & Pick<JudgedChange, "kind" | "message">): JudgedChange {
  const { level, bump } = changeKinds[part.kind];
  return {
    level,
    bump,
    origin: "branch",
    catalog: "code",
    code: null,
    to: [],
    how: null,
    confidence: null,
    pattern: null,
    evidence: [],
    statuses: [],
    operations: [],
    field: null,
    before: null,
    after: null,
    codes: [],
    candidate: null,
    accepted: null,
    remedy: [],
    fingerprint: `f:${part.kind}:${part.code ?? part.field ?? ""}`,
    location: null,
    snippet: null,
    ...part,
  };
}

export function finding(
  part: Partial<JudgedFinding> & Pick<JudgedFinding, "rule" | "at" | "message">,
): JudgedFinding {
  return {
    level: "error",
    origin: "branch",
    accepted: null,
    known: false,
    cause: null,
    remedy: [],
    fingerprint: `f:${part.rule}:${part.at}`,
    location: null,
    snippet: null,
    ...part,
  };
}

const list: Snippet = {
  firstLine: 811,
  lines: [
    "        - quota_exceeded",
    "        - machine_not_found",
    "        - machine_not_ready",
    "        - machine_limit_reached",
    "        - unauthorized",
  ],
};

const token = (
  from: string,
  to: string,
  line: number,
  statuses: string[],
  operations: string[],
  confidence: number,
) =>
  change({
    kind: "code-renamed",
    code: from,
    to: [to],
    how: "token",
    confidence,
    pattern: { from: "sandbox", to: "machine" },
    evidence: ["2 other codes swap sandbox for machine", "same place in the list", "same group and statuses"],
    statuses,
    operations,
    message: `\`${from}\` was renamed to \`${to}\` (same place in the list; same group and statuses).`,
    remedy: [`errlock accept ${from} --to ${to} --reason 'WHY'`],
    location: at(line, 11, to.length, `#/components/schemas/ErrorCode/enum/${line - 792}`),
    snippet: list,
  });

const noContent = Array.from({ length: 6 }, (_, index) =>
  finding({
    rule: "error-response-required",
    at: `GET /v1/volumes/${index} 404`,
    message: `GET /v1/volumes/${index} 404 has no content, so clients get no code to branch on.`,
    cause: "the response has no content",
    remedy: [
      `errlock accept --kind error-response-required --at 'GET /v1/volumes/${index} 404' --reason 'WHY'`,
    ],
    location: at(120 + 30 * index, 9, 5, `#/paths/~1v1~1volumes~1${index}/get/responses/404`),
    snippet: {
      firstLine: 119 + 30 * index,
      lines: ["      responses:", "        '404':", "          description: No such volume"],
    },
  }),
);

export const main: SpecReport = {
  spec,
  error: null,
  baseline: { path: "baselines/openapi.json", version: "1.0.0" },
  catalogs: [
    {
      name: "code",
      codes: 65,
      open: "closed",
      normative: true,
      errorSchemas: ["#/components/schemas/ErrorResponse"],
      pointers: ["#/components/schemas/ErrorCode"],
    },
  ],
  operations: 84,
  version: {
    scheme: "semver",
    baseline: "1.0.0",
    declared: "1.0.0",
    required: "2.0.0",
    requiredBump: "major",
    state: "pending",
  },
  changes: [
    change({
      kind: "code-removed",
      code: "account_deleted",
      statuses: ["410"],
      operations: ["GET /v1/account", "PATCH /v1/account", "POST /v1/account/keys"],
      message: "`account_deleted` was removed from `code` (3 operations). Did it become `account_gone`?",
      candidate: "account_gone",
      remedy: [
        "errlock accept account_deleted --reason 'WHY'",
        "errlock accept account_deleted --to account_gone --reason 'WHY'",
      ],
      location: { ...at(792, 7, 4, "#/components/schemas/ErrorCode/enum"), endLine: 792, endColumn: 11 },
      snippet: {
        firstLine: 791,
        lines: ["      type: string", "      enum:", "        - unauthorized", "        - auth_failed"],
      },
    }),
    token("sandbox_limit_reached", "machine_limit_reached", 814, ["429"], ["POST /v1/sandboxes"], 0.91),
    token("sandbox_not_found", "machine_not_found", 812, ["404"], ["GET /v1/sandboxes/{id}"], 0.97),
    token("sandbox_not_ready", "machine_not_ready", 813, ["409"], ["POST /v1/sandboxes/{id}/exec"], 0.97),
    change({
      kind: "code-removed",
      code: "volume_stale_revision",
      message: "`volume_stale_revision` was removed from `code`.",
      accepted: {
        reason: "never sent since May",
        owner: "@api-team",
        until: "2026-12-31",
        correction: true,
        new: true,
      },
      location: at(792, 7, 4, "#/components/schemas/ErrorCode/enum"),
    }),
    change({
      kind: "body-field-optional",
      catalog: null,
      field: "error",
      before: "required",
      after: "optional",
      origin: "base",
      message: "`error` of the error body is no longer required.",
      location: at(770, 7, 5, "#/components/schemas/ErrorResponse/properties/error"),
    }),
    change({
      kind: "catalog-opened",
      before: "closed",
      after: "open",
      message: "The catalog `code` was closed and is now open: codes that it does not list may come.",
      location: at(790, 5, 9, "#/components/schemas/ErrorCode"),
      snippet: { firstLine: 790, lines: ["    ErrorCode:", "      anyOf:"] },
    }),
    change({
      kind: "code-added",
      code: hostile,
      message: `\`${hostile}\` was added.`,
      location: at(831, 11, 12, "#/components/schemas/ErrorCode/enum/38"),
      snippet: { firstLine: 831, lines: [`        - "${hostile.replace(/\n/g, "\\n")}"`] },
    }),
    change({ kind: "code-reordered", message: "The codes of the catalog `code` stand in another order." }),
  ],
  findings: [
    ...noContent,
    finding({
      rule: "error-response-required",
      at: "GET /healthz 503",
      message: "GET /healthz 503 has no content.",
      known: true,
      location: at(20, 9, 5, "#/paths/~1healthz/get/responses/503"),
    }),
    finding({
      rule: "error-code-format",
      level: "warn",
      at: "RateLimited",
      message: "`RateLimited` is not snake_case, as all other codes are.",
      location: at(833, 11, 11, "#/components/schemas/ErrorCode/enum/40"),
      snippet: {
        firstLine: 832,
        lines: [
          "        - quota_reset",
          "        - RateLimited # a 漢字 comment that goes on and on, far beyond what eighty columns hold",
        ],
      },
    }),
    finding({
      rule: "error-code-described",
      level: "info",
      at: "quota_reset",
      message: "`quota_reset` has no description.",
      location: at(832, 11, 11, "#/components/schemas/ErrorCode/enum/39"),
    }),
  ],
  notes: ["2 codes stand only in callbacks and are not locked"],
};

const broken: SpecReport = {
  spec: "specs/partner.yaml",
  error: {
    code: "yaml",
    message: "the file is not YAML: a tab where indentation is expected",
    hint: "replace the tab by spaces; `errlock check` reads YAML 1.2 and JSON.",
    location: { file: "specs/partner.yaml", line: 14, column: 3, endLine: 14, endColumn: 4, pointer: "#" },
  },
  baseline: null,
  catalogs: [],
  operations: 0,
  version: null,
  changes: [],
  findings: [],
  notes: [],
};

export const passing: SpecReport = {
  ...main,
  version: {
    scheme: "semver",
    baseline: "1.0.0",
    declared: "1.0.0",
    required: null,
    requiredBump: "none",
    state: "none",
  },
  changes: [],
  findings: [],
  notes: [],
};

/** One of everything: what each format has to show. */
export const example: Report = {
  format: 1,
  tool: { name: "errlock", version: "0.1.0" },
  command: "check",
  now: "2026-11-22",
  result: "error",
  error: null,
  against: { ref: "origin/main", commit: "9f2c1d7e4b5a69788796a5b4c3d2e1f009182736" },
  specs: [main, { ...passing, spec: "specs/internal.yaml" }, broken],
  summary: { errors: 10, warnings: 2, infos: 2, accepted: 1, known: 1, hidden: 1, base: 1 },
};

/** A report of one spec; the summary is the caller's. */
export function reportOf(
  report: SpecReport,
  result: Report["result"],
  summary: Partial<Report["summary"]> = {},
): Report {
  const none = { errors: 0, warnings: 0, infos: 0, accepted: 0, known: 0, hidden: 0, base: 0 };
  return { ...example, result, against: null, specs: [report], summary: { ...none, ...summary } };
}

export const options: RenderOptions = {
  ...defaultOptions,
  rules: {
    ...Object.fromEntries(Object.entries(changeKinds).map(([id, info]) => [id, { ...info, url: null }])),
    "error-response-required": {
      what: "A response that is not 2xx references an error schema.",
      why: "A client that gets no code cannot branch on it.",
      fix: "Give the response content whose schema is the error schema.",
      level: "error",
      url: "https://example.test/rules/error-response-required",
    },
  },
};
