import { join } from "node:path";
import { expect, test } from "vitest";
import { changesPage } from "../../src/compare/kinds/page.js";
import { changeKinds, isChangeKind } from "../../src/compare/kinds.js";

const page = join(import.meta.dirname, "../../docs/changes.md");

test("docs/changes.md is what the table of change kinds says", async () => {
  // `vitest -u` writes it anew.
  await expect(changesPage()).toMatchFileSnapshot(page);
});

test("what clients branch on fails the build by default, wording never does", () => {
  const errors = Object.entries(changeKinds).filter(([, info]) => info.level === "error");
  expect(errors.map(([kind]) => kind).sort()).toEqual([
    "body-field-optional",
    "body-field-removed",
    "body-field-type-changed",
    "catalog-removed",
    "code-reintroduced",
    "code-removed",
    "code-renamed",
    "code-status-removed",
  ]);
  expect(errors.every(([, info]) => info.bump === "major")).toBe(true);
  expect(changeKinds["description-changed"]).toMatchObject({ level: "info", bump: "patch" });
  expect(changeKinds["code-reordered"]).toMatchObject({ level: "off", bump: "none" });
});

test("every kind says what it is, why it matters and what to do, in sentences", () => {
  for (const [kind, info] of Object.entries(changeKinds)) {
    for (const words of [info.what, info.why, info.fix]) expect(words, kind).toMatch(/^[A-Z].*\.$/s);
    expect(info.title, kind).toMatch(/^[A-Z][^.]*$/);
  }
});

test("a kind of change is told by its id, whatever objects know", () => {
  expect(["code-removed", "code-gone", "constructor", ""].map(isChangeKind)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
