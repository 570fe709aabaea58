import { expect, test } from "vitest";
import { changeMessage } from "../../src/compare/message.js";
import type { Change, ChangeKind } from "../../src/contract/change.js";
import { change } from "./contracts.js";

type Row = readonly [string, ChangeKind, Partial<Change>, string];

const gone = { catalog: "code", code: "gone" };
const two = ["GET /x", "GET /y"];
const three = [...two, "GET /z"];
const five = [...three, "POST /x", "PUT /x"];

const sentences: readonly Row[] = [
  ["a removed code, and from which catalog", "code-removed", gone, "`gone` was removed from `code`."],
  ["a removed code of no catalog", "code-removed", { code: "gone" }, "`gone` was removed."],
  [
    "one operation of a removed code by its name",
    "code-removed",
    { ...gone, operations: ["GET /x"] },
    "`gone` was removed from `code` (GET /x).",
  ],
  [
    "two operations of a removed code by their names",
    "code-removed",
    { ...gone, operations: two },
    "`gone` was removed from `code` (GET /x and GET /y).",
  ],
  [
    "more operations of a removed code by their number",
    "code-removed",
    { ...gone, operations: three },
    "`gone` was removed from `code` (3 operations).",
  ],
  [
    "where a removed code stands now, and what it may have become",
    "code-removed",
    { ...gone, after: "error.reason", operations: two, candidate: "lost" },
    "`gone` was removed from `code` and is now listed under `error.reason` (GET /x and GET /y). Did it become `lost`?",
  ],
  [
    "the new name of a renamed code",
    "code-renamed",
    { ...gone, to: ["lost"], how: "token" },
    "`gone` was renamed to `lost`.",
  ],
  [
    "why two codes are taken for one",
    "code-renamed",
    { ...gone, to: ["lost"], how: "other", evidence: ["same description", "same group"] },
    "`gone` was renamed to `lost` (same description; same group).",
  ],
  [
    "all parts of a split code",
    "code-renamed",
    { ...gone, to: ["left", "lost"], how: "split" },
    "`gone` was split into `left` and `lost`.",
  ],
  [
    "what a merged code went into",
    "code-renamed",
    { ...gone, to: ["lost"], how: "merge" },
    "`gone` was merged into `lost`.",
  ],
  [
    "when a code that is back had been retired",
    "code-reintroduced",
    { ...gone, before: "retired in 2.0.0" },
    "`gone` is back, though it was retired in 2.0.0.",
  ],
  [
    "a code that is back from an unknown retirement",
    "code-reintroduced",
    gone,
    "`gone` is back, though it was retired.",
  ],
  [
    "a catalog that is gone, with its codes",
    "catalog-removed",
    { catalog: "code", codes: ["a"] },
    "The catalog `code` is gone, and with it 1 code: `a`.",
  ],
  [
    "a catalog of which examples are left",
    "catalog-removed",
    { catalog: "code", codes: ["a", "b"], after: "examples" },
    "The catalog `code` is gone, and with it 2 codes: `a` and `b`; examples alone still show some.",
  ],
  [
    "statuses that a code lost",
    "code-status-removed",
    { ...gone, statuses: ["404", "410"], before: "404 and 410", operations: ["GET /x"] },
    "`gone` no longer comes with 404 and 410 (GET /x).",
  ],
  [
    "statuses that replaced those that a code lost",
    "code-status-removed",
    { ...gone, statuses: ["404"], before: "404", after: "410", operations: three },
    "`gone` now comes with 410, no longer with 404 (3 operations).",
  ],
  [
    "statuses that a code gained",
    "code-status-added",
    { ...gone, statuses: ["404", "410"], operations: two },
    "`gone` now comes with 404 and 410 too.",
  ],
  [
    "an added code and who returns it",
    "code-added",
    { ...gone, operations: two },
    "`gone` was added (GET /x and GET /y).",
  ],
  ["a deprecation without more", "code-deprecated", gone, "`gone` is now deprecated."],
  [
    "a deprecation with its sunset",
    "code-deprecated",
    { ...gone, after: "2027-01-01" },
    "`gone` is now deprecated: it may leave from 2027-01-01 on.",
  ],
  [
    "a deprecation with what replaces the code",
    "code-deprecated",
    { ...gone, to: ["lost"] },
    "`gone` is now deprecated, in favour of `lost`.",
  ],
  ["a deprecation withdrawn", "code-undeprecated", gone, "`gone` is no longer deprecated."],
  [
    "a sunset moved forward",
    "code-sunset-shortened",
    { ...gone, before: "2027-06-01", after: "2027-01-01" },
    "The sunset of `gone` moved forward from 2027-06-01 to 2027-01-01.",
  ],
  [
    "a sunset taken back",
    "code-sunset-shortened",
    { ...gone, before: "2027-06-01" },
    "The sunset of `gone` was 2027-06-01 and is no longer given, so the code may leave at any time.",
  ],
  [
    "both wordings of a description",
    "description-changed",
    { ...gone, before: "Gone.", after: "No more." },
    'The description of `gone` changed from "Gone." to "No more.".',
  ],
  [
    "both groups of a code that moved",
    "group-changed",
    { ...gone, before: "General", after: "Things" },
    '`gone` moved from the group "General" to "Things".',
  ],
  [
    "how open an opened catalog is",
    "catalog-opened",
    { catalog: "code", before: "closed", after: "extensible" },
    "The catalog `code` was closed and is now extensible: codes that it does not list may come.",
  ],
  [
    "how open a closed catalog was",
    "catalog-closed",
    { catalog: "code", before: "extensible", after: "closed" },
    "The catalog `code` was extensible and is now closed.",
  ],
  [
    "a catalog in another order",
    "code-reordered",
    { catalog: "error.code" },
    "The codes of the catalog `error.code` stand in another order.",
  ],
  [
    "a field that is gone",
    "body-field-removed",
    { field: "detail" },
    "The error body no longer has `detail`.",
  ],
  [
    "the field to which the codes moved",
    "body-field-removed",
    { field: "code", after: "error.code" },
    "The codes moved from `code`, which the error body no longer has, to `error.code`.",
  ],
  [
    "a field that may be missing",
    "body-field-optional",
    { field: "detail" },
    "`detail` of the error body is no longer required.",
  ],
  [
    "both types of a field",
    "body-field-type-changed",
    { field: "detail", before: "string", after: "null or object" },
    "`detail` of the error body was string and is now null or object.",
  ],
  [
    "a new field and its type",
    "body-field-added",
    { field: "detail", after: "string" },
    "The error body now has `detail` (string).",
  ],
  ["a new field without a type", "body-field-added", { field: "detail" }, "The error body now has `detail`."],
  [
    "a field that is always there now",
    "body-field-required",
    { field: "detail" },
    "`detail` of the error body is now required.",
  ],
  [
    "an operation that lost a response and its codes",
    "error-response-removed",
    { operations: ["GET /x"], statuses: ["404", "410"], codes: ["gone"], before: "response" },
    "GET /x no longer declares 404 and 410 (1 code: `gone`).",
  ],
  [
    "operations that lost a response without codes",
    "error-response-removed",
    { operations: two, statuses: ["404"], before: "response" },
    "GET /x and GET /y no longer declare 404.",
  ],
  [
    "an operation whose response says no code any more",
    "error-response-removed",
    { operations: ["GET /x"], statuses: ["404"], codes: ["gone"], before: "response", after: "no codes" },
    "GET /x still declares 404, but no longer with a code (1 code: `gone`).",
  ],
  [
    "operations whose response says no code any more",
    "error-response-removed",
    {
      operations: five,
      statuses: ["404"],
      codes: ["gone", "lost"],
      before: "response",
      after: "no codes",
    },
    "GET /x, GET /y, GET /z and 2 more still declare 404, but no longer with a code (2 codes: `gone` and `lost`).",
  ],
  [
    "an operation that is gone with its codes",
    "error-response-removed",
    { operations: ["GET /x"], statuses: ["404"], codes: ["gone", "lost"], before: "operation" },
    "GET /x is gone, with the codes it could return (2 codes: `gone` and `lost`).",
  ],
  [
    "operations that are gone with their codes",
    "error-response-removed",
    { operations: five, statuses: ["404"], codes: ["gone"], before: "operation" },
    "GET /x, GET /y, GET /z and 2 more are gone, with the codes they could return (1 code: `gone`).",
  ],
  [
    "an operation that is gone and said no code",
    "error-response-removed",
    { operations: ["GET /x"], statuses: ["404"], before: "operation" },
    "GET /x is gone, with the error responses it declared.",
  ],
  [
    "operations that are gone and said no code",
    "error-response-removed",
    { operations: two, statuses: ["404"], before: "operation" },
    "GET /x and GET /y are gone, with the error responses they declared.",
  ],
  [
    "the operations that lost a code, folded beyond three",
    "operation-code-removed",
    { ...gone, operations: five },
    "GET /x, GET /y, GET /z and 2 more can no longer return `gone`.",
  ],
  [
    "one more operation rather than the words `and 1 more`",
    "operation-code-removed",
    { ...gone, operations: [...three, "PUT /x"] },
    "GET /x, GET /y, GET /z and PUT /x can no longer return `gone`.",
  ],
  [
    "the operations that gained a code",
    "operation-code-added",
    { ...gone, operations: five },
    "GET /x, GET /y, GET /z and 2 more can now return `gone`.",
  ],
  [
    "the operations that gained a whole list",
    "operation-code-added",
    { catalog: "code", codes: ["gone", "lost"], operations: ["GET /x"] },
    "GET /x can now return any of 2 codes of the catalog `code`.",
  ],
  [
    "a code that nothing returns",
    "code-unreachable",
    gone,
    "`gone` is listed, but no operation can return it any more.",
  ],
  [
    "a catalog that nothing returns",
    "code-unreachable",
    { catalog: "code", codes: ["a", "b", "c", "d", "e", "f", "g"] },
    "The catalog `code` lists 7 codes (`a`, `b`, `c`, `d`, `e` and 2 more), but no operation can return any of them any more.",
  ],
  [
    "six codes of a list one by one",
    "catalog-removed",
    { catalog: "code", codes: ["a", "b", "c", "d", "e", "f"] },
    "The catalog `code` is gone, and with it 6 codes: `a`, `b`, `c`, `d`, `e` and `f`.",
  ],
];

test.each(sentences)("a message says %s", (_, kind, said, sentence) => {
  expect(changeMessage(change(kind, said))).toBe(sentence);
});
