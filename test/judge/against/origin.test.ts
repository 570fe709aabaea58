import { describe, expect, test } from "vitest";
import type { Change } from "../../../src/contract/change.js";
import { changeOrigins, joinChanges } from "../../../src/judge/against/origin.js";

type Said = Parameters<ReturnType<typeof changeOrigins>>[0];

function change(kind: Change["kind"], parts: Partial<Said> = {}): Said {
  return {
    kind,
    catalog: "code",
    code: null,
    field: null,
    after: null,
    statuses: [],
    operations: [],
    codes: [],
    ...parts,
  };
}

const removed = (code: string) => change("code-removed", { code });
const field = (path: string) => change("body-field-removed", { catalog: null, field: path });

describe("a change", () => {
  test.each<[string, readonly Said[], Said, "base" | "branch"]>([
    ["that the merge base had, too, was there before", [removed("a")], removed("a"), "base"],
    ["that the merge base had not is the branch's", [removed("a")], removed("b"), "branch"],
    ["is the branch's where the merge base had none", [], removed("a"), "branch"],
    [
      "of another catalog is another one",
      [removed("a")],
      change("code-removed", { code: "a", catalog: "type" }),
      "branch",
    ],
    [
      "is the same whether called removed or renamed",
      [removed("a")],
      change("code-renamed", { code: "a" }),
      "base",
    ],
    [
      "of one code was there when its catalog was gone",
      [change("catalog-removed", { codes: ["a", "b"] })],
      removed("b"),
      "base",
    ],
    [
      "of a catalog is the branch's when one more code goes",
      [removed("a")],
      change("catalog-removed", { codes: ["a", "b"] }),
      "branch",
    ],
    [
      "of a catalog was there when all its codes were gone",
      [removed("a"), removed("b")],
      change("catalog-removed", { codes: ["a", "b"] }),
      "base",
    ],
    [
      "that loses a further status got worse",
      [change("code-status-removed", { code: "a", statuses: ["404"] })],
      change("code-status-removed", { code: "a", statuses: ["404", "410"] }),
      "branch",
    ],
    [
      "that loses fewer statuses than before did not",
      [change("code-status-removed", { code: "a", statuses: ["404", "410"] })],
      change("code-status-removed", { code: "a", statuses: ["410"] }),
      "base",
    ],
    [
      "of statuses is the same when it shows in more operations",
      [change("code-status-removed", { code: "a", statuses: ["404"], operations: ["GET /a"] })],
      change("code-status-removed", { code: "a", statuses: ["404"], operations: ["GET /a", "GET /b"] }),
      "base",
    ],
    [
      "to another type is another one",
      [change("body-field-type-changed", { field: "code", after: "integer" })],
      change("body-field-type-changed", { field: "code", after: "object" }),
      "branch",
    ],
    [
      "that brings a sunset still nearer got worse",
      [change("code-sunset-shortened", { code: "a", after: "2026-06-01" })],
      change("code-sunset-shortened", { code: "a", after: "2026-01-01" }),
      "branch",
    ],
    [
      "of a response in one more operation got worse",
      [change("error-response-removed", { statuses: ["404"], operations: ["GET /a"] })],
      change("error-response-removed", { statuses: ["404"], operations: ["GET /a", "GET /b"] }),
      "branch",
    ],
    [
      "of a code in one more operation got worse",
      [change("operation-code-removed", { code: "a", operations: ["GET /a"] })],
      change("operation-code-removed", { code: "a", operations: ["GET /a", "GET /b"] }),
      "branch",
    ],
    [
      "of a response is another one with the status of another operation",
      [
        change("error-response-removed", { statuses: ["404"], operations: ["GET /a"] }),
        change("error-response-removed", { statuses: ["409"], operations: ["GET /b"] }),
      ],
      change("error-response-removed", { statuses: ["409"], operations: ["GET /a"] }),
      "branch",
    ],
    [
      "that gains a status is the same when it shows in more operations",
      [change("code-status-added", { code: "a", statuses: ["404"], operations: ["GET /a"] })],
      change("code-status-added", { code: "a", statuses: ["404"], operations: ["GET /a", "GET /b"] }),
      "base",
    ],
    [
      "of a field that becomes optional is another one than of what holds it",
      [change("body-field-optional", { catalog: null, field: "error" })],
      change("body-field-optional", { catalog: null, field: "error.code" }),
      "branch",
    ],
    [
      "of a field that goes is another one than of what holds it, where that became optional",
      [change("body-field-optional", { catalog: null, field: "error" })],
      field("error.code"),
      "branch",
    ],
    [
      "of a field that becomes optional is another one than of what holds it, where that was gone",
      [field("error")],
      change("body-field-optional", { catalog: null, field: "error.code" }),
      "branch",
    ],
    [
      "of a field was there when the list that holds it was gone",
      [field("errors[]")],
      field("errors[].code"),
      "base",
    ],
    ["of a field with a name within its parent's is another one", [field("a")], field("b.a"), "branch"],
    [
      "of a field was there when what holds it was gone",
      [field("error")],
      field("error.details[].code"),
      "base",
    ],
    [
      "of a field is the branch's when only what it holds was gone",
      [field("error.code")],
      field("error"),
      "branch",
    ],
    [
      "of a field named like the beginning of another is another one",
      [field("error")],
      field("errors"),
      "branch",
    ],
  ])("%s", (_, base, head, origin) => {
    expect(changeOrigins(base)(head)).toBe(origin);
  });
});

describe("what it became is part of a change, where it went further or elsewhere:", () => {
  test.each([
    "body-field-type-changed",
    "body-field-added",
    "catalog-opened",
    "catalog-closed",
    "code-deprecated",
    "code-sunset-shortened",
    "description-changed",
    "group-changed",
  ] as const)("%s", (kind) => {
    const origin = changeOrigins([change(kind, { code: "a", after: "x" })]);
    expect(origin(change(kind, { code: "a", after: "x" }))).toBe("base");
    expect(origin(change(kind, { code: "a", after: "y" }))).toBe("branch");
  });

  test("and of no other", () => {
    const origin = changeOrigins([change("body-field-optional", { field: "a", after: "x" })]);
    expect(origin(change("body-field-optional", { field: "a", after: "y" }))).toBe("base");
  });
});

describe("each place that a change folds happened for itself:", () => {
  test.each([
    "code-status-removed",
    "code-status-added",
    "error-response-removed",
    "operation-code-removed",
    "operation-code-added",
    "code-unreachable",
  ] as const)("%s", (kind) => {
    const origin = changeOrigins([
      change(kind, { code: "a", statuses: ["404", "409"], operations: ["GET /a"] }),
    ]);
    expect(origin(change(kind, { code: "a", statuses: ["409"], operations: ["GET /a"] }))).toBe("base");
    expect(origin(change(kind, { code: "a", statuses: ["409", "410"], operations: ["GET /a"] }))).toBe(
      "branch",
    );
  });
});

test("what a baseline tells already is not told again", () => {
  const lost = change("error-response-removed", { statuses: ["404"], operations: ["GET /a"] });
  expect(joinChanges([lost], [lost])).toEqual([lost]);
});

test("operations, wording and order are compared with the merge base, all else with the baseline", () => {
  const kinds = (changes: readonly Pick<Change, "kind">[]) => changes.map(({ kind }) => kind);
  const fromMergeBase = [removed("unreleased"), change("group-changed"), change("error-response-removed")];
  expect(kinds(joinChanges([removed("a")], fromMergeBase))).toEqual([
    "code-removed",
    "group-changed",
    "error-response-removed",
  ]);
});
